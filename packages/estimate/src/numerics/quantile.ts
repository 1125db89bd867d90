/**
 * Sample quantile, definition 8 of Hyndman & Fan (1996): approximately median-unbiased whatever the distribution.
 * @param sorted values in ascending order; +∞ is allowed and stands for "unbounded"
 * @param p probability between 0 and 1
 * @returns NaN for an empty sample
 */
export function sampleQuantile(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  if (n === 0 || Number.isNaN(p)) return Number.NaN;
  const position = (n + 1 / 3) * p + 1 / 3;
  const below = Math.floor(position + 4e-16);
  const share = position - below;
  const low = sorted[Math.min(Math.max(below, 1), n) - 1]!;
  const high = sorted[Math.min(Math.max(below + 1, 1), n) - 1]!;
  return share < 1e-12 || low === high ? low : low + share * (high - low);
}
