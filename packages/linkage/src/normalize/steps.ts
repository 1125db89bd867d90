/**
 * Bringing spellings of a name together before it is encoded. A schema names the steps of each field in order
 * (`"concord": {"normalize": ["latin", "fold", "lower", "letters"]}`); without them a cell is encoded as it stands, as
 * clkhash does. Both sides must use the same steps: they are part of the schema's hash.
 */
import { foldLetters } from "./fold.ts";
import { toLatin } from "./latin.ts";
import { consonantSkeleton } from "./phonetic.ts";

/** The steps, in the order in which they are usually named. */
export const NORMALIZATION_STEPS = [
  "trim",
  "latin",
  "fold",
  "lower",
  "upper",
  "letters",
  "digits",
  "sort-words",
  "consonants",
] as const;
export type NormalizationStep = (typeof NORMALIZATION_STEPS)[number];

/** Reads Chinese characters aloud in Latin letters, words apart; handed in because its table is large (io/pinyin.ts). */
export type ReadChinese = (text: string) => string;

const WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * Makes one function from a field's steps.
 * - `trim` no white space around, one space between words
 * - `latin` Arabic, Cyrillic, Greek and Chinese script to Latin letters
 * - `fold` NFKD, marks dropped, letters such as ß, ø, ł spelled out
 * - `lower`, `upper` case
 * - `letters` letters and digits stay, all else becomes one space
 * - `digits` only digits 0–9 stay, other scripts' digits turned into these
 * - `sort-words` words in alphabetical order: family and given names swapped become equal
 * - `consonants` Latin consonant skeleton, for names written without vowels in Arabic script
 * @param steps from the schema
 * @param readChinese needed for `latin` where Chinese occurs; without it Chinese characters stay
 */
export function normalizer(
  steps: readonly NormalizationStep[],
  readChinese?: ReadChinese,
): (text: string) => string {
  const functions = steps.map((step) => stepFunction(step, readChinese));
  return (text) => {
    let result = text;
    for (const apply of functions) result = apply(result);
    return result;
  };
}

function stepFunction(
  step: NormalizationStep,
  readChinese: ReadChinese | undefined,
): (text: string) => string {
  switch (step) {
    case "trim":
      return (text) => text.trim().replace(/\s+/gu, " ");
    case "latin":
      return (text) => toLatin(text, readChinese);
    case "fold":
      return foldLetters;
    case "lower":
      return (text) => text.toLowerCase();
    case "upper":
      return (text) => text.toUpperCase();
    case "letters":
      return (text) => text.replace(WORDS, " ").trim();
    case "digits":
      return (text) =>
        text
          .normalize("NFKC")
          .replace(/\p{Nd}/gu, asciiDigit)
          .replace(/[^0-9]/gu, "");
    case "sort-words":
      return (text) => text.split(/\s+/u).filter(Boolean).sort().join(" ");
    case "consonants":
      return consonantSkeleton;
  }
}

function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0)!;
  let zero = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero--;
  return String(point - zero);
}
