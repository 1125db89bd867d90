/**
 * The normal distribution. Sources: Cody (1969) through the incomplete gamma function for the distribution
 * function; Wichura (1988), algorithm AS 241, for the quantile, polished by one Newton step.
 */
import { upperGammaRatio } from "./gamma.ts";

/**
 * Probability that a standard normal variable is at most `z`.
 * @param z any number, infinities included
 */
export function normalProbability(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const tail = 0.5 * upperGammaRatio(0.5, (z * z) / 2);
  return z > 0 ? 1 - tail : tail;
}

/** Rational approximation of AS 241, coefficients from the lowest power upwards. */
const CENTRE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
] as const;
const SHOULDER = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const FAR = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

function ratio(table: readonly [readonly number[], readonly number[]], x: number): number {
  let top = 0;
  let bottom = 0;
  for (let i = 7; i >= 0; i--) {
    top = top * x + table[0][i]!;
    bottom = bottom * x + table[1][i]!;
  }
  return top / bottom;
}

/**
 * The value below which a standard normal variable falls with probability `p`.
 * @param p between 0 and 1; 0 and 1 give −∞ and +∞, anything outside gives NaN
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const value = r <= 5 ? ratio(SHOULDER, r - 1.6) : ratio(FAR, r - 5);
  return q < 0 ? -value : value;
}

/**
 * Quantile of the chi-squared distribution with one degree of freedom, which profile likelihood intervals use.
 * @param p probability between 0 and 1
 */
export function chiSquaredQuantileOne(p: number): number {
  const z = normalQuantile((1 + p) / 2);
  return z * z;
}
