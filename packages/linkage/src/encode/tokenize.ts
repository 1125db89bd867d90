/**
 * From a formatted value to the tokens that go into the filter. The share of tokens that two values have in common is
 * what the filters' similarity will measure. Three comparisons of linkage schema version 3: n-grams, exact, numeric.
 */
import type { Refusal } from "../result.ts";
import { digitValue } from "./date-pattern.ts";

/** Contiguous runs of n characters; with the position in front when `positional`. */
export interface NgramComparison {
  type: "ngram";
  n: number;
  positional: boolean;
}
/** The value as one token: similar only when equal. */
export interface ExactComparison {
  type: "exact";
}
/**
 * A number by its neighbourhood (Vatsalan & Christen, J. Biomedical Informatics 2015): 2·resolution + 1 tokens, of which two
 * numbers share the more the closer they are, and none beyond `thresholdDistance`.
 */
export interface NumericComparison {
  type: "numeric";
  thresholdDistance: number;
  resolution: number;
  /** Digits after the point that count. */
  fractionalPrecision: number;
}
export type Comparison = NgramComparison | ExactComparison | NumericComparison;

/** Half to even, as Python's `round`; JavaScript's rounds half up. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * Grid width of a numeric comparison: the threshold distance in units of the last digit that counts; 0 when there are
 * too few digits for it, which a schema may not have.
 */
export function distanceInterval(comparison: NumericComparison): bigint {
  return BigInt(roundHalfEven(comparison.thresholdDistance * 10 ** comparison.fractionalPrecision));
}

const WHOLE_NUMBER = /^([+-]?)(\p{Nd}+(?:_\p{Nd}+)*)$/u;
const DECIMAL_NUMBER = /^[+-]?(\p{Nd}+\.?\p{Nd}*|\.\p{Nd}+)([eE][+-]?\p{Nd}+)?$/u;

/** Reads a whole number in base 10, with spaces around, a sign, digits of any script, single underscores; null when it isn't one. */
export function readInteger(text: string): bigint | null {
  const match = WHOLE_NUMBER.exec(text.trim());
  if (match === null) return null;
  const digits = Array.from(match[2]!.replaceAll("_", ""), digitValue).join("");
  return match[1] === "-" ? -BigInt(digits) : BigInt(digits);
}

function numericTokens(comparison: NumericComparison, text: string): string[] | Refusal {
  const scale = 10 ** comparison.fractionalPrecision;
  let value = readInteger(text);
  if (value !== null) {
    value *= 10n ** BigInt(comparison.fractionalPrecision);
  } else {
    const plain = text.trim();
    if (!DECIMAL_NUMBER.test(plain)) {
      return { place: "value", reason: "isn't a number", cure: "give digits with a point for decimals" };
    }
    const number = Number(Array.from(plain, (c) => (/\p{Nd}/u.test(c) ? String(digitValue(c)) : c)).join(""));
    if (!Number.isFinite(number * scale)) {
      return { place: "value", reason: "is too large a number", cure: "check the cell" };
    }
    value = BigInt(comparison.fractionalPrecision > 0 ? roundHalfEven(number * scale) : Math.trunc(number));
  }
  const interval = distanceInterval(comparison);
  value *= 2n * BigInt(comparison.resolution);
  const rest = ((value % interval) + interval) % interval;
  if (rest !== 0n) value = 2n * rest < interval ? value - rest : value + interval - rest;
  const tokens: string[] = [];
  for (let i = -comparison.resolution; i <= comparison.resolution; i++) {
    tokens.push((value + BigInt(i) * interval).toString());
  }
  return tokens;
}

/**
 * Tokens of a value. N-grams are padded with n−1 spaces on both sides, so that the first and last letters count as often
 * as the others; a character is a Unicode code point. Repeated tokens are kept. An empty value has none.
 * @param comparison how the field is compared
 * @param text the formatted value
 */
export function tokenize(comparison: Comparison, text: string): string[] | Refusal {
  if (text.length === 0) return [];
  if (comparison.type === "exact") return [text];
  if (comparison.type === "numeric") return numericTokens(comparison, text);
  const { n, positional } = comparison;
  const pad = " ".repeat(n - 1);
  const padded = pad + text + pad;
  const tokens: string[] = [];
  if (hasSurrogates(padded)) {
    const characters = Array.from(padded);
    for (let i = 0; i + n <= characters.length; i++) {
      const gram = characters.slice(i, i + n).join("");
      tokens.push(positional ? `${i + 1} ${gram}` : gram);
    }
    return tokens;
  }
  for (let i = 0; i + n <= padded.length; i++) {
    const gram = padded.slice(i, i + n);
    tokens.push(positional ? `${i + 1} ${gram}` : gram);
  }
  return tokens;
}

function hasSurrogates(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xe000) return true;
  }
  return false;
}
