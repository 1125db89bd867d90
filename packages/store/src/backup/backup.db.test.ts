import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SYSTEM } from "@concord/core/access";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInMemory } from "../engine/embedded.ts";
import { MIGRATIONS_FOLDER, migrate } from "../engine/migrate.ts";
import { ownerOf } from "../engine/owner.ts";
import { openServer } from "../engine/server.ts";
import type { Engine } from "../engine/session.ts";
import { openStore, type Store, type StorePlace, storeOver } from "../store.ts";
import { dumpOf, freshDatabase, onBothEngines } from "../testing/index.ts";
import { readArchive } from "./archive.ts";
import { listTables } from "./catalog.ts";
import { restoreInto } from "./restore.ts";
import { restoreBackup } from "./restore-place.ts";
import { takeBackup } from "./take.ts";

async function backupOf(store: Store): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await takeBackup(store, "0.1.0", async (bytes) => void parts.push(bytes));
  return Buffer.concat(parts);
}

/** A file as it comes from a disk: in chunks that respect nothing. */
async function* inChunks(file: Buffer, size = 100_003): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.byteLength; at += size) yield file.subarray(at, at + size);
}

/** Every table with all its rows as text, sorted. */
function contentOf(engine: Engine): Promise<Map<string, string[]>> {
  return engine.transaction(true, async (session) => {
    const content = new Map<string, string[]>();
    for (const { name, columns } of await listTables(session)) {
      const parts: Uint8Array[] = [];
      for await (const piece of session.copyOut(name, columns)) parts.push(piece);
      content.set(name, Buffer.concat(parts).toString("utf8").split("\n").sort());
    }
    return content;
  });
}

const folders: string[] = [];
async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concord-backup-"));
  folders.push(folder);
  return folder;
}
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A place of either engine, gone after the work. */
async function withPlace(kind: string, work: (place: StorePlace) => Promise<void>): Promise<void> {
  if (kind === "embedded") return work({ folder: join(await emptyFolder(), "var") });
  const database = await freshDatabase("blank");
  await work({ databaseUrl: database.url }).finally(database.remove);
}

async function withStore<T>(place: StorePlace, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(place);
  return work(store).finally(() => store.close());
}

const addJob = (store: Store, key: string) =>
  store.write(
    (tx) =>
      tx.db.execute(
        sql`INSERT INTO jobs (kind, key, payload, queued) VALUES ('test', ${key}, '{"a":"\\t\\\\"}', true)`,
      ),
    SYSTEM,
  );

onBothEngines("a backup under load", "loaded", (store) => {
  let file: Buffer;
  let before: Map<string, string[]>;
  beforeAll(async () => {
    await addJob(store(), "before");
    before = await contentOf(ownerOf(store()));
    let writing = true;
    const load = (async () => {
      for (let n = 0; writing; n += 1) await addJob(store(), `during ${n}`);
    })();
    file = await backupOf(store());
    writing = false;
    await load;
  });

  it.each(["embedded", "server"])("restores row for row on the %s engine", (kind) =>
    withPlace(kind, async (place) => {
      const outcome = await restoreBackup(place, inChunks(file), { replace: false });
      expect(outcome.rows).toBeGreaterThan(100_000);
      await withStore(place, async (restored) => {
        const after = await contentOf(ownerOf(restored));
        expect([...after.keys()]).toEqual([...before.keys()]);
        for (const [table, rows] of before)
          if (!table.startsWith("job")) expect([table, after.get(table)]).toEqual([table, rows]);
        const jobs = await restored.read(
          (tx) =>
            tx.rows<{ key: string; payload: object; queued: boolean }>(
              sql`SELECT key, payload, queued FROM jobs`,
            ),
          SYSTEM,
        );
        // Whatever was written meanwhile is there as a whole beginning, and what was under way is queued anew.
        expect(jobs).toContainEqual({ key: "before", payload: { a: "\t\\" }, queued: false });
        for (let n = 0; n < jobs.length - 1; n += 1)
          expect(jobs.some(({ key }) => key === `during ${n}`)).toBe(true);
      });
    }),
  );

  it("that was changed or cut off is refused by the table in which that happened", async () => {
    const spots: number[] = [];
    let at = Buffer.byteLength("CONCORD BACKUP 1\n");
    let table = "";
    while (at < file.byteLength) {
      const letter = file.toString("latin1", at, at + 1);
      const length = file.readUInt32BE(at + 1);
      if (letter === "T") table = JSON.parse(file.toString("utf8", at + 5, at + 5 + length)).name;
      if (letter === "D" && table === "participation") spots.push(at + 5 + Math.floor(length / 2));
      at += 5 + length;
    }
    const changed = Buffer.from(file);
    const spot = spots[0] ?? 0;
    changed[spot] = (changed[spot] ?? 0) ^ 1;
    const folder = join(await emptyFolder(), "var");
    for (const broken of [changed, file.subarray(0, spot)])
      await expect(restoreBackup({ folder }, inChunks(broken), { replace: false })).rejects.toMatchObject({
        code: "backup-damaged",
        message: expect.stringContaining("participation"),
      });
    expect(await readdir(folder)).toEqual([]);
    const foreign = restoreBackup({ folder }, inChunks(Buffer.from("PK…")), { replace: false });
    await expect(foreign).rejects.toMatchObject({ code: "backup-damaged" });
  });
});

