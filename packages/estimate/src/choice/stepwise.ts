/**
 * Forward stepwise choice of pairwise interactions by p-value (Silverman 2014; Chan, Silverman & Vincent 2021).
 *
 * Begin with main effects. At each step, for every pair of lists not yet in the model, compare the number of cases on
 * both lists with its expectation under the current model: the p-value is the smaller one-sided Poisson tail. Pairs
 * whose addition would leave the extended estimate non-existent or not identifiable are passed over. Add the pair with
 * the smallest p-value if it is below the threshold; stop otherwise. A threshold of 0 gives main effects, a threshold
 * of 1 the model of all pairs where its estimate exists.
 *
 * Existence is asked only of the pair about to be added, which decides the same as asking it of all.
 */
import { estimateExists } from "../model/existence.ts";
import { allTerms, compareTerms, interactionsUpTo, sayTerm } from "../model/model.ts";
import { PoissonFitter } from "../model/poisson-fit.ts";
import { logSmallerPoissonTail } from "../numerics/gamma.ts";
import type { Choice, Chooser } from "./chooser.ts";

export interface Step {
  /** The pair of lists added, as a set. */
  readonly pair: number;
  readonly logP: number;
  /** Cases on both lists, observed and expected before the step. */
  readonly overlap: number;
  readonly expected: number;
  /** Estimated total after the step. */
  readonly total: number;
}

export interface StepwiseChoice extends Choice {
  readonly steps: readonly Step[];
  /** Pairs with a p-value below the threshold that were passed over because no estimate would exist. */
  readonly passedOver: readonly number[];
}

/** p-values that differ by less than this share of their logarithm are a tie, decided by the lists' names. */
const TIE = 1e-10;

export class StepwiseChooser implements Chooser {
  readonly name: string;
  readonly fitter: PoissonFitter;
  private readonly lists: readonly string[];
  private readonly threshold: number;
  private readonly logThreshold: number;
  private readonly pairs: readonly number[];
  private readonly logP: Float64Array;

  /**
   * @param lists names of the lists
   * @param threshold p-value from 0 to 1 below which a pair is added; the published choice is 0.02
   */
  constructor(lists: readonly string[], threshold: number) {
    this.name = `stepwise at p < ${threshold}`;
    this.lists = lists;
    this.threshold = threshold;
    this.logThreshold = Math.log(threshold);
    this.fitter = new PoissonFitter(lists.length);
    // Order by names, so that a tie is decided alike however the columns stand.
    const name = (pair: number): string =>
      sayTerm([...lists], pair)
        .split(":")
        .sort()
        .join(":");
    const all = interactionsUpTo(lists.length, 2).map((pair) => ({ pair, name: name(pair) }));
    this.pairs = all.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ pair }) => pair);
    this.logP = new Float64Array(this.pairs.length);
  }

  choose(counts: Float64Array): StepwiseChoice {
    const { fitter, pairs } = this;
    fitter.setData(counts);
    let observed = 0;
    for (let h = 1; h < counts.length; h++) observed += counts[h]!;
    let model: number[] = [];
    let terms = allTerms(this.lists.length, model);
    if (!this.mainEffectsExist(counts, observed) || !fitter.fit(terms)) return this.nothing();
    if (this.threshold >= 1) {
      const full = allTerms(this.lists.length, [...pairs].sort(compareTerms));
      if (estimateExists(counts, full)) {
        if (!fitter.fit(full)) return this.nothing();
        return {
          interactions: [...pairs].sort(compareTerms),
          total: observed + fitter.expected[0]!,
          steps: [],
          passedOver: [],
        };
      }
    }
    const steps: Step[] = [];
    const passedOver = new Set<number>();
    while (this.threshold > 0 && model.length < pairs.length) {
      const added = this.nextPair(counts, model, passedOver);
      if (added < 0) break;
      const pair = pairs[added]!;
      const expected = fitter.sums[pair]!;
      model = [...model, pair].sort(compareTerms);
      terms = allTerms(this.lists.length, model);
      if (fitter.statistics[pair]! > 0)
        fitter.parameters[pair] = Math.log(fitter.statistics[pair]! / expected);
      if (!fitter.fit(terms, true) && !fitter.fit(terms)) return this.nothing();
      steps.push({
        pair,
        logP: this.logP[added]!,
        overlap: fitter.statistics[pair]!,
        expected,
        total: observed + fitter.expected[0]!,
      });
    }
    return { interactions: model, total: observed + fitter.expected[0]!, steps, passedOver: [...passedOver] };
  }

  /** With any overlap at all the main-effects estimate exists; without, the hidden number is unbounded. */
  private mainEffectsExist(counts: Float64Array, observed: number): boolean {
    let marks = 0;
    for (let i = 0; i < this.lists.length; i++) marks += this.fitter.statistics[1 << i]!;
    return marks > observed && estimateExists(counts, allTerms(this.lists.length, []));
  }

  /** Index of the pair to add, or −1. */
  private nextPair(counts: Float64Array, model: readonly number[], passedOver: Set<number>): number {
    const { fitter, pairs, logP } = this;
    for (let j = 0; j < pairs.length; j++) {
      const pair = pairs[j]!;
      const mean = fitter.sums[pair]!;
      logP[j] =
        model.includes(pair) || !(mean > 0) ? 0 : logSmallerPoissonTail(fitter.statistics[pair]!, mean);
    }
    for (;;) {
      let best = -1;
      let bestP = 0;
      for (let j = 0; j < pairs.length; j++) {
        const p = logP[j]!;
        if (p < this.logThreshold && (best < 0 || p < bestP + TIE * bestP)) {
          best = j;
          bestP = p;
        }
      }
      if (best < 0) return -1;
      if (estimateExists(counts, allTerms(this.lists.length, [...model, pairs[best]!]))) return best;
      passedOver.add(pairs[best]!);
      logP[best] = 0;
    }
  }

  private nothing(): StepwiseChoice {
    return { interactions: [], total: Number.POSITIVE_INFINITY, steps: [], passedOver: [] };
  }
}
