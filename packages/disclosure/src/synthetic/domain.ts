import { type PrivacyLoss, rhoOfGaussian, spending } from "../accounting/zcdp.ts";
import { discreteGaussian, gaussianTail, varianceOf } from "../noise/discrete-gaussian.ts";
import type { Fraction } from "../noise/discrete-laplace.ts";
import type { RandomBits } from "../noise/random-bits.ts";
import type { Combinations } from "../risk/match-index.ts";
import { projectOntoSimplex } from "./allot.ts";

/** Noise and threshold by which single values are released. */
export interface DomainPlan {
  noise: Fraction;
  /** A value not known to occur is released only if its noisy count reaches this. */
  threshold: number;
  loss: PrivacyLoss;
}

/** Plans the release of single values: a person has one in each column. */
export function planDomain(columns: number, rho: number, delta: number): DomainPlan {
  const noise = varianceOf(columns / (2 * rho));
  let threshold = 2;
  while (gaussianTail(noise, threshold - 1) > delta / columns) threshold++;
  return { noise, threshold, loss: spending(rhoOfGaussian(columns, noise), delta) };
}

/** Values that may be used from here on, column by column, with noisy counts that add up to the same number of rows. */
export interface Domain {
  rows: number;
  /** Codes of the values; the missing value (0) is always the first. */
  values: number[][];
  counts: Float64Array[];
}

/**
 * Releases the single values of each column with noisy counts. A value too rare to be released counts as missing from
 * here on.
 * @param known for each column, codes already released otherwise: they need to pass no threshold
 */
export function releaseDomain(
  combinations: Combinations,
  plan: DomainPlan,
  known: readonly ReadonlySet<number>[],
  bits: RandomBits,
): Domain {
  const width = combinations.columns.length;
  const values: number[][] = [];
  const noisyCounts: number[][] = [];
  for (let column = 0; column < width; column++) {
    const exact = new Float64Array(combinations.columns[column]!.values.length);
    combinations.sizes.forEach((size, c) => {
      exact[combinations.codes[c * width + column]!]! += size;
    });
    const kept = [0];
    const noisy = [exact[0]! + discreteGaussian(bits, plan.noise)];
    for (let code = 1; code < exact.length; code++) {
      const isKnown = known[column]!.has(code);
      // No noise for a value that neither occurs nor is known to: nobody may learn from it, and nobody does.
      if (!isKnown && exact[code] === 0) continue;
      const count = exact[code]! + discreteGaussian(bits, plan.noise);
      if (!isKnown && count < plan.threshold) continue;
      kept.push(code);
      noisy.push(count);
    }
    values.push(kept);
    noisyCounts.push(noisy);
  }
  const rows = estimateRows(noisyCounts);
  return { rows, values, counts: noisyCounts.map((counts) => projectOntoSimplex(counts, rows)) };
}

/** Number of rows: each column's counts add up to it, with an error that grows with its number of values. */
function estimateRows(noisyCounts: readonly (readonly number[])[]): number {
  let sum = 0;
  let weights = 0;
  for (const counts of noisyCounts) {
    const weight = 1 / counts.length;
    sum += weight * counts.reduce((total, count) => total + count, 0);
    weights += weight;
  }
  return Math.max(0, Math.round(sum / weights));
}

/** Combinations with every value outside the domain made missing, coded by position in the domain. */
export function restrictToDomain(
  combinations: Combinations,
  domain: Domain,
): { codes: Uint32Array; sizes: Uint32Array } {
  const width = combinations.columns.length;
  const positions = domain.values.map((values, column) => {
    const position = new Uint32Array(combinations.columns[column]!.values.length);
    values.forEach((code, at) => {
      position[code] = at;
    });
    return position;
  });
  return {
    codes: combinations.codes.map((code, at) => positions[at % width]![code]!),
    sizes: combinations.sizes,
  };
}
