import { mkdtemp, open, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BackupSink, writeArchive } from "./archive.ts";
import { checkBackupFile, writeBackupFile } from "./file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-backup-file-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const HEAD = {
  version: "0.1.0",
  takenAt: "2026-11-24T00:00:00Z",
  engine: "embedded" as const,
  migrations: [],
  sequences: [],
};
async function* rows() {
  yield Buffer.from("a\t1\nb\t2\n");
  yield Buffer.from("c\t3\n");
}
const produce = (sink: BackupSink) =>
  writeArchive(HEAD, [{ name: "letters", columns: ["a", "b"] }], rows, sink);

describe("a backup file", () => {
  it("is for its owner alone, whole and checked, and never written over", async () => {
    const path = join(folder, "one");
    const written = await writeBackupFile(path, produce);
    expect(written).toMatchObject({ tables: 1, rows: 3 });
    const { mode, size } = await stat(path);
    expect([mode & 0o777, size]).toEqual([0o600, written.bytes]);
    expect(await checkBackupFile(path)).toMatchObject({ sha256: written.sha256 });
    await expect(writeBackupFile(path, produce)).rejects.toThrow("already");
    expect(await readdir(folder)).toEqual(["one"]);
  });

  it("isn't there when the disk is full, and says so", async () => {
    let room = 60;
    const fullDisk = async (path: string) => {
      const file = await open(path, "wx");
      return {
        sync: () => file.sync(),
        close: () => file.close(),
        async writeFile(data: Parameters<typeof file.writeFile>[0]) {
          room -= Buffer.from(data as Uint8Array).byteLength;
          if (room < 0) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
          await file.writeFile(data);
        },
      };
    };
    await expect(writeBackupFile(join(folder, "one"), produce, fullDisk)).rejects.toMatchObject({
      code: "disk-full",
      cure: expect.stringContaining("another disk"),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it("in a folder that isn't there is refused by name", () =>
    expect(writeBackupFile(join(folder, "no", "one"), produce)).rejects.toMatchObject({
      code: "folder-unwritable",
    }));

  it("that isn't there can't be checked", () =>
    expect(checkBackupFile(join(folder, "none"))).rejects.toMatchObject({ code: "data-missing" }));
});
