/**
 * Dice similarity of two filters: 2·(bits set in both) / (bits set in one + bits set in the other), from 0 to 1. Two empty
 * filters have none: records without any value never match.
 */

/** Matches found between two sets of filters: row numbers, from 0, and the number of bits set in both. */
export interface Matches {
  left: Uint32Array;
  right: Uint32Array;
  shared: Uint32Array;
}

/** A set of filters in one piece of memory. */
export interface FilterSet {
  /** Filters one after the other. */
  rows: Uint8Array;
  /** How many. */
  count: number;
  /** Bytes of each. */
  bytes: number;
}

/** Bits set of each filter. */
export function popcounts(set: FilterSet): Uint32Array {
  const counts = new Uint32Array(set.count);
  let at = 0;
  for (let i = 0; i < set.count; i++) {
    let count = 0;
    for (let end = at + set.bytes; at < end; at++) {
      let byte = set.rows[at]!;
      byte -= (byte >> 1) & 0x55;
      byte = (byte & 0x33) + ((byte >> 2) & 0x33);
      count += (byte + (byte >> 4)) & 0x0f;
    }
    counts[i] = count;
  }
  return counts;
}

/** Similarity from counts. */
export function dice(shared: number, one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * shared) / (one + other);
}

/**
 * The overlap that a threshold asks for, by the sum of the bits set: exact, so that comparing overlaps decides just as
 * comparing similarities in double precision does.
 * @param threshold from above 0 to 1
 * @param most largest sum
 * @returns needs[sum]; sum + 1 (out of reach) where no overlap suffices
 */
export function neededOverlaps(threshold: number, most: number): Uint32Array {
  const needs = new Uint32Array(most + 1);
  needs[0] = 1;
  for (let sum = 1; sum <= most; sum++) {
    let shared = Math.max(0, Math.floor((threshold * sum) / 2) - 2);
    while (shared <= sum && (2 * shared) / sum < threshold) shared++;
    needs[sum] = Math.max(1, shared);
  }
  return needs;
}

/**
 * How many bits a partner of a record with p bits set must have, at least and at most: the smaller of two filters can't
 * share more bits than it has.
 * @param needs from `neededOverlaps`
 * @param bits length of the filters
 * @param threshold the one `needs` was made for
 */
export function partnerBounds(
  needs: Uint32Array,
  bits: number,
  threshold: number,
): { least: Uint32Array; most: Uint32Array } {
  const least = new Uint32Array(bits + 1);
  const most = new Uint32Array(bits + 1);
  for (let one = 0; one <= bits; one++) {
    const possible = (other: number) => needs[one + other]! <= Math.min(one, other);
    // solving 2·min / (sum) ≥ threshold; two steps of leeway for rounding
    let lower = Math.max(0, Math.floor((threshold * one) / (2 - threshold)) - 2);
    while (lower <= bits && !possible(lower)) lower++;
    let upper = Math.min(bits, Math.ceil((one * (2 - threshold)) / threshold) + 2);
    while (upper > 0 && !possible(upper)) upper--;
    least[one] = lower;
    most[one] = upper;
    if (one === 0) least[one] = bits + 1;
  }
  return { least, most };
}

/** Matches in the order of left, then right. */
export function sortMatches(matches: Matches): Matches {
  const order = Array.from(matches.left, (_, i) => i).sort(
    (a, b) => matches.left[a]! - matches.left[b]! || matches.right[a]! - matches.right[b]!,
  );
  const take = (values: Uint32Array) => Uint32Array.from(order, (i) => values[i]!);
  return { left: take(matches.left), right: take(matches.right), shared: take(matches.shared) };
}
