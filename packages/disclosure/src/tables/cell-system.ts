import { countMarginal } from "../counts/marginal.ts";
import { findColumns, type Records } from "../records/records.ts";
import { ok, type Result, refuse } from "../refusal.ts";

/** One cell of a table of counts: the value of each variable, none for those it sums over. The grand total has none. */
export interface Cell {
  /** Value by variable; a variable that is summed over is absent. */
  at: Readonly<Record<string, string>>;
  count: number;
}

/** One or several tables as a reader sees them: cells, and sums that hold among them whatever is hidden. */
export interface CellSystem {
  cells: Cell[];
  /** `total` is the sum of `parts`; all are positions in `cells`. */
  sums: { total: number; parts: number[] }[];
}

/** Most cells that are protected at once; the linear programs grow with them. */
const MOST_CELLS = 20_000;

/** What names a cell, the same in every table it appears in. */
export const cellKey = (at: Readonly<Record<string, string>>): string =>
  Object.keys(at)
    .sort()
    .map((name) => `${name}\u0001${at[name]}`)
    .join("\u0002");

/**
 * Tables of counts with all their margins. Tables that share variables are linked: the margin over the shared ones is
 * one and the same cell in each, so that what is hidden in one stays hidden in the other.
 * @param tables for each table the variables that span it, e.g. `[["sex", "age"], ["sex", "citizenship"]]`
 * @returns the cells with their sums; a missing value is a category of its own, named ""
 */
export function tabulate(records: Records, tables: readonly (readonly string[])[]): Result<CellSystem> {
  const cells: Cell[] = [];
  const known = new Map<string, number>();
  const sums: CellSystem["sums"] = [];
  const addedSums = new Set<string>();
  for (const names of tables) {
    const columns = findColumns(records, names, "--table");
    if (!columns.ok) return columns;
    const counts = countTable(records, columns.value);
    const categories = columns.value.map((column) => presentValues(records, column));
    const size = categories.reduce((product, values) => product * (values.length + 1), 1);
    if (size + cells.length > MOST_CELLS)
      return refuse(
        "too-large",
        `--table ${names.join(",")}`,
        `It has ${size.toLocaleString("en")} cells with its margins; ${MOST_CELLS.toLocaleString("en")} are the most that are protected at once.`,
        "Leave a variable out, or tabulate broader groups.",
      );
    for (const at of everyCell(names, categories)) {
      const key = cellKey(at);
      if (known.has(key)) continue;
      known.set(key, cells.length);
      cells.push({ at, count: counts.get(key) ?? 0 });
    }
    for (const at of everyCell(names, categories)) {
      names.forEach((name, variable) => {
        if (at[name] !== undefined) return;
        const total = known.get(cellKey(at))!;
        const parts = categories[variable]!.map((value) => known.get(cellKey({ ...at, [name]: value }))!);
        const sumKey = `${total}:${parts.join()}`;
        if (parts.length > 0 && !addedSums.has(sumKey)) sums.push({ total, parts });
        addedSums.add(sumKey);
      });
    }
  }
  return ok({ cells, sums });
}

/** Counts of all cells of one table that aren't 0, margins included, by the key of the cell. */
function countTable(records: Records, columns: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  const inner = countMarginal(records, columns, true);
  inner.counts.forEach((count, cell) => {
    for (let summed = 0; summed < 1 << columns.length; summed++) {
      const at: Record<string, string> = {};
      columns.forEach((column, j) => {
        if ((summed >> j) & 1) return;
        const { name, values } = records.columns[column]!;
        at[name] = values[inner.codes[cell * columns.length + j]!]!;
      });
      counts.set(cellKey(at), (counts.get(cellKey(at)) ?? 0) + count);
    }
  });
  return counts;
}

/** Values that occur, in an order a reader expects: numbers by size, text by alphabet, the missing value last. */
export function presentValues(records: Records, column: number): string[] {
  const { codes } = countMarginal(records, [column], true);
  const collator = new Intl.Collator("en", { numeric: true });
  const values = [...codes].map((code) => records.columns[column]!.values[code]!);
  return values.sort((a, b) => Number(a === "") - Number(b === "") || collator.compare(a, b));
}

function* everyCell(
  names: readonly string[],
  categories: readonly (readonly string[])[],
): Generator<Record<string, string>> {
  const [name, ...otherNames] = names;
  const [values, ...otherValues] = categories;
  if (name === undefined || !values) {
    yield {};
    return;
  }
  for (const rest of everyCell(otherNames, otherValues)) {
    for (const value of values) yield { [name]: value, ...rest };
    yield rest;
  }
}
