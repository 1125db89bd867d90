/**
 * Random variates from the distributions that the estimators need, all from one seeded generator.
 * Sources: Marsaglia & Tsang (2000) for gamma; Hörmann (1993) algorithms BTRS and PTRS for binomial and
 * Poisson with large mean, sequential inversion for small ones; Walker's alias method for resampling.
 */
import { logFactorial } from "./gamma.ts";
import type { Random } from "./random.ts";

/** Standard normal variate (Marsaglia's polar method, one of the pair discarded so that no state is hidden). */
export function drawNormal(random: Random): number {
  for (;;) {
    const u = 2 * random.uniform() - 1;
    const v = 2 * random.uniform() - 1;
    const s = u * u + v * v;
    if (s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/**
 * Gamma variate with unit scale.
 * @param shape > 0
 */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = random.uniform();
    const x2 = x * x;
    if (u < 1 - 0.0331 * x2 * x2) return d * v;
    if (Math.log(u) < 0.5 * x2 + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** Logarithm of a gamma variate; stays finite for shapes so small that the variate itself underflows. */
export function drawLogGamma(random: Random, shape: number): number {
  if (shape >= 1) return Math.log(drawGamma(random, shape));
  return Math.log(drawGamma(random, shape + 1)) + Math.log(random.uniform()) / shape;
}

/**
 * Binomial variate.
 * @param trials whole number ≥ 0
 * @param p probability of success; clipped to [0, 1]
 */
export function drawBinomial(random: Random, trials: number, p: number): number {
  if (trials === 0 || !(p > 0)) return 0;
  if (p >= 1) return trials;
  if (p > 0.5) return trials - drawBinomial(random, trials, 1 - p);
  return trials * p < 10 ? invertBinomial(random, trials, p) : rejectBinomial(random, trials, p);
}

function invertBinomial(random: Random, trials: number, p: number): number {
  const odds = p / (1 - p);
  const start = Math.exp(trials * Math.log1p(-p));
  let point = start;
  let u = random.uniform();
  let k = 0;
  while (u > point) {
    u -= point;
    k++;
    if (k > trials) {
      // Rounding ate the last of the probability: draw afresh.
      k = 0;
      u = random.uniform();
      point = start;
      continue;
    }
    point *= (odds * (trials - k + 1)) / k;
  }
  return k;
}

function rejectBinomial(random: Random, trials: number, p: number): number {
  const q = 1 - p;
  const spread = Math.sqrt(trials * p * q);
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = trials * p + 0.5;
  const vr = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((trials + 1) * p);
  let logMode = Number.NaN;
  for (;;) {
    const u = random.uniform() - 0.5;
    let v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > trials) continue;
    if (us >= 0.07 && v <= vr) return k;
    if (Number.isNaN(logMode)) logMode = logFactorial(mode) + logFactorial(trials - mode);
    v = Math.log((v * alpha) / (a / (us * us) + b));
    if (v <= logMode - logFactorial(k) - logFactorial(trials - k) + (k - mode) * Math.log(p / q)) return k;
  }
}

/**
 * Poisson variate.
 * @param mean ≥ 0
 */
export function drawPoisson(random: Random, mean: number): number {
  if (!(mean > 0)) return 0;
  if (mean < 10) {
    const limit = Math.exp(-mean);
    let product = random.uniform();
    let k = 0;
    while (product > limit) {
      k++;
      product *= random.uniform();
    }
    return k;
  }
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const left = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b);
    if (left <= k * logMean - mean - logFactorial(k)) return k;
  }
}

/**
 * Number of failures before the `successes`-th success, as a gamma mixture of Poisson variables.
 * @param successes > 0
 * @param p probability of success, 0 < p ≤ 1
 */
export function drawNegativeBinomial(random: Random, successes: number, p: number): number {
  return drawPoisson(random, (drawGamma(random, successes) * (1 - p)) / p);
}

/**
 * Divides `trials` cases among cells in proportion to `weights`, by one binomial draw a cell.
 * @param weights non-negative, not all zero
 * @param into receives the counts; same length as weights
 */
export function drawMultinomial(
  random: Random,
  trials: number,
  weights: ArrayLike<number>,
  into: Float64Array,
): void {
  let rest = 0;
  for (let i = 0; i < weights.length; i++) rest += weights[i]!;
  let left = trials;
  let last = -1;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight > 0) last = i;
    const drawn = left > 0 && weight > 0 ? drawBinomial(random, left, weight / rest) : 0;
    into[i] = drawn;
    left -= drawn;
    rest -= weight;
  }
  if (left > 0 && last >= 0) into[last]! += left;
}
