/**
 * Choice by an information criterion: the best of all models, the best that a downhill search reaches (Silverman,
 * Chan & Vincent 2024), or an average of all weighted by exp(−difference/2) (Burnham & Anderson 2002).
 *
 * A model without an extended maximum likelihood estimate has no criterion and takes no part.
 */
import { estimateExists } from "../model/existence.ts";
import { type Criteria, criteria, logCountFactorials } from "../model/fit-model.ts";
import { allTerms, type Interactions, interactionsUpTo, modelKey } from "../model/model.ts";
import { PoissonFitter } from "../model/poisson-fit.ts";
import { logSmallerPoissonTail } from "../numerics/gamma.ts";
import type { Choice, Chooser } from "./chooser.ts";
import { neighbourModels } from "./enumerate-models.ts";

export type Criterion = "aic" | "aicc" | "bic";

export interface Scored {
  readonly interactions: Interactions;
  /** Value of the criterion; +∞ when no estimate exists. */
  readonly score: number;
  readonly total: number;
}

/** A model without an estimate. */
function unscored(interactions: Interactions): Scored {
  return {
    interactions,
    score: Number.POSITIVE_INFINITY,
    total: Number.POSITIVE_INFINITY,
  };
}

/** Scores models on one table after another, reusing its buffers. */
export class ModelScorer {
  readonly fitter: PoissonFitter;
  private readonly lists: number;
  private readonly criterion: Criterion;
  private counts: Float64Array = new Float64Array(0);
  private observed = 0;
  private logFactorials = 0;
  /** Log-likelihood of the model last scored with success. */
  logLikelihood = Number.NaN;

  constructor(lists: number, criterion: Criterion) {
    this.lists = lists;
    this.criterion = criterion;
    this.fitter = new PoissonFitter(lists);
  }

  setData(counts: Float64Array): void {
    this.counts = counts;
    this.observed = 0;
    for (let h = 1; h < counts.length; h++) this.observed += counts[h]!;
    this.logFactorials = logCountFactorials(counts);
    this.fitter.setData(counts);
  }

  score(interactions: Interactions): Scored {
    const terms = allTerms(this.lists, interactions);
    if (terms.length > this.fitter.mostTerms || !estimateExists(this.counts, terms))
      return unscored(interactions);
    if (!this.fitter.fit(terms)) return unscored(interactions);
    const { kernel, activeSize, boundarySize, expected } = this.fitter;
    this.logLikelihood = kernel - this.logFactorials;
    const values = this.criterionOf(this.logLikelihood, activeSize + boundarySize);
    const total = this.observed + expected[0]!;
    return { interactions, score: values[this.criterion], total };
  }

  /** The criteria that a likelihood and a number of parameters would have on this table. */
  criterionOf(logLikelihood: number, parameters: number): Criteria {
    return criteria(logLikelihood, parameters, this.observed);
  }

  /** Log-likelihood of the counts themselves, which no model exceeds. */
  saturatedFit(): number {
    let sum = -this.logFactorials;
    for (let h = 1; h < this.counts.length; h++) {
      const y = this.counts[h]!;
      if (y > 0) sum += y * Math.log(y) - y;
    }
    return sum;
  }

  /** By pair of lists: how unlikely its overlap is if lists are independent, as −log p. */
  surpriseOfPairs(): Float64Array {
    const surprise = new Float64Array(this.counts.length);
    const scored = this.score([]);
    if (!Number.isFinite(scored.score)) return surprise;
    for (const pair of interactionsUpTo(this.lists, 2)) {
      surprise[pair] = -logSmallerPoissonTail(this.fitter.statistics[pair]!, this.fitter.sums[pair]!);
    }
    return surprise;
  }
}

/** The best of a given set of models. */
export class BestModelChooser implements Chooser {
  readonly name: string;
  private readonly models: readonly Interactions[];
  private readonly scorer: ModelScorer;

  constructor(lists: number, models: readonly Interactions[], criterion: Criterion) {
    this.name = `smallest ${sayCriterion(criterion)} of ${models.length} models`;
    this.models = models;
    this.scorer = new ModelScorer(lists, criterion);
  }

  choose(counts: Float64Array): Choice {
    this.scorer.setData(counts);
    let best = unscored([]);
    for (const model of this.models) {
      const scored = this.scorer.score(model);
      if (scored.score < best.score) best = scored;
    }
    return best;
  }

  /** All models that have an estimate, the best first. */
  rank(counts: Float64Array): Scored[] {
    this.scorer.setData(counts);
    const all = this.models.map((model) => this.scorer.score(model));
    return all.filter((s) => Number.isFinite(s.score)).sort((a, b) => a.score - b.score);
  }
}

/** Downhill search from the main-effects model: to the best neighbour as long as that is better. */
export class DownhillChooser implements Chooser {
  readonly name: string;
  private readonly lists: number;
  private readonly order: number;
  private readonly scorer: ModelScorer;

  /** @param order terms of at most this many lists */
  constructor(lists: number, order: number, criterion: Criterion) {
    this.name = `downhill search by ${sayCriterion(criterion)}, terms of up to ${order} lists`;
    this.lists = lists;
    this.order = order;
    this.scorer = new ModelScorer(lists, criterion);
  }

  choose(counts: Float64Array): Scored {
    this.scorer.setData(counts);
    let best = this.scorer.score([]);
    const seen = new Set([modelKey([])]);
    for (;;) {
      let next = best;
      for (const model of neighbourModels(this.lists, best.interactions, this.order)) {
        const key = modelKey(model);
        if (seen.has(key)) continue;
        seen.add(key);
        const scored = this.scorer.score(model);
        if (scored.score < next.score) next = scored;
      }
      if (next === best) return best;
      best = next;
    }
  }
}

export interface Weighted extends Scored {
  /** Share of this model, all shares adding to 1. */
  readonly weight: number;
}

/**
 * Turns scores into weights exp(−(score − best)/2), normalized.
 * @param ranked models with finite scores, the best first
 */
export function weighModels(ranked: readonly Scored[]): Weighted[] {
  const best = ranked[0]?.score ?? 0;
  const raw = ranked.map((s) => Math.exp((best - s.score) / 2));
  const sum = raw.reduce((a, b) => a + b, 0);
  return ranked.map((s, i) => ({ ...s, weight: raw[i]! / sum }));
}

/** Average of the totals of all models, weighted by the criterion. */
export class AveragingChooser implements Chooser {
  readonly name: string;
  private readonly best: BestModelChooser;

  constructor(lists: number, models: readonly Interactions[], criterion: Criterion) {
    this.name = `average of ${models.length} models weighted by ${sayCriterion(criterion)}`;
    this.best = new BestModelChooser(lists, models, criterion);
  }

  choose(counts: Float64Array): Choice {
    const weighted = weighModels(this.best.rank(counts));
    const first = weighted[0];
    if (!first) return { interactions: [], total: Number.POSITIVE_INFINITY };
    return {
      interactions: first.interactions,
      total: weighted.reduce((sum, w) => sum + w.weight * w.total, 0),
    };
  }
}

/** Name of a criterion for people. */
export function sayCriterion(criterion: Criterion): string {
  return { aic: "AIC", aicc: "AICc", bic: "BIC" }[criterion];
}
