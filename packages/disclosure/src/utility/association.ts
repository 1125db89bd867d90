import { chooseColumnSets, countMarginal } from "../counts/marginal.ts";
import type { Combinations } from "../risk/match-index.ts";
import { alignCodes } from "./count-error.ts";

/** How the relation between two columns fares in a release. */
export interface AssociationError {
  columns: [string, string];
  /** Cramér's V, 0 (independent) to 1, over rows where both values are known. */
  true: number;
  released: number;
}

export interface DistributionError {
  /** Half the sum of absolute differences of shares, by column, missing counted as a value: 0 (alike) to 1. */
  totalVariation: Readonly<Record<string, number>>;
  associations: AssociationError[];
  /** Mean and greatest difference of Cramér's V. */
  meanAssociationError: number;
  greatestAssociationError: number;
  /**
   * Analysis error: mean absolute difference of the shares a table would show (value of one column among the rows with
   * a value of another), over groups of at least 50 rows, in percentage points.
   */
  meanShareError: number;
}

/** Compares distributions and associations of a release with those of the records. */
export function compareDistributions(truth: Combinations, released: Combinations): DistributionError {
  const aligned = alignCodes(truth.columns, released);
  const width = truth.columns.length;
  const associations = chooseColumnSets(width, 2).map(([a = 0, b = 0]): AssociationError => {
    const names: [string, string] = [truth.columns[a]!.name, truth.columns[b]!.name];
    return { columns: names, true: cramersV(truth, a, b), released: cramersV(aligned, a, b) };
  });
  const differences = associations.map((pair) => Math.abs(pair.true - pair.released));
  return {
    totalVariation: Object.fromEntries(
      truth.columns.map(({ name }, column) => [name, totalVariation(truth, aligned, column)]),
    ),
    associations,
    meanAssociationError: mean(differences),
    greatestAssociationError: Math.max(0, ...differences),
    meanShareError: 100 * meanShareError(truth, aligned),
  };
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

function sharesBy(combinations: Combinations, column: number): Map<number, number> {
  const { codes, counts } = countMarginal(combinations, [column], true);
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map((count, cell) => [codes[cell]!, count / rows]));
}

function totalVariation(truth: Combinations, released: Combinations, column: number): number {
  const real = sharesBy(truth, column);
  const shown = sharesBy(released, column);
  let off = 0;
  for (const code of new Set([...real.keys(), ...shown.keys()]))
    off += Math.abs((real.get(code) ?? 0) - (shown.get(code) ?? 0));
  return off / 2;
}

/** Cramér's V of two columns over the rows in which both are known; 0 where either takes one value only. */
export function cramersV(combinations: Combinations, a: number, b: number): number {
  const { codes, counts } = countMarginal(combinations, [a, b], false);
  const rowTotals = new Map<number, number>();
  const columnTotals = new Map<number, number>();
  let total = 0;
  counts.forEach((count, cell) => {
    total += count;
    rowTotals.set(codes[2 * cell]!, (rowTotals.get(codes[2 * cell]!) ?? 0) + count);
    columnTotals.set(codes[2 * cell + 1]!, (columnTotals.get(codes[2 * cell + 1]!) ?? 0) + count);
  });
  const freedom = Math.min(rowTotals.size, columnTotals.size) - 1;
  if (freedom < 1) return 0;
  // χ²/n = Σ n_ab² / (n_a n_b) − 1.
  let sum = 0;
  counts.forEach((count, cell) => {
    sum += (count * count) / (rowTotals.get(codes[2 * cell]!)! * columnTotals.get(codes[2 * cell + 1]!)!);
  });
  return total === 0 ? 0 : Math.sqrt(Math.max(0, sum - 1) / freedom);
}

const SMALLEST_GROUP = 50;

function meanShareError(truth: Combinations, released: Combinations): number {
  const differences: number[] = [];
  for (const [a = 0, b = 0] of chooseColumnSets(truth.columns.length, 2)) {
    for (const pair of [
      [a, b],
      [b, a],
    ]) {
      const real = conditionalShares(truth, pair);
      const shown = conditionalShares(released, pair);
      for (const [group, { rows, shares }] of real) {
        if (rows < SMALLEST_GROUP) continue;
        for (const [code, share] of shares)
          differences.push(Math.abs(share - (shown.get(group)?.shares.get(code) ?? 0)));
      }
    }
  }
  return mean(differences);
}

function conditionalShares(combinations: Combinations, columns: readonly number[]) {
  const { codes, counts } = countMarginal(combinations, columns, false);
  const groups = new Map<number, { rows: number; shares: Map<number, number> }>();
  counts.forEach((count, cell) => {
    const group = groups.get(codes[2 * cell]!) ?? { rows: 0, shares: new Map<number, number>() };
    groups.set(codes[2 * cell]!, group);
    group.rows += count;
    group.shares.set(codes[2 * cell + 1]!, count);
  });
  for (const { rows, shares } of groups.values())
    for (const [code, count] of shares) shares.set(code, count / rows);
  return groups;
}
