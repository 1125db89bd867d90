/**
 * A method as plain data, so that it can be named on the command line, sent to a worker and written into a report.
 */

import { estimateExists } from "../model/existence.ts";
import { allTerms, closeModel, type Interactions, sayModel } from "../model/model.ts";
import { PoissonFitter } from "../model/poisson-fit.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { BestPairwiseChooser } from "./branch-and-bound.ts";
import type { Choice, Chooser } from "./chooser.ts";
import { AveragingChooser, BestModelChooser, type Criterion, DownhillChooser } from "./criterion-search.ts";
import { enumerateModels } from "./enumerate-models.ts";
import { StepwiseChooser } from "./stepwise.ts";

export type Method =
  | { readonly kind: "stepwise"; readonly threshold: number }
  | {
      readonly kind: "best" | "average";
      readonly criterion: Criterion;
      readonly order: number;
      readonly top?: number;
    }
  | { readonly kind: "downhill"; readonly criterion: Criterion; readonly order: number }
  | { readonly kind: "fixed"; readonly interactions: Interactions };

/** All models are searched up to this number: six lists at order 2 have 32,768. */
export const MOST_MODELS = 60_000;

/** Always the same model. */
export class FixedChooser implements Chooser {
  readonly name: string;
  private readonly interactions: Interactions;
  private readonly terms: Int32Array;
  private readonly fitter: PoissonFitter;

  constructor(lists: readonly string[], interactions: Interactions) {
    this.interactions = interactions;
    this.terms = allTerms(lists.length, interactions);
    this.fitter = new PoissonFitter(lists.length);
    this.name = interactions.length === 0 ? "main effects" : `model ${sayModel(lists, interactions)}`;
  }

  choose(counts: Float64Array): Choice {
    let observed = 0;
    for (let h = 1; h < counts.length; h++) observed += counts[h]!;
    this.fitter.setData(counts);
    const fitted = estimateExists(counts, this.terms) && this.fitter.fit(this.terms);
    return {
      interactions: this.interactions,
      total: fitted ? observed + this.fitter.expected[0]! : Number.POSITIVE_INFINITY,
    };
  }
}

/**
 * Makes a chooser of a method.
 * @param counts if given and the method says `top`, only the models that are best on these counts are searched
 * @returns a refusal when a threshold is not a probability, an order makes no sense or there are too many models
 */
export function makeChooser(
  lists: readonly string[],
  method: Method,
  counts?: Float64Array,
): Outcome<Chooser> {
  if (method.kind === "stepwise") {
    if (!(method.threshold >= 0 && method.threshold <= 1)) {
      return refuse(
        "bad-threshold",
        "threshold",
        `The threshold ${method.threshold} is not a probability.`,
        "Give a p-value from 0 to 1; the published choice is 0.02.",
      );
    }
    return accept(new StepwiseChooser(lists, method.threshold));
  }
  if (method.kind === "fixed") return accept(new FixedChooser(lists, closeModel(method.interactions)));
  if (!(Number.isInteger(method.order) && method.order >= 1)) {
    return refuse(
      "bad-order",
      "order",
      `Interactions of ${method.order} lists make no sense.`,
      `Give a whole number from 1 to ${lists.length - 1}.`,
    );
  }
  if (method.kind === "downhill") {
    return accept(new DownhillChooser(lists.length, method.order, method.criterion));
  }
  const models = enumerateModels(lists.length, method.order, MOST_MODELS);
  if (!models) {
    return refuse(
      "too-many-models",
      `order ${method.order}, ${lists.length} lists`,
      `There are more than ${MOST_MODELS.toLocaleString("en")} models to compare.`,
      "Use the downhill search or stepwise choice, a lower order, or merge lists.",
    );
  }
  if (method.kind === "best" && method.order === 2 && !method.top) {
    return accept(new BestPairwiseChooser(lists.length, method.criterion));
  }
  const chosen = counts && method.top ? topModels(lists.length, models, method, counts) : models;
  return accept(
    method.kind === "best"
      ? new BestModelChooser(lists.length, chosen, method.criterion)
      : new AveragingChooser(lists.length, chosen, method.criterion),
  );
}

function topModels(
  lists: number,
  models: readonly Interactions[],
  method: { criterion: Criterion; top?: number },
  counts: Float64Array,
): Interactions[] {
  const ranked = new BestModelChooser(lists, models, method.criterion).rank(counts);
  return ranked.slice(0, method.top).map((s) => s.interactions);
}

/** Name of a method for people. */
export function sayMethod(lists: readonly string[], method: Method): string {
  const chooser = makeChooser(lists, method);
  return chooser.ok ? chooser.value.name : method.kind;
}
