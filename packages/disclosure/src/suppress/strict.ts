import type { Combinations } from "../risk/match-index.ts";
import type { Part } from "./part.ts";
import { listTargets, type TargetTable } from "./target-table.ts";
import { WorthQueue } from "./worth-queue.ts";

/** Rows of a large combination that are blanked into a target to fill it up. */
interface Filling {
  entry: number;
  rows: number;
}

interface Opened {
  filled: Filling[];
  /** All rows that end in the target. */
  rows: number;
}

interface Offer {
  /** Cost per row newly settled. */
  price: number;
  members: number[];
  filled: Filling[];
}

export interface StrictOutcome {
  parts: Part[];
  /** Combinations that no target within reach can hold: they need more columns blanked. */
  unsettled: number[];
  /** No solution costs less (a bound, seldom reached). */
  leastCost: number;
}

/**
 * Cell suppression when a missing value is a value of its own: every row must end in a class of at least k rows that
 * show exactly the same. A class can be reached by blanking (`TargetTable`); rows of large classes may be blanked too,
 * to fill one up, as long as k stay. Greedy by cost per row settled, then improved by moving rows to cheaper classes and
 * closing classes whose rows fare better elsewhere.
 */
export function suppressStrictly(
  combinations: Combinations,
  k: number,
  weights: readonly number[],
): StrictOutcome {
  const search = new StrictSearch(combinations, k, listTargets(combinations, k, weights));
  search.settle();
  search.improve();
  return search.outcome();
}

class StrictSearch {
  readonly #sizes: Uint32Array;
  readonly #k: number;
  readonly #table: TargetTable;
  readonly #opened = new Map<number, Opened>();
  /** Entry by which each small combination is settled, −1 while it isn't. */
  readonly #home: Int32Array;
  /** Rows that each large combination can still give away. */
  readonly #spare: Int32Array;

  constructor({ sizes }: Combinations, k: number, table: TargetTable) {
    this.#sizes = sizes;
    this.#k = k;
    this.#table = table;
    this.#home = new Int32Array(sizes.length).fill(-1);
    this.#spare = Int32Array.from(sizes, (size) => Math.max(0, size - k));
    table.natural.forEach((rows, t) => {
      if (rows > 0) this.#opened.set(t, { filled: [], rows });
    });
  }

