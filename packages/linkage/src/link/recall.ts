/** What blocking misses, measured: a sample of one list is compared with all of the other, without blocking. */
import type { FilterSet, Matches } from "./dice.ts";
import { LaneTile } from "./dice-kernel.ts";

/** A share with the limits between which it lies with 95 % confidence (Wilson 1927). */
export interface Share {
  value: number;
  low: number;
  high: number;
  of: number;
}

/** A share of successes with its 95 % limits. */
export function wilsonShare(successes: number, of: number): Share {
  if (of === 0) return { value: 1, low: 0, high: 1, of };
  const z = 1.959963984540054;
  const value = successes / of;
  const centre = (value + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((value * (1 - value)) / of + (z * z) / (4 * of * of));
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half), of };
}

/** Rows of a sample, evenly spread. */
export function sampleRows(count: number, size: number): number[] {
  const many = Math.min(count, size);
  return Array.from({ length: many }, (_, i) => Math.floor(((i + 0.5) * count) / many));
}

/**
 * All pairs of a sample of the left list with the right list, exactly.
 * @param left the list that is sampled
 * @param right the list that is compared in full
 * @param rows rows of the sample
 * @param threshold of the linkage
 * @param self both are the same list: a row's pair with itself is left out
 * @returns row numbers of the whole lists
 */
export function exactSample(
  left: FilterSet,
  right: FilterSet,
  rows: readonly number[],
  threshold: number,
  self: boolean,
): Matches {
  const sample = { rows: new Uint8Array(rows.length * left.bytes), count: rows.length, bytes: left.bytes };
  rows.forEach((row, i) => {
    sample.rows.set(left.rows.subarray(row * left.bytes, (row + 1) * left.bytes), i * left.bytes);
  });
  const matches = new LaneTile(sample, threshold).link(right);
  for (let i = 0; i < matches.left.length; i++) matches.left[i] = rows[matches.left[i]!]!;
  if (!self) return matches;
  const kept = Array.from(matches.left, (_, i) => i).filter((i) => matches.left[i] !== matches.right[i]);
  const take = (values: Uint32Array) => Uint32Array.from(kept, (i) => values[i]!);
  return { left: take(matches.left), right: take(matches.right), shared: take(matches.shared) };
}
