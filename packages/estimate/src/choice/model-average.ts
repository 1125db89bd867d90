/**
 * Average over models with an interval that answers for the disagreement among them (Burnham & Anderson 2002): on the
 * logarithm of the hidden number, the variance is Σ w (own variance + squared distance to the average).
 */
import type { Interval } from "../interval/interval.ts";
import { fitModel } from "../model/fit-model.ts";
import { normalQuantile } from "../numerics/normal.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import { type Scored, type Weighted, weighModels } from "./criterion-search.ts";

/** Models of smaller weight than this share of the best add nothing. */
const LEAST_WEIGHT = 1e-4;

export interface ModelAverage {
  readonly total: number;
  readonly interval: Interval;
  /** Models by falling weight, at most twenty. */
  readonly models: readonly Weighted[];
}

/**
 * @param ranked models scored on this table, the best first
 * @returns undefined when no model has an estimate
 */
export function averageModels(
  table: CaptureTable,
  ranked: readonly Scored[],
  level: number,
): ModelAverage | undefined {
  const weighted = weighModels(ranked);
  const best = weighted[0];
  if (!best) return undefined;
  const used = weighModels(weighted.filter((w) => w.weight >= LEAST_WEIGHT * best.weight));
  const parts = used.flatMap((w) => {
    const fit = fitModel(table, w.interactions);
    return fit.ok
      ? [{ weight: w.weight, log: Math.log(fit.value.hidden), error: fit.value.logHiddenError }]
      : [];
  });
  const centre = parts.reduce((sum, p) => sum + p.weight * p.log, 0);
  const variance = parts.reduce((sum, p) => sum + p.weight * (p.error ** 2 + (p.log - centre) ** 2), 0);
  const spread = Math.exp(normalQuantile((1 + level) / 2) * Math.sqrt(variance));
  return {
    total: used.reduce((sum, w) => sum + w.weight * w.total, 0),
    interval: {
      method: "normal",
      level,
      lower: table.observed + Math.exp(centre) / spread,
      upper: table.observed + Math.exp(centre) * spread,
      remarks: [],
    },
    models: weighted.slice(0, 20),
  };
}
