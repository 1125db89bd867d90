import type { Marginal } from "../counts/marginal.ts";
import type { Column } from "../records/records.ts";

/** Finds the released count of a combination of values quickly. */
export class CountIndex {
  readonly #radices: number[];
  readonly #sets = new Map<string, Map<number, number>>();
  readonly #values: number[][];

  constructor(columns: readonly Column[], marginals: readonly Marginal[]) {
    this.#radices = columns.map(({ values }) => values.length);
    this.#values = columns.map(() => []);
    for (const { columns: set, codes, counts } of marginals) {
      const cells = new Map<number, number>();
      counts.forEach((count, cell) => {
        const at = codes.subarray(cell * set.length, cell * set.length + set.length);
        cells.set(this.#keyOf(set, at), count);
        if (set.length === 1) this.#values[set[0]!]!.push(at[0]!);
      });
      this.#sets.set(set.join(), cells);
    }
  }

  /** Released values of a column. */
  valuesOf(column: number): readonly number[] {
    return this.#values[column]!;
  }

  /** Released count of a combination; undefined if it wasn't released. @param set columns, ascending */
  count(set: readonly number[], codes: ArrayLike<number>): number | undefined {
    if (set.length === 0) return undefined;
    return this.#sets.get(set.join())?.get(this.#keyOf(set, codes));
  }

  /** As `count`, of a combination with one more value put in its place. */
  countWith(
    set: readonly number[],
    codes: readonly number[],
    column: number,
    value: number,
  ): number | undefined {
    const place = set.findIndex((other) => other > column);
    const at = place < 0 ? set.length : place;
    return this.count(set.toSpliced(at, 0, column), codes.toSpliced(at, 0, value));
  }

  #keyOf(set: readonly number[], codes: ArrayLike<number>): number {
    let key = 0;
    for (let j = 0; j < set.length; j++) key = key * this.#radices[set[j]!]! + codes[j]!;
    return key;
  }
}
