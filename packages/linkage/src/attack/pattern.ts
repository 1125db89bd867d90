/**
 * Pattern mining (Christen, Ranbaduge, Vatsalan & Schnell 2018): a frequent n-gram sets the same k bits in many filters, so
 * sets of bits that are often set together give its positions away, without the key and without knowing the hash. Against
 * names known by frequency the positions are then read as n-grams.
 */
import { hasBit } from "../encode/filter.ts";
import type { FilterSet } from "../link/dice.ts";

/** A set of positions found, and the share of filters that have them all. */
export interface BitPattern {
  positions: readonly number[];
  support: number;
}

/** Most bits that a set is grown from. */
const MOST_STARTS = 150;

/** Columns of the filters as bit sets over the records. */
function columns(set: FilterSet): Uint32Array[] {
  const words = Math.ceil(set.count / 32);
  return Array.from({ length: set.bytes * 8 }, (_, bit) => {
    const column = new Uint32Array(words);
    for (let row = 0; row < set.count; row++) {
      if (hasBit(set.rows.subarray(row * set.bytes, (row + 1) * set.bytes), bit)) {
        column[row >> 5] = column[row >> 5]! | (1 << (row & 31));
      }
    }
    return column;
  });
}

/** Bits set in both columns. */
function countBoth(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) {
    let word = a[i]! & b[i]!;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/**
 * Looks for sets of bits that are set together in at least a share of the filters. From each frequent bit a set is grown by
 * the bit that keeps the most filters, until fewer than the share are left.
 * @param set the filters
 * @param share least share of filters: that of the n-gram looked for, which is public
 * @param most how many patterns to give back
 * @returns the largest sets, each with positions that no larger one holds in full
 */
export function minePatterns(set: FilterSet, share: number, most: number): BitPattern[] {
  const least = share * set.count;
  const frequent = columns(set)
    .map((column, bit) => ({ bit, column, count: countBoth(column, column) }))
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || a.bit - b.bit);
  const patterns: BitPattern[] = [];
  for (const start of frequent) {
    if (patterns.length >= MOST_STARTS) break;
    if (patterns.some((pattern) => pattern.positions.includes(start.bit))) continue;
    const positions = [start.bit];
    let column = start.column;
    let count = start.count;
    for (;;) {
      const taken = new Set(positions);
      let best: { bit: number; column: Uint32Array; count: number } | null = null;
      for (const candidate of frequent) {
        if (taken.has(candidate.bit)) continue;
        const joint = countBoth(column, candidate.column);
        if (joint >= least && joint > (best?.count ?? 0)) best = { ...candidate, count: joint };
      }
      if (best === null) break;
      const { column: added } = best;
      positions.push(best.bit);
      column = column.map((word, i) => word & added[i]!);
      count = best.count;
    }
    patterns.push({ positions: positions.sort((a, b) => a - b), support: count / set.count });
  }
  return patterns
    .sort((a, b) => b.positions.length - a.positions.length || b.support - a.support)
    .slice(0, most);
}

/**
 * How well a pattern gives an n-gram's positions away: shared positions over all positions of the two (Jaccard).
 * @param pattern what was mined
 * @param truth the n-gram's positions, known to us alone
 */
export function patternHit(pattern: BitPattern, truth: ReadonlySet<number>): number {
  const shared = pattern.positions.filter((position) => truth.has(position)).length;
  return shared / (truth.size + pattern.positions.length - shared);
}
