/** An answer as rows and columns, for spreadsheets: the same facts as the JSON body, one a row. */
import { type CsvCell, writeCsv } from "@concord/exchange";

export interface Table {
  columns: readonly string[];
  rows: Iterable<readonly CsvCell[]>;
}

/** Writes a table as `text/csv` (RFC 4180), with a byte-order mark so that spreadsheets read names in every script. */
export function writeTable(table: Table): string {
  return writeCsv(table.columns, table.rows, { byteOrderMark: true });
}
