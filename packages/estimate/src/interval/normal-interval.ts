/**
 * Normal interval on the logarithm of the hidden number, with the chosen model taken for granted. It is the interval
 * that a generalized linear model program gives, and too narrow when the model was chosen with the same data.
 */
import type { ModelFit } from "../model/fit-model.ts";
import { normalQuantile } from "../numerics/normal.ts";
import type { Interval } from "./interval.ts";

/**
 * @param fit a fitted model
 * @param level nominal coverage between 0 and 1
 */
export function normalInterval(fit: ModelFit, level: number): Interval {
  const observed = fit.total - fit.hidden;
  const spread = Math.exp(normalQuantile((1 + level) / 2) * fit.logHiddenError);
  return {
    method: "normal",
    level,
    lower: observed + fit.hidden / spread,
    upper: observed + fit.hidden * spread,
    remarks: [],
  };
}
