/**
 * Sums and products over subsets of lists (zeta transforms), the arithmetic at the heart of the engine.
 *
 * A log-linear term is a set of lists and so is a capture history. A history's expected count is the product of
 * the factors of all terms contained in it; a term's sufficient statistic is the sum over all histories that
 * contain it. Both cost lists · 2^(lists−1) operations instead of terms · histories.
 */

/** Tables of fewer histories than this are done by the plain loops alone. */
const BLOCK = 8;

/**
 * In place: values[h] becomes the product of values over all subsets of h.
 * The first three lists are done eight histories at a time in local variables, which halves the time.
 * @param values length a power of two
 */
export function multiplyOverSubsets(values: Float64Array): void {
  const n = values.length;
  let bit = 1;
  if (n >= BLOCK) {
    for (let i = 0; i < n; i += BLOCK) {
      const v0 = values[i]!;
      const v1 = values[i + 1]! * v0;
      const v2 = values[i + 2]! * v0;
      const v3 = values[i + 3]! * values[i + 1]! * v2;
      const p4 = values[i + 4]!;
      const p5 = values[i + 5]! * p4;
      const p6 = values[i + 6]! * p4;
      const p7 = values[i + 7]! * values[i + 5]! * p6;
      values[i + 1] = v1;
      values[i + 2] = v2;
      values[i + 3] = v3;
      values[i + 4] = p4 * v0;
      values[i + 5] = p5 * v1;
      values[i + 6] = p6 * v2;
      values[i + 7] = p7 * v3;
    }
    bit = BLOCK;
  }
  for (; bit < n; bit <<= 1) {
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
  let bit = 1;
  if (n >= BLOCK) {
    for (let i = 0; i < n; i += BLOCK) {
      const v7 = values[i + 7]!;
      const v6 = values[i + 6]! + v7;
      const v5 = values[i + 5]! + v7;
      const v4 = values[i + 4]! + values[i + 5]! + v6;
      const s3 = values[i + 3]!;
      const s2 = values[i + 2]! + s3;
      const s1 = values[i + 1]! + s3;
      const s0 = values[i]! + values[i + 1]! + s2;
      values[i] = s0 + v4;
      values[i + 1] = s1 + v5;
      values[i + 2] = s2 + v6;
      values[i + 3] = s3 + v7;
      values[i + 4] = v4;
      values[i + 5] = v5;
      values[i + 6] = v6;
    }
    bit = BLOCK;
  }
  for (; bit < n; bit <<= 1) {
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
