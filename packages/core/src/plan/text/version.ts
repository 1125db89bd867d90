import type { Action } from "../content/action.ts";
import type { Paragraph } from "../name/paragraph.ts";

/** What a version is: zero draft, revision, text under silence, adopted text (P5). */
export const VERSION_KINDS = ["draft", "revision", "silence", "adopted"] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** The text of a plan or resolution as it stood when it was fixed: paragraphs in reading order, and what its actions ask. */
export interface VersionText {
  title: string;
  /** BCP 47 tag of the language it is written in. */
  language: string;
  paragraphs: readonly Paragraph[];
  /** What the action paragraphs carry beside their words, by key of the paragraph. */
  actions: ReadonlyMap<string, Action>;
}

/** A version with its number in the row of versions, and the hash of its canonical form. */
export interface Version extends VersionText {
  kind: VersionKind;
  /** 0 the zero draft, 1 the first revision …; a text under silence or adopted bears the number of the revision it fixes. */
  revision: number;
  /** Instant at which it was issued. */
  issued: string;
  /** SHA-256 over the canonical form, 64 hexadecimal digits. */
  hash: string;
}

/**
 * Which kind of version may follow which (P5): a zero draft, then revisions, then a text under silence, then the adopted text; a broken
 * silence goes back to revisions. **[convention]** A text may be adopted without a silence procedure.
 */
export function mayFollow(previous: VersionKind | undefined, next: VersionKind): boolean {
  if (previous === undefined) return next === "draft";
  if (previous === "adopted" || next === "draft") return false;
  return true;
}
