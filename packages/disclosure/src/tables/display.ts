import { cellKey } from "./cell-system.ts";
import type { ProtectedTables } from "./protect.ts";

/** Sign in place of a count that is hidden. */
export const HIDDEN_MARK = ":";

/** What stands in the place of a cell: its count, "<k", or the mark. */
export function displayCell({ system, hiding, question }: ProtectedTables, cell: number): string {
  if (hiding[cell] === "shown") return String(system.cells[cell]!.count);
  return question.display === "below" && hiding[cell] === "primary" ? `<${question.k}` : HIDDEN_MARK;
}

/** Name of a sum over a variable in a table that is written out. */
export const TOTAL = "(all)";
/** Name of the missing value in a table that is written out. */
export const MISSING = "(not known)";

/**
 * One of the tables, a row for each cell: the variables' values, then what is shown.
 * @param names variables of the table; @param show text of a cell by its position
 */
export function listTable(
  system: ProtectedTables["system"],
  names: readonly string[],
  show: (cell: number) => string,
): string[][] {
  const rows: string[][] = [];
  const listed = new Set<string>();
  system.cells.forEach(({ at }, cell) => {
    const inTable = Object.keys(at).every((name) => names.includes(name));
    if (!inTable || listed.has(cellKey(at))) return;
    listed.add(cellKey(at));
    rows.push([...names.map((name) => (at[name] === undefined ? TOTAL : at[name] || MISSING)), show(cell)]);
  });
  return rows;
}
