/**
 * Exact conditional test of fit. Given the statistics t(θ) of the model, the probability of a table of counts y no longer depends on any
 * parameter: it is proportional to Π 1/y(ω)!. All tables with the same statistics have the same fitted counts, so the share of them
 * (by that probability) whose deviance is at least the observed one is an exact p-value, however small the counts are.
 *
 * The tables are too many to list; a reversible Markov chain walks over them. From the observed table it first walks to another one, and
 * from there starts afresh for each table drawn. Then, if the model is true, observed and drawn tables are exchangeable, and
 * (1 + drawn with a deviance as large) / (1 + drawn) is a valid p-value **whether or not the chain has walked far enough to forget
 * its start** (Besag and Clifford 1989). A longer walk only makes the test better at seeing a bad model.
 *
 * One step: draw a change that leaves the statistics alone (conditional-moves.ts), then choose among the tables along that line, within a
 * window placed at random around the present one, with their conditional probabilities.
 */
import { logFactorial } from "../numerics/gamma.ts";
import { Random } from "../numerics/random.ts";
import { ConditionalMoves } from "./conditional-moves.ts";

/** Steps of a walk for each kind of step, and at least and at most so many. */
const STEPS_PER_KIND = 4;
const FEWEST_STEPS = 200;
const MOST_STEPS = 5000;
/** Tables looked at along a line. */
const WINDOW = 16;

/** A walk over the tables with the statistics of the observed one. */
export class ConditionalWalk {
  readonly counts: Float64Array;
  private readonly moves: ConditionalMoves;
  private readonly weights = new Float64Array(WINDOW);
  /** Lines are also walked in strides of 2, 4, … up to this power, so that large counts move. */
  private readonly longestStride: number;

  /**
   * @param observed counts by history
   * @param expected fitted counts of a model on them
   * @param terms all terms of the model
   */
  constructor(observed: ArrayLike<number>, expected: Float64Array, terms: ArrayLike<number>) {
    this.counts = Float64Array.from(observed);
    this.moves = new ConditionalMoves(expected, terms);
    const cases = this.counts.reduce((sum, count) => sum + count, 0);
    this.longestStride = Math.max(0, Math.floor(Math.log2(Math.sqrt(cases) / 4)));
  }

  /** Steps that a walk takes. */
  get length(): number {
    if (this.moves.size === 0) return 0;
    return Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, STEPS_PER_KIND * this.moves.size));
  }

  /** Walks `length` steps from the present table. */
  walk(random: Random): void {
    for (let left = this.length; left > 0; left--) this.step(random);
  }

  private step(random: Random): void {
    const { counts, moves, weights } = this;
    moves.draw(random);
    const stride =
      this.longestStride === 0 ? 1 : 2 ** Math.floor(random.uniform() * (this.longestStride + 1));
    // The window is placed before the line's ends are looked at: each table in it is as likely to have had it.
    const before = Math.floor(random.uniform() * WINDOW);
    let first = -before;
    let last = WINDOW - 1 - before;
    const { change, touched, touchedSize } = moves;
    for (let i = 0; i < touchedSize && first < last; i++) {
      const by = change[touched[i]!]! * stride;
      const room = Math.floor(counts[touched[i]!]! / Math.abs(by));
      if (by > 0) first = Math.max(first, -room);
      else last = Math.min(last, room);
    }
    if (first === last) return;
    let largest = Number.NEGATIVE_INFINITY;
    for (let at = first; at <= last; at++) {
      let weight = 0;
      for (let i = 0; i < touchedSize; i++) {
        const history = touched[i]!;
        weight -= logFactorial(counts[history]! + at * stride * change[history]!);
      }
      weights[at - first] = weight;
      if (weight > largest) largest = weight;
    }
    const many = last - first + 1;
    let sum = 0;
    for (let i = 0; i < many; i++) {
      sum += Math.exp(weights[i]! - largest);
      weights[i] = sum;
    }
    const drawn = random.uniform() * sum;
    let chosen = 0;
    while (chosen < many - 1 && weights[chosen]! < drawn) chosen++;
    const by = (first + chosen) * stride;
    for (let i = 0; i < touchedSize; i++) counts[touched[i]!]! += by * change[touched[i]!]!;
  }
}

/**
 * Deviances of tables drawn with the statistics of the observed one.
 * @param observed counts by history
 * @param expected fitted counts of the model on them; the same for all tables drawn
 * @param terms all terms of the model
 * @param from number of the first table; the same seed and number give the same table however the work is divided
 * @param to number after the last
 */
export function conditionalDeviances(
  observed: Float64Array,
  expected: Float64Array,
  terms: ArrayLike<number>,
  seed: number,
  from: number,
  to: number,
  onProgress?: (done: number) => boolean,
): Float64Array {
  const walk = new ConditionalWalk(observed, expected, terms);
  walk.walk(new Random(seed, 0));
  const start = walk.counts.slice();
  const deviances: number[] = [];
  for (let i = from; i < to; i++) {
    walk.counts.set(start);
    walk.walk(new Random(seed, i + 1));
    deviances.push(devianceOf(walk.counts, expected));
    if (onProgress && !onProgress(i - from + 1)) break;
  }
  return Float64Array.from(deviances);
}

/** The likelihood-ratio statistic of counts against what a model expects; histories removed from the table don't count. */
export function devianceOf(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  let sum = 0;
  for (let h = 1; h < counts.length; h++) {
    const mu = expected[h]!;
    const y = counts[h]!;
    if (mu > 0) sum += 2 * (mu - y + (y > 0 ? y * Math.log(y / mu) : 0));
  }
  return sum;
}