  #membersOf(t: number): Uint32Array {
    return this.#table.members.subarray(this.#table.memberStart[t], this.#table.memberStart[t + 1]);
  }

  #sizeOf(entry: number): number {
    return this.#sizes[this.#table.combinationOf[entry]!]!;
  }

  /** Opens targets, cheapest per row settled first, until nothing is left that can be settled. */
  settle(): void {
    const queue = new WorthQueue();
    for (let t = 0; t < this.#table.count; t++) {
      const offer = this.#offer(t);
      if (offer) queue.push(t, -offer.price);
    }
    // Prices rise while rows are settled and spare rows are used: an offer is made anew when its turn comes.
    for (let t = queue.pop(); t !== undefined; t = queue.pop()) {
      const offer = this.#offer(t);
      if (!offer) continue;
      if (-offer.price >= queue.greatest() - 1e-9) this.#accept(t, offer);
      queue.push(t, -offer.price);
    }
  }

  /** The cheapest way, per row, to settle some of a target's unsettled members in it. */
  #offer(t: number): Offer | undefined {
    const { combinationOf, costOf } = this.#table;
    const already = this.#opened.get(t)?.rows ?? 0;
    const members: number[] = [];
    let best: { price: number; count: number; lacking: number } | undefined;
    let rows = 0;
    let cost = 0;
    for (const entry of this.#membersOf(t)) {
      if (this.#home[combinationOf[entry]!]! >= 0) continue;
      members.push(entry);
      rows += this.#sizeOf(entry);
      cost += this.#sizeOf(entry) * costOf[entry]!;
      const lacking = Math.max(0, this.#k - already - rows);
      const price = (cost + this.#costOfFilling(t, lacking)) / rows;
      if (price < (best?.price ?? Number.POSITIVE_INFINITY)) best = { price, count: members.length, lacking };
    }
    if (!best) return undefined;
    return { price: best.price, members: members.slice(0, best.count), filled: this.#fill(t, best.lacking) };
  }

  #costOfFilling(t: number, lacking: number): number {
    if (lacking === 0) return 0;
    const { donors, donorStart, combinationOf, costOf } = this.#table;
    let left = lacking;
    let cost = 0;
    for (let at = donorStart[t]!; at < donorStart[t + 1]! && left > 0; at++) {
      const rows = Math.min(left, this.#spare[combinationOf[donors[at]!]!]!);
      cost += rows * costOf[donors[at]!]!;
      left -= rows;
    }
    return left > 0 ? Number.POSITIVE_INFINITY : cost;
  }

  #fill(t: number, lacking: number): Filling[] {
    const { donors, donorStart, combinationOf } = this.#table;
    const filled: Filling[] = [];
    let left = lacking;
    for (let at = donorStart[t]!; at < donorStart[t + 1]! && left > 0; at++) {
      const entry = donors[at]!;
      const rows = Math.min(left, this.#spare[combinationOf[entry]!]!);
      if (rows > 0) filled.push({ entry, rows });
      left -= rows;
    }
    return filled;
  }

  #accept(t: number, offer: Pick<Offer, "members" | "filled">): void {
    const opened = this.#opened.get(t) ?? { filled: [], rows: 0 };
    this.#opened.set(t, opened);
    for (const filling of offer.filled) {
      this.#spare[this.#table.combinationOf[filling.entry]!]! -= filling.rows;
      opened.filled.push(filling);
      opened.rows += filling.rows;
    }
    for (const entry of offer.members) this.#moveIn(entry);
  }

  #moveIn(entry: number): void {
    this.#home[this.#table.combinationOf[entry]!] = entry;
    this.#opened.get(this.#table.targetOf[entry]!)!.rows += this.#sizeOf(entry);
  }

  /** Moves rows to cheaper classes and closes classes, as long as that lowers the cost. */
  improve(): void {
    for (let round = 0; round < 20; round++) {
      let changed = this.#giveBackNeedless();
      for (let c = 0; c < this.#home.length; c++) {
        if (this.#home[c]! >= 0 && this.#moveToCheaper(c)) changed = true;
      }
      for (const t of [...this.#opened.keys()]) if (this.#closeIfCheaper(t)) changed = true;
      if (!changed) return;
    }
  }

  #giveBackNeedless(): boolean {
    let changed = false;
    for (const opened of this.#opened.values()) {
      let excess = opened.rows - this.#k;
      for (const filling of opened.filled.toReversed()) {
        const rows = Math.max(0, Math.min(excess, filling.rows));
        filling.rows -= rows;
        opened.rows -= rows;
        excess -= rows;
        this.#spare[this.#table.combinationOf[filling.entry]!]! += rows;
        if (rows > 0) changed = true;
      }
      opened.filled = opened.filled.filter(({ rows }) => rows > 0);
    }
    return changed;
  }

  #moveToCheaper(combination: number): boolean {
    const { reach, reachStart, costOf, targetOf } = this.#table;
    const size = this.#sizes[combination]!;
    const home = this.#home[combination]!;
    const t = targetOf[home]!;
    const from = this.#opened.get(t)!;
    for (let at = reachStart[combination]!; at < reachStart[combination + 1]!; at++) {
      const entry = reach[at]!;
      if (costOf[entry]! >= costOf[home]!) return false;
      if (!this.#opened.has(targetOf[entry]!)) continue;
      // What leaves must be made up by rows of large classes, which cost too.
      const lacking = Math.max(0, this.#k - (from.rows - size));
      const saved = size * (costOf[home]! - costOf[entry]!);
      if (saved <= this.#costOfFilling(t, lacking) + 1e-9) continue;
      from.rows -= size;
      this.#accept(t, { members: [], filled: this.#fill(t, lacking) });
      this.#moveIn(entry);
      return true;
    }
    return false;
  }

  #closeIfCheaper(t: number): boolean {
    const { natural, combinationOf, costOf } = this.#table;
    if (natural[t]! > 0) return false;
    const opened = this.#opened.get(t)!;
    const movers: number[] = [];
    let saved = opened.filled.reduce((sum, { entry, rows }) => sum + rows * costOf[entry]!, 0);
    for (const entry of this.#membersOf(t)) {
      if (this.#home[combinationOf[entry]!] !== entry) continue;
      const elsewhere = this.#cheapestOpen(combinationOf[entry]!, t);
      if (elsewhere === undefined) return false;
      saved += this.#sizeOf(entry) * (costOf[entry]! - costOf[elsewhere]!);
      movers.push(elsewhere);
    }
    if (saved <= 1e-9) return false;
    for (const { entry, rows } of opened.filled) this.#spare[combinationOf[entry]!]! += rows;
    this.#opened.delete(t);
    for (const entry of movers) this.#moveIn(entry);
    return true;
  }

  #cheapestOpen(combination: number, except: number): number | undefined {
    const { reach, reachStart, targetOf } = this.#table;
    for (let at = reachStart[combination]!; at < reachStart[combination + 1]!; at++) {
      const t = targetOf[reach[at]!]!;
      if (t !== except && this.#opened.has(t)) return reach[at];
    }
    return undefined;
  }

  outcome(): StrictOutcome {
    const { combinationOf, blankedOf } = this.#table;
    const parts: Part[] = [];
    const unsettled: number[] = [];
    const staying = Int32Array.from(this.#sizes);
    for (const { filled } of this.#opened.values()) {
      for (const { entry, rows } of filled) {
        parts.push({ combination: combinationOf[entry]!, blanked: blankedOf[entry]!, rows });
        staying[combinationOf[entry]!]! -= rows;
      }
    }
    staying.forEach((rows, combination) => {
      const home = this.#home[combination]!;
      if (this.#sizes[combination]! >= this.#k) parts.push({ combination, blanked: 0, rows });
      else if (home >= 0) parts.push({ combination, blanked: blankedOf[home]!, rows });
      else unsettled.push(combination);
    });
    return { parts, unsettled, leastCost: this.#leastCost() };
  }

  /** Each combination below k must at least pay for the nearest target that has k rows within reach. */
  #leastCost(): number {
    const { reach, reachStart, targetOf, costOf, natural, donors, donorStart, count } = this.#table;
    const potential = Uint32Array.from(natural);
    for (let t = 0; t < count; t++) {
      for (const entry of this.#membersOf(t)) potential[t]! += this.#sizeOf(entry);
      for (const entry of donors.subarray(donorStart[t], donorStart[t + 1]))
        potential[t]! += this.#sizeOf(entry);
    }
    let cost = 0;
    for (let c = 0; c < this.#sizes.length; c++) {
      const entries = reach.subarray(reachStart[c], reachStart[c + 1]);
      const nearest = entries.find((entry) => potential[targetOf[entry]!]! >= this.#k);
      cost += this.#sizes[c]! * (nearest === undefined ? 0 : costOf[nearest]!);
    }
    return cost;
  }
}
