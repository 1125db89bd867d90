import { getTableColumns, getTableName, type InferInsertModel } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";

type CopyValue = string | number | boolean | null | readonly string[];

/** A table and the rows that are to fill it. */
export interface TableLoad {
  table: PgTable;
  rows: readonly Readonly<Record<string, CopyValue | undefined>>[];
}

/** Pairs a table with rows of its own shape. */
export function fill<Table extends PgTable>(
  table: Table,
  rows: readonly (InferInsertModel<Table> & Record<string, CopyValue | undefined>)[],
): TableLoad {
  return { table, rows };
}

/** Table and columns as COPY names them: `"states" ("iso3", …)`. */
export function copyTarget({ table }: TableLoad): string {
  const columns = Object.keys(getTableColumns(table)).map((key) => `"${toSnakeCase(key)}"`);
  return `"${getTableName(table)}" (${columns.join(", ")})`;
}

/** The rows in PostgreSQL's COPY text form: cells separated by tabs, `\N` for null, backslash before what would break a line. */
export function copyText({ table, rows }: TableLoad): string {
  const keys = Object.keys(getTableColumns(table));
  const lines = rows.map((row) => keys.map((key) => copyCell(row[key] ?? null)).join("\t"));
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function copyCell(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value !== "string") return escaped(`{${value.map(arrayItem).join(",")}}`);
  return escaped(value);
}

const SPECIAL: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => SPECIAL[found] ?? found) : text;
}

function arrayItem(item: string): string {
  return `"${item.replace(/["\\]/g, (found) => `\\${found}`)}"`;
}
