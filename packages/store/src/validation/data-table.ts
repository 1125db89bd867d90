import type { CsvRow } from "@concord/exchange";
import type { Resource } from "./descriptor.ts";

/** A table of the data package as read: its description and its rows, cells in the order of its fields. */
export interface DataTable {
  resource: Resource;
  rows: readonly CsvRow[];
}

/**
 * Position of a column of a table.
 * @throws RangeError when the description has no such column: a fault of the program, since the columns of every
 *   table that a rule names are part of the package's contract
 */
export function columnOf(table: DataTable, name: string): number {
  const index = table.resource.schema.fields.findIndex((field) => field.name === name);
  if (index < 0) throw new RangeError(`${table.resource.path} has no column ${name}`);
  return index;
}

/** Reads a table's rows as objects of the columns named, each cell as text, with the line of the file. */
export function recordsOf<Column extends string>(
  table: DataTable | undefined,
  ...columns: Column[]
): (Record<Column, string> & { line: number })[] {
  if (table === undefined) return [];
  const positions = columns.map((name) => [name, columnOf(table, name)] as const);
  return table.rows.map(({ line, cells }) => {
    const record: Record<string, string | number> = { line };
    for (const [name, index] of positions) record[name] = cells[index] ?? "";
    return record as Record<Column, string> & { line: number };
  });
}
