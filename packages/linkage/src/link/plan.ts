/** Cutting a linkage into jobs that don't depend on each other: for threads, for other machines, for going on after a kill. */

/** Rows from (included) to (excluded) of a list. */
export interface RowRange {
  list: number;
  from: number;
  to: number;
}

/** What to compare: all pairs of two ranges, or the pairs that one blocking table brings together. */
export type Job =
  | { kind: "exact"; left: RowRange; right: RowRange; self: boolean }
  | { kind: "block"; left: number; right: number; table: number };

/** How candidates are found. */
export type Blocking =
  | { kind: "none" }
  | { kind: "hamming" | "minhash"; width: number; tables: number; seed: number }
  | { kind: "keys"; rules: number };

/** Most records laid out in lanes at a time: 4 × 10^4 of 1,024 bits take about 11 MB in each thread. */
const LANE_ROWS = 1 << 16;
/** Fewest and most records compared with them in one job. */
const LEAST_ROWS = 4096;
const MOST_ROWS = 1 << 18;

/** Pairs of lists to compare: each with each, and each with itself when `within`. */
export function listPairs(lists: number, within: boolean): [number, number][] {
  const pairs: [number, number][] = [];
  for (let left = 0; left < lists; left++) {
    for (let right = within ? left : left + 1; right < lists; right++) pairs.push([left, right]);
  }
  return pairs;
}

/**
 * The jobs of a linkage, in an order that depends on nothing but the arguments.
 * @param counts records of each list
 * @param within also looks for duplicates inside each list
 * @param blocking how candidates are found
 * @param share how many parts the work should at least fall into (threads × machines)
 */
export function planJobs(
  counts: readonly number[],
  within: boolean,
  blocking: Blocking,
  share: number,
): Job[] {
  const pairs = listPairs(counts.length, within);
  if (blocking.kind !== "none") {
    const tables = blocking.kind === "keys" ? blocking.rules : blocking.tables;
    return pairs.flatMap(([left, right]) =>
      Array.from({ length: tables }, (_, table): Job => ({ kind: "block", left, right, table })),
    );
  }
  return pairs.flatMap(([left, right]) => exactJobs(left, right, counts, share));
}

function ranges(list: number, count: number, size: number): RowRange[] {
  const parts = Math.max(1, Math.ceil(count / size));
  return Array.from({ length: parts }, (_, i) => ({
    list,
    from: Math.floor((i * count) / parts),
    to: Math.floor(((i + 1) * count) / parts),
  }));
}

function exactJobs(left: number, right: number, counts: readonly number[], share: number): Job[] {
  if (left === right) {
    const tiles = ranges(left, counts[left]!, tileRows(counts[left]!, share));
    return tiles.flatMap((one, i) =>
      tiles.slice(i).map((other): Job => ({ kind: "exact", left: one, right: other, self: one === other })),
    );
  }
  const lanes = ranges(left, counts[left]!, LANE_ROWS);
  const rows = Math.ceil((counts[right]! * lanes.length) / (share * 3));
  const queries = ranges(right, counts[right]!, Math.min(MOST_ROWS, Math.max(LEAST_ROWS, rows)));
  return lanes.flatMap((one) =>
    queries.map((other): Job => ({ kind: "exact", left: one, right: other, self: false })),
  );
}

/** Rows of a tile within a list: about share × 3 jobs, tiles × (tiles + 1) / 2 of them. */
function tileRows(count: number, share: number): number {
  const tiles = share === 1 ? 1 : Math.ceil(Math.sqrt(share * 6));
  return Math.min(LANE_ROWS, Math.max(LEAST_ROWS, Math.ceil(count / tiles)));
}

/**
 * The jobs of one machine when several share the work.
 * @param jobs all jobs
 * @param part from 1 to `of`
 * @param of how many machines
 */
export function jobsOfPart(jobs: number, part: number, of: number): number[] {
  return Array.from({ length: jobs }, (_, i) => i).filter((i) => i % of === part - 1);
}
