import { type Combinations, MatchIndex, positionsOf } from "../risk/match-index.ts";
import { costOf, type Part } from "./part.ts";
import { WorthQueue } from "./worth-queue.ts";

interface Choice {
  /** Columns to blank, as bits. */
  columns: number;
  /** Rows helped (the own counted as one each) per unit of cost. */
  worth: number;
}

/**
 * Cell suppression when a missing value matches any value: blanks as few cells as it can so that each combination
 * agrees with at least k rows. Greedy: the blanking that helps most per cell comes first, where a row that still lacks d
 * of its k counts 1/d for each row that comes to agree with it; then every cell that proves needless is restored.
 * @param weights cost of a blanked cell, by column
 * @returns one part per combination, or undefined when not even blanking everything helps (fewer than k rows)
 */
export function suppressLeniently(
  combinations: Combinations,
  k: number,
  weights: readonly number[],
): Part[] | undefined {
  const index = new MatchIndex(combinations);
  const search = new LenientSearch(index, k, weights);
  if (!search.run()) return undefined;
  return [...combinations.sizes].map((rows, combination) => ({
    combination,
    blanked: search.blanked[combination]!,
    rows,
  }));
}

class LenientSearch {
  readonly blanked: Uint32Array;
  readonly #index: MatchIndex;
  readonly #k: number;
  readonly #weights: readonly number[];
  /** Rows that agree with each combination below k; k or more elsewhere. */
  readonly #agreeing: Float64Array;
  readonly #open: Uint32Array;
  readonly #before: Uint32Array;

  constructor(index: MatchIndex, k: number, weights: readonly number[]) {
    this.#index = index;
    this.#k = k;
    this.#weights = weights;
    this.blanked = new Uint32Array(index.count);
    this.#open = new Uint32Array(index.words);
    this.#before = new Uint32Array(index.words);
    this.#agreeing = Float64Array.from(index.sizes, (size, c) =>
      size >= k ? size : index.rowsMatching(c, 0, k),
    );
    for (let c = 0; c < index.count; c++) if (this.#agreeing[c]! < k) this.#open[c >>> 5]! |= 1 << (c & 31);
  }

  run(): boolean {
    const queue = new WorthQueue();
    for (const c of positionsOf(this.#open)) {
      const choice = this.#bestChoice(c);
      if (!choice) return false;
      queue.push(c, choice.worth);
    }
    for (let c = queue.pop(); c !== undefined; c = queue.pop()) {
      if (this.#agreeing[c]! >= this.#k) continue;
      const choice = this.#bestChoice(c);
      if (!choice) return false;
      if (choice.worth < queue.greatest() - 1e-12) queue.push(c, choice.worth);
      else this.#blank(c, choice.columns);
    }
    this.#restoreNeedless();
    return true;
  }

  /** The blanking of fewest columns that brings a combination to k rows; among those, the one worth most. */
  #bestChoice(c: number): Choice | undefined {
    const { width, codes } = this.#index;
    const shown = Array.from({ length: width }, (_, j) => j).filter((j) => codes[c * width + j] !== 0);
    this.#before.set(this.#index.matching(c));
    for (let size = 1; size <= shown.length; size++) {
      const subsets = subsetsOf(shown, size);
      if (!subsets) return this.#growChoice(c, shown);
      let best: Choice | undefined;
      for (const columns of subsets) {
        if (this.#index.rowsMatching(c, columns, this.#k) < this.#k) continue;
        const worth = this.#worth(c, columns);
        if (!best || worth > best.worth) best = { columns, worth };
      }
      if (best) return best;
    }
    return undefined;
  }

  /** Where there are too many sets of columns to try: one column after the other, each time the one that helps most. */
  #growChoice(c: number, shown: readonly number[]): Choice | undefined {
    let columns = 0;
    for (let rows = 0; rows < this.#k; ) {
      const open = shown.filter((j) => !((columns >>> j) & 1));
      if (open.length === 0) return undefined;
      const gains = open.map((j) => this.#index.rowsMatching(c, columns | (1 << j)));
      rows = Math.max(...gains);
      columns |= 1 << open[gains.indexOf(rows)]!;
    }
    for (const j of shown) {
      const without = columns & ~(1 << j);
      if (without !== columns && this.#index.rowsMatching(c, without, this.#k) >= this.#k) columns = without;
    }
    return { columns, worth: this.#worth(c, columns) };
  }

  #worth(c: number, columns: number): number {
    let helped = 1;
    const size = this.#index.sizes[c]!;
    for (const other of this.#newlyAgreeing(c, columns)) {
      helped += Math.min(1, size / (this.#k - this.#agreeing[other]!));
    }
    return helped / (costOf(columns, this.#weights) * size);
  }

  /** Combinations still short of k that would come to agree with c, and don't by `#before`, if columns were blanked. */
  #newlyAgreeing(c: number, columns: number): number[] {
    const after = this.#index.matching(c, columns);
    for (let word = 0; word < after.length; word++) after[word]! &= ~this.#before[word]! & this.#open[word]!;
    return positionsOf(after);
  }

  #blank(c: number, columns: number): void {
    const size = this.#index.sizes[c]!;
    this.#before.set(this.#index.matching(c));
    for (const other of this.#newlyAgreeing(c, columns)) {
      this.#agreeing[other]! += size;
      if (this.#agreeing[other]! >= this.#k) this.#close(other);
    }
    for (let j = 0; j < this.#index.width; j++) if ((columns >>> j) & 1) this.#index.blank(c, j);
    this.blanked[c]! |= columns;
    this.#agreeing[c] = this.#k;
    this.#close(c);
  }

  #close(c: number): void {
    this.#open[c >>> 5]! &= ~(1 << (c & 31));
  }

  /** Takes back each blank without which every combination still agrees with k rows. */
  #restoreNeedless(): void {
    const { width, sizes } = this.#index;
    for (let c = 0; c < this.#index.count; c++) {
      for (let j = 0; j < width && this.blanked[c] !== 0; j++) {
        if (!((this.blanked[c]! >>> j) & 1)) continue;
        const before = positionsOf(this.#index.matching(c));
        this.#index.restore(c, j);
        const stillFine = before.every(
          (other) => sizes[other]! >= this.#k || this.#index.rowsMatching(other, 0, this.#k) >= this.#k,
        );
        if (stillFine) this.blanked[c]! &= ~(1 << j);
        else this.#index.blank(c, j);
      }
    }
  }
}

const subsetsKnown = new Map<string, readonly number[]>();
/** Most sets of columns that are tried for one row. */
const MOST_SUBSETS = 400;

/** The subsets of some columns with a given number of members, as bits; undefined when there are too many to try. */
function subsetsOf(columns: readonly number[], size: number): readonly number[] | undefined {
  let number = 1;
  for (let i = 0; i < size; i++) number = (number * (columns.length - i)) / (i + 1);
  if (number > MOST_SUBSETS) return undefined;
  const name = `${size}:${columns.join()}`;
  let known = subsetsKnown.get(name);
  if (!known) {
    known = chooseBits(columns, size);
    subsetsKnown.set(name, known);
  }
  return known;
}

function chooseBits(columns: readonly number[], size: number): number[] {
  if (size === 0) return [0];
  return columns.flatMap((column, at) =>
    chooseBits(columns.slice(at + 1), size - 1).map((rest) => ((1 << column) | rest) >>> 0),
  );
}
