/**
 * Tables made from a table: a list left out, two lists merged, one case removed, counts replaced. They answer the
 * critic's question "and if that list had not existed?".
 */
import { type Outcome, refuse } from "../refusal.ts";
import { buildCaptureTable, type CaptureRow, type CaptureTable } from "./capture-table.ts";

/** The same lists with other counts, without checks: for resampled tables, in which a list may become empty. */
export function withCounts(table: CaptureTable, counts: Float64Array): CaptureTable {
  let observed = 0;
  for (let h = 1; h < counts.length; h++) observed += counts[h]!;
  return { lists: table.lists, counts, observed };
}

/**
 * Leaves one list out. Cases that were on that list alone become hidden.
 * @param list index of the list
 * @returns a refusal if fewer than two lists would remain or the rest says nothing
 */
export function leaveListOut(table: CaptureTable, list: number): Outcome<CaptureTable> {
  const low = (1 << list) - 1;
  return regroup(
    table.lists.filter((_, i) => i !== list),
    table,
    (h) => (h & low) | ((h >> (list + 1)) << list),
  );
}

/**
 * Merges two lists: a case is on the merged list when it is on either.
 * @param first,second different indices of lists
 */
export function mergeLists(table: CaptureTable, first: number, second: number): Outcome<CaptureTable> {
  if (first === second) {
    return refuse(
      "same-list",
      `list ${table.lists[first]}`,
      "A list can't be merged with itself.",
      "Name two lists.",
    );
  }
  const keep = Math.min(first, second);
  const drop = Math.max(first, second);
  const low = (1 << drop) - 1;
  const lists = table.lists.filter((_, i) => i !== drop);
  lists[keep] = `${table.lists[keep]}+${table.lists[drop]}`;
  return regroup(lists, table, (h) => {
    const merged = (h >> drop) & 1 ? h | (1 << keep) : h;
    return (merged & low) | ((merged >> (drop + 1)) << drop);
  });
}

/**
 * The same table with its lists in another order: estimates must not depend on it.
 * @param order order[i] is the index of the list that comes at place i
 */
export function reorderLists(table: CaptureTable, order: readonly number[]): Outcome<CaptureTable> {
  return regroup(
    order.map((i) => table.lists[i]!),
    table,
    (h) => order.reduce((sum, from, to) => sum | (((h >> from) & 1) << to), 0),
  );
}

function regroup(
  lists: readonly string[],
  table: CaptureTable,
  move: (history: number) => number,
): Outcome<CaptureTable> {
  const sums = new Map<number, number>();
  for (let h = 1; h < table.counts.length; h++) {
    const count = table.counts[h]!;
    const to = move(h);
    if (count > 0 && to !== 0) sums.set(to, (sums.get(to) ?? 0) + count);
  }
  const rows: CaptureRow[] = [...sums].map(([history, count]) => ({ history, count, place: "table" }));
  return buildCaptureTable(lists, rows);
}

/** A copy of the table with one case of the given history removed. */
export function removeCase(table: CaptureTable, history: number): CaptureTable {
  const counts = table.counts.slice();
  if (counts[history]! > 0) counts[history]! -= 1;
  return withCounts(table, counts);
}

/** The histories that were observed, from the most to the least frequent. */
export function observedHistories(table: CaptureTable): number[] {
  const histories: number[] = [];
  for (let h = 1; h < table.counts.length; h++) if (table.counts[h]! > 0) histories.push(h);
  return histories.sort((a, b) => table.counts[b]! - table.counts[a]! || a - b);
}
