import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import { MIGRATIONS_FOLDER } from "../engine/migrate.ts";
import * as schema from "./index.ts";
import { rowRulesOf } from "./policy.ts";

it("the migrations say what the schema says: run `npx drizzle-kit generate` in packages/store after a change", async () => {
  const journal = JSON.parse(await readFile(join(MIGRATIONS_FOLDER, "meta/_journal.json"), "utf8"));
  const last = String(journal.entries.at(-1).tag).split("_")[0];
  const written = JSON.parse(await readFile(join(MIGRATIONS_FOLDER, `meta/${last}_snapshot.json`), "utf8"));
  const wanted = generateDrizzleJson(schema, written.id, undefined, "snake_case");
  expect(await generateMigration(written, wanted)).toEqual([]);
});

it("a table whose rows are periods has a temporal key", async () => {
  const sql = await readFile(join(MIGRATIONS_FOLDER, "0000_knowledge.sql"), "utf8");
  const keys = sql.split("\n").filter((line) => /PRIMARY KEY\(.*"valid"/.test(line));
  expect(keys).toHaveLength(2);
  for (const key of keys) expect(key).toContain('"valid" WITHOUT OVERLAPS');
});

it("every table has row policies made from the rules of access, one for each verb", () => {
  const tables = Object.values(schema).filter((one) => is(one, PgTable));
  expect(tables.length).toBeGreaterThan(20);
  const verbs = tables.map((table) => [
    getTableConfig(table).name,
    rowRulesOf(table).map((rule) => rule?.verb),
  ]);
  for (const [name, found] of verbs)
    expect([name, found]).toEqual([name, ["see", "add", "change", "remove"]]);
});
