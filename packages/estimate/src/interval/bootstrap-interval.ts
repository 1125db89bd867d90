/**
 * Intervals from bootstrap replicates: percentile, and bias-corrected and accelerated (BCa; Efron 1987, DiCiccio &
 * Efron 1996), with the acceleration from a jackknife over cases.
 */
import { normalProbability, normalQuantile } from "../numerics/normal.ts";
import { sampleQuantile } from "../numerics/quantile.ts";
import type { LeftOut } from "./bootstrap.ts";
import type { Interval } from "./interval.ts";

/** With fewer replicates than this beyond an end of the interval, that end is hardly known. */
const FEWEST_BEYOND = 3;

/**
 * Percentile interval.
 * @param totals replicates in any order
 */
export function percentileInterval(totals: ArrayLike<number>, level: number): Interval {
  const sorted = Float64Array.from(totals).sort();
  return {
    method: "percentile",
    level,
    lower: sampleQuantile(sorted, (1 - level) / 2),
    upper: sampleQuantile(sorted, (1 + level) / 2),
    remarks: remarkOnUnbounded(sorted),
  };
}

/**
 * Acceleration: skewness of the estimate's influence over cases, Σ r³ / (6 (Σ r²)^{3/2}) with r the mean of the
 * leave-one-out estimates less each of them, every history counted as often as it has cases.
 * @returns 0 when leaving out cases changes nothing; NaN when a leave-one-out estimate is not finite
 */
export function acceleration(left: readonly LeftOut[]): number {
  let n = 0;
  let mean = 0;
  for (const { count, total } of left) {
    n += count;
    mean += count * total;
  }
  mean /= n;
  let squares = 0;
  let cubes = 0;
  for (const { count, total } of left) {
    const r = mean - total;
    squares += count * r * r;
    cubes += count * r * r * r;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

export interface BcaInterval extends Interval {
  /** Bias correction: the normal quantile of the share of replicates below the estimate. */
  readonly bias: number;
  readonly acceleration: number;
  /** The shares of the bootstrap distribution at which the ends were read. */
  readonly shares: readonly [number, number];
  /** Monte Carlo standard error of the two ends, from the density of replicates around them; NaN if unknown. */
  readonly monteCarloError: readonly [number, number];
}

/**
 * BCa interval.
 * @param totals replicates in any order
 * @param estimate the estimate from the data
 * @param accelerated see `acceleration`
 */
export function bcaInterval(
  totals: ArrayLike<number>,
  estimate: number,
  accelerated: number,
  level: number,
): BcaInterval {
  const sorted = Float64Array.from(totals).sort();
  let below = 0;
  while (below < sorted.length && sorted[below]! < estimate) below++;
  const bias = normalQuantile(below / sorted.length);
  const remarks = remarkOnUnbounded(sorted);
  if (!Number.isFinite(bias)) {
    remarks.push(
      `All replicates lie ${bias > 0 ? "below" : "at or above"} the estimate, so its bias can't be corrected; take the percentile interval with reserve.`,
    );
  }
  if (Number.isNaN(accelerated)) {
    remarks.push("Leaving out a single case leaves no finite estimate; acceleration is taken as 0.");
  }
  const a = Number.isNaN(accelerated) ? 0 : accelerated;
  const share = (p: number): number => {
    if (!Number.isFinite(bias)) return p;
    const z = normalQuantile(p) + bias;
    return normalProbability(bias + z / (1 - a * z));
  };
  const shares: [number, number] = [share((1 - level) / 2), share((1 + level) / 2)];
  const tail = Math.min(shares[0], 1 - shares[1]) * sorted.length;
  if (tail < FEWEST_BEYOND) {
    remarks.push(
      `One end was read where only ${tail.toFixed(1)} of ${sorted.length} replicates lie beyond it; more replicates would settle it.`,
    );
  }
  const [lower, upper] = shares.map((p) => sampleQuantile(sorted, p));
  return {
    method: "bca",
    level,
    lower: lower!,
    upper: upper!,
    remarks,
    bias,
    acceleration: accelerated,
    shares,
    monteCarloError: [quantileError(sorted, shares[0]), quantileError(sorted, shares[1])],
  };
}

/** Standard error of a sample quantile: half the gap between the quantiles one binomial error to either side. */
function quantileError(sorted: Float64Array, p: number): number {
  const step = Math.max(Math.sqrt((p * (1 - p)) / sorted.length), 1 / sorted.length);
  const gap = sampleQuantile(sorted, Math.min(1, p + step)) - sampleQuantile(sorted, Math.max(0, p - step));
  return Number.isFinite(gap) ? gap / 2 : Number.NaN;
}

function remarkOnUnbounded(sorted: Float64Array): string[] {
  let unbounded = 0;
  while (unbounded < sorted.length && !Number.isFinite(sorted[sorted.length - 1 - unbounded]!)) unbounded++;
  if (unbounded === 0) return [];
  return [
    `${unbounded} of ${sorted.length} replicates have no finite estimate and count as larger than all others.`,
  ];
}
