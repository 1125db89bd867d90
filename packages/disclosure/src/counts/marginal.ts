import { groupTuples } from "../records/records.ts";
import type { Combinations } from "../risk/match-index.ts";

/** How many rows have each combination of values of some columns; combinations that no row has are left out. */
export interface Marginal {
  columns: readonly number[];
  /** Codes, cell after cell, `columns.length` to a cell. */
  codes: Uint32Array;
  counts: Float64Array;
}

/**
 * Counts the rows by some columns.
 * @param columns positions, at least one
 * @param withMissing false: rows that lack one of the values are left out
 */
export function countMarginal(
  combinations: Combinations,
  columns: readonly number[],
  withMissing: boolean,
): Marginal {
  const cells = columns.reduce((product, column) => product * combinations.columns[column]!.values.length, 1);
  return cells <= Math.max(4096, 8 * combinations.sizes.length)
    ? countDensely(combinations, columns, withMissing, cells)
    : countSparsely(combinations, columns, withMissing);
}

function countDensely(
  { codes, sizes, columns: all }: Combinations,
  columns: readonly number[],
  withMissing: boolean,
  cells: number,
): Marginal {
  const width = all.length;
  const radices = columns.map((column) => all[column]!.values.length);
  const table = new Float64Array(cells);
  const [first = 0, second = 0, third = 0] = columns;
  const [, secondRadix = 1, thirdRadix = 1] = radices;
  for (let c = 0; c < sizes.length; c++) {
    const base = c * width;
    let cell = codes[base + first]!;
    let complete = cell !== 0;
    // Up to three columns without an inner loop: these are the counts that are asked for most.
    if (columns.length > 1) {
      const code = codes[base + second]!;
      if (code === 0) complete = false;
      cell = cell * secondRadix + code;
    }
    if (columns.length > 2) {
      const code = codes[base + third]!;
      if (code === 0) complete = false;
      cell = cell * thirdRadix + code;
    }
    for (let at = 3; at < columns.length; at++) {
      const code = codes[base + columns[at]!]!;
      if (code === 0) complete = false;
      cell = cell * radices[at]! + code;
    }
    if (complete || withMissing) table[cell]! += sizes[c]!;
  }
  let filled = 0;
  for (let cell = 0; cell < cells; cell++) if (table[cell]! > 0) filled++;
  const found = {
    columns,
    codes: new Uint32Array(filled * columns.length),
    counts: new Float64Array(filled),
  };
  let at = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (table[cell]! === 0) continue;
    found.counts[at] = table[cell]!;
    let rest = cell;
    for (let j = columns.length - 1; j >= 0; j--) {
      const code = rest % radices[j]!;
      found.codes[at * columns.length + j] = code;
      rest = (rest - code) / radices[j]!;
    }
    at++;
  }
  return found;
}

function countSparsely(
  { codes, sizes, columns: all }: Combinations,
  columns: readonly number[],
  withMissing: boolean,
): Marginal {
  const width = all.length;
  const kept = columns.length;
  const tuples = new Uint32Array(sizes.length * kept);
  const sizeOf = new Float64Array(sizes.length);
  let count = 0;
  for (let c = 0; c < sizes.length; c++) {
    let complete = true;
    for (let j = 0; j < kept; j++) {
      const code = codes[c * width + columns[j]!]!;
      if (code === 0) complete = false;
      tuples[count * kept + j] = code;
    }
    if (complete || withMissing) sizeOf[count++] = sizes[c]!;
  }
  const { groupOf, groups } = groupTuples(tuples, kept, count);
  const counts = new Float64Array(groups.length);
  for (let at = 0; at < count; at++) counts[groupOf[at]!]! += sizeOf[at]!;
  const cells = new Uint32Array(groups.length * kept);
  groups.forEach((tuple, group) => {
    cells.set(tuples.subarray(tuple * kept, tuple * kept + kept), group * kept);
  });
  return { columns, codes: cells, counts };
}

/** All choices of `size` columns out of `width`, in order. */
export function chooseColumnSets(width: number, size: number): number[][] {
  const sets: number[][] = [];
  const extend = (from: number, chosen: readonly number[]) => {
    if (chosen.length === size) {
      sets.push([...chosen]);
      return;
    }
    for (let j = from; j <= width - (size - chosen.length); j++) extend(j + 1, [...chosen, j]);
  };
  extend(0, []);
  return sets;
}

/**
 * Counts of all combinations of up to `longest` values: every single value, every pair of values of two columns, …
 * Rows that lack a value count in the combinations that don't use it.
 * @returns one marginal per set of columns, the small sets first
 */
export function countCombinations(combinations: Combinations, longest: number): Marginal[] {
  const marginals: Marginal[] = [];
  for (let size = 1; size <= Math.min(longest, combinations.columns.length); size++) {
    for (const columns of chooseColumnSets(combinations.columns.length, size))
      marginals.push(countMarginal(combinations, columns, false));
  }
  return marginals;
}
