/**
 * Does the model fit? The deviance and Pearson's statistic, with the chi-squared reference where counts are large and
 * the exact conditional one where they are sparse, as they are in nearly all tables of hidden populations.
 */
import type { ModelFit } from "../model/fit-model.ts";
import { chiSquaredUpperTail } from "../numerics/gamma.ts";
import type { CaptureTable } from "../table/capture-table.ts";

export interface Goodness {
  readonly deviance: number;
  readonly pearson: number;
  readonly degreesOfFreedom: number;
  /** p-value of the deviance by the chi-squared distribution; NaN without degrees of freedom. */
  readonly chiSquaredP: number;
  /** p-value of the deviance among tables with the same statistics (conditional-fit.ts); NaN when none were drawn. */
  readonly exactP: number;
  /** Tables drawn for it. */
  readonly tablesDrawn: number;
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
 * @param drawn deviances of tables with the same statistics (see `conditionalDeviances`); may be empty
 */
export function judgeFit(table: CaptureTable, fit: ModelFit, drawn: ArrayLike<number>): Goodness {
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
  for (let i = 0; i < drawn.length; i++) if (drawn[i]! >= fit.deviance - 1e-9) asLarge++;
  return {
    deviance: fit.deviance,
    pearson,
    degreesOfFreedom: fit.degreesOfFreedom,
    chiSquaredP:
      fit.degreesOfFreedom > 0 ? chiSquaredUpperTail(fit.deviance, fit.degreesOfFreedom) : Number.NaN,
    exactP: drawn.length > 0 ? (asLarge + 1) / (drawn.length + 1) : Number.NaN,
    tablesDrawn: drawn.length,
    sparseHistories: sparse,
    histories: residuals.length,
    worst: residuals.sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual)).slice(0, 5),
  };
}
