/**
 * How many of those who are alone with their values in the sample are alone in the population? Class sizes are given
 * as `frequency of frequencies`: `classesOfSize[i]` is the number of classes with i rows (index 0 unused).
 */
export interface SampleShape {
  rows: number;
  classes: number;
  classesOfSize: readonly number[];
}

/** Sizes of classes → how many classes have each size. */
export function shapeOf(sizes: ArrayLike<number>): SampleShape {
  const classesOfSize: number[] = [0];
  let rows = 0;
  for (let c = 0; c < sizes.length; c++) {
    const size = sizes[c]!;
    while (classesOfSize.length <= size) classesOfSize.push(0);
    classesOfSize[size]!++;
    rows += size;
  }
  return { rows, classes: sizes.length, classesOfSize };
}

/**
 * Probability that a sample unique is a population unique, by Zayatz (1991): the class sizes of the sample stand for
 * those of the population, and a class of size i shows one row with the hypergeometric probability.
 * @param population persons in the population, at least the rows of the sample
 * @returns a probability; 0 when the sample has no unique
 */
export function zayatzUniqueProbability(shape: SampleShape, population: number): number {
  const uniques = shape.classesOfSize[1] ?? 0;
  if (uniques === 0) return 0;
  const n = shape.rows;
  let showingOne = 0;
  for (let size = 1; size < shape.classesOfSize.length; size++) {
    const classes = shape.classesOfSize[size] ?? 0;
    if (classes > 0) showingOne += classes * probabilityOfShowingOne(size, n, population);
  }
  return (uniques * probabilityOfShowingOne(1, n, population)) / showingOne;
}

/** Hypergeometric: exactly one of `size` persons is among the n of N. */
function probabilityOfShowingOne(size: number, n: number, population: number): number {
  const others = population - n;
  if (size - 1 > others) return 0;
  let logarithm = Math.log(size) + Math.log(n) - Math.log(population);
  for (let i = 0; i < size - 1; i++) logarithm += Math.log(others - i) - Math.log(population - 1 - i);
  return Math.exp(logarithm);
}

export interface PitmanModel {
  theta: number;
  alpha: number;
  /** Uniques expected among the persons of the population. */
  populationUniques: number;
}

/**
 * Population uniques by Pitman's sampling formula (Hoshino 2001), its two parameters by maximum likelihood:
 * classes come up anew with probability (θ + classes·α) / (θ + rows).
 * @param population persons in the population
 * @returns undefined when the likelihood has no inner maximum: no unique, or nothing but uniques
 */
export function fitPitman(shape: SampleShape, population: number): PitmanModel | undefined {
  const uniques = shape.classesOfSize[1] ?? 0;
  if (uniques === 0 || uniques === shape.rows || shape.classes < 2) return undefined;
  let best = { theta: 1, alpha: 0.5, value: Number.NEGATIVE_INFINITY };
  // Coarse grid, then ever finer around the best: the likelihood has one peak.
  let alphas = range(0.02, 0.98, 25);
  let logThetas = range(-3, Math.log(shape.rows) + 2, 25);
  for (let round = 0; round < 7; round++) {
    for (const alpha of alphas) {
      for (const logTheta of logThetas) {
        const theta = Math.exp(logTheta);
        const value = pitmanLogLikelihood(shape, theta, alpha);
        if (value > best.value) best = { theta, alpha, value };
      }
    }
    const stepAlpha = (alphas[1] ?? 0) - (alphas[0] ?? 0);
    const stepTheta = (logThetas[1] ?? 0) - (logThetas[0] ?? 0);
    alphas = range(Math.max(1e-4, best.alpha - stepAlpha), Math.min(0.9999, best.alpha + stepAlpha), 9);
    logThetas = range(Math.log(best.theta) - stepTheta, Math.log(best.theta) + stepTheta, 9);
  }
  const { theta, alpha } = best;
  // N · (θ + α)(θ + α + 1) … over (θ + 1)(θ + 2) …, N − 1 factors each.
  const logShare =
    logGamma(theta + alpha + population - 1) -
    logGamma(theta + alpha) -
    logGamma(theta + population) +
    logGamma(theta + 1);
  const expected = population * Math.exp(logShare);
  return { theta, alpha, populationUniques: Math.min(expected, population) };
}

function range(from: number, to: number, steps: number): number[] {
  return Array.from({ length: steps }, (_, i) => from + ((to - from) * i) / (steps - 1));
}

function pitmanLogLikelihood(
  { rows, classes, classesOfSize }: SampleShape,
  theta: number,
  alpha: number,
): number {
  // Σ log(θ + iα) over classes, Σ log(θ + i) over rows and Σ log(i − α) within classes, each a ratio of gammas.
  let value =
    (classes - 1) * Math.log(alpha) + logGamma(theta / alpha + classes) - logGamma(theta / alpha + 1);
  value -= logGamma(theta + rows) - logGamma(theta + 1);
  const base = logGamma(1 - alpha);
  for (let size = 2; size < classesOfSize.length; size++) {
    const count = classesOfSize[size]!;
    if (count > 0) value += count * (logGamma(size - alpha) - base);
  }
  return value;
}

/** Logarithm of the gamma function for positive x (Stirling's series after shifting x above 8). */
export function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 8) {
    shift += Math.log(y);
    y += 1;
  }
  const inverse = 1 / y;
  const square = inverse * inverse;
  const series =
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
