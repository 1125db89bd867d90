/** Tables aligned for a person at a terminal. */
import type { AnswerTable, TableCell } from "@concord/core/instruments/tables";
import { padTo, textWidth, wrapText } from "./text-width.ts";

const GAP = "  ";
/** The last column is wrapped, never narrower than this. */
const NARROWEST_LAST = 24;

const textOf = (cell: TableCell) => (cell === null || cell === undefined ? "" : String(cell));

/**
 * Lays a table out: numbers to the right, text to the left, the last column wrapped to the terminal.
 * @param columns width of the terminal; Infinity leaves every line whole
 * @param emphasize marks the header line, e.g. bold
 */
export function layOutTable(
  table: AnswerTable,
  columns: number,
  emphasize: (line: string) => string = (line) => line,
): string {
  const rows = table.rows.map((row) => row.map(textOf));
  const numeric = table.columns.map(
    (_, column) => table.rows.length > 0 && table.rows.every((row) => typeof row[column] === "number"),
  );
  const widths = table.columns.map((name, column) =>
    rows.reduce((width, row) => Math.max(width, textWidth(row[column] ?? "")), textWidth(name)),
  );
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  const lastWidth = Math.max(NARROWEST_LAST, columns - before);
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const isLast = column === cells.length - 1;
        if (numeric[column]) return padTo(cell, widths[column] ?? 0, "start");
        return isLast ? cell : padTo(cell, widths[column] ?? 0);
      })
      .join(GAP)
      .trimEnd();
  const lines = rows.flatMap((row) => {
    const [first = "", ...rest] = wrapText(row.at(-1) ?? "", lastWidth);
    return [
      lineOf([...row.slice(0, -1), first]),
      ...rest.map((part) => (" ".repeat(before) + part).trimEnd()),
    ];
  });
  return [emphasize(lineOf(table.columns)), ...lines].map((line) => `${line}\n`).join("");
}
