/**
 * Exact fractions of whole numbers, for the questions whose answer is yes or no and must not depend on rounding.
 */
export interface Fraction {
  /** Numerator; carries the sign. */
  readonly n: bigint;
  /** Denominator, > 0, without common factor with n. */
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

function commonFactor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function reduce(n: bigint, d: bigint): Fraction {
  if (n === 0n) return ZERO;
  const g = commonFactor(n, d);
  return g === 1n ? { n, d } : { n: n / g, d: d / g };
}

/** Fraction n/d. @param d not 0 */
export function fraction(n: number | bigint, d: number | bigint = 1): Fraction {
  const top = BigInt(n);
  const bottom = BigInt(d);
  return bottom < 0n ? reduce(-top, -bottom) : reduce(top, bottom);
}

export function add(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? reduce(a.n + b.n, a.d) : reduce(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? reduce(a.n - b.n, a.d) : reduce(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return a.n === 0n || b.n === 0n ? ZERO : reduce(a.n * b.n, a.d * b.d);
}

/** a / b. @param b not 0 */
export function divide(a: Fraction, b: Fraction): Fraction {
  return b.n < 0n ? reduce(-a.n * b.d, a.d * -b.n) : reduce(a.n * b.d, a.d * b.n);
}

/** −1, 0 or 1. */
export function signOf(a: Fraction): number {
  return a.n === 0n ? 0 : a.n < 0n ? -1 : 1;
}

/** Nearest floating-point number, for display. */
export function toNumber(a: Fraction): number {
  return Number(a.n) / Number(a.d);
}
