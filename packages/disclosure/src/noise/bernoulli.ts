import type { RandomBits } from "./random-bits.ts";

/** True with probability numerator / denominator, exactly. */
function bernoulli(bits: RandomBits, numerator: number | bigint, denominator: number | bigint): boolean {
  if (
    typeof numerator === "number" &&
    typeof denominator === "number" &&
    denominator <= Number.MAX_SAFE_INTEGER
  )
    return bits.below(denominator) < numerator;
  return bits.belowBig(BigInt(denominator)) < BigInt(numerator);
}

/**
 * True with probability exp(−numerator / denominator), exactly (Canonne, Kamath & Steinke 2020, algorithm 1): for a
 * fraction γ up to 1, the number of successes in a row with probabilities γ, γ/2, γ/3 … is even with probability exp(−γ).
 * @param numerator whole number from 0; @param denominator whole number from 1
 */
export function bernoulliExp(
  bits: RandomBits,
  numerator: number | bigint,
  denominator: number | bigint,
): boolean {
  if (typeof numerator === "number" && typeof denominator === "number") {
    // Room for the factors 1, 2, 3 … of the denominator; more than 2¹² of them never come.
    if (numerator <= Number.MAX_SAFE_INTEGER && denominator < 2 ** 41) {
      let whole = Math.floor(numerator / denominator);
      const rest = numerator - whole * denominator;
      while (whole-- > 0) if (!bernoulliExpFraction(bits, 1, 1)) return false;
      return bernoulliExpFraction(bits, rest, denominator);
    }
  }
  const [big, unit] = [BigInt(numerator), BigInt(denominator)];
  let whole = big / unit;
  const rest = big % unit;
  while (whole-- > 0n) if (!bernoulliExpFraction(bits, 1, 1)) return false;
  let successes = 1n;
  while (bernoulli(bits, rest, unit * successes)) successes++;
  return successes % 2n === 1n;
}

function bernoulliExpFraction(bits: RandomBits, numerator: number, denominator: number): boolean {
  let factor = 1;
  while (bernoulli(bits, numerator, denominator * factor)) factor++;
  return factor % 2 === 1;
}
