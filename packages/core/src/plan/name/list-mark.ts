/** Marks of sub-paragraphs: letters (a) … (z), (aa), (bb) …, and Roman numerals (i), (ii) … */

/** 1 → a, 26 → z, 27 → aa, 28 → bb: after the alphabet the letters are doubled, as in United Nations texts. */
export function formatLetter(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.floor((number - 1) / 26) + 1);
}

/** Reads what {@link formatLetter} writes; undefined for anything else. */
export function parseLetter(mark: string): number | undefined {
  const first = mark.charCodeAt(0) - 97;
  const repeated = mark.length > 0 && mark === mark[0]!.repeat(mark.length);
  return repeated && first >= 0 && first < 26 ? first + 1 + 26 * (mark.length - 1) : undefined;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** 1 → i, 4 → iv, 14 → xiv. */
export function formatRoman(number: number): string {
  let rest = number;
  let mark = "";
  for (const [value, letters] of ROMAN)
    while (rest >= value) {
      mark += letters;
      rest -= value;
    }
  return mark;
}

/** Reads what {@link formatRoman} writes; undefined for anything else. */
export function parseRoman(mark: string): number | undefined {
  let rest = mark;
  let number = 0;
  for (const [value, letters] of ROMAN)
    while (rest.startsWith(letters)) {
      number += value;
      rest = rest.slice(letters.length);
    }
  return number > 0 && rest === "" && formatRoman(number) === mark ? number : undefined;
}
