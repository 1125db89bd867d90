/** Letters without their marks: é → e, ß → ss, ł → l. */

/** Letters that NFKD doesn't take apart. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "TH",
  ħ: "h",
  Ħ: "H",
  ı: "i",
  ĸ: "k",
  ŋ: "n",
  Ŋ: "N",
  ŧ: "t",
  Ŧ: "T",
  ə: "a",
  Ə: "A",
  ʼ: "'",
  "’": "'",
  "‘": "'",
};
const SPELLED_LETTERS = new RegExp(`[${Object.keys(SPELLED).join("")}]`, "gu");

/**
 * Compatibility decomposition (NFKD), combining marks dropped, remaining special letters spelled out.
 * @example foldLetters("Łukasz Žižková") // "Lukasz Zizkova"
 */
export function foldLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(SPELLED_LETTERS, (letter) => SPELLED[letter]!);
}
