import { decide, type Principal, ROLES, type Subject, SYSTEM } from "@concord/core/access";
import { getTableName, is, sql } from "drizzle-orm";
import { getTableConfig, PgColumn, PgTable } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import { ownerOf } from "../engine/owner.ts";
import { onBothEngines } from "../testing/index.ts";
import * as schema from "./index.ts";
import { APP_ROLE, type RowRule, rowRulesOf } from "./policy.ts";

const TABLES: readonly PgTable[] = Object.values(schema).filter((one) => is(one, PgTable));
const codeOf = (code: string) => ({ cause: expect.objectContaining({ code }) });

function asPerson(role: Principal["role"]): Principal {
  const nobody = role === "anonymous" || role === "system";
  return nobody ? { account: null, actor: null, role } : { account: "a1", actor: "BGD", role };
}

onBothEngines("the application's own database role", "blank", (store) => {
  it("is the one under which every transaction runs, and owns nothing", async () => {
    const who = sql`SELECT current_user AS role, (SELECT count(*)::int FROM pg_class WHERE relowner = ${APP_ROLE}::regrole) AS owns`;
    for (const role of ROLES)
      expect(await store().write((tx) => tx.rows(who), asPerson(role))).toEqual([
        { role: APP_ROLE, owns: 0 },
      ]);
    const after = await ownerOf(store()).transaction(true, (session) =>
      session.rows(sql`SELECT current_user AS me`),
    );
    expect(after).not.toEqual([{ me: APP_ROLE }]);
  });

  it("can neither make, change, empty nor drop a table, nor give itself more", async () => {
    for (const statement of [
      "CREATE TABLE mine (a int)",
      "ALTER TABLE themes DISABLE ROW LEVEL SECURITY",
      "DROP POLICY see ON themes",
      "TRUNCATE themes",
      "DROP TABLE themes",
      `ALTER ROLE ${APP_ROLE} BYPASSRLS`,
      "SELECT * FROM drizzle.__drizzle_migrations",
    ])
      await expect(
        store().write((tx) => tx.db.execute(sql.raw(statement)), SYSTEM),
        statement,
      ).rejects.toMatchObject(codeOf("42501"));
  });

  it("finds no table of the product without row policies", async () => {
    const open = await ownerOf(store()).transaction(true, (session) =>
      session.rows(sql`
        SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`),
    );
    expect(open).toEqual([]);
  });

  it("lets everybody read the knowledge base and the program alone write it", async () => {
    const theme = { id: "a.b", ordinal: 1, pillar: "a", label: "A", scope: "" };
    for (const role of ROLES) {
      const writing = store().write(async (tx) => {
        await tx.db.insert(schema.themes).values(theme);
        await tx.db.delete(schema.themes);
      }, asPerson(role));
      if (role === "system") await writing;
      else await expect(writing).rejects.toMatchObject(codeOf("42501"));
    }
    await store().write((tx) => tx.db.insert(schema.themes).values(theme), SYSTEM);
    for (const role of ROLES) {
      expect(await store().read((tx) => tx.db.$count(schema.themes), asPerson(role))).toBe(1);
      if (role === "system") continue;
      await store().write((tx) => tx.db.delete(schema.themes), asPerson(role));
      await store().write((tx) => tx.db.update(schema.themes).set({ label: "B" }), asPerson(role));
    }
    expect(await store().read((tx) => tx.db.select().from(schema.themes))).toEqual([theme]);
  });
});

type Told = keyof RowRule["subject"];
/** Every kind of row that the conditions of access can tell apart, by the part that a column tells. */
const VALUES: Readonly<Record<Told, readonly (string | null | string[])[]>> = {
  account: [null, "a1", "a2"],
  actor: [null, "BGD", "IND"],
  role: ROLES,
  facilitators: [[], ["a1"], ["a2"]],
};

/** Every kind of person: each role, with and without account and actor. */
const PERSONS: readonly Principal[] = ROLES.flatMap((role) =>
  [null, "a1"].flatMap((account) => [null, "BGD"].map((actor) => ({ role, account, actor }))),
);

/** The rows of a table that differ in what its policies ask; one row where they ask nothing. */
function rowsOf(rule: RowRule): Partial<Record<Told, string | null | string[]>>[] {
  const parts = Object.keys(rule.subject) as Told[];
  return parts.reduce<Partial<Record<Told, string | null | string[]>>[]>(
    (rows, part) => rows.flatMap((row) => VALUES[part].map((value) => ({ ...row, [part]: value }))),
    [{}],
  );
}

const literal = (value: string | null | string[], type: string) =>
  value === null ? `NULL::${type}` : `'${Array.isArray(value) ? `{${value}}` : value}'::${type}`;

/** Asks the policy that PostgreSQL itself holds about each of the rows. */
function askPolicy(table: PgTable, rule: RowRule, text: string): string {
  const name = getTableName(table);
  const columns = Object.entries(rule.subject).map(([part, column]) => {
    if (!is(column, PgColumn)) throw new Error(`${name}: what tells ${part} is no column`);
    const type =
      getTableConfig(table)
        .columns.find((one) => one.name === column.name)
        ?.getSQLType() ?? "text";
    return { part: part as Told, name: toSnakeCase(column.name), type };
  });
  const rows = rowsOf(rule).map((row, index) =>
    [`(${index}`, ...columns.map(({ part, type }) => literal(row[part] ?? null, type))].join(", "),
  );
  const listed = ["place", ...columns.map((column) => `"${column.name}"`)].join(", ");
  return `SELECT '${name} ${rule.verb}' AS policy, place, coalesce((${text}), false) AS allowed
    FROM (VALUES ${rows.map((row) => `${row})`).join(", ")}) AS "${name}" (${listed})`;
}

const toSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

onBothEngines("row policies and rules", "blank", (store) => {
  it("agree for every table, verb, role and row: nothing is open in the one and closed in the other", async () => {
    const held = await store().read((tx) =>
      tx.rows<{ policy: string; text: string }>(
        sql`SELECT tablename || ' ' || policyname AS policy, coalesce(qual, with_check) AS text FROM pg_policies`,
      ),
    );
    const texts = new Map(held.map(({ policy, text }) => [policy, text]));
    const rules = TABLES.flatMap((table) =>
      rowRulesOf(table).map((rule) => ({ table, rule: rule as RowRule })),
    );
    const queries = rules.map(({ table, rule }) =>
      askPolicy(table, rule, texts.get(`${getTableName(table)} ${rule.verb}`) ?? "missing"),
    );
    for (const person of PERSONS) {
      const said = await store().read(
        (tx) =>
          tx.rows<{ policy: string; place: number; allowed: boolean }>(sql.raw(queries.join(" UNION ALL "))),
        person,
      );
      const wanted = rules.flatMap(({ table, rule }) =>
        rowsOf(rule).map((row, place) => ({
          policy: `${getTableName(table)} ${rule.verb}`,
          place,
          allowed:
            person.role === "system" ||
            rule.deeds.some((deed) => decide(person, deed, { kind: "row", ...row } as Subject).allowed),
        })),
      );
      const byPlace = (one: { policy: string; place: number }) => `${one.policy} ${one.place}`;
      const answered = new Map(said.map((one) => [byPlace(one), one.allowed]));
      expect(answered.size).toBe(wanted.length);
      const astray = wanted.filter((one) => answered.get(byPlace(one)) !== one.allowed);
      expect({ person, astray }).toEqual({ person, astray: [] });
    }
  });
});
