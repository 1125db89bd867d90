/**
 * Locality-sensitive hashing of filters: keys that similar filters share more often than others. Each table has its own
 * keys; a pair that shares a key in any table is a candidate and is then compared exactly.
 * - `hamming` (Indyk & Motwani 1998; Durham 2012 for linkage): the values of `width` bits drawn at random. Two filters agree
 *   on a table with probability (1 − d / l)^width, d their Hamming distance and l their length.
 * - `minhash` (Broder 1997): for `width` random orders of the bits, the first bit set. Agreement on each has the probability
 *   of the Jaccard similarity, Dice / (2 − Dice).
 */

import { hasBit } from "../encode/filter.ts";
import { seededRandom } from "../generate/random.ts";
import type { FilterSet } from "./dice.ts";

/** The key of a row in a table; −1 for a row without a bit set, which is no one's candidate. */
export type RowKey = (set: FilterSet, row: number) => number;

/** Most positions looked at for the first set bit of an order. */
const MOST_PROBES = 256;

/**
 * Makes the key functions of the tables.
 * @param kind hamming or minhash
 * @param bits length of the filters
 * @param width bits or orders a table; at most 30 for hamming
 * @param tables how many
 * @param seed public and the same on all machines: it hides nothing
 */
export function localityTables(
  kind: "hamming" | "minhash",
  bits: number,
  width: number,
  tables: number,
  seed: number,
): RowKey[] {
  const random = seededRandom(seed);
  const shuffled = (): Uint32Array => {
    const order = Uint32Array.from({ length: bits }, (_, i) => i);
    for (let i = bits - 1; i > 0; i--) {
      const other = random.below(i + 1);
      const kept = order[i]!;
      order[i] = order[other]!;
      order[other] = kept;
    }
    return order;
  };
  return Array.from({ length: tables }, () =>
    kind === "hamming" ? sampledBits(shuffled(), width) : firstBits(shuffled, width),
  );
}

function sampledBits(order: Uint32Array, width: number): RowKey {
  const positions = order.slice(0, width);
  return (set, row) => {
    const from = row * set.bytes;
    let key = 0;
    let any = 0;
    for (let i = 0; i < positions.length; i++) {
      const position = positions[i]!;
      const bit = (set.rows[from + (position >> 3)]! >> (7 - (position & 7))) & 1;
      key = key * 2 + bit;
      any |= bit;
    }
    return any === 0 && isEmpty(set, row) ? -1 : key;
  };
}

function isEmpty(set: FilterSet, row: number): boolean {
  for (let i = row * set.bytes; i < (row + 1) * set.bytes; i++) if (set.rows[i] !== 0) return false;
  return true;
}

function firstBits(shuffled: () => Uint32Array, width: number): RowKey {
  const orders = Array.from({ length: width }, shuffled);
  return (set, row) => {
    if (isEmpty(set, row)) return -1;
    const filter = set.rows.subarray(row * set.bytes, (row + 1) * set.bytes);
    let key = 0x811c9dc5;
    for (const order of orders) {
      const probes = Math.min(MOST_PROBES, order.length);
      let first = 0;
      while (first < probes && !hasBit(filter, order[first]!)) first++;
      key = Math.imul(key ^ first, 0x01000193);
      key = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
    }
    return key >>> 0;
  };
}

/** Standard errors by which the share expected from a sample must be above the wanted one: 95 % confidence from one side. */
const CONFIDENCE = 1.645;

/**
 * How many tables find a wanted share of pairs, with 95 % confidence that the sample isn't luckier than the rest.
 * @param agreements for each pair of a sample, the probability that a table brings it together
 * @param recall the share wanted, below 1
 * @param most upper limit
 */
export function tablesForRecall(agreements: readonly number[], recall: number, most: number): number {
  if (agreements.length === 0) return Math.min(most, 30);
  const sure = (tables: number) => {
    const found = agreements.map((agreement) => 1 - (1 - agreement) ** tables);
    const mean = found.reduce((sum, share) => sum + share, 0) / found.length;
    const variance = found.reduce((sum, share) => sum + (share - mean) ** 2, 0) / found.length;
    return mean - CONFIDENCE * Math.sqrt(variance / found.length);
  };
  let tables = 1;
  while (tables < most && sure(tables) < recall) tables++;
  return tables;
}

/**
 * Rows of two lists that share a key.
 * @param left keys by row; −1 for none
 * @param right keys by row
 * @param self both are the same list: each pair once, left before right
 * @param most largest number of pairs of one key: a key that most records share is passed over, and counted
 * @param found called for each candidate
 * @returns candidates passed over
 */
export function joinKeys(
  left: Float64Array,
  right: Float64Array,
  self: boolean,
  most: number,
  found: (left: number, right: number) => void,
): number {
  const [lefts, rights] = [sortedByKey(left), self ? null : sortedByKey(right)];
  const others = rights ?? lefts;
  let passedOver = 0;
  let j = 0;
  for (let i = 0; i < lefts.length; ) {
    const key = left[lefts[i]!]!;
    let end = i;
    while (end < lefts.length && left[lefts[end]!] === key) end++;
    while (j < others.length && right[others[j]!]! < key) j++;
    let otherEnd = j;
    while (otherEnd < others.length && right[others[otherEnd]!] === key) otherEnd++;
    const pairs = (end - i) * (otherEnd - j);
    if (pairs > most) passedOver += pairs;
    else {
      for (let a = i; a < end; a++) {
        for (let b = self ? a + 1 : j; b < otherEnd; b++) found(lefts[a]!, others[b]!);
      }
    }
    i = end;
  }
  return passedOver;
}

/** Rows for which key · 2^21 + row is a whole number that double precision holds: keys are below 2^32. */
const PACKED_ROWS = 2 ** 21;

/** Rows that have a key, by key and then by row. Key and row are sorted as one number where they fit into one: without comparator. */
function sortedByKey(keys: Float64Array): Uint32Array {
  if (keys.length > PACKED_ROWS) {
    const order = Uint32Array.from(keys, (_, i) => i).filter((i) => keys[i]! >= 0);
    return order.sort((a, b) => keys[a]! - keys[b]! || a - b);
  }
  const packed = new Float64Array(keys.length);
  let count = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!;
    if (key >= 0) packed[count++] = key * PACKED_ROWS + row;
  }
  return Uint32Array.from(packed.subarray(0, count).sort(), (both) => both % PACKED_ROWS);
}
