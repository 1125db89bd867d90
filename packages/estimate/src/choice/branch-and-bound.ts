/**
 * The best of all pairwise models by a criterion, found without fitting them all (leaps and bounds, Furnival & Wilson
 * 1974, on log-linear models).
 *
 * A node fixes some pairs in, some out, and leaves the rest open. No model below it can have a larger likelihood than
 * the model with all open pairs in, nor fewer parameters than the pairs fixed in; together they bound its criterion. If
 * the bound is no better than the best model seen, the node is closed. The search starts from the end of a downhill
 * search. On the published tables it fits some hundred of the 2^15 models of six lists and some thousand of the 2^28 of
 * eight. The result is exact.
 *
 * Where the larger model has no estimate its likelihood still has a supremum, which the bound of the node above covers.
 */
import type { Interactions } from "../model/model.ts";
import { compareTerms, interactionsUpTo } from "../model/model.ts";
import type { Choice, Chooser } from "./chooser.ts";
import {
  type Criterion,
  DownhillChooser,
  ModelScorer,
  type Scored,
  sayCriterion,
} from "./criterion-search.ts";

/** A search that has not closed after so many fits is stopped; then the best model seen need not be the best of all. */
export const MOST_FITS = 200_000;

export class BestPairwiseChooser implements Chooser {
  readonly name: string;
  /** False when the last search was stopped before all nodes were closed. */
  complete = true;
  /** Models fitted in the last search, the downhill start not counted. */
  fitted = 0;
  private readonly lists: number;
  private readonly criterion: Criterion;
  private readonly scorer: ModelScorer;
  private readonly downhill: DownhillChooser;
  private best: Scored | undefined;

  /** @param lists number of lists */
  constructor(lists: number, criterion: Criterion) {
    const pairs = (lists * (lists - 1)) / 2;
    this.name = `smallest ${sayCriterion(criterion)} of all ${(lists === 2 ? 1 : 2 ** pairs).toLocaleString("en")} pairwise models`;
    this.lists = lists;
    this.criterion = criterion;
    this.scorer = new ModelScorer(lists, criterion);
    this.downhill = new DownhillChooser(lists, 2, criterion);
  }

  choose(counts: Float64Array): Choice {
    this.best = this.downhill.choose(counts);
    if (this.lists === 2) return this.best;
    this.scorer.setData(counts);
    this.fitted = 0;
    const order = this.orderPairs(this.best.interactions);
    const whole = this.fit(order, this.scorer.saturatedFit());
    this.descend([], order, whole);
    this.complete = this.fitted < MOST_FITS;
    return this.best;
  }

  /**
   * Pairs that matter most first: leaving them out costs most, so that those branches close soonest. The pairs of the
   * downhill model are taken to matter, by how far their overlap is from what main effects expect.
   */
  private orderPairs(found: Interactions): number[] {
    const surprise = this.scorer.surpriseOfPairs();
    const rank = (pair: number): number => (found.includes(pair) ? 1e6 : 0) + surprise[pair]!;
    return interactionsUpTo(this.lists, 2).sort((a, b) => rank(b) - rank(a));
  }

  /** Fits a model, keeps it if it is the best. @returns an upper bound of its log-likelihood */
  private fit(pairs: readonly number[], bound: number): number {
    this.fitted++;
    const scored = this.scorer.score([...pairs].sort(compareTerms));
    if (!Number.isFinite(scored.score)) return bound;
    if (scored.score < this.best!.score) this.best = scored;
    return Math.min(bound, this.scorer.logLikelihood);
  }

  /**
   * @param fixed pairs that are in
   * @param open pairs that may be in or out
   * @param bound upper bound of the log-likelihood with all of them in
   */
  private descend(fixed: readonly number[], open: readonly number[], bound: number): void {
    for (let k = 0; k < open.length && this.fitted < MOST_FITS; k++) {
      // The k-th child leaves open[k] out and fixes the ones before it in.
      const inside = [...fixed, ...open.slice(0, k)];
      if (this.leastScore(bound, inside.length) >= this.best!.score) return;
      const rest = open.slice(k + 1);
      const tighter = this.fit([...inside, ...rest], bound);
      if (this.leastScore(tighter, inside.length) < this.best!.score) this.descend(inside, rest, tighter);
    }
  }

  private leastScore(logLikelihood: number, pairs: number): number {
    return this.scorer.criterionOf(logLikelihood, 1 + this.lists + pairs)[this.criterion];
  }
}
