/** An exact fraction of whole numbers: no vote is decided by rounding. The denominator is positive. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/** Negative when a number is less than a fraction, 0 when equal, positive when more. */
export function compareToFraction(count: number, { numerator, denominator }: Fraction): number {
  return count * denominator - numerator;
}

/** Written out: `99 1/3`, `74 1/2`, `97`. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  const whole = Math.floor(numerator / denominator);
  const rest = numerator - whole * denominator;
  if (rest === 0) return String(whole);
  const divisor = greatestDivisor(rest, denominator);
  const part = `${rest / divisor}/${denominator / divisor}`;
  return whole === 0 ? part : `${whole} ${part}`;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
