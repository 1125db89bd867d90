import type { IsoDay, Language } from "@concord/core/vocabulary";
import type { Run, Runs } from "./run.ts";

/** The forms that circulate: a letter with its annex, a draft, what was adopted, all proposals on a text, a report. */
export const DOCUMENT_KINDS = ["letter", "draft-resolution", "resolution", "compilation", "report"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Who may read it: everyone, those who take part (drafts under negotiation), or those named. */
export type Distribution = "general" | "limited" | "restricted";

/** What stands above a document (P18). What a person left out is absent; the linter says so. */
export interface Masthead {
  /** The body in whose name it circulates, in the document's language. */
  organ: string;
  /** Of the series CONCORD only (P16). */
  symbol?: string;
  distribution: Distribution;
  date?: IsoDay;
  /** Languages in which it was written; all others are translations (P19). */
  original: readonly Language[];
  session?: number;
  agendaItem?: { number: string; title: string };
}

export interface HeadingBlock {
  kind: "heading";
  level: 1 | 2 | 3;
  runs: Runs;
}

/** The organ, alone on its line with a comma: "The General Assembly,". */
export interface OrganBlock {
  kind: "organ";
  runs: Runs;
}

/** A preambular paragraph; `name` as in P1: `PP1`, `PP2 bis`. */
export interface PreambularBlock {
  kind: "preambular";
  name: string;
  runs: Runs;
}

/** An operative paragraph; its number is that of its name: `OP3 bis` is printed as "3 bis.". */
export interface OperativeBlock {
  kind: "operative";
  name: string;
  runs: Runs;
}

/** `(a)` or `(i)` below an operative or a numbered paragraph; `name` is `OP3 (a)`, `OP3 (a) (i)`. */
export interface SubParagraphBlock {
  kind: "sub-paragraph";
  name: string;
  marker: string;
  depth: 1 | 2;
  runs: Runs;
}

/** A paragraph of a letter, an annex or a report, numbered or not. */
export interface ParagraphBlock {
  kind: "paragraph";
  name?: string;
  number?: string;
  runs: Runs;
}

/** An item of a list; without a marker it gets a dash. Depth counts from 0. */
export interface ItemBlock {
  kind: "item";
  depth: number;
  marker?: string;
  runs: Runs;
}

export interface TableBlock {
  kind: "table";
  caption?: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Set below the paragraph it concerns: a proposal with its author and explanation, a position, a vote. */
export interface RemarkBlock {
  kind: "remark";
  /** What it is, in the document's language: "Proposal 12 – Organization A". */
  label: string;
  runs: Runs;
}

/** Below a letter: "(Signed) Name", then the office. */
export interface SignatureBlock {
  kind: "signature";
  name: string;
  office: string;
}

export type Block =
  | HeadingBlock
  | OrganBlock
  | PreambularBlock
  | OperativeBlock
  | SubParagraphBlock
  | ParagraphBlock
  | ItemBlock
  | TableBlock
  | RemarkBlock
  | SignatureBlock;

/** Its paragraphs number anew. */
export interface Annex {
  title: string;
  blocks: readonly Block[];
}

export interface Footnote {
  /** The id by which a run points to it. Printed numbers follow the order of the marks. */
  id: string;
  runs: Runs;
}

/** A document in the form that circulates among delegations: typed values, no layout. */
export interface UnDocument {
  kind: DocumentKind;
  language: Language;
  masthead: Masthead;
  title: string;
  /** Names of the sponsors of a draft, as printed. */
  sponsors: readonly string[];
  blocks: readonly Block[];
  annexes: readonly Annex[];
  footnotes: readonly Footnote[];
  /** A draft carries the banner "working document" (P16). */
  draft: boolean;
}

/** The runs of a block; a table and a signature have none. */
export function runsOf(block: Block): Runs {
  return "runs" in block ? block.runs : [];
}

/** Where a block stands, for a message: its paragraph name where it has one. */
export function placeOf(block: Block): string | undefined {
  return "name" in block && block.kind !== "signature" ? block.name : undefined;
}

/** All runs of a document in the order of reading: text, then annexes. */
export function* everyRun(document: UnDocument): Generator<Run> {
  for (const block of document.blocks) yield* runsOf(block);
  for (const annex of document.annexes) for (const block of annex.blocks) yield* runsOf(block);
}
