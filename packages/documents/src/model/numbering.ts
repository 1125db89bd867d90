import { everyRun, type UnDocument } from "./document.ts";

/**
 * The printed number of an operative paragraph: `OP3` is 3, `OP3 bis` is "3 bis", `OP3 alt 2` is "3 alt 2" (P1).
 * A name of another form is printed as it is.
 */
export function printedNumber(name: string): string {
  return /^OP(\d.*)$/.exec(name)?.[1] ?? name;
}

/** Roman numeral of a small number: the number of an annex. */
export function roman(value: number): string {
  const letters: [number, string][] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let left = value;
  let text = "";
  for (const [worth, letter] of letters) {
    while (left >= worth) {
      text += letter;
      left -= worth;
    }
  }
  return text;
}

/**
 * The printed number of each footnote: 1, 2, 3 in the order in which their marks are read. A mark without a footnote and a
 * footnote without a mark have none; the linter names them.
 */
export function footnoteNumbers(document: UnDocument): ReadonlyMap<string, number> {
  const known = new Set(document.footnotes.map(({ id }) => id));
  const numbers = new Map<string, number>();
  for (const { note } of everyRun(document)) {
    if (note !== undefined && known.has(note) && !numbers.has(note)) numbers.set(note, numbers.size + 1);
  }
  return numbers;
}
