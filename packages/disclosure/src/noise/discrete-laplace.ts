import { bernoulliExp } from "./bernoulli.ts";
import type { RandomBits } from "./random-bits.ts";

/** A positive fraction of whole numbers, so that scales are exact. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/**
 * A whole number with probability proportional to exp(−|x| · denominator / numerator), exactly (Canonne, Kamath &
 * Steinke 2020, algorithm 2): Laplace noise of the given scale without floating-point numbers, whose gaps would give the
 * true count away (Mironov 2012).
 */
export function discreteLaplace(bits: RandomBits, scale: Fraction): number {
  const { numerator: t, denominator: s } = scale;
  for (;;) {
    const offset = bits.below(t);
    if (!bernoulliExp(bits, offset, t)) continue;
    let steps = 0;
    while (bernoulliExp(bits, 1, 1)) steps++;
    const size = Math.floor((offset + t * steps) / s);
    const negative = bits.below(2) === 1;
    if (negative && size === 0) continue;
    return negative ? -size : size;
  }
}

/** Probability that discrete Laplace noise is at least `least` (1 or more). */
export function laplaceTail(scale: Fraction, least: number): number {
  const ratio = Math.exp(-scale.denominator / scale.numerator);
  return ratio ** least / (1 + ratio);
}
