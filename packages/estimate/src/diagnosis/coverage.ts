/**
 * Would these intervals cover the truth, if the fitted model were the truth? Tables are drawn from the fitted model;
 * each is analysed afresh, choice of model included, and the intervals are counted that hold the known total.
 */
import { type Method, makeChooser } from "../choice/method.ts";
import { bootstrapTotals, jackknifeTotals, resampleCases, resampleModel } from "../interval/bootstrap.ts";
import { acceleration, bcaInterval, percentileInterval } from "../interval/bootstrap-interval.ts";
import { normalInterval } from "../interval/normal-interval.ts";
import { fitModel } from "../model/fit-model.ts";
import { Random } from "../numerics/random.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import { withCounts } from "../table/reshape-table.ts";

export interface CoverageResult {
  readonly total: number;
  /** Lower and upper ends; NaN where an interval could not be had. */
  readonly normal: readonly [number, number];
  readonly percentile: readonly [number, number];
  readonly bca: readonly [number, number];
}

export interface CoverageRequest {
  readonly method: Method;
  readonly expected: Float64Array;
  readonly level: number;
  /** Bootstrap replicates in each simulated table; 0 for normal intervals alone. */
  readonly boot: number;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** Seeds of the bootstraps inside are kept apart from those of the simulation. */
const INNER_SEEDS = 1_000_003;

/** Draws and analyses tables `from` to `to` − 1. */
export function simulateCoverage(
  table: CaptureTable,
  request: CoverageRequest,
  onProgress?: (done: number) => boolean,
): CoverageResult[] {
  const { method, expected, level, boot, seed, from, to } = request;
  const draw = resampleModel(expected);
  const made = makeChooser(table.lists, method);
  if (!made.ok) return [];
  const chooser = made.value;
  const results: CoverageResult[] = [];
  for (let i = from; i < to; i++) {
    const counts = new Float64Array(table.counts.length);
    draw(new Random(seed, i), counts);
    const drawn = withCounts(table, counts);
    const choice = chooser.choose(counts);
    const fit = fitModel(drawn, choice.interactions);
    const nothing: [number, number] = [Number.NaN, Number.NaN];
    const normal = fit.ok ? ends(normalInterval(fit.value, level)) : nothing;
    let percentile = nothing;
    let bca = nothing;
    if (boot > 0 && Number.isFinite(choice.total)) {
      const resample = resampleCases(drawn);
      const { totals } = bootstrapTotals(chooser, resample, counts.length, seed + INNER_SEEDS + i, 0, boot);
      percentile = ends(percentileInterval(totals, level));
      bca = ends(bcaInterval(totals, choice.total, acceleration(jackknifeTotals(chooser, drawn)), level));
    }
    results.push({ total: choice.total, normal, percentile, bca });
    if (onProgress && !onProgress(i - from + 1)) break;
  }
  return results;
}

function ends(interval: { readonly lower: number; readonly upper: number }): [number, number] {
  return [interval.lower, interval.upper];
}

export interface CoverageSummary {
  readonly truth: number;
  readonly simulations: number;
  /** Share of intervals that hold the truth; NaN where none was made. */
  readonly normal: number;
  readonly percentile: number;
  readonly bca: number;
  /** Standard error of a share of 95 % with this many simulations. */
  readonly standardError: number;
  /** Median of the estimates, to compare with the truth. */
  readonly medianTotal: number;
}

/** @param truth the total of the model that the tables were drawn from */
export function summarizeCoverage(
  results: readonly CoverageResult[],
  truth: number,
  level: number,
): CoverageSummary {
  const share = (kind: "normal" | "percentile" | "bca"): number => {
    const made = results.filter((r) => !Number.isNaN(r[kind][0]));
    if (made.length === 0) return Number.NaN;
    return made.filter((r) => r[kind][0] <= truth && truth <= r[kind][1]).length / made.length;
  };
  const totals = results.map((r) => r.total).sort((a, b) => a - b);
  return {
    truth,
    simulations: results.length,
    normal: share("normal"),
    percentile: share("percentile"),
    bca: share("bca"),
    standardError: Math.sqrt((level * (1 - level)) / Math.max(1, results.length)),
    medianTotal: totals[Math.floor(totals.length / 2)] ?? Number.NaN,
  };
}
