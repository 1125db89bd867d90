/**
 * Sums and products over subsets of lists (zeta transforms), the arithmetic at the heart of the engine.
 *
 * A log-linear term is a set of lists and so is a capture history. A history's expected count is the product of
 * the factors of all terms contained in it; a term's sufficient statistic is the sum over all histories that
 * contain it. Both cost lists · 2^(lists−1) operations instead of terms · histories.
 */

/**
 * In place: values[h] becomes the product of values over all subsets of h.
 * @param values length a power of two
 */
export function multiplyOverSubsets(values: Float64Array): void {
  const n = values.length;
  for (let bit = 1; bit < n; bit <<= 1) {
    for (let base = 0; base < n; base += bit << 1) {
      for (let low = base; low < base + bit; low++) values[low + bit]! *= values[low]!;
    }
  }
}

/**
 * In place: values[h] becomes the sum of values over all supersets of h.
 * @param values length a power of two
 */
export function sumOverSupersets(values: Float64Array): void {
  const n = values.length;
  for (let bit = 1; bit < n; bit <<= 1) {
    for (let base = 0; base < n; base += bit << 1) {
      for (let low = base; low < base + bit; low++) values[low]! += values[low + bit]!;
    }
  }
}

/** Number of lists in a set. */
export function sizeOf(set: number): number {
  let x = set - ((set >> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >> 2) & 0x33333333);
  return Math.imul((x + (x >> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
