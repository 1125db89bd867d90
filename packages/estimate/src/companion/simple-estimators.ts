/**
 * Simple companions: Chapman's and Lincoln–Petersen's estimators for two lists, and Chao's lower bound from the
 * numbers of cases on one list and on two.
 */

import type { Interval } from "../interval/interval.ts";
import { sizeOf } from "../model/transform.ts";
import { normalQuantile } from "../numerics/normal.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { type CaptureTable, casesOn } from "../table/capture-table.ts";

export interface SimpleEstimate {
  readonly total: number;
  /** Standard error of the total. */
  readonly standardError: number;
  readonly interval: Interval;
}

export interface PairEstimate extends SimpleEstimate {
  /** Lincoln–Petersen's own estimate, n₁n₂/m; +∞ without overlap. */
  readonly lincolnPetersen: number;
}

/**
 * Chapman's nearly unbiased form of the two-list estimator, (n₁+1)(n₂+1)/(m+1) − 1, with the variance of Seber (1970)
 * and a log-normal interval on the hidden number. It assumes that the two lists are independent.
 * @param first,second indices of the lists; other lists are ignored
 */
export function chapmanEstimate(
  table: CaptureTable,
  first: number,
  second: number,
  level: number,
): PairEstimate {
  const a = casesOn(table, 1 << first);
  const b = casesOn(table, 1 << second);
  const both = casesOn(table, (1 << first) | (1 << second));
  const total = ((a + 1) * (b + 1)) / (both + 1) - 1;
  const variance = ((a + 1) * (b + 1) * (a - both) * (b - both)) / ((both + 1) ** 2 * (both + 2));
  return {
    total,
    standardError: Math.sqrt(variance),
    lincolnPetersen: both === 0 ? Number.POSITIVE_INFINITY : (a * b) / both,
    interval: logNormalInterval("chapman", a + b - both, total, variance, level),
  };
}

/**
 * Chao's (1987) lower bound for unequal catchability, bias-corrected: observed + (t−1)/t · f₁(f₁−1)/(2(f₂+1)), with t
 * lists and f₁, f₂ cases on exactly one and two of them. It holds when lists are independent for every person but
 * persons differ; lists that compete for the same persons can make even this too high.
 * @returns a refusal when nobody is on exactly one list
 */
export function chaoLowerBound(table: CaptureTable, level: number): Outcome<SimpleEstimate> {
  const t = table.lists.length;
  let once = 0;
  let twice = 0;
  for (let h = 1; h < table.counts.length; h++) {
    const size = sizeOf(h);
    if (size === 1) once += table.counts[h]!;
    if (size === 2) twice += table.counts[h]!;
  }
  if (once === 0) {
    return refuse(
      "nobody-once",
      "Chao's lower bound",
      "Nobody is on exactly one list, so the bound says nothing.",
      "Use another method.",
    );
  }
  const k = (t - 1) / t;
  const hidden = (k * once * (once - 1)) / (2 * (twice + 1));
  const variance =
    (k * once * (once - 1)) / (2 * (twice + 1)) +
    (k * k * once * (2 * once - 1) ** 2) / (4 * (twice + 1) ** 2) +
    (k * k * once * once * twice * (once - 1) ** 2) / (4 * (twice + 1) ** 4);
  return accept({
    total: table.observed + hidden,
    standardError: Math.sqrt(variance),
    interval: logNormalInterval("chao", table.observed, table.observed + hidden, variance, level),
  });
}

/** Interval that treats log(total − observed) as normal (Burnham et al. 1987); never below the observed number. */
function logNormalInterval(
  method: "chao" | "chapman",
  observed: number,
  total: number,
  variance: number,
  level: number,
): Interval {
  const hidden = total - observed;
  if (!(hidden > 0)) return { method, level, lower: observed, upper: Math.max(total, observed), remarks: [] };
  const z = normalQuantile((1 + level) / 2);
  const spread = Math.exp(z * Math.sqrt(Math.log(1 + variance / (hidden * hidden))));
  return { method, level, lower: observed + hidden / spread, upper: observed + hidden * spread, remarks: [] };
}
