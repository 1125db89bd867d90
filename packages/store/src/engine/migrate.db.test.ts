import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dumpOf, freshDatabase } from "../testing/index.ts";
import { openInMemory } from "./embedded.ts";
import { MIGRATIONS_FOLDER, migrate } from "./migrate.ts";
import { openServer } from "./server.ts";
import type { Engine } from "./session.ts";

let later: string;
/** A chain with one migration more than ours: that of a newer version. */
beforeAll(async () => {
  later = await mkdtemp(join(tmpdir(), "concord-migrations-"));
  await cp(MIGRATIONS_FOLDER, later, { recursive: true });
  const journal = JSON.parse(await readFile(join(later, "meta/_journal.json"), "utf8"));
  journal.entries.push({ ...journal.entries.at(-1), idx: 99, when: Date.now(), tag: "0099_later" });
  await writeFile(join(later, "meta/_journal.json"), JSON.stringify(journal));
  await writeFile(join(later, "0099_later.sql"), "CREATE TABLE later (id integer);");
});
afterAll(() => rm(later, { recursive: true, force: true }));

async function withEngine(kind: string, work: (engine: Engine) => Promise<void>): Promise<void> {
  const database = kind === "server" ? await freshDatabase("blank") : undefined;
  const engine = database ? await openServer(database.url) : await openInMemory(await dumpOf("blank"));
  await work(engine).finally(() => engine.close());
  await database?.remove();
}

describe.each(["embedded", "server"])("migrations (%s)", (kind) => {
  it("once applied are not applied again, and a later one is added", () =>
    withEngine(kind, async (engine) => {
      await migrate(engine);
      await migrate(engine, later);
      const tables = await engine.transaction(true, ({ rows }) =>
        rows(sql`SELECT to_regclass('later')::text AS name`),
      );
      expect(tables).toEqual([{ name: "later" }]);
    }));

  it("of a newer version are not understood, and the database is left alone", () =>
    withEngine(kind, async (engine) => {
      await migrate(engine, later);
      await expect(migrate(engine)).rejects.toMatchObject({ code: "database-newer" });
    }));
});
