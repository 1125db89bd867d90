import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../store.ts";
import { lockFolder } from "./folder-lock.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-folder-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("an embedded database in a folder", () => {
  it("is created, opened again, and made anew when its creation was cut short", async () => {
    const place = { folder: join(folder, "new", "database") };
    await (await openStore(place)).close();
    expect(existsSync(join(place.folder, "lock"))).toBe(false);
    const again = await openStore(place);
    await expect(openStore(place)).rejects.toMatchObject({ code: "folder-locked" });
    expect(await again.read((tx) => tx.rows(sql`SELECT count(*)::int AS n FROM themes`))).toEqual([{ n: 0 }]);
    await again.close();
    // A process killed while PostgreSQL set up its files leaves the mark and half of them.
    await writeFile(join(place.folder, "creating"), "");
    await rm(join(place.folder, "cluster", "global"), { recursive: true });
    await (await openStore(place)).close();
    expect(existsSync(join(place.folder, "creating"))).toBe(false);
  });

  it("survives the kill of the process that creates it", async () => {
    const storeModule = fileURLToPath(new URL("../store.ts", import.meta.url));
    const program = `const { openStore } = await import(${JSON.stringify(storeModule)});
      await openStore({ folder: ${JSON.stringify(folder)} });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
    const gone = new Promise((resolve) => child.once("exit", resolve));
    while (!existsSync(join(folder, "cluster", "global")))
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await gone;
    const store = await openStore({ folder });
    expect(await store.read((tx) => tx.rows(sql`SELECT count(*)::int AS n FROM states`))).toEqual([{ n: 0 }]);
    await store.close();
  });

  it("that is damaged is refused, and nothing in it is touched", async () => {
    await mkdir(join(folder, "cluster"));
    await writeFile(join(folder, "cluster", "PG_VERSION"), "18\n");
    await expect(openStore({ folder })).rejects.toMatchObject({ code: "database-damaged" });
    expect(await readFile(join(folder, "cluster", "PG_VERSION"), "utf8")).toBe("18\n");
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  it("is refused where the folder can't be made", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(openStore({ folder: join(folder, "file", "database") })).rejects.toMatchObject({
      code: "folder-unwritable",
    });
  });
});

describe("a folder's lock", () => {
  it("is refused to a second process, with the number of the first", async () => {
    const holder = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
    await writeFile(join(folder, "lock"), JSON.stringify({ pid: holder.pid, startedAt: "" }));
    const refused = lockFolder(folder);
    await expect(refused).rejects.toMatchObject({
      code: "folder-locked",
      cure: expect.stringContaining(`${holder.pid}`),
    });
    holder.kill();
  });

  it.each([
    ["a process that is gone", { pid: 2 ** 22 + 1, startedAt: "" }],
    ["another process that had this number before", { pid: process.pid, startedAt: "1 another-boot" }],
    ["nobody, being damaged", "half a lo"],
  ])("left by %s is taken over", async (_who, content) => {
    await writeFile(join(folder, "lock"), typeof content === "string" ? content : JSON.stringify(content));
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: "folder-locked" });
    await lock.release();
    await (await lockFolder(folder)).release();
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  it("goes to one of many that ask at once", async () => {
    await writeFile(join(folder, "lock"), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: "" }));
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const held = asked.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(held).toHaveLength(1);
    await held[0]?.release();
  });
});
