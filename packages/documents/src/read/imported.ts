import type { Language, Pillar } from "@concord/core/vocabulary";
import type { Change, Footnote, Runs } from "../model/index.ts";

/** A paragraph as it stands in a file, before anything is guessed. */
export interface RawParagraph {
  runs: Runs;
  /** 1 to 9 where a style or an outline level makes it a heading, 0 for the title. */
  headingLevel?: number;
  /** Number or marker as printed, from a list or typed at the head: "1.", "(a)", "•". */
  marker?: string;
  /** Depth in its list, from 0. */
  depth: number;
  rightToLeft: boolean;
  /** Cells of a table that stands here; then there are no runs. */
  table?: readonly (readonly string[])[];
}

export type SuggestedKind =
  | "masthead"
  | "title"
  | "organ"
  | "heading"
  | "preambular"
  | "operative"
  | "sub-paragraph"
  | "action"
  | "item"
  | "paragraph"
  | "table";

/** A guess, with what speaks for it. A person confirms it or chooses another. */
export interface KindSuggestion {
  kind: SuggestedKind;
  /** One English sentence. */
  reason: string;
}

export interface ThemeSuggestion {
  /** Id of a theme of `themes.csv`, and its pillar. */
  theme: string;
  pillar: Pillar;
  /** 0 to 1: how much of what names the theme occurs. */
  strength: number;
  /** The words of the paragraph that speak for it. */
  words: readonly string[];
}

/** A paragraph that can be pointed to. */
export interface ImportedParagraph extends RawParagraph {
  /** PP1, OP3, OP3 (a) where the kind has such names; P7, the seventh paragraph of the file, elsewhere. */
  name: string;
  /** Its words with every tracked change accepted. */
  text: string;
  suggestion: KindSuggestion;
  /** The likeliest first; empty when nothing in our vocabulary speaks for any. */
  themes: readonly ThemeSuggestion[];
}

/** A tracked change of the file. */
export interface ImportedChange extends Change {
  /** Name of the paragraph. */
  place: string;
  text: string;
}

/** What was left out, and why. */
export interface ImportNotice {
  code:
    | "macros-dropped"
    | "external-ignored"
    | "pictures-dropped"
    | "comments-dropped"
    | "hidden-text-dropped"
    | "embedded-dropped"
    | "contents-dropped";
  /** How many of them. */
  count: number;
  /** One English sentence. */
  detail: string;
}

/** A file read: paragraphs with suggestions, its footnotes, tracked changes, and what was left out. */
export interface ImportedText {
  language: Language;
  paragraphs: readonly ImportedParagraph[];
  footnotes: readonly Footnote[];
  changes: readonly ImportedChange[];
  notices: readonly ImportNotice[];
}
