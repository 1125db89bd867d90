/**
 * What all ways of choosing a model share: they look at counts, and end in a model and an estimate. A chooser keeps
 * its buffers, so that a bootstrap can call it thousands of times.
 */
import type { Interactions } from "../model/model.ts";

export interface Choice {
  /** The chosen model; for averages, the one with the largest weight. */
  readonly interactions: Interactions;
  /** Estimated total, hidden plus observed; +∞ when even the simplest model has no finite estimate. */
  readonly total: number;
}

export interface Chooser {
  /** Name for people: "stepwise at p < 0.02". */
  readonly name: string;
  /**
   * Chooses a model for these counts and estimates the total.
   * @param counts by history, length 2^lists; lists may be empty
   */
  choose(counts: Float64Array): Choice;
}
