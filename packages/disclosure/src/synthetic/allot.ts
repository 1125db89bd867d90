import type { RandomBits } from "../noise/random-bits.ts";

/** A number from 0 up to, not including, 1. For choices after the noise is drawn; never for the noise itself. */
export const fraction = (bits: RandomBits): number => bits.below(2 ** 32) / 2 ** 32;

/**
 * Divides a number of rows among choices by their weights: each gets its share rounded down or up, so that the division
 * itself adds as little randomness as it can (systematic sampling).
 * @param weights not negative; all zero divides evenly
 */
export function allot(rows: number, weights: ArrayLike<number>, bits: RandomBits): Uint32Array {
  const shares = new Uint32Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i]!;
  if (rows === 0 || weights.length === 0) return shares;
  let passed = 0;
  let given = 0;
  const start = fraction(bits);
  for (let i = 0; i < weights.length; i++) {
    passed += total > 0 ? (rows * weights[i]!) / total : rows / weights.length;
    const upTo = i === weights.length - 1 ? rows : Math.min(rows, Math.floor(passed + start));
    shares[i] = Math.max(0, upTo - given);
    given += shares[i]!;
  }
  // The last choice must not get a row that only rounding gave it.
  const last = weights.length - 1;
  if (total > 0 && weights[last] === 0 && shares[last]! > 0) {
    const heaviest = Array.from(weights).reduce((best, weight, i) => (weight > weights[best]! ? i : best), 0);
    shares[heaviest]! += shares[last]!;
    shares[last] = 0;
  }
  return shares;
}

/** Shuffles in place (Fisher–Yates). */
export function shuffle(items: Uint32Array, bits: RandomBits): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = bits.below(at + 1);
    const held = items[at]!;
    items[at] = items[other]!;
    items[other] = held;
  }
}

/** The nearest point without negative entries whose entries add up to a total (Euclidean projection onto a simplex). */
export function projectOntoSimplex(noisy: ArrayLike<number>, total: number): Float64Array {
  const sorted = Float64Array.from(noisy).sort().reverse();
  let sum = 0;
  let shift = 0;
  for (let i = 0; i < sorted.length; i++) {
    sum += sorted[i]!;
    const candidate = (sum - total) / (i + 1);
    if (sorted[i]! - candidate > 0) shift = candidate;
    else break;
  }
  return Float64Array.from(noisy, (value) => Math.max(0, value - shift));
}
