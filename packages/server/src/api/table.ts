/** Writes an answer's table as CSV. */
import type { AnswerTable } from "@concord/core/instruments/tables";
import { writeCsv } from "@concord/exchange";

export type Table = AnswerTable;

/** Writes a table as `text/csv` (RFC 4180), with a byte-order mark so that spreadsheets read names in every script. */
export function writeTable(table: Table): string {
  return writeCsv(table.columns, table.rows, { byteOrderMark: true });
}
