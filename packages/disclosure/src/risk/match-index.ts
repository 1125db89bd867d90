import type { Records } from "../records/records.ts";

/** The distinct combinations of records, without their rows. */
export type Combinations = Omit<Records, "combinationOfRow">;

/** Most 32-bit words the index may take (256 MiB). */
const MOST_WORDS = 1 << 26;

/**
 * Counts rows that could be the same person when a missing value matches any value. One row of bits per column and
 * value marks the combinations that agree with it (same value, or missing); the combinations that agree with a whole
 * combination are the bits that are set in all of its rows. Blanking a cell only sets bits.
 * Cost of one count: columns × combinations / 32 operations.
 */
export class MatchIndex {
  readonly width: number;
  readonly count: number;
  /** 32-bit words in a row of bits. */
  readonly words: number;
  /** Codes as they now stand, blanked cells being 0. */
  readonly codes: Uint32Array;
  readonly sizes: Uint32Array;
  readonly #bits: Uint32Array[];
  readonly #original: Uint32Array;
  readonly #found: Uint32Array;

  constructor({ columns, codes, sizes }: Combinations) {
    this.width = columns.length;
    this.count = sizes.length;
    this.words = (this.count + 31) >>> 5;
    this.codes = codes.slice();
    this.#original = codes;
    this.sizes = sizes;
    this.#found = new Uint32Array(this.words);
    this.#bits = columns.map(({ values }) => new Uint32Array(values.length * this.words));
    for (let c = 0; c < this.count; c++) {
      for (let j = 0; j < this.width; j++) this.#mark(c, j, this.codes[c * this.width + j]!);
    }
  }

  /** False when the index over these combinations would take more memory than is meant for it. */
  static fits({ columns, sizes }: Combinations): boolean {
    const values = columns.reduce((sum, column) => sum + column.values.length, 0);
    return values * Math.ceil(sizes.length / 32) <= MOST_WORDS;
  }

  #mark(combination: number, column: number, code: number): void {
    const bits = this.#bits[column]!;
    const word = combination >>> 5;
    const bit = 1 << (combination & 31);
    if (code !== 0) {
      bits[code * this.words + word]! |= bit;
      return;
    }
    for (let at = word; at < bits.length; at += this.words) bits[at]! |= bit;
  }

  /** Blanks one cell: from now on it matches any value of its column. */
  blank(combination: number, column: number): void {
    this.codes[combination * this.width + column] = 0;
    this.#mark(combination, column, 0);
  }

  /** Takes a blank back. */
  restore(combination: number, column: number): void {
    const bits = this.#bits[column]!;
    const code = this.#original[combination * this.width + column]!;
    this.codes[combination * this.width + column] = code;
    if (code === 0) return;
    for (let at = combination >>> 5; at < bits.length; at += this.words)
      bits[at]! &= ~(1 << (combination & 31));
    this.#mark(combination, column, code);
  }

  /**
   * Bits of the combinations that agree with one when some of its columns are disregarded.
   * @param disregarded bit j set: column j isn't compared
   * @returns a row of bits, valid until the next call
   */
  matching(combination: number, disregarded = 0): Uint32Array {
    const found = this.#found.fill(0xffffffff);
    const base = combination * this.width;
    for (let j = 0; j < this.width; j++) {
      const code = this.codes[base + j]!;
      if (code === 0 || (disregarded >>> j) & 1) continue;
      const bits = this.#bits[j]!;
      const start = code * this.words;
      for (let word = 0; word < found.length; word++) found[word]! &= bits[start + word]!;
    }
    const spare = this.count & 31;
    if (spare) found[this.words - 1]! &= (1 << spare) - 1;
    return found;
  }

  /** Rows that agree with a combination (itself included), counted up to `enough`. */
  rowsMatching(combination: number, disregarded = 0, enough = Number.POSITIVE_INFINITY): number {
    let rows = 0;
    const found = this.matching(combination, disregarded);
    for (let word = 0; word < found.length; word++) {
      for (let bits = found[word]!; bits !== 0; bits &= bits - 1) {
        rows += this.sizes[(word << 5) + 31 - Math.clz32(bits & -bits)]!;
        if (rows >= enough) return rows;
      }
    }
    return rows;
  }
}

/** The positions of the set bits, ascending. */
export function positionsOf(bits: Uint32Array): number[] {
  const positions: number[] = [];
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1)
      positions.push((word << 5) + 31 - Math.clz32(rest & -rest));
  }
  return positions;
}
