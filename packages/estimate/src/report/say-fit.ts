/** How well the model fits, in one sentence with the figures that carry it. */
import type { Goodness } from "../diagnosis/goodness.ts";

/** Deviance, exact p-value where tables were drawn, and the chi-squared one with what may be made of it. */
export function sayFit(goodness: Goodness): string {
  const { deviance, degreesOfFreedom, exactP, tablesDrawn, chiSquaredP, sparseHistories, histories } =
    goodness;
  if (degreesOfFreedom === 0)
    return "The model has as many parameters as there are counts: nothing is left to judge its fit by.";
  const exact = Number.isNaN(exactP)
    ? ""
    : `exact p ${say(exactP)} among ${tablesDrawn} tables with the same statistics; `;
  const sparse =
    sparseHistories === 0
      ? ""
      : `, which counts this small don't follow: ${sparseHistories} of ${histories} combinations are expected fewer than five times`;
  return `Deviance ${deviance.toFixed(2)} on ${degreesOfFreedom} degrees of freedom: ${exact}p ${say(chiSquaredP)} by the chi-squared distribution${sparse}.`;
}

function say(p: number): string {
  if (Number.isNaN(p)) return "= –";
  return p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`;
}
