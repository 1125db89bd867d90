import { countMarginal } from "../counts/marginal.ts";
import type { Records } from "../records/records.ts";
import { presentValues } from "../tables/cell-system.ts";
import { recordsAsCsv } from "./csv-text.ts";
import type { DataTable, Field } from "./publication.ts";

/** Rows of records as a table of a release. @param describe what to say of a column, by name */
export function microdataTable(
  name: string,
  title: string,
  records: Records,
  describe: (column: string) => string,
): DataTable {
  const fields = records.columns.map((column, j): Field => {
    const { codes, counts } = countMarginal(records, [j], true);
    const rowsOf = new Map([...codes].map((code, cell) => [column.values[code]!, counts[cell]!]));
    return {
      name: column.name,
      type: typeOf(column.values),
      description: describe(column.name),
      values: presentValues(records, j).map((value) => ({ value, rows: rowsOf.get(value)! })),
    };
  });
  return { name, title, fields, rows: records.combinationOfRow.length, pieces: () => recordsAsCsv(records) };
}

/** Whole numbers without leading zeros are integers; everything else is text. */
export function typeOf(values: readonly string[]): Field["type"] {
  const known = values.filter((value) => value !== "");
  return known.length > 0 && known.every((value) => /^-?(0|[1-9]\d{0,14})$/.test(value))
    ? "integer"
    : "string";
}
