/**
 * Optimal univariate microaggregation (Hansen & Mukherjee 2003): splits sorted numbers into groups of k to 2k − 1 so
 * that the sum of squares within groups is least, and replaces each number by the mean of its group. Exact, by dynamic
 * programming, in O(n·k).
 * @param numbers any finite numbers, at least k
 * @returns the group means in the order of the input, and the loss: sum of squares within groups over the total, 0 to 1
 */
export function microaggregateOne(numbers: readonly number[], k: number): { values: number[]; loss: number } {
  const order = [...numbers.keys()].sort((a, b) => numbers[a]! - numbers[b]!);
  const n = numbers.length;
  const center = numbers.reduce((sum, x) => sum + x, 0) / n;
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  order.forEach((item, at) => {
    const x = numbers[item]! - center;
    sums[at + 1] = sums[at]! + x;
    squares[at + 1] = squares[at]! + x * x;
  });
  const within = (from: number, to: number) => {
    const sum = sums[to]! - sums[from]!;
    return Math.max(0, squares[to]! - squares[from]! - (sum * sum) / (to - from));
  };
  const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const cut = new Int32Array(n + 1);
  least[0] = 0;
  for (let to = k; to <= n; to++) {
    for (let from = Math.max(0, to - 2 * k + 1); from <= to - k; from++) {
      const cost = least[from]! + within(from, to);
      if (cost < least[to]!) {
        least[to] = cost;
        cut[to] = from;
      }
    }
  }
  const values = new Array<number>(n);
  for (let to = n; to > 0; to = cut[to]!) {
    const from = cut[to]!;
    const mean = center + (sums[to]! - sums[from]!) / (to - from);
    for (let at = from; at < to; at++) values[order[at]!] = mean;
  }
  const total = within(0, n);
  return { values, loss: total === 0 ? 0 : least[n]! / total };
}
