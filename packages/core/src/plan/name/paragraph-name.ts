import { granted, type Ruled, refused } from "../refusal.ts";
import { formatLetter, formatRoman, parseLetter, parseRoman } from "./list-mark.ts";

/** The series in which paragraphs are numbered: preambular, operative, headings, and the parts of a plan. */
export const PARAGRAPH_SERIES = ["PP", "OP", "H", "PR", "GO", "AC"] as const;
export type ParagraphSeries = (typeof PARAGRAPH_SERIES)[number];

/** Latin ordinals of inserted paragraphs, in the order in which they are given out (P1). */
export const INSERTION_WORDS: readonly string[] = [
  "bis",
  "ter",
  "quater",
  "quinquies",
  "sexies",
  "septies",
  "octies",
  "novies",
  "decies",
];

/** One level of a name: its number, which insertion after that number it is, and which alternative to it. */
export interface NameStep {
  /** 1 for PP1, (a) and (i); 0 for a paragraph inserted before the first. */
  number: number;
  /** 0 none, 1 bis, 2 ter … */
  insertion: number;
  /** 0 none, 1 `alt`, 2 `alt 2` … */
  alternative: number;
}

/** The name by which a paragraph is addressed throughout a round: `OP3 bis (a)`. */
export interface ParagraphName {
  series: ParagraphSeries;
  /** The numbered paragraph, then its (a), then its (i), then its (1). */
  steps: readonly NameStep[];
}

/** Levels below a numbered paragraph: (a), (i), (1). */
export const DEEPEST_LEVEL = 3;

/**
 * Writes a name (P1).
 * @example formatParagraphName({ series: "OP", steps: [{ number: 3, insertion: 1, alternative: 0 }] }) // "OP3 bis"
 */
export function formatParagraphName({ series, steps }: ParagraphName): string {
  return steps
    .map(
      (step, level) => `${level === 0 ? series : " "}${formatMark(step.number, level)}${formatSuffix(step)}`,
    )
    .join("");
}

function formatMark(number: number, level: number): string {
  if (level === 0) return String(number);
  if (level === 1) return `(${formatLetter(number)})`;
  return level === 2 ? `(${formatRoman(number)})` : `(${number})`;
}

function formatSuffix({ insertion, alternative }: NameStep): string {
  const inserted = insertion === 0 ? "" : ` ${INSERTION_WORDS[insertion - 1]}`;
  const alt = alternative === 0 ? "" : alternative === 1 ? " alt" : ` alt ${alternative}`;
  return inserted + alt;
}

const SUFFIX = `(?: (${INSERTION_WORDS.join("|")}))?(?: alt(?: ([2-9]|[1-9]\\d+))?)?`;
const HEAD = new RegExp(`^(${PARAGRAPH_SERIES.join("|")}) ?(\\d{1,4})${SUFFIX}`, "i");
const SUB = new RegExp(`^ ?\\(([a-z]{1,12}|\\d{1,3})\\)${SUFFIX}`, "i");

/**
 * Reads a name as people write it: case and the space after the series are free (`op 3 BIS` is `OP3 bis`).
 * @param text such as `PP2`, `OP3 ter`, `OP3 alt 2`, `AC14 (b) (ii)`
 * @returns a refusal (P1) that says which part can't be read
 */
export function parseParagraphName(text: string): Ruled<ParagraphName> {
  const plain = text.normalize("NFC").trim().replace(/\s+/g, " ");
  const head = HEAD.exec(plain);
  if (!head) return unreadable(text);
  const series = PARAGRAPH_SERIES.find((one) => one === head[1]!.toUpperCase())!;
  const steps = [readStep(Number(head[2]), head[0], head[3], head[4])];
  let rest = plain.slice(head[0].length);
  while (rest !== "") {
    const sub = SUB.exec(rest);
    const number = sub && readMark(sub[1]!.toLowerCase(), steps.length);
    if (!sub || !number) return unreadable(text);
    steps.push(readStep(number, sub[0], sub[2], sub[3]));
    rest = rest.slice(sub[0].length);
  }
  return granted({ series, steps });
}

function readStep(number: number, written: string, insertion?: string, alternative?: string): NameStep {
  return {
    number,
    insertion: insertion ? INSERTION_WORDS.indexOf(insertion.toLowerCase()) + 1 : 0,
    alternative: alternative ? Number(alternative) : / alt$/i.test(written) ? 1 : 0,
  };
}

function readMark(mark: string, level: number): number | undefined {
  if (level === 1) return parseLetter(mark);
  if (level === 2) return parseRoman(mark);
  return level === DEEPEST_LEVEL && /^[1-9]\d*$/.test(mark) ? Number(mark) : undefined;
}

function unreadable(text: string) {
  return refused(
    "P1",
    "unreadable-name",
    "paragraph",
    `"${text}" is no name of a paragraph.`,
    "Write it like PP1, OP3, OP3 bis, OP3 alt 2 or OP3 (a) (i).",
  );
}
