import { chooseColumnSets, countMarginal } from "../counts/marginal.ts";
import { type Column, groupTuples } from "../records/records.ts";
import type { Combinations } from "../risk/match-index.ts";

/** How far the counts of combinations of `length` values in the release are from those in the records. */
export interface CountError {
  length: number;
  /** Combinations that occur in the records. */
  combinations: number;
  /**
   * Σ |released − true| / Σ true over all combinations of this length, those that the release makes up included: the mean
   * relative error where each combination weighs as much as the rows it holds.
   */
  weightedError: number;
  /** Share of the true combinations that the release lacks, and of the released ones that are made up. */
  missedShare: number;
  madeUpShare: number;
  /** By size of the true count. */
  bySize: {
    from: number;
    to: number;
    combinations: number;
    meanAbsoluteError: number;
    meanRelativeError: number;
  }[];
}

const SIZE_LIMITS = [1, 11, 51, 101, 501, 1001, 5001, Number.POSITIVE_INFINITY];

/**
 * Compares counts of all combinations of `length` known values.
 * @param released records over columns of the same names, in the same order; values may be fewer or others
 * @param scale factor on the released counts, where the release is meant to have another number of rows
 */
export function compareCounts(
  truth: Combinations,
  released: Combinations,
  length: number,
  scale = 1,
): CountError {
  const aligned = alignCodes(truth.columns, released);
  const bySize = SIZE_LIMITS.slice(0, -1).map((from, at) => ({
    from,
    to: SIZE_LIMITS[at + 1]! - 1,
    combinations: 0,
    meanAbsoluteError: 0,
    meanRelativeError: 0,
  }));
  const total = { true: 0, off: 0, combinations: 0, missed: 0, released: 0, madeUp: 0 };
  for (const columns of chooseColumnSets(truth.columns.length, length)) {
    const real = countMarginal(truth, columns, false);
    const shown = countMarginal(aligned, columns, false);
    const tuples = new Uint32Array(real.codes.length + shown.codes.length);
    tuples.set(real.codes);
    tuples.set(shown.codes, real.codes.length);
    const { groupOf, groups } = groupTuples(tuples, length, real.counts.length + shown.counts.length);
    const difference = new Float64Array(groups.length);
    const shownAt = new Float64Array(groups.length);
    for (const [at, count] of shown.counts.entries())
      shownAt[groupOf[real.counts.length + at]!]! += count * scale;
    for (let cell = 0; cell < groups.length; cell++) {
      // Cells of the records come first and are all distinct, so cell and position agree.
      const count = cell < real.counts.length ? real.counts[cell]! : 0;
      difference[cell] = Math.abs(shownAt[cell]! - count);
      total.true += count;
      total.off += difference[cell]!;
      if (shownAt[cell]! > 0) total.released++;
      if (count === 0) {
        total.madeUp++;
        continue;
      }
      total.combinations++;
      if (shownAt[cell] === 0) total.missed++;
      const band = bySize.find(({ to }) => count <= to)!;
      band.combinations++;
      band.meanAbsoluteError += difference[cell]!;
      band.meanRelativeError += difference[cell]! / count;
    }
  }
  for (const band of bySize) {
    band.meanAbsoluteError /= Math.max(1, band.combinations);
    band.meanRelativeError /= Math.max(1, band.combinations);
  }
  return {
    length,
    combinations: total.combinations,
    weightedError: total.true === 0 ? 0 : total.off / total.true,
    missedShare: total.combinations === 0 ? 0 : total.missed / total.combinations,
    madeUpShare: total.released === 0 ? 0 : total.madeUp / total.released,
    bySize: bySize.filter(({ combinations }) => combinations > 0),
  };
}

/** The same records with the codes of other dictionaries; values not met there get codes of their own. */
export function alignCodes(columns: readonly Column[], other: Combinations): Combinations {
  const width = columns.length;
  const extended = columns.map(({ name, values }) => ({ name, values: [...values] }));
  const translations = extended.map(({ values }, j) => {
    const known = new Map(values.map((value, code) => [value, code]));
    return (other.columns[j]?.values ?? []).map((value) => {
      let code = known.get(value);
      if (code === undefined) {
        code = values.length;
        values.push(value);
        known.set(value, code);
      }
      return code;
    });
  });
  const codes = other.codes.map((code, at) => translations[at % width]![code]!);
  return { columns: extended, codes, sizes: other.sizes };
}

/** Lengths of combinations that a report compares: up to 4, as long as there are at most 2,000 sets of columns. */
export function countErrorLengths(columns: number): number[] {
  return [1, 2, 3, 4].filter(
    (length) => length <= columns && chooseColumnSets(columns, length).length <= 2000,
  );
}
