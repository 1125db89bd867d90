import type { Highs } from "highs";
import { ok, type Result, refuse } from "../refusal.ts";
import { checkK } from "../risk/k-anonymity.ts";
import { AlternativeTables, type Limits } from "./alternative.ts";
import type { CellSystem } from "./cell-system.ts";

/** Why a cell is hidden: it is small (primary), or others could be worked out from it (secondary). */
export type Hiding = "shown" | "primary" | "secondary";

export interface ProtectQuestion {
  /** Counts from 1 to k − 1 are hidden. */
  k: number;
  /**
   * How wide the range must be within which a hidden small count may lie, at least; half of k unless said otherwise.
   */
  spread?: number;
  /**
   * `mark`: all hidden cells look alike. `below`: small ones show "<k", so that a reader knows which are small, and that
   * the others aren't.
   */
  display?: "mark" | "below";
}

export interface ProtectedTables {
  system: CellSystem;
  hiding: Hiding[];
  /** For each hidden cell, what a reader can conclude: it lies between these, both possible. */
  intervals: ReadonlyMap<number, { low: number; high: number }>;
  question: Required<ProtectQuestion>;
  /** Linear programs solved, those of the proof included. */
  programs: number;
}

/** Programs spent at most on showing again what need not be hidden. */
const MOST_CLEANING = 3_000;

/**
 * Hides small counts, and further cells so that none can be worked out from the sums. For each small count a least
 * costly alternative table is sought in which it is larger, and one in which it is smaller (after Kelly, Golden & Assad
 * 1992); the cells that differ are hidden. Then cells that prove needless are shown again. At the end every hidden cell
 * is put to the test: the lowest and highest value it can have, by linear programming, given all that is shown. A zero
 * is never hidden, since readers often know that it must be one; so they also know that a hidden count is no zero.
 */
export function protectTables(
  highs: Highs,
  system: CellSystem,
  question: ProtectQuestion,
): Result<ProtectedTables> {
  const k = checkK(question.k);
  if (!k.ok) return k;
  const full = {
    k: k.value,
    spread: question.spread ?? Math.ceil(k.value / 2),
    display: question.display ?? "mark",
  };
  if (!(Number.isSafeInteger(full.spread) && full.spread >= 1))
    return refuse(
      "out-of-range",
      "--spread",
      `${full.spread} is no width of a range.`,
      "Give a whole number from 1.",
    );
  const protection = new Protection(highs, system, full);
  try {
    const failed = protection.hideAll();
    if (failed !== undefined)
      return refuse(
        "impossible",
        `cell ${describeCell(system, failed)}`,
        `No table with the same sums lets it vary by ${full.spread}.`,
        full.display === "below"
          ? 'Choose a smaller --spread, or --display mark, which doesn\'t show "<k".'
          : "Choose a smaller --spread.",
      );
    protection.showNeedless();
    return ok(protection.prove());
  } finally {
    protection.dispose();
  }
}

export const describeCell = (system: CellSystem, cell: number): string =>
  Object.entries(system.cells[cell]!.at)
    .map(([name, value]) => `${name}=${value}`)
    .join(", ") || "total";

class Protection {
  readonly #system: CellSystem;
  readonly #question: Required<ProtectQuestion>;
  readonly #hiding: Hiding[];
  readonly #limits: { down: Int32Array; up: Int32Array };
  readonly #tables: AlternativeTables;
  readonly #weights: Float64Array;
  /** Alternative tables found so far; each changes hidden cells only. */
  #alternatives: Int32Array[] = [];

