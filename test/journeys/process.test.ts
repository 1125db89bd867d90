import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { freePort, startServerProcess } from "./concord.ts";

const DATA = new URL("../../data", import.meta.url);
const folders: string[] = [];

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concord-process-"));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Waits until the process has printed a pattern; fails with all it printed when it ends first. */
async function waitForLine(child: ReturnType<typeof startServerProcess>, pattern: RegExp): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!pattern.test(child.printed())) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      throw new Error(`${pattern} was not printed:\n${child.printed()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function endOf(child: ReturnType<typeof startServerProcess>): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

describe("the server process on bad days", () => {
  it("heals when it was killed during its first start, and stops gracefully", async () => {
    const folder = await emptyFolder();
    const port = String(await freePort());
    const first = startServerProcess(["--port", port, "--var", folder]);
    await waitForLine(first, /Opening|Loading/);
    first.kill("SIGKILL");
    await endOf(first);

    const second = startServerProcess(["--port", port, "--var", folder]);
    await waitForLine(second, /Loading [\d,]+ rows/);
    second.kill("SIGKILL");
    await endOf(second);

    const third = startServerProcess(["--port", port, "--var", folder]);
    await waitForLine(third, /Concord is at/);
    const answer = await fetch(`http://localhost:${port}/api/v1/states/BGD/profile?date=2010-02-24`);
    expect(answer.status).toBe(200);
    expect(Object.keys((await answer.json()).in_force)).toHaveLength(19);
    third.kill("SIGTERM");
    expect(await endOf(third)).toBe(0);
  });

  it("refuses a second process on the same folder and says whose it is", async () => {
    const folder = await emptyFolder();
    const first = startServerProcess(["--port", String(await freePort()), "--var", folder]);
    await waitForLine(first, /Concord is at/);
    const second = startServerProcess(["--port", String(await freePort()), "--var", folder]);
    expect(await endOf(second)).toBe(2);
    expect(second.printed()).toContain(String(first.pid));
    first.kill("SIGTERM");
    expect(await endOf(first)).toBe(0);
  });

  it("names a port in use and a free one", async () => {
    const port = await freePort();
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    const child = startServerProcess(["--port", String(port), "--var", await emptyFolder()]);
    expect(await endOf(child)).toBe(2);
    expect(child.printed()).toMatch(new RegExp(`${port}.*--port \\d+`, "s"));
    other.close();
  });

  it("names a folder that can't be written to", async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, "file"), "");
    const child = startServerProcess([
      "--port",
      String(await freePort()),
      "--var",
      join(folder, "file", "var"),
    ]);
    expect(await endOf(child)).toBe(2);
    expect(child.printed()).toContain(join(folder, "file"));
  });

  it("refuses a corrupted data file by name, line and column, and loads nothing", async () => {
    const folder = await emptyFolder();
    const data = join(folder, "data");
    await cp(DATA, data, { recursive: true });
    const file = join(data, "instruments", "participation.csv");
    await writeFile(file, (await readFile(file, "utf8")).replace("2003-09-24", "2003-99-24"));
    const child = startServerProcess(["--port", String(await freePort()), "--var", join(folder, "var")], {
      CONCORD_DATA: data,
    });
    expect(await endOf(child)).toBe(2);
    expect(child.printed()).toMatch(/participation\.csv.*3.*date/s);
  });

  it("names a database server that can't be reached, without its password", async () => {
    const child = startServerProcess(["--port", String(await freePort()), "--var", await emptyFolder()], {
      DATABASE_URL: `postgres://user:secret-word@127.0.0.1:${await freePort()}/concord`,
    });
    expect(await endOf(child)).toBe(2);
    expect(child.printed()).toContain("127.0.0.1");
    expect(child.printed()).not.toContain("secret-word");
  });
});
