/**
 * Bootstrap of the total with the choice of model repeated in every replicate, so that the interval answers for the
 * choice too (Chan, Silverman & Vincent 2021; Silverman, Chan & Vincent 2024).
 *
 * Replicate i draws from stream i of the seed: any division of the work among workers gives the same numbers.
 */
import type { Chooser } from "../choice/chooser.ts";
import { modelKey } from "../model/model.ts";
import { Random } from "../numerics/random.ts";
import { drawMultinomial } from "../numerics/sampling.ts";
import type { CaptureTable } from "../table/capture-table.ts";

/** Draws one resampled table into `into`. */
export type Resample = (random: Random, into: Float64Array) => void;

/**
 * Nonparametric resampling: as many cases as observed, drawn with replacement from the observed ones.
 */
export function resampleCases(table: CaptureTable): Resample {
  const histories: number[] = [];
  for (let h = 1; h < table.counts.length; h++) if (table.counts[h]! > 0) histories.push(h);
  const weights = histories.map((h) => table.counts[h]!);
  const drawn = new Float64Array(histories.length);
  return (random, into) => {
    drawMultinomial(random, table.observed, weights, drawn);
    into.fill(0);
    for (let i = 0; i < histories.length; i++) into[histories[i]!] = drawn[i]!;
  };
}

/**
 * Parametric resampling: the estimated total, rounded, is dealt to all histories in proportion to the fitted counts,
 * and who falls on no list is hidden again.
 * @param expected fitted counts by history, entry 0 the hidden number
 */
export function resampleModel(expected: Float64Array): Resample {
  let total = 0;
  for (let h = 0; h < expected.length; h++) total += expected[h]!;
  const people = Math.round(total);
  return (random, into) => {
    drawMultinomial(random, people, expected, into);
    into[0] = 0;
  };
}

export interface Replicates {
  /** Estimated total of each replicate, in order; +∞ where none is finite. */
  readonly totals: Float64Array;
  /** How often each model was chosen, by its key. */
  readonly models: ReadonlyMap<string, number>;
}

/**
 * Runs replicates `from` to `to` − 1.
 * @param chooser how a model is chosen and the total estimated
 * @param resample how a table is drawn
 * @param seed the whole bootstrap's seed
 * @param onReplicate called after each with the number done; returns false to stop early
 */
export function bootstrapTotals(
  chooser: Chooser,
  resample: Resample,
  histories: number,
  seed: number,
  from: number,
  to: number,
  onReplicate?: (done: number) => boolean,
): Replicates {
  const totals = new Float64Array(to - from);
  const models = new Map<string, number>();
  const counts = new Float64Array(histories);
  for (let i = from; i < to; i++) {
    resample(new Random(seed, i), counts);
    const choice = chooser.choose(counts);
    totals[i - from] = choice.total;
    const key = modelKey(choice.interactions);
    models.set(key, (models.get(key) ?? 0) + 1);
    if (onReplicate && !onReplicate(i - from + 1)) return { totals: totals.slice(0, i - from + 1), models };
  }
  return { totals, models };
}

export interface LeftOut {
  readonly history: number;
  /** Cases with this history. */
  readonly count: number;
  /** Estimated total when one of them is left out. */
  readonly total: number;
}

/**
 * Jackknife over cases. All cases with the same history give the same estimate, so one fit a history is enough.
 */
export function jackknifeTotals(chooser: Chooser, table: CaptureTable): LeftOut[] {
  const counts = table.counts.slice();
  const left: LeftOut[] = [];
  for (let h = 1; h < counts.length; h++) {
    const count = counts[h]!;
    if (count === 0) continue;
    counts[h] = count - 1;
    left.push({ history: h, count, total: chooser.choose(counts).total });
    counts[h] = count;
  }
  return left;
}
