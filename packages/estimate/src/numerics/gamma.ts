/**
 * Logarithm of the gamma function and the tails of the Poisson distribution.
 *
 * Sources: Lanczos (1964) as tabulated by Godfrey for g = 607/128; Abramowitz & Stegun 6.1.41 (Stirling's
 * series) for large arguments.
 */

const LANCZOS_G = 607 / 128;
const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
  -2.6190838401581408e-5, 3.6899182659531625e-6,
];
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** log(k!) for k = 0 … 255, exact to rounding: counts of sparse tables are mostly small. */
const LOG_FACTORIALS = new Float64Array(256);
for (let k = 2; k < 256; k++) LOG_FACTORIALS[k] = LOG_FACTORIALS[k - 1]! + Math.log(k);

/**
 * Natural logarithm of the gamma function.
 * @param x a positive number; anything else gives NaN
 * @returns log Γ(x), relative error near 1e-15
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x >= 16) return stirling(x);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  let sum = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (y + i);
  const base = y + LANCZOS_G + 0.5;
  return HALF_LOG_TWO_PI + Math.log(sum) + (y + 0.5) * Math.log(base) - base;
}

function stirling(x: number): number {
  const r = 1 / x;
  const r2 = r * r;
  const series = r * (1 / 12 - r2 * (1 / 360 - r2 * (1 / 1260 - r2 * (1 / 1680 - r2 / 1188))));
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series;
}

/**
 * Natural logarithm of k factorial.
 * @param k a whole number ≥ 0
 */
export function logFactorial(k: number): number {
  return k < 256 ? LOG_FACTORIALS[k]! : stirling(k + 1);
}

/**
 * Logarithm of the Poisson probability of exactly `count` events when `mean` are expected.
 * @param count whole number ≥ 0
 * @param mean expected number ≥ 0
 */
export function logPoissonPoint(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 0 : Number.NEGATIVE_INFINITY;
  return count * Math.log(mean) - mean - logFactorial(count);
}

/**
 * Logarithm of the smaller of the two one-sided Poisson tail probabilities P(X ≤ count) and P(X ≥ count),
 * both including `count` itself. It never underflows, so that two overwhelming p-values can still be compared.
 * @param count observed number, whole, ≥ 0
 * @param mean expected number, ≥ 0
 * @returns log p, at most 0
 */
export function logSmallerPoissonTail(count: number, mean: number): number {
  const logPoint = logPoissonPoint(count, mean);
  if (logPoint === Number.NEGATIVE_INFINITY) return logPoint;
  const point = Math.exp(logPoint);
  if (count > mean) {
    // P(X ≥ count) = point · (1 + mean/(count+1) + mean²/((count+1)(count+2)) + …)
    let term = 1;
    let sum = 1;
    for (let k = count + 1; term > sum * 1e-17; k++) {
      term *= mean / k;
      sum += term;
    }
    const upper = point * sum;
    const lower = 1 - upper + point;
    return upper <= lower ? logPoint + Math.log(sum) : Math.log(lower);
  }
  // P(X ≤ count) = point · (1 + count/mean + count(count−1)/mean² + …)
  let term = 1;
  let sum = 1;
  for (let k = count; k > 0 && term > sum * 1e-17; k--) {
    term *= k / mean;
    sum += term;
  }
  const lower = point * sum;
  const upper = 1 - lower + point;
  return lower <= upper ? Math.min(0, logPoint + Math.log(sum)) : Math.log(upper);
}

/**
 * Regularized upper incomplete gamma function Q(a, x) = Γ(a, x)/Γ(a).
 * Series for x < a + 1, Lentz's continued fraction otherwise (Abramowitz & Stegun 6.5.29, 6.5.31).
 * @param a shape, > 0
 * @param x ≥ 0
 */
export function upperGammaRatio(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return Number.NaN;
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return 1 - front * sum;
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 10_000; k++) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return front * h;
}

/**
 * Upper tail of the chi-squared distribution.
 * @param statistic ≥ 0
 * @param degrees degrees of freedom, > 0
 */
export function chiSquaredUpperTail(statistic: number, degrees: number): number {
  return upperGammaRatio(degrees / 2, statistic / 2);
}
