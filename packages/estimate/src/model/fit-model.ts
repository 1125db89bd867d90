/**
 * Fits one model to one table and says everything about it that a reader may ask: estimate, standard error,
 * parameters, fit and criteria; or refuses, naming the parameters that do not exist.
 */

import { logFactorial } from "../numerics/gamma.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import { checkExistence, type Existence } from "./existence.ts";
import { allTerms, type Interactions, sayModel, sayTerm } from "./model.ts";
import { PoissonFitter } from "./poisson-fit.ts";

export interface Parameter {
  /** Set of lists; 0 is the intercept, the logarithm of the hidden number. */
  readonly term: number;
  readonly name: string;
  /** Estimate; −∞ where no case is on all lists of the term. */
  readonly value: number;
  /** Standard error; NaN at −∞. */
  readonly standardError: number;
}

export interface ModelFit {
  readonly interactions: Interactions;
  /** Readable name, largest terms: "[LA:NG, PF, GO]". */
  readonly name: string;
  /** Estimated number on no list. */
  readonly hidden: number;
  /** Hidden plus observed. */
  readonly total: number;
  /** Standard error of log(hidden). */
  readonly logHiddenError: number;
  readonly parameters: readonly Parameter[];
  /** Expected counts by history; entry 0 is the hidden number; histories removed from the table have 0. */
  readonly expected: Float64Array;
  readonly logLikelihood: number;
  /** Likelihood-ratio statistic against the observed counts. */
  readonly deviance: number;
  /** Histories in the fitted table less finite parameters. */
  readonly degreesOfFreedom: number;
  /** Number of parameters, those at −∞ included. */
  readonly parameterCount: number;
  readonly aic: number;
  readonly aicc: number;
  readonly bic: number;
}

/** Σ log y! over the table, the part of the likelihood that no model changes. */
export function logCountFactorials(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let h = 1; h < counts.length; h++) if (counts[h]! > 1) sum += logFactorial(counts[h]!);
  return sum;
}

/** The three criteria; smaller is better. */
export interface Criteria {
  readonly aic: number;
  readonly aicc: number;
  readonly bic: number;
}

/**
 * Akaike's criterion, its small-sample correction (Hurvich & Tsai 1989) and Schwarz's criterion.
 * @param parameters number of parameters, those at −∞ included: each was free to be anything
 * @param observed number of cases, the sample size
 */
export function criteria(logLikelihood: number, parameters: number, observed: number): Criteria {
  const aic = 2 * parameters - 2 * logLikelihood;
  const room = observed - parameters - 1;
  return {
    aic,
    aicc: room > 0 ? aic + (2 * parameters * (parameters + 1)) / room : Number.POSITIVE_INFINITY,
    bic: parameters * Math.log(observed) - 2 * logLikelihood,
  };
}

/**
 * Fits a hierarchical model by extended maximum likelihood.
 * @param table cases by history
 * @param interactions the model (see `closeModel`)
 * @returns a refusal when an estimate does not exist, is not identifiable, or the iteration fails
 */
export function fitModel(table: CaptureTable, interactions: Interactions): Outcome<ModelFit> {
  const terms = allTerms(table.lists.length, interactions);
  const existence = checkExistence(table.counts, terms);
  const wrong = refuseUnlessExists(table, interactions, existence);
  if (wrong) return wrong;
  const fitter = new PoissonFitter(table.lists.length);
  fitter.setData(table.counts);
  if (terms.length > fitter.mostTerms) {
    return refuse(
      "too-many-terms",
      `model ${sayModel(table.lists, interactions)}`,
      `The model has ${terms.length} terms; at most ${fitter.mostTerms} can be fitted.`,
      "Choose a smaller model.",
    );
  }
  if (!fitter.fit(terms)) {
    return refuse(
      "no-convergence",
      `model ${sayModel(table.lists, interactions)}`,
      "The likelihood has a maximum but the iteration does not reach it in double precision.",
      "Choose a smaller model, or merge lists with few cases.",
    );
  }
  return accept(describeFit(table, interactions, fitter));
}

function refuseUnlessExists(table: CaptureTable, interactions: Interactions, existence: Existence) {
  const { lists } = table;
  const name = sayModel(lists, interactions);
  if (!existence.exists) {
    const where = existence.unbounded
      .map(({ term, towards }) => `${sayTerm(lists, term)} ${towards > 0 ? "+∞" : "−∞"}`)
      .join(", ");
    const hidden = existence.unbounded.find(({ term }) => term === 0);
    const tale = hidden
      ? hidden.towards > 0
        ? "the estimate of the hidden would grow without bound"
        : "the estimate of the hidden would shrink to nothing"
      : "parameters would run away though the hidden number stays";
    return refuse(
      "estimate-does-not-exist",
      `model ${name}`,
      `No maximum likelihood estimate exists: ${tale} (${where}).`,
      "Leave out an interaction of these lists, merge lists that hardly overlap, or use stepwise choice, which skips such models.",
    );
  }
  if (!existence.identifiable) {
    return refuse(
      "estimate-not-identifiable",
      `model ${name}`,
      `The data cannot tell these parameters apart: ${existence.unidentified.map((t) => sayTerm(lists, t)).join(", ")}.`,
      "Leave out an interaction of these lists; with so few overlaps many values fit equally well.",
    );
  }
  return undefined;
}

/** Describes the fit that a fitter has just made. */
export function describeFit(
  table: CaptureTable,
  interactions: Interactions,
  fitter: PoissonFitter,
): ModelFit {
  const { lists, counts, observed } = table;
  const n = fitter.activeSize;
  const covariance = fitter.covariance();
  const parameters: Parameter[] = [];
  for (const term of allTerms(lists.length, interactions)) {
    const at = fitter.active.subarray(0, n).indexOf(term);
    parameters.push({
      term,
      name: sayTerm(lists, term),
      value: fitter.parameters[term]!,
      standardError: covariance && at >= 0 ? Math.sqrt(covariance[at * n + at]!) : Number.NaN,
    });
  }
  const expected = fitter.expected.slice();
  let deviance = 0;
  let histories = 0;
  for (let h = 1; h < counts.length; h++) {
    const mu = expected[h]!;
    if (mu === 0) continue;
    histories++;
    const y = counts[h]!;
    deviance += 2 * (mu - y + (y > 0 ? y * Math.log(y / mu) : 0));
  }
  const logLikelihood = fitter.kernel - logCountFactorials(counts);
  const parameterCount = n + fitter.boundarySize;
  const hidden = expected[0]!;
  return {
    interactions,
    name: sayModel(lists, interactions),
    hidden,
    total: observed + hidden,
    logHiddenError: covariance ? Math.sqrt(covariance[0]!) : Number.NaN,
    parameters,
    expected,
    logLikelihood,
    deviance: Math.max(0, deviance),
    degreesOfFreedom: histories - n,
    parameterCount,
    ...criteria(logLikelihood, parameterCount, observed),
  };
}
