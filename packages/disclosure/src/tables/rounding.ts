import type { Highs } from "highs";
import { ok, type Result, refuse } from "../refusal.ts";
import type { CellSystem } from "./cell-system.ts";

export interface RoundedTables {
  system: CellSystem;
  base: number;
  /** True when each count went to one of the two multiples next to it; false when some had to go one farther. */
  toNeighbours: boolean;
  /** Sum of absolute changes. */
  change: number;
}

/**
 * Controlled rounding (Cox 1987): every count becomes a multiple of the base, all sums still hold, and the counts change
 * as little as that allows. Tables of two variables can always be rounded to neighbouring multiples; larger and linked
 * ones sometimes can't, then some counts go one multiple farther.
 */
export function roundTables(highs: Highs, system: CellSystem, base: number): Result<RoundedTables> {
  if (!(Number.isSafeInteger(base) && base >= 2))
    return refuse(
      "out-of-range",
      "--round",
      `${base} is no base to round to.`,
      "Give a whole number from 2, such as 5 or 10.",
    );
  for (const reach of [0, 1]) {
    const rounded = roundWithin(highs, system, base, reach);
    if (!rounded) continue;
    const change = rounded.reduce((sum, count, cell) => sum + Math.abs(count - system.cells[cell]!.count), 0);
    const cells = system.cells.map(({ at }, cell) => ({ at, count: rounded[cell]! }));
    return ok({ system: { cells, sums: system.sums }, base, toNeighbours: reach === 0, change });
  }
  return refuse(
    "impossible",
    "--round",
    `No multiples of ${base} near the counts keep all the sums.`,
    "Choose another base, or publish fewer tables together.",
  );
}

/** @param reach how many multiples farther than its neighbours a count may go; @returns counts, or undefined */
function roundWithin(highs: Highs, system: CellSystem, base: number, reach: number): number[] | undefined {
  const count = system.cells.length;
  // Column c: the multiple of cell c. Column count + c: how far that is from the count.
  const costs = new Float64Array(2 * count).fill(1, count);
  const lower = new Float64Array(2 * count);
  const upper = new Float64Array(2 * count).fill(highs.infinity, count);
  const starts: number[] = [];
  const indices: number[] = [];
  const values: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const addRow = (entries: readonly (readonly [number, number])[], low: number, high: number) => {
    starts.push(indices.length);
    for (const [index, value] of entries) {
      indices.push(index);
      values.push(value);
    }
    rowLower.push(low);
    rowUpper.push(high);
  };
  system.cells.forEach((cell, c) => {
    lower[c] = Math.max(0, Math.floor(cell.count / base) - reach);
    upper[c] = cell.count === 0 ? 0 : Math.ceil(cell.count / base) + reach;
    addRow(
      [
        [c, base],
        [count + c, -1],
      ],
      -highs.infinity,
      cell.count,
    );
    addRow(
      [
        [c, base],
        [count + c, 1],
      ],
      cell.count,
      highs.infinity,
    );
  });
  for (const { total, parts } of system.sums)
    addRow([...parts.map((part) => [part, 1] as const), [total, -1] as const], 0, 0);
  starts.push(indices.length);
  const numRows = rowLower.length;
  return highs.withModel(
    {
      numCols: 2 * count,
      numRows,
      colCost: costs,
      colLower: lower,
      colUpper: upper,
      rowLower,
      rowUpper,
      integrality: Int32Array.from({ length: 2 * count }, (_, column) => (column < count ? 1 : 0)),
      matrix: { format: "csr", numRows, numCols: 2 * count, starts, indices, values },
    },
    (model) => {
      model.options.set({ output_flag: false, time_limit: 60, mip_rel_gap: 0.001 });
      model.run();
      if (model.getModelStatus() === highs.constants.modelStatus.infeasible) return undefined;
      const solution = model.getSolution().colValue;
      const rounded = Array.from({ length: count }, (_, c) => base * Math.abs(Math.round(solution[c]!)));
      const holds = system.sums.every(
        ({ total, parts }) => parts.reduce((sum, part) => sum + rounded[part]!, 0) === rounded[total],
      );
      return holds ? rounded : undefined;
    },
  );
}
