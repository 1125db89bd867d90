/** The plain twin of the kernel: every pair, bit by bit. What it says is right by looking at it; the kernel must agree. */
import { dice, type FilterSet, type Matches, popcounts } from "./dice.ts";

/**
 * All pairs at or above a threshold.
 * @param left filters
 * @param right filters of the same length; the same set when `self`
 * @param threshold from above 0 to 1
 * @param self compares a set with itself: each pair once, left before right
 */
export function linkPlain(left: FilterSet, right: FilterSet, threshold: number, self: boolean): Matches {
  const found: [number, number, number][] = [];
  const [leftCounts, rightCounts] = [popcounts(left), popcounts(right)];
  for (let i = 0; i < left.count; i++) {
    for (let j = self ? i + 1 : 0; j < right.count; j++) {
      let shared = 0;
      for (let k = 0; k < left.bytes; k++) {
        for (
          let byte = left.rows[i * left.bytes + k]! & right.rows[j * right.bytes + k]!;
          byte > 0;
          byte &= byte - 1
        )
          shared++;
      }
      if (shared > 0 && dice(shared, leftCounts[i]!, rightCounts[j]!) >= threshold)
        found.push([i, j, shared]);
    }
  }
  const column = (at: 0 | 1 | 2) => Uint32Array.from(found, (match) => match[at]);
  return { left: column(0), right: column(1), shared: column(2) };
}
