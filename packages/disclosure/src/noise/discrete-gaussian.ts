import { bernoulliExp } from "./bernoulli.ts";
import { discreteLaplace, type Fraction } from "./discrete-laplace.ts";
import type { RandomBits } from "./random-bits.ts";

/**
 * A whole number with probability proportional to exp(−x² / 2σ²), exactly (Canonne, Kamath & Steinke 2020, algorithm 3):
 * a discrete Laplace draw, kept with the probability that makes up for the different shape.
 * @param variance σ² as a fraction of whole numbers
 */
export function discreteGaussian(bits: RandomBits, variance: Fraction): number {
  const { numerator: p, denominator: q } = variance;
  const t = Math.floor(Math.sqrt(p / q)) + 1;
  for (;;) {
    const drawn = discreteLaplace(bits, { numerator: t, denominator: 1 });
    // Kept with probability exp(−(|x| − σ²/t)² / 2σ²) = exp(−(|x|·q·t − p)² / (2·p·q·t²)).
    const difference = Math.abs(drawn) * q * t - p;
    const square = difference * difference;
    const unit = 2 * p * q * t * t;
    const exact = square <= Number.MAX_SAFE_INTEGER && unit <= Number.MAX_SAFE_INTEGER;
    const kept = exact
      ? bernoulliExp(bits, square, unit)
      : bernoulliExp(bits, exactSquare(drawn, variance, t), 2n * BigInt(p) * BigInt(q) * BigInt(t) ** 2n);
    if (kept) return drawn;
  }
}

function exactSquare(drawn: number, { numerator, denominator }: Fraction, t: number): bigint {
  return (BigInt(Math.abs(drawn)) * BigInt(denominator) * BigInt(t) - BigInt(numerator)) ** 2n;
}

/**
 * An upper bound on the probability that discrete Gaussian noise is at least `least` (1 or more): tight to a millionth for
 * variances up to 10⁴, beyond that by the normal law one step lower (Canonne, Kamath & Steinke 2020, proposition 25).
 */
export function gaussianTail(variance: Fraction, least: number): number {
  const doubled = (2 * variance.numerator) / variance.denominator;
  if (doubled > 2e4) {
    const from = least - 1;
    const square = (from * from) / doubled;
    const mills = Math.sqrt(doubled / 2) / (from * Math.sqrt(2 * Math.PI));
    return Math.exp(-square) * Math.min(1, mills);
  }
  let tail = 0;
  let x = least;
  for (;;) {
    const term = Math.exp((-x * x) / doubled);
    tail += term;
    x++;
    // What is left falls faster than a geometric series of this ratio.
    const ratio = Math.exp(-(2 * x + 1) / doubled);
    const rest = Math.exp((-x * x) / doubled) / (1 - ratio);
    if (rest <= 1e-7 * tail || term === 0) return ((tail + rest) / normalizer(doubled)) * (1 + 1e-6);
  }
}

/** Σ exp(−x² / 2σ²) over all whole numbers, from below: by Poisson's summation it is never less than √(2πσ²). */
const normalizer = (doubled: number): number =>
  Math.max(
    Math.sqrt(Math.PI * doubled),
    1 + 2 * [1, 4, 9].reduce((sum, square) => sum + Math.exp(-square / doubled), 0),
  );

/** The fraction for a variance of at least the given size: denominators stay small, so that sampling is fast and exact. */
export function varianceOf(atLeast: number): Fraction {
  const denominator = atLeast < 1 ? 1024 : atLeast < 1024 ? 64 : 1;
  return { numerator: Math.ceil(atLeast * denominator), denominator };
}
