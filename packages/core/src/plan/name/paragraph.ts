import type { ParagraphSeries } from "./paragraph-name.ts";

/** What a paragraph is. Principles, goals and actions of a plan are addressed as the paragraphs of a resolution are. */
export const PARAGRAPH_KINDS = [
  "preambular",
  "operative",
  "heading",
  "principle",
  "goal",
  "action",
  "sub",
] as const;
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number];

/** The series in which each kind is numbered; a sub-paragraph is numbered under its parent. */
export const SERIES_OF_KIND: Readonly<Record<Exclude<ParagraphKind, "sub">, ParagraphSeries>> = {
  preambular: "PP",
  operative: "OP",
  heading: "H",
  principle: "PR",
  goal: "GO",
  action: "AC",
};

/** Where a paragraph stands: its own key, which never changes, and the paragraph above it. */
export interface ParagraphPlace {
  /** Key of the paragraph, the same in every version of a text. */
  id: string;
  kind: ParagraphKind;
  /** The paragraph it is a sub-paragraph of; null at the top. */
  parent: string | null;
}

/** A paragraph of a version, in the order in which the text is read. */
export interface Paragraph extends ParagraphPlace {
  /** `PP1`, `OP3 bis (a)`, `AC14`; see `paragraph-name.ts`. */
  name: string;
  text: string;
}
