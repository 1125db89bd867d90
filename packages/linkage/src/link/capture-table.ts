/**
 * The capture table: how many persons were found on exactly which lists. It is what `concord estimate` starts from to say
 * how many were found on none.
 */
import type { Clusters } from "./cluster.ts";

/** A combination of lists (true: on it) and the number of persons on exactly these. */
export interface CaptureRow {
  on: readonly boolean[];
  count: number;
}

/**
 * Counts persons by combination of lists; several records of one person on one list count once.
 * @param clusters from `cluster`
 * @returns the combinations that occur, those of fewer lists first, then in the order of the lists
 */
export function captureTable(clusters: Clusters): CaptureRow[] {
  const lists = clusters.of.length;
  const masks = new Uint32Array(clusters.count);
  clusters.of.forEach((members, list) => {
    for (const number of members) masks[number] = (masks[number]! | (2 ** list)) >>> 0;
  });
  const counts = new Map<number, number>();
  for (const mask of masks) counts.set(mask, (counts.get(mask) ?? 0) + 1);
  const many = (mask: number) =>
    Array.from({ length: lists }, (_, i) => (mask >>> i) & 1).reduce((a, b) => a + b, 0);
  return [...counts]
    .sort(([a], [b]) => many(a) - many(b) || reversed(b, lists) - reversed(a, lists))
    .map(([mask, count]) => ({
      on: Array.from({ length: lists }, (_, i) => ((mask >>> i) & 1) === 1),
      count,
    }));
}

/** The mask read with the first list as highest digit. */
function reversed(mask: number, lists: number): number {
  let value = 0;
  for (let i = 0; i < lists; i++) value = value * 2 + ((mask >>> i) & 1);
  return value;
}

/**
 * The table as CSV: a column of 0 or 1 a list, then the count.
 * @param names of the lists, without commas or quotation marks
 */
export function captureCsv(names: readonly string[], rows: readonly CaptureRow[]): string {
  const lines = rows.map((row) => [...row.on.map((on) => (on ? "1" : "0")), String(row.count)].join(","));
  return [[...names, "count"].join(","), ...lines, ""].join("\n");
}
