/**
 * Summary of Markov chains with the two checks that say whether to believe it: split R̂ (Gelman & Rubin 1992; Gelman
 * et al. 2013), near 1 when all halves of all chains tell the same, and the effective number of independent draws.
 */
import type { Interval } from "../interval/interval.ts";
import { sampleQuantile } from "../numerics/quantile.ts";

export interface PosteriorSummary {
  readonly mean: number;
  readonly median: number;
  readonly interval: Interval;
  /** Split R̂ on the logarithm; above 1.1 the chains do not agree. */
  readonly rHat: number;
  readonly effectiveDraws: number;
}

/**
 * @param chains draws of a positive quantity, all chains of the same length ≥ 4
 * @param level coverage of the central posterior interval
 */
export function summarizeChains(chains: readonly Float64Array[], level: number): PosteriorSummary {
  const all = new Float64Array(chains.reduce((sum, c) => sum + c.length, 0));
  let at = 0;
  for (const chain of chains) {
    all.set(chain, at);
    at += chain.length;
  }
  const mean = all.reduce((a, b) => a + b, 0) / all.length;
  all.sort();
  const halves = chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.subarray(0, half), chain.subarray(chain.length - half)].map((c) => c.map(Math.log));
  });
  const rHat = splitRHat(halves);
  const effectiveDraws = halves.reduce((sum, half) => sum + effectiveSize(half), 0);
  const remarks: string[] = [];
  if (rHat > 1.1) {
    remarks.push(
      `The chains do not agree (R̂ ${rHat.toFixed(2)}): run more sweeps before you rely on this interval.`,
    );
  }
  return {
    mean,
    median: sampleQuantile(all, 0.5),
    interval: {
      method: "posterior",
      level,
      lower: sampleQuantile(all, (1 - level) / 2),
      upper: sampleQuantile(all, (1 + level) / 2),
      remarks,
    },
    rHat,
    effectiveDraws,
  };
}

function splitRHat(halves: readonly Float64Array[]): number {
  const n = halves[0]!.length;
  const means = halves.map((h) => h.reduce((a, b) => a + b, 0) / n);
  const grand = means.reduce((a, b) => a + b, 0) / means.length;
  const within =
    halves.reduce((sum, h, i) => sum + h.reduce((s, x) => s + (x - means[i]!) ** 2, 0) / (n - 1), 0) /
    halves.length;
  if (within === 0) return 1;
  const between = means.reduce((sum, m) => sum + (m - grand) ** 2, 0) / (means.length - 1);
  return Math.sqrt((n - 1) / n + between / within);
}

/** Draws divided by the autocorrelation time, summed over pairs of lags until a pair turns negative (Geyer 1992). */
function effectiveSize(draws: Float64Array): number {
  const n = draws.length;
  const mean = draws.reduce((a, b) => a + b, 0) / n;
  const covariance = (lag: number): number => {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += (draws[i]! - mean) * (draws[i - lag]! - mean);
    return sum / n;
  };
  const variance = covariance(0);
  if (variance === 0) return n;
  let time = -1;
  for (let lag = 0; lag + 1 < Math.min(n, 2000); lag += 2) {
    const pair = (covariance(lag) + covariance(lag + 1)) / variance;
    if (pair <= 0) break;
    time += 2 * pair;
  }
  return n / Math.max(time, 1 / n);
}
