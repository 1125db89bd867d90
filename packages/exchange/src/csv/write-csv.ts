/** A cell as a program holds it: text is defused (see {@link writeCsv}), numbers and booleans are not. */
export type CsvCell = string | number | boolean | null | undefined;

export interface CsvWriting {
  /** Start with a byte-order mark, by which Excel knows UTF-8. Default: none. */
  byteOrderMark?: boolean;
}

/**
 * Writes a table as RFC 4180 has it: CRLF, quotes only where needed, quotes doubled inside.
 *
 * Text that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab or a carriage
 * return) is written with an apostrophe before it, so that opening the file runs nothing (CWE-1236). Give
 * numbers as numbers, or a negative one would be taken for such text. Null and undefined are empty cells.
 *
 * @param header column names
 * @param rows cells in the order of the header
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  writing: CsvWriting = {},
): string {
  const parts = [writing.byteOrderMark ? "\uFEFF" : "", writeCsvRow(header)];
  for (const row of rows) parts.push(writeCsvRow(row));
  return parts.join("");
}

/** One line of the table, its line end included: for writing a long table piece by piece. */
export function writeCsvRow(cells: readonly CsvCell[]): string {
  // A lone empty cell is quoted, or the line would read as blank.
  if (cells.length === 1 && textOf(cells[0]) === "") return '""\r\n';
  return `${cells.map(writeCell).join(",")}\r\n`;
}

function textOf(cell: CsvCell): string {
  return cell === null || cell === undefined ? "" : String(cell);
}

function writeCell(cell: CsvCell): string {
  const text = textOf(cell);
  const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
