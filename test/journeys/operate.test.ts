import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, startServerProcess } from "./concord.ts";

const CONCORD = fileURLToPath(new URL("../../packages/cli/bin/concord.mjs", import.meta.url));
const run = promisify(execFile);
const concord = (...words: string[]) =>
  run(process.execPath, [CONCORD, ...words], { env: { ...process.env, DATABASE_URL: "" } });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-operate-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function startAt(place: string) {
  const port = await freePort();
  const child = startServerProcess(["--port", String(port), "--var", place]);
  const url = `http://localhost:${port}`;
  for (;;) {
    if ((await fetch(`${url}/ready`).catch(() => undefined))?.ok) return { child, url };
    if (child.exitCode !== null) throw new Error(`Concord did not start:\n${child.printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function stop(child: ReturnType<typeof startServerProcess>): Promise<void> {
  child.kill("SIGTERM");
  await once(child, "exit");
}

describe("an operator", () => {
  it("takes a backup of a running server, and a new one elsewhere starts from it and answers the same", async () => {
    const first = await startAt(join(folder, "one"));
    const file = join(folder, "concord.backup");
    const taken = await concord("admin", "backup", file, "--var", join(folder, "one"));
    expect(taken.stdout).toContain("checked");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await concord("admin", "check-backup", file)).stdout).toContain("is whole");

    const busy = await concord("admin", "restore", file, "--replace", "--var", join(folder, "one")).catch(
      (error) => error,
    );
    expect([busy.code, busy.stderr]).toEqual([2, expect.stringContaining(String(first.child.pid))]);

    await concord("admin", "restore", file, "--var", join(folder, "two"));
    const second = await startAt(join(folder, "two"));
    expect(second.child.printed()).not.toContain("Loading");
    const ask = async (url: string) =>
      (await fetch(`${url}/api/v1/states/BGD/participation?limit=500`)).json();
    expect(await ask(second.url)).toEqual(await ask(first.url));
    await stop(second.child);

    const { url, token } = JSON.parse(await readFile(join(folder, "one", "operator.json"), "utf8"));
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
    const metrics = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    expect(await metrics.text()).toMatch(/concord_request_seconds_count\{kind="api",status="2xx"\} [1-9]/);
    expect((await fetch(`${first.url}/metrics`)).status).toBe(404);
    await stop(first.child);
    expect(existsSync(join(folder, "one", "operator.json"))).toBe(false);
    // Three starts of the whole program, two of them with a database to be made.
  }, 600_000);
});