describe.each(["embedded", "server"])("restoring (%s)", (kind) => {
  let file: Buffer;
  beforeAll(async () => {
    const store = storeOver(await openInMemory(await dumpOf("blank")));
    await addJob(store, "kept");
    file = await backupOf(store);
    await store.close();
  });
  const keys = (place: StorePlace) =>
    withStore(place, async (store) =>
      (await store.read((tx) => tx.rows<{ key: string }>(sql`SELECT key FROM jobs`), SYSTEM)).map(
        ({ key }) => key,
      ),
    );

  it("over a database in use needs --replace, and a failure leaves that as it was", () =>
    withPlace(kind, async (place) => {
      await withStore(place, (store) => addJob(store, "mine"));
      await expect(restoreBackup(place, inChunks(file), { replace: false })).rejects.toMatchObject({
        code: "database-not-empty",
        message: expect.stringContaining("jobs"),
      });
      const cut = inChunks(file.subarray(0, file.byteLength - 20));
      await expect(restoreBackup(place, cut, { replace: true })).rejects.toMatchObject({
        code: "backup-damaged",
      });
      expect(await keys(place)).toEqual(["mine"]);
      await restoreBackup(place, inChunks(file), { replace: true });
      expect(await keys(place)).toEqual(["kept"]);
    }));

  it("is refused while a server has the database open", () =>
    withPlace(kind, (place) =>
      withStore(place, async () => {
        await expect(restoreBackup(place, inChunks(file), { replace: true })).rejects.toMatchObject({
          code: kind === "server" ? "database-in-use" : "folder-locked",
        });
      }),
    ));
});

describe("a restore that is killed", () => {
  it("before the exchange leaves the old database, after it the new one", async () => {
    const folder = join(await emptyFolder(), "var");
    await withStore({ folder }, (store) => addJob(store, "old"));
    // As a kill leaves it: half built, beside the old one.
    await cp(join(folder, "cluster"), join(folder, "restoring"), { recursive: true });
    await rm(join(folder, "restoring", "global"), { recursive: true });
    const keys = () =>
      withStore({ folder }, (store) => store.read((tx) => tx.rows(sql`SELECT key FROM jobs`), SYSTEM));
    expect(await keys()).toEqual([{ key: "old" }]);
    expect(existsSync(join(folder, "restoring"))).toBe(false);
    // Wholly built and renamed, the old one half removed.
    const other = join(await emptyFolder(), "var");
    await withStore({ folder: other }, (store) => addJob(store, "new"));
    await cp(join(other, "cluster"), join(folder, "restored"), { recursive: true });
    await rm(join(folder, "cluster", "global"), { recursive: true });
    expect(await keys()).toEqual([{ key: "new" }]);
    expect(existsSync(join(folder, "restored"))).toBe(false);
  });
});

describe("versions", () => {
  /** Our chain of migrations with one more at its end: that of a newer version. */
  async function laterChain(): Promise<string> {
    const later = await emptyFolder();
    await cp(MIGRATIONS_FOLDER, later, { recursive: true });
    const path = join(later, "meta/_journal.json");
    const journal = JSON.parse(await readFile(path, "utf8"));
    journal.entries.push({ ...journal.entries.at(-1), idx: 99, when: Date.now(), tag: "0099_later" });
    await writeFile(path, JSON.stringify(journal));
    await writeFile(
      join(later, "0099_later.sql"),
      "ALTER TABLE jobs ADD COLUMN colour text NOT NULL DEFAULT 'blue';",
    );
    return later;
  }

  it("a backup of an older version is brought up to date, one of a newer version is refused", async () => {
    const later = await laterChain();
    const old = await openInMemory(await dumpOf("blank"));
    await addJob(storeOver(old), "old");
    const oldFile = await backupOf(storeOver(old));
    const database = await freshDatabase("blank");
    const server = await openServer(database.url);
    const outcome = await server.transaction(false, async (session) => {
      await session.db.execute(sql`DROP SCHEMA public CASCADE`);
      await session.db.execute(sql`DROP SCHEMA drizzle CASCADE`);
      await session.db.execute(sql`CREATE SCHEMA public`);
      return restoreInto(session, inChunks(oldFile), later);
    });
    expect(outcome.migratedBy).toBe(1);
    const rows = await server.transaction(true, (session) => session.rows(sql`SELECT key, colour FROM jobs`));
    expect(rows).toEqual([{ key: "old", colour: "blue" }]);
    await server.close();
    await database.remove();

    await migrate(old, later);
    const newFile = await backupOf(storeOver(old));
    await old.close();
    const folder = join(await emptyFolder(), "var");
    await expect(restoreBackup({ folder }, inChunks(newFile), { replace: false })).rejects.toMatchObject({
      code: "backup-newer",
      message: expect.stringContaining("0.1.0"),
    });
  });

  it("a form of backup that isn't known is named as such", async () => {
    const reading = readArchive(inChunks(Buffer.from("CONCORD BACKUP 2\n…")));
    await expect(reading.next()).rejects.toMatchObject({ code: "backup-newer" });
  });
});
