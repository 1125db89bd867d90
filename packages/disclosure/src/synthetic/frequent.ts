import { type PrivacyLoss, rhoOfGaussian, spending } from "../accounting/zcdp.ts";
import { discreteGaussian, gaussianTail, varianceOf } from "../noise/discrete-gaussian.ts";
import type { Fraction } from "../noise/discrete-laplace.ts";
import type { RandomBits } from "../noise/random-bits.ts";
import type { Combinations } from "../risk/match-index.ts";

/** Noise and threshold by which whole combinations are released. */
export interface FrequentPlan {
  noise: Fraction;
  threshold: number;
  loss: PrivacyLoss;
}

/** Plans the release of frequent combinations. @param rho, @param delta the most to spend, not in units */
export function planFrequent(rho: number, delta: number): FrequentPlan {
  const noise = varianceOf(1 / (2 * rho));
  let threshold = 2;
  while (gaussianTail(noise, threshold - 1) > delta) threshold++;
  return { noise, threshold, loss: spending(rhoOfGaussian(1, noise), delta) };
}

export interface FrequentCombinations {
  /** Positions of the released combinations, and their noisy counts. */
  released: number[];
  counts: number[];
  /** The rows of all other combinations. */
  rest: Combinations;
}

/**
 * Releases the combinations over all columns that many rows share, each with noise (a stability-based histogram). A
 * person is in one combination only, so noise of sensitivity 1 is enough; a combination of one person passes the
 * threshold with probability δ at most. What isn't released is handed back, for a model of the rest: adding or removing a
 * person changes that rest by one row at most, so what is spent on it simply adds up.
 */
export function releaseFrequent(
  combinations: Combinations,
  plan: FrequentPlan,
  bits: RandomBits,
): FrequentCombinations {
  const released: number[] = [];
  const counts: number[] = [];
  const left: number[] = [];
  combinations.sizes.forEach((size, c) => {
    const noisy = size + discreteGaussian(bits, plan.noise);
    if (noisy >= plan.threshold) {
      released.push(c);
      counts.push(noisy);
    } else left.push(c);
  });
  const width = combinations.columns.length;
  const codes = new Uint32Array(left.length * width);
  left.forEach((c, at) => {
    codes.set(combinations.codes.subarray(c * width, c * width + width), at * width);
  });
  const rest = {
    columns: combinations.columns,
    codes,
    sizes: Uint32Array.from(left, (c) => combinations.sizes[c]!),
  };
  return { released, counts, rest };
}
