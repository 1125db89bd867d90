import type { Paragraph } from "../name/paragraph.ts";
import { alignParagraphs } from "./align-paragraphs.ts";
import { type WordChange, wordChanges } from "./word-diff.ts";

/** What became of a paragraph between two versions. */
export type ParagraphFate = "same" | "changed" | "moved" | "moved-and-changed" | "added" | "removed";

/** One line of a comparison: side by side `before` and `after`; in one text `words`. */
export interface ComparedParagraph {
  fate: ParagraphFate;
  before: { name: string; text: string } | null;
  after: { name: string; text: string } | null;
  /** The words of both, marked; for a paragraph that stands in one version only, all of them. */
  words: readonly WordChange[];
}

export interface VersionComparison {
  /** In the order of the later version; what was removed stands where it stood. */
  paragraphs: ComparedParagraph[];
  /** How many paragraphs met which fate. */
  counts: Record<ParagraphFate, number>;
}

export interface ComparisonOptions {
  /** The keys of the paragraphs mean the same in both versions, as in the versions of one consultation. */
  sameKeys: boolean;
}

/**
 * Compares two versions paragraph by paragraph and, within paragraphs, word by word (P5). A paragraph that stands elsewhere is recognised
 * as moved, by its key or by its words.
 * @param before the earlier text, in reading order
 * @param after the later one
 */
export function compareVersions(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  options: ComparisonOptions,
): VersionComparison {
  const pairs = alignParagraphs(before, after, options.sameKeys);
  const counts = { same: 0, changed: 0, moved: 0, "moved-and-changed": 0, added: 0, removed: 0 };
  const paragraphs = pairs.map(({ from, to, moved }) => {
    const old = from === undefined ? undefined : before[from]!;
    const now = to === undefined ? undefined : after[to]!;
    const fate = fateOf(old, now, moved);
    counts[fate] += 1;
    return {
      fate,
      before: shown(old),
      after: shown(now),
      words: wordChanges(old?.text ?? "", now?.text ?? ""),
    };
  });
  return { paragraphs, counts };
}

function fateOf(old: Paragraph | undefined, now: Paragraph | undefined, moved: boolean): ParagraphFate {
  if (!old) return "added";
  if (!now) return "removed";
  if (old.text === now.text) return moved ? "moved" : "same";
  return moved ? "moved-and-changed" : "changed";
}

function shown(paragraph: Paragraph | undefined) {
  return paragraph ? { name: paragraph.name, text: paragraph.text } : null;
}
