/**
 * Rows of the sign-in tables, by the name of table and column: what the sign-in library asks for one operation at a time.
 * Everything else reads and writes these tables by queries of its own.
 */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  ilike,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import {
  accounts,
  credentials,
  passkeys,
  secondFactors,
  sessions,
  usedCodes,
  verifications,
} from "../schema/accounts.ts";
import type { ReadTx, WriteTx } from "../store.ts";

const TABLES = { accounts, credentials, passkeys, secondFactors, sessions, verifications } as const;

/** Tables that the sign-in library keeps. */
export type SignInTable = keyof typeof TABLES;
export type SignInRow = Record<string, unknown>;

/** One condition on a column. Conditions are joined by AND, those marked OR among themselves by OR. */
export interface RowCondition {
  field: string;
  value: unknown;
  operator?: string;
  connector?: "AND" | "OR";
  mode?: "sensitive" | "insensitive";
}

export interface RowOrder {
  limit?: number;
  offset?: number;
  sortBy?: { field: string; direction: "asc" | "desc" };
}

export const isSignInTable = (name: string): name is SignInTable => Object.hasOwn(TABLES, name);

function tableOf(name: SignInTable): PgTable {
  return TABLES[name];
}

function columnOf(name: SignInTable, field: string): AnyPgColumn {
  const column = Object.entries(TABLES[name]).find(([key]) => key === field)?.[1];
  if (!column || typeof column !== "object") throw new Error(`the table ${name} has no column ${field}`);
  return column as AnyPgColumn;
}

/** A text that LIKE takes literally. */
const literal = (value: unknown) => String(value).replace(/[\\%_]/g, (sign) => `\\${sign}`);

function conditionOf(table: SignInTable, condition: RowCondition): SQL {
  const column = columnOf(table, condition.field);
  const { value, operator = "eq", mode } = condition;
  const insensitive = mode === "insensitive" && typeof value === "string";
  const matches = insensitive ? ilike : like;
  switch (operator) {
    case "eq":
      if (value === null) return isNull(column);
      return insensitive ? ilike(column, literal(value)) : eq(column, value);
    case "ne":
      if (value === null) return isNotNull(column);
      return insensitive ? not(ilike(column, literal(value))) : ne(column, value);
    case "lt":
      return lt(column, value);
    case "lte":
      return lte(column, value);
    case "gt":
      return gt(column, value);
    case "gte":
      return gte(column, value);
    case "in":
      return inArray(column, Array.isArray(value) ? value : [value]);
    case "not_in":
      return not(inArray(column, Array.isArray(value) ? value : [value]));
    case "contains":
      return matches(column, `%${literal(value)}%`);
    case "starts_with":
      return matches(column, `${literal(value)}%`);
    case "ends_with":
      return matches(column, `%${literal(value)}`);
    default:
      throw new Error(`a condition on ${table} has an unknown operator: ${operator}`);
  }
}

function whereOf(table: SignInTable, conditions: readonly RowCondition[]): SQL | undefined {
  const of = (connector: "AND" | "OR") =>
    conditions
      .filter((condition) => (condition.connector ?? "AND") === connector)
      .map((condition) => conditionOf(table, condition));
  return and(...of("AND"), or(...of("OR")));
}

/** The first of the rows that meet the conditions, as a subquery on their keys. */
const firstOf = (table: SignInTable, where: SQL | undefined) =>
  sql`ctid = (SELECT ctid FROM ${tableOf(table)} WHERE ${where ?? sql`true`} LIMIT 1 FOR UPDATE)`;

/** Adds a row and gives it back as it stands. */
export async function insertSignInRow(tx: WriteTx, table: SignInTable, row: SignInRow): Promise<SignInRow> {
  const [inserted] = await tx.db.insert(tableOf(table)).values(row).returning();
  if (!inserted) throw new Error(`a row of ${table} was not written`);
  return inserted;
}

/** Rows that meet all conditions; an empty list of conditions means every row. */
export async function selectSignInRows(
  tx: ReadTx,
  table: SignInTable,
  conditions: readonly RowCondition[],
  { limit, offset, sortBy }: RowOrder = {},
): Promise<SignInRow[]> {
  let query = tx.db.select().from(tableOf(table)).where(whereOf(table, conditions)).$dynamic();
  if (sortBy) {
    const column = columnOf(table, sortBy.field);
    query = query.orderBy(sortBy.direction === "desc" ? desc(column) : asc(column));
  }
  if (limit !== undefined) query = query.limit(limit);
  if (offset !== undefined) query = query.offset(offset);
  return query;
}

/** How many rows meet all conditions. */
export async function countSignInRows(
  tx: ReadTx,
  table: SignInTable,
  conditions: readonly RowCondition[],
): Promise<number> {
  const [row] = await tx.db.select({ found: count() }).from(tableOf(table)).where(whereOf(table, conditions));
  return row?.found ?? 0;
}

/** Changes the rows that meet all conditions and gives them back as they then stand. */
export async function updateSignInRows(
  tx: WriteTx,
  table: SignInTable,
  conditions: readonly RowCondition[],
  change: SignInRow,
): Promise<SignInRow[]> {
  return tx.db.update(tableOf(table)).set(change).where(whereOf(table, conditions)).returning();
}

/** Adds to counters of one row, only if it meets the conditions at that very moment; undefined when none does. */
export async function incrementSignInRow(
  tx: WriteTx,
  table: SignInTable,
  conditions: readonly RowCondition[],
  increments: Readonly<Record<string, number>>,
  change: SignInRow,
): Promise<SignInRow | undefined> {
  const counted = Object.entries(increments).map(([field, by]) => {
    const column = columnOf(table, field);
    return [field, sql`coalesce(${column}, 0) + ${by}::int`] as const;
  });
  const [updated] = await tx.db
    .update(tableOf(table))
    .set({ ...Object.fromEntries(counted), ...change })
    .where(firstOf(table, whereOf(table, conditions)))
    .returning();
  return updated;
}

/** Deletes the rows that meet all conditions and gives them back. */
export async function deleteSignInRows(
  tx: WriteTx,
  table: SignInTable,
  conditions: readonly RowCondition[],
  onlyOne = false,
): Promise<SignInRow[]> {
  const where = whereOf(table, conditions);
  return tx.db
    .delete(tableOf(table))
    .where(onlyOne ? firstOf(table, where) : where)
    .returning();
}

/** How long an accepted code is remembered: longer than any code is accepted. */
const CODE_REMEMBERED_MS = 10 * 60_000;

/**
 * Uses a time-based code up.
 * @returns false when it was used before
 */
export async function useCode(tx: WriteTx, account: string, codeHash: string, now: Date): Promise<boolean> {
  await tx.db.delete(usedCodes).where(lt(usedCodes.usedAt, new Date(now.getTime() - CODE_REMEMBERED_MS)));
  const used = await tx.db
    .insert(usedCodes)
    .values({ account, codeHash, usedAt: now })
    .onConflictDoNothing()
    .returning({ codeHash: usedCodes.codeHash });
  return used.length > 0;
}
