/**
 * Does the model fit? The deviance and Pearson's statistic, with the chi-squared reference where counts are large and
 * a simulated one where they are sparse, as they are in nearly all tables of hidden populations.
 */

import { resampleModel } from "../interval/bootstrap.ts";
import { estimateExists } from "../model/existence.ts";
import type { ModelFit } from "../model/fit-model.ts";
import { allTerms, type Interactions } from "../model/model.ts";
import { PoissonFitter } from "../model/poisson-fit.ts";
import { chiSquaredUpperTail } from "../numerics/gamma.ts";
import { Random } from "../numerics/random.ts";
import type { CaptureTable } from "../table/capture-table.ts";

export interface Goodness {
  readonly deviance: number;
  readonly pearson: number;
  readonly degreesOfFreedom: number;
  /** p-value of the deviance by the chi-squared distribution; NaN without degrees of freedom. */
  readonly chiSquaredP: number;
  /** Share of tables simulated from the model and refitted whose deviance is as large; NaN when not simulated. */
  readonly simulatedP: number;
  /** Histories expected fewer than five times: with many of them the chi-squared distribution does not hold. */
  readonly sparseHistories: number;
  readonly histories: number;
  /** Histories that fit worst, by Pearson residual (y − μ)/√μ, largest first. */
  readonly worst: readonly {
    readonly history: number;
    readonly observed: number;
    readonly expected: number;
    readonly residual: number;
  }[];
}

/**
 * @param simulated deviances of tables drawn from the model (see `simulateDeviances`); may be empty
 */
export function judgeFit(table: CaptureTable, fit: ModelFit, simulated: ArrayLike<number>): Goodness {
  const residuals: { history: number; observed: number; expected: number; residual: number }[] = [];
  let pearson = 0;
  let sparse = 0;
  for (let h = 1; h < table.counts.length; h++) {
    const expected = fit.expected[h]!;
    if (expected === 0) continue;
    const observed = table.counts[h]!;
    const residual = (observed - expected) / Math.sqrt(expected);
    pearson += residual * residual;
    if (expected < 5) sparse++;
    residuals.push({ history: h, observed, expected, residual });
  }
  let asLarge = 0;
  for (let i = 0; i < simulated.length; i++) if (simulated[i]! >= fit.deviance - 1e-9) asLarge++;
  return {
    deviance: fit.deviance,
    pearson,
    degreesOfFreedom: fit.degreesOfFreedom,
    chiSquaredP:
      fit.degreesOfFreedom > 0 ? chiSquaredUpperTail(fit.deviance, fit.degreesOfFreedom) : Number.NaN,
    simulatedP: simulated.length > 0 ? (asLarge + 1) / (simulated.length + 1) : Number.NaN,
    sparseHistories: sparse,
    histories: residuals.length,
    worst: residuals.sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual)).slice(0, 5),
  };
}

/**
 * Deviances of the same model refitted to tables drawn from it.
 * @param expected fitted counts, entry 0 the hidden number
 * @returns one deviance a table; tables on which the estimate does not exist are left out
 */
export function simulateDeviances(
  table: CaptureTable,
  interactions: Interactions,
  expected: Float64Array,
  seed: number,
  from: number,
  to: number,
  onProgress?: (done: number) => boolean,
): Float64Array {
  const resample = resampleModel(expected);
  const fitter = new PoissonFitter(table.lists.length);
  const terms = allTerms(table.lists.length, interactions);
  const counts = new Float64Array(table.counts.length);
  const deviances: number[] = [];
  for (let i = from; i < to; i++) {
    resample(new Random(seed, i), counts);
    fitter.setData(counts);
    if (estimateExists(counts, terms) && fitter.fit(terms))
      deviances.push(devianceOf(counts, fitter.expected));
    if (onProgress && !onProgress(i - from + 1)) break;
  }
  return Float64Array.from(deviances);
}

function devianceOf(counts: Float64Array, expected: Float64Array): number {
  let sum = 0;
  for (let h = 1; h < counts.length; h++) {
    const mu = expected[h]!;
    const y = counts[h]!;
    if (mu > 0) sum += 2 * (mu - y + (y > 0 ? y * Math.log(y / mu) : 0));
  }
  return sum;
}
