import { csvLine } from "./csv-text.ts";
import type { DataTable } from "./publication.ts";

/** The codebook: a line for each value of each column, or for the column where its values are counts. */
export function writeCodebook(tables: readonly DataTable[]): string {
  const lines = [csvLine(["table", "variable", "type", "value", "rows", "description"])];
  for (const { name: table, fields } of tables) {
    for (const { name, type, values, description } of fields) {
      if (!values) lines.push(csvLine([table, name, type, "", "", description]));
      for (const { value, rows } of values ?? [])
        lines.push(csvLine([table, name, type, value, rows, description]));
    }
  }
  return lines.join("");
}
