/** Reductions of a name that survive common misspellings; used for keyed blocking and for scripts without vowels. */
import { foldLetters } from "./fold.ts";

/** Consonants that are confused with each other when names are heard or transliterated, as one class each. */
const CLASSES: Readonly<Record<string, string>> = {
  b: "1",
  p: "1",
  f: "1",
  v: "1",
  c: "2",
  g: "2",
  j: "2",
  k: "2",
  q: "2",
  s: "2",
  x: "2",
  z: "2",
  d: "3",
  t: "3",
  l: "4",
  m: "5",
  n: "5",
  r: "6",
};

/**
 * American Soundex (Russell & Odell; rules of the U.S. National Archives) of the first word: a letter and three digits.
 * @param name any text; other scripts should be turned to Latin first
 * @returns "" when the text has no Latin letter
 * @example soundex("Tymczak") // "T522"
 */
export function soundex(name: string): string {
  const letters =
    foldLetters(name)
      .toLowerCase()
      .match(/[a-z]+/u)?.[0] ?? "";
  if (letters === "") return "";
  let code = letters[0]!.toUpperCase();
  let last = CLASSES[letters[0]!] ?? "";
  for (const letter of letters.slice(1)) {
    const digit = CLASSES[letter] ?? "";
    if (digit !== "" && digit !== last) code += digit;
    if (letter !== "h" && letter !== "w") last = digit;
    if (code.length === 4) break;
  }
  return code.padEnd(4, "0");
}

/**
 * The consonants of each word, doubled ones once: what Arabic script writes of a name. Vowels and the half-vowels w and y
 * go, except that a word which consists of nothing else keeps its first letter.
 * @example consonantSkeleton("Muhammad") // "mhmd"
 */
export function consonantSkeleton(text: string): string {
  return foldLetters(text)
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => word.replace(/[aeiouwy]/gu, "").replace(/(.)\1+/gu, "$1") || word.slice(0, 1))
    .join(" ")
    .trim();
}
