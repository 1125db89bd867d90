import { ok, type Result, refuse } from "../refusal.ts";

/**
 * Zero-concentrated differential privacy (Bun & Steinke 2016). Releases that are ρ₁- and ρ₂-zCDP are together
 * (ρ₁ + ρ₂)-zCDP, also when the second looks at the first. A release that also fails with probability δ (a threshold that
 * a rare combination passes by chance) adds its δ.
 *
 * Amounts are whole numbers of small units, rounded up when spent and down when budgeted, so that sums are exact.
 */
export interface PrivacyLoss {
  /** ρ in units of 10⁻⁹. */
  rho: number;
  /** δ in units of 10⁻¹⁵. */
  delta: number;
}

export const RHO_UNIT = 1e-9;
export const DELTA_UNIT = 1e-15;

/**
 * The ε for which ρ-zCDP implies (ε, δ)-differential privacy (Canonne, Kamath & Steinke 2020, corollary 13): the least
 * over orders α of αρ + (log(1/δ) + (α − 1)·log(1 − 1/α) − log α)/(α − 1). Every α gives a valid ε.
 * @param rho ρ itself, not in units
 */
export function epsilonOf(rho: number, delta: number): number {
  const bound = (logOrder: number) => {
    const above = Math.exp(logOrder);
    const alpha = 1 + above;
    return alpha * rho + (Math.log(1 / delta) + above * Math.log(above / alpha) - Math.log(alpha)) / above;
  };
  let low = -12;
  let high = 25;
  for (let step = 0; step < 200; step++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (bound(left) < bound(right)) high = right;
    else low = left;
  }
  return Math.max(0, bound((low + high) / 2));
}

/** The greatest ρ that still implies (ε, δ)-differential privacy. */
export function rhoOf(epsilon: number, delta: number): number {
  let low = 0;
  let high = epsilon;
  while (epsilonOf(high, delta) < epsilon) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (epsilonOf(middle, delta) <= epsilon) low = middle;
    else high = middle;
  }
  return low;
}

/** ρ of a mechanism with Gaussian noise: Δ² / 2σ². @param sensitivitySquared Δ², a whole number */
export const rhoOfGaussian = (
  sensitivitySquared: number,
  variance: { numerator: number; denominator: number },
): number => (sensitivitySquared * variance.denominator) / (2 * variance.numerator);

/** ρ of a mechanism that is ε-differentially private by itself (Bun & Steinke 2016, proposition 1.4). */
export const rhoOfPure = (epsilon: number): number => (epsilon * epsilon) / 2;

/** ρ of a choice by the exponential mechanism with parameter ε (Cesar & Rogers 2021): ε² / 8. */
export const rhoOfChoice = (epsilon: number): number => (epsilon * epsilon) / 8;

/** What is spent, in units, rounded up. */
export const spending = (rho: number, delta = 0): PrivacyLoss => ({
  rho: Math.ceil(rho / RHO_UNIT - 1e-6),
  delta: Math.ceil(delta / DELTA_UNIT - 1e-6),
});

/** A promise made to the persons in the records: all releases together are (ε, δ)-differentially private. */
export interface PrivacyPromise {
  epsilon: number;
  delta: number;
}

/**
 * The amounts that a promise allows: half of δ goes into turning ρ into ε, half may be spent on thresholds.
 * @returns a refusal for ε not above 0, or δ not between 0 and 1
 */
export function budgetOf({ epsilon, delta }: PrivacyPromise): Result<PrivacyLoss> {
  if (!(epsilon > 0 && epsilon <= 1000))
    return refuse(
      "out-of-range",
      "--epsilon",
      `ε is ${epsilon}: it must be above 0.`,
      "Choose between 0.1 (strong protection) and 4 (more accurate); the smaller, the less can be concluded about anyone.",
    );
  if (!(delta > 0 && delta < 0.1))
    return refuse(
      "out-of-range",
      "--delta",
      `δ is ${delta}: it must be above 0 and far below 1.`,
      "Choose less than one over the number of persons, such as 1e-6.",
    );
  const rho = Math.floor(rhoOf(epsilon, delta / 2) / RHO_UNIT);
  const half = Math.floor(delta / 2 / DELTA_UNIT);
  if (rho < 1 || half < 1)
    return refuse(
      "out-of-range",
      "--epsilon",
      `ε = ${epsilon} and δ = ${delta} are too small to be accounted for.`,
      "Choose larger ones.",
    );
  return ok({ rho, delta: half });
}

/** Adds losses. */
export const addLosses = (losses: readonly PrivacyLoss[]): PrivacyLoss =>
  losses.reduce((sum, loss) => ({ rho: sum.rho + loss.rho, delta: sum.delta + loss.delta }), {
    rho: 0,
    delta: 0,
  });