  constructor(highs: Highs, system: CellSystem, question: Required<ProtectQuestion>) {
    const { k, display } = question;
    this.#system = system;
    this.#question = question;
    this.#hiding = system.cells.map(({ count }) => (count > 0 && count < k ? "primary" : "shown"));
    const greatest = system.cells.reduce((most, { count }) => Math.max(most, count), 0);
    const far = greatest + 10 * k;
    this.#limits = { down: new Int32Array(system.cells.length), up: new Int32Array(system.cells.length) };
    system.cells.forEach(({ count }, cell) => {
      const small = this.#hiding[cell] === "primary";
      // Zeros are shown, so a hidden count is at least 1; under "<k" one that isn't so marked is at least k.
      const least = display === "below" && !small ? k : 1;
      this.#limits.down[cell] = count === 0 ? 0 : count - least;
      this.#limits.up[cell] = count === 0 ? 0 : display === "below" && small ? k - 1 - count : far;
    });
    this.#tables = new AlternativeTables(highs, system, this.#limits as Limits);
    // Hiding costs the information in a count; sums over more variables are read more often.
    const most = system.cells.reduce((widest, { at }) => Math.max(widest, Object.keys(at).length), 0);
    this.#weights = Float64Array.from(
      system.cells,
      ({ at, count }) => Math.log(2 + count) * (1 + most - Object.keys(at).length),
    );
  }

  dispose(): void {
    this.#tables.dispose();
  }

  #isHidden = (cell: number): boolean => this.#hiding[cell] !== "shown";

  /** @returns a cell that can't be protected, if there is one */
  hideAll(): number | undefined {
    const { spread } = this.#question;
    const primary = this.#system.cells.flatMap((_, cell) => (this.#hiding[cell] === "primary" ? [cell] : []));
    primary.sort((a, b) => this.#system.cells[a]!.count - this.#system.cells[b]!.count || a - b);
    for (const cell of primary) {
      if (this.#widthSeen(cell) >= spread) continue;
      let down = Math.min(this.#limits.down[cell]!, Math.floor(spread / 2));
      const up = Math.min(this.#limits.up[cell]!, spread - down);
      down = spread - up;
      for (const amount of [up, -down]) {
        if (amount === 0) continue;
        const costs = this.#weights.map((weight, c) => (this.#isHidden(c) ? 0 : weight));
        const alternative = this.#tables.cheapest(cell, amount, costs);
        if (!alternative) return cell;
        this.#hideWhereDifferent(alternative);
      }
    }
    return undefined;
  }

  #hideWhereDifferent(alternative: Int32Array): void {
    this.#alternatives.push(alternative);
    alternative.forEach((difference, cell) => {
      if (difference !== 0 && this.#hiding[cell] === "shown") this.#hiding[cell] = "secondary";
    });
  }

  /** Width of the range that the alternatives at hand show possible for a cell. */
  #widthSeen(cell: number): number {
    let low = 0;
    let high = 0;
    for (const alternative of this.#alternatives) {
      low = Math.min(low, alternative[cell]!);
      high = Math.max(high, alternative[cell]!);
    }
    return high - low;
  }

  #widthWanted(cell: number): number {
    return this.#hiding[cell] === "primary" ? this.#question.spread : 1;
  }

  /** Shows each secondary cell again without which all hidden cells stay protected, the most informative first. */
  showNeedless(): void {
    const secondary = this.#hiding.flatMap((hiding, cell) => (hiding === "secondary" ? [cell] : []));
    secondary.sort((a, b) => this.#weights[b]! - this.#weights[a]! || a - b);
    const limit = this.#tables.solved + MOST_CLEANING;
    for (const cell of secondary) {
      const before = this.#alternatives;
      this.#alternatives = before.filter((alternative) => alternative[cell] === 0);
      this.#hiding[cell] = "shown";
      if (this.#tables.solved < limit && this.#allProtected()) continue;
      this.#hiding[cell] = "secondary";
      this.#alternatives = before;
    }
  }

  #allProtected(): boolean {
    return this.#hiding.every((hiding, cell) => {
      if (hiding === "shown" || this.#widthSeen(cell) >= this.#widthWanted(cell)) return true;
      for (const direction of [1, -1] as const) {
        const alternative = this.#tables.farthest(cell, direction, this.#isHidden);
        if (alternative) this.#alternatives.push(alternative);
        if (this.#widthSeen(cell) >= this.#widthWanted(cell)) return true;
      }
      return false;
    });
  }

  /** The range of every hidden cell; throws if one is narrower than promised. */
  prove(): ProtectedTables {
    const intervals = new Map<number, { low: number; high: number }>();
    this.#hiding.forEach((hiding, cell) => {
      if (hiding === "shown") return;
      const { count } = this.#system.cells[cell]!;
      const [high = 0, low = 0] = ([1, -1] as const).map(
        (direction) => this.#tables.farthest(cell, direction, this.#isHidden)?.[cell] ?? 0,
      );
      if (high - low < this.#widthWanted(cell))
        throw new Error(`${describeCell(this.#system, cell)} can be worked out to within ${high - low}`);
      intervals.set(cell, { low: count + low, high: count + high });
    });
    return {
      system: this.#system,
      hiding: this.#hiding,
      intervals,
      question: this.#question,
      programs: this.#tables.solved,
    };
  }
}
