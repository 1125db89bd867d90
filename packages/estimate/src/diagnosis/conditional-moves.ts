/**
 * The steps between tables with the same statistics.
 *
 * For a set of lists θ that is no term of the model and a disjoint set B, add one case to B ∪ S for the subsets S of θ, taking
 * one away where S lacks an odd number of the lists of θ. No statistic t(φ) of the model changes: φ lacks some list of θ, and with
 * and without that list the changes cancel. (Two lists that don't depend on each other: one case more on both and on neither, one
 * less on each alone.) With B empty the hidden history would change, which is not observed; two such steps whose changes of it cancel
 * are taken together.
 *
 * *These steps suffice:* those of the smallest θ outside the model generate, over the whole numbers, all differences between tables with
 * equal statistics. For on the complete table the differences are spanned by the steps of all θ outside the model with B empty (Möbius
 * inversion), and such a step of θ ∪ {b} is that of θ with B = {b} less that of θ with B empty.
 */
import { sizeOf } from "../model/transform.ts";
import type { Random } from "../numerics/random.ts";

/** The chance that one more step is put on top: sums of steps join what single ones can't (Hara, Aoki and Takemura 2012). */
const ONE_MORE = 0.25;

/** Draws changes of a table that leave all statistics of a model alone, each as likely as its opposite. */
export class ConditionalMoves {
  /** Number of single steps; with none the statistics leave only the table itself. */
  readonly size: number;
  /** Change of each history by the last draw. */
  readonly change: Int32Array;
  /** Histories that the last draw changes: the first `touchedSize` entries. */
  readonly touched: Int32Array;
  touchedSize = 0;

  /** For each step θ and B; with B empty the other θ that takes the change of the hidden history back. */
  private readonly steps: Int32Array;

  /** @param expected fitted counts of a model by history: 0 for those that the model removes from the table */
  constructor(expected: Float64Array, terms: ArrayLike<number>) {
    const all = expected.length - 1;
    const inModel = new Set(Array.from(terms));
    const alive = (history: number): boolean => expected[history]! > 0;
    const tops = smallestOutside(all, inModel, alive);
    const steps: number[] = [];
    for (const [i, top] of tops.entries()) {
      const rest = all & ~top;
      for (let base = rest; base > 0; base = (base - 1) & rest)
        if (alive(top | base)) steps.push(top, base, 0);
      for (const other of tops.slice(0, i)) steps.push(top, 0, other);
    }
    this.steps = Int32Array.from(steps);
    this.size = steps.length / 3;
    this.change = new Int32Array(all + 1);
    this.touched = new Int32Array(all + 1);
  }

  /** Draws a change: one step, sometimes the sum of several, each with a random sign. */
  draw(random: Random): void {
    const { change, touched } = this;
    for (let i = 0; i < this.touchedSize; i++) change[touched[i]!] = 0;
    this.touchedSize = 0;
    do {
      this.addStep(Math.floor(random.uniform() * this.size), random.uniform() < 0.5 ? 1 : -1);
    } while (random.uniform() < ONE_MORE);
  }

  private addStep(number: number, sign: number): void {
    const top = this.steps[3 * number]!;
    const other = this.steps[3 * number + 2]!;
    this.add(top, this.steps[3 * number + 1]!, sign);
    if (other > 0) this.add(other, 0, (sizeOf(top) - sizeOf(other)) % 2 === 0 ? -sign : sign);
  }

  private add(top: number, base: number, sign: number): void {
    const size = sizeOf(top);
    for (let part = top; ; part = (part - 1) & top) {
      const history = base | part;
      if (this.change[history] === 0) this.touched[this.touchedSize++] = history;
      this.change[history]! += (size - sizeOf(part)) % 2 === 0 ? sign : -sign;
      // A history may come to zero and be touched again; it must not be listed twice.
      if (this.change[history] === 0) this.forget(history);
      if (part === 0) return;
    }
  }

  private forget(history: number): void {
    const { touched } = this;
    for (let i = 0; i < this.touchedSize; i++) {
      if (touched[i] === history) {
        touched[i] = touched[--this.touchedSize]!;
        return;
      }
    }
  }
}

/** Sets of lists outside the model all of whose parts are in it, and which the table can hold. */
function smallestOutside(
  all: number,
  inModel: ReadonlySet<number>,
  alive: (history: number) => boolean,
): number[] {
  const tops: number[] = [];
  for (let set = 1; set <= all; set++) {
    if (inModel.has(set) || !alive(set)) continue;
    let smallest = true;
    for (let rest = set; rest > 0 && smallest; rest &= rest - 1)
      smallest = inModel.has(set & ~(rest & -rest));
    if (smallest) tops.push(set);
  }
  return tops;
}
