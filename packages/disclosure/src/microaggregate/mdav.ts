/**
 * Multivariate microaggregation by maximum distance to average (MDAV, Domingo-Ferrer & Mateo-Sanz 2002): builds groups of
 * k around the point farthest from the mean and around the point farthest from that one, until fewer than 3k are left.
 * Columns are compared in units of their standard deviation. Cost O(n²/k).
 * @param points one list of numbers per row, all of one length; at least k rows
 * @returns group means in place of the rows, and the loss: squares within groups over the total, 0 to 1
 */
export function microaggregateMany(
  points: readonly (readonly number[])[],
  k: number,
): { values: number[][]; loss: number } {
  const width = points[0]?.length ?? 0;
  const n = points.length;
  const scaled = standardize(points, width);
  const groups: number[][] = [];
  let left = Array.from({ length: n }, (_, row) => row);
  const distance = (row: number, to: ArrayLike<number>) => {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (scaled[row * width + j]! - to[j]!) ** 2;
    return sum;
  };
  const pointOf = (row: number) => scaled.subarray(row * width, row * width + width);
  const farthest = (to: ArrayLike<number>) =>
    left.reduce((best, row) => (distance(row, to) > distance(best, to) ? row : best), left[0]!);
  const takeNearest = (row: number) => {
    const group = nearest(left, k, (other) => distance(other, pointOf(row)));
    groups.push(group);
    const taken = new Set(group);
    left = left.filter((other) => !taken.has(other));
  };
  while (left.length >= 3 * k) {
    const first = farthest(meanOf(left, scaled, width));
    const second = farthest(pointOf(first));
    takeNearest(first);
    takeNearest(second);
  }
  if (left.length >= 2 * k) takeNearest(farthest(meanOf(left, scaled, width)));
  if (left.length > 0) groups.push(left);
  const values = new Array<number[]>(n);
  let within = 0;
  for (const group of groups) {
    const mean = Array.from(
      { length: width },
      (_, j) => group.reduce((sum, row) => sum + points[row]![j]!, 0) / group.length,
    );
    const center = meanOf(group, scaled, width);
    for (const row of group) {
      values[row] = mean;
      within += distance(row, center);
    }
  }
  const total = n * Array.from({ length: width }, (_, j) => j).filter((j) => varies(points, j)).length;
  return { values, loss: total === 0 ? 0 : within / total };
}

const varies = (points: readonly (readonly number[])[], column: number): boolean =>
  points.some((point) => point[column] !== points[0]![column]);

function standardize(points: readonly (readonly number[])[], width: number): Float64Array {
  const n = points.length;
  const scaled = new Float64Array(n * width);
  for (let j = 0; j < width; j++) {
    const mean = points.reduce((sum, point) => sum + point[j]!, 0) / n;
    const deviation = Math.sqrt(points.reduce((sum, point) => sum + (point[j]! - mean) ** 2, 0) / n);
    points.forEach((point, row) => {
      scaled[row * width + j] = deviation > 0 ? (point[j]! - mean) / deviation : 0;
    });
  }
  return scaled;
}

function meanOf(rows: readonly number[], scaled: Float64Array, width: number): Float64Array {
  const mean = new Float64Array(width);
  for (const row of rows) for (let j = 0; j < width; j++) mean[j]! += scaled[row * width + j]! / rows.length;
  return mean;
}

/** The k rows of smallest distance, kept in a sorted list while passing once over all. */
function nearest(rows: readonly number[], k: number, distance: (row: number) => number): number[] {
  const best: { row: number; distance: number }[] = [];
  for (const row of rows) {
    const far = distance(row);
    if (best.length === k && far >= best[k - 1]!.distance) continue;
    if (best.length === k) best.pop();
    let at = best.length;
    while (at > 0 && best[at - 1]!.distance > far) at--;
    best.splice(at, 0, { row, distance: far });
  }
  return best.map(({ row }) => row);
}
