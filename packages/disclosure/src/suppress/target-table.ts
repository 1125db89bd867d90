import { groupTuples } from "../records/records.ts";
import type { Combinations } from "../risk/match-index.ts";
import { costOf } from "./part.ts";

/** Codes that the table of targets may take at once (128 MiB). */
const MOST_CODES = 1 << 25;

/**
 * All targets that some combination below k can reach by blanking a few columns. A target is a combination of values,
 * some of them blank. An entry says: this combination, with these columns blanked, is that target. Entries of a target
 * lie side by side, cheapest first: `members` are the combinations below k, `donors` those of k rows and more, which can
 * give rows away down to k.
 */
export interface TargetTable {
  count: number;
  /** Rows that have exactly a target's values already and are k or more; 0 otherwise. */
  natural: Uint32Array;
  /** Entries of target t: from `memberStart[t]` up to `memberStart[t + 1]`; likewise for donors. */
  memberStart: Uint32Array;
  members: Uint32Array;
  donorStart: Uint32Array;
  donors: Uint32Array;
  /** Of each entry: its combination, the columns blanked (bits), the cost of a row, its target. */
  combinationOf: Uint32Array;
  blankedOf: Uint32Array;
  costOf: Float64Array;
  targetOf: Int32Array;
  /** Entries of each combination below k, cheapest first: from `reachStart[c]` up to `reachStart[c + 1]`. */
  reachStart: Uint32Array;
  reach: Uint32Array;
}

export function listTargets(combinations: Combinations, k: number, weights: readonly number[]): TargetTable {
  const { codes, sizes } = combinations;
  const width = weights.length;
  const shown = shownColumns(codes, sizes.length, width);
  const blankings = listBlankings(sizes.length, width).map((blanked) => ({
    blanked,
    cost: costOf(blanked, weights),
  }));
  blankings.sort((a, b) => a.cost - b.cost || a.blanked - b.blanked);
  const room = blankings.length * sizes.length;
  const combinationOf = new Uint32Array(room);
  const blankedOf = new Uint32Array(room);
  const costs = new Float64Array(room);
  const tuples = new Uint32Array(room * width);
  let entries = 0;
  for (const { blanked, cost } of blankings) {
    for (let c = 0; c < sizes.length; c++) {
      if ((shown[c]! & blanked) !== blanked) continue;
      combinationOf[entries] = c;
      blankedOf[entries] = blanked;
      costs[entries] = cost;
      for (let j = 0; j < width; j++) {
        tuples[entries * width + j] = (blanked >>> j) & 1 ? 0 : codes[c * width + j]!;
      }
      entries++;
    }
  }
  const { groupOf, groups } = groupTuples(tuples.subarray(0, entries * width), width, entries);
  // Only targets that a combination below k can reach are kept, numbered anew.
  const number = new Int32Array(groups.length).fill(-1);
  let count = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (sizes[combinationOf[entry]!]! < k && number[groupOf[entry]!]! < 0) number[groupOf[entry]!] = count++;
  }
  const targetOf = Int32Array.from(groupOf, (group) => number[group]!);
  const natural = new Uint32Array(count);
  for (let entry = 0; entry < entries && blankedOf[entry] === 0; entry++) {
    const size = sizes[combinationOf[entry]!]!;
    if (size >= k && targetOf[entry]! >= 0) natural[targetOf[entry]!] = size;
  }
  const isMember = (entry: number) => sizes[combinationOf[entry]!]! < k;
  const members = gatherEntries(targetOf, count, isMember);
  const donors = gatherEntries(targetOf, count, (entry) => blankedOf[entry] !== 0 && !isMember(entry));
  const reach = gatherEntries(combinationOf.subarray(0, entries), sizes.length, isMember);
  return {
    count,
    natural,
    memberStart: members.start,
    members: members.entries,
    donorStart: donors.start,
    donors: donors.entries,
    combinationOf,
    blankedOf,
    costOf: costs,
    targetOf,
    reachStart: reach.start,
    reach: reach.entries,
  };
}

/** Lists entries by a key, in their order, as `start` of each key's stretch in `entries`. */
function gatherEntries(
  keyOf: ArrayLike<number>,
  keys: number,
  wanted: (entry: number) => boolean,
): { start: Uint32Array; entries: Uint32Array } {
  const start = new Uint32Array(keys + 1);
  for (let entry = 0; entry < keyOf.length; entry++) {
    if (keyOf[entry]! >= 0 && wanted(entry)) start[keyOf[entry]! + 1]!++;
  }
  for (let key = 0; key < keys; key++) start[key + 1]! += start[key]!;
  const next = start.slice();
  const entries = new Uint32Array(start[keys]!);
  for (let entry = 0; entry < keyOf.length; entry++) {
    if (keyOf[entry]! >= 0 && wanted(entry)) entries[next[keyOf[entry]!]!++] = entry;
  }
  return { start, entries };
}

/** Columns in which each combination has a value, as bits. */
function shownColumns(codes: Uint32Array, count: number, width: number): Uint32Array {
  const shown = new Uint32Array(count);
  for (let c = 0; c < count; c++) {
    for (let j = 0; j < width; j++) if (codes[c * width + j] !== 0) shown[c]! |= 1 << j;
  }
  return shown;
}

/** Sets of columns to try: all up to three columns, or as far as memory allows; one column at least. */
function listBlankings(count: number, width: number): number[] {
  let grown = [0];
  const all = [0];
  for (let depth = 1; depth <= Math.min(width, 3); depth++) {
    const next = grown.flatMap((blanked) => {
      const wider: number[] = [];
      for (let j = 32 - Math.clz32(blanked); j < width; j++) wider.push((blanked | (1 << j)) >>> 0);
      return wider;
    });
    if (depth > 1 && (all.length + next.length) * count * width > MOST_CODES) break;
    all.push(...next);
    grown = next;
  }
  return all;
}
