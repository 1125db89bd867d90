import {
  addLosses,
  DELTA_UNIT,
  type PrivacyLoss,
  RHO_UNIT,
  rhoOfGaussian,
  rhoOfPure,
  spending,
} from "../accounting/zcdp.ts";
import { discreteGaussian, gaussianTail, varianceOf } from "../noise/discrete-gaussian.ts";
import { discreteLaplace, type Fraction, laplaceTail } from "../noise/discrete-laplace.ts";
import type { RandomBits } from "../noise/random-bits.ts";
import { ok, type Result, refuse } from "../refusal.ts";
import type { Combinations } from "../risk/match-index.ts";
import { makeConsistent } from "./consistent.ts";
import { chooseColumnSets, countMarginal, type Marginal } from "./marginal.ts";

export interface PrivateCountsQuestion {
  /** Longest combination: 1 counts single values, 2 also pairs, 3 also triples … */
  longest: number;
  noise?: "gaussian" | "laplace";
}

/** How the combinations of one length were released. */
export interface LengthPlan {
  length: number;
  /** Sets of columns of this length; one person counts in one combination of each. */
  sets: number;
  /** σ² of Gaussian noise, or the scale of Laplace noise. */
  noise: Fraction;
  /** A combination is released only if its noisy count reaches this. */
  threshold: number;
  loss: PrivacyLoss;
}

export interface PrivateCountsPlan {
  noise: "gaussian" | "laplace";
  /** Noise on the number of rows. */
  rows: { noise: Fraction; loss: PrivacyLoss };
  lengths: LengthPlan[];
  loss: PrivacyLoss;
}

/** Share of ρ that the number of rows takes. */
const SHARE_OF_ROWS = 0.01;

/**
 * Plans the release: noise and thresholds for an amount of privacy, from the number of columns alone. One person is in
 * one combination of each set of columns, so the counts of one length change by at most 1 in as many places as there are
 * sets. Lengths share ρ by the square root of their number of sets.
 */
export function planPrivateCounts(
  columns: number,
  question: PrivateCountsQuestion,
  amount: PrivacyLoss,
): Result<PrivateCountsPlan> {
  const { longest } = question;
  if (!(Number.isSafeInteger(longest) && longest >= 1 && longest <= Math.min(4, columns)))
    return refuse(
      "out-of-range",
      "--length",
      `${longest} is no length of combinations of ${columns} columns.`,
      `Give a whole number from 1 to ${Math.min(4, columns)}.`,
    );
  if (amount.rho < 100 * (longest + 1) || amount.delta < longest) return refuseSmallAmount();
  const noise = question.noise ?? "gaussian";
  // Each part is rounded up by less than two units.
  const rho = (amount.rho - 2 * (longest + 1)) * RHO_UNIT;
  const sets = Array.from({ length: longest }, (_, at) => chooseColumnSets(columns, at + 1).length);
  const roots = sets.map(Math.sqrt);
  const rootSum = roots.reduce((sum, root) => sum + root, 0);
  const deltaEach = Math.floor(amount.delta / longest) * DELTA_UNIT;
  const rowNoise = noiseFor(noise, 1, rho * SHARE_OF_ROWS);
  const lengths = sets.map((count, at): LengthPlan => {
    const plan = noiseFor(noise, count, (rho * (1 - SHARE_OF_ROWS) * roots[at]!) / rootSum);
    const threshold = thresholdFor(noise, plan.noise, deltaEach / count);
    return {
      length: at + 1,
      sets: count,
      ...plan,
      threshold,
      loss: { rho: plan.loss.rho, delta: spending(0, deltaEach).delta },
    };
  });
  const loss = addLosses([rowNoise.loss, ...lengths.map((length) => length.loss)]);
  if (loss.rho > amount.rho || loss.delta > amount.delta) return refuseSmallAmount();
  return ok({ noise, rows: rowNoise, lengths, loss });
}

const refuseSmallAmount = () =>
  refuse(
    "out-of-range",
    "--epsilon",
    "The amount is too small to be divided among the counts.",
    "Choose a larger ε or δ.",
  );

/** Noise that spends at most ρ on counts that one person changes by 1 in `places` places. */
function noiseFor(
  noise: "gaussian" | "laplace",
  places: number,
  rho: number,
): { noise: Fraction; loss: PrivacyLoss } {
  if (noise === "gaussian") {
    const variance = varianceOf((places / (2 * rho)) * (1 + 1e-9));
    return { noise: variance, loss: spending(rhoOfGaussian(places, variance)) };
  }
  const scale = varianceOf((places / Math.sqrt(2 * rho)) * (1 + 1e-9));
  return { noise: scale, loss: spending(rhoOfPure((places * scale.denominator) / scale.numerator)) };
}

/** The least count to release such that a combination of one person passes with at most this probability. */
function thresholdFor(noise: "gaussian" | "laplace", fraction: Fraction, probability: number): number {
  const tail = noise === "gaussian" ? gaussianTail : laplaceTail;
  let [low, high] = [1, 2];
  while (tail(fraction, high) > probability) high *= 2;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (tail(fraction, middle) > probability) low = middle + 1;
    else high = middle;
  }
  return 1 + low;
}

export interface PrivateCounts {
  plan: PrivateCountsPlan;
  /** Noisy number of rows, at least 0. */
  rows: number;
  /** Released combinations with their noisy, consistent counts; one marginal per set of columns. */
  marginals: Marginal[];
  /** Combinations that occur in the records, and those released, by length: NOT to be published, they say how many are rare. */
  released: { length: number; combinations: number }[];
}

/**
 * Counts of all combinations of up to `longest` values with noise. A combination is released only if all shorter ones in
 * it are and its noisy count reaches the threshold; then counts are made consistent: whole, none larger than that of a
 * part of it, and no more in sum than what they are split from.
 */
export function countPrivately(
  combinations: Combinations,
  plan: PrivateCountsPlan,
  bits: RandomBits,
): PrivateCounts {
  const draw = plan.noise === "gaussian" ? discreteGaussian : discreteLaplace;
  const trueRows = combinations.sizes.reduce((sum, size) => sum + size, 0);
  const rows = Math.max(0, trueRows + draw(bits, plan.rows.noise));
  const noisy: Marginal[] = [];
  for (const { length, noise, threshold } of plan.lengths) {
    for (const columns of chooseColumnSets(combinations.columns.length, length)) {
      const exact = countMarginal(combinations, columns, false);
      // Noise goes on every combination that occurs, before anything is looked at.
      const counts = exact.counts.map((count) => count + draw(bits, noise));
      noisy.push(keepCells({ columns, codes: exact.codes, counts }, (cell) => counts[cell]! >= threshold));
    }
  }
  const marginals = makeConsistent(noisy, rows);
  const released = plan.lengths.map(({ length }) => ({
    length,
    combinations: marginals.reduce(
      (sum, { columns, counts }) => sum + (columns.length === length ? counts.length : 0),
      0,
    ),
  }));
  return { plan, rows, marginals, released };
}

/** The cells of a marginal that pass a test. */
export function keepCells(marginal: Marginal, keep: (cell: number) => boolean): Marginal {
  const width = marginal.columns.length;
  const kept = [...marginal.counts.keys()].filter(keep);
  const codes = new Uint32Array(kept.length * width);
  kept.forEach((cell, at) => {
    codes.set(marginal.codes.subarray(cell * width, cell * width + width), at * width);
  });
  return {
    columns: marginal.columns,
    codes,
    counts: Float64Array.from(kept, (cell) => marginal.counts[cell]!),
  };
}
