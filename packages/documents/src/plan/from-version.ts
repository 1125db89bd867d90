import type { Paragraph, Version } from "@concord/core/plan";
import type { Block, DocumentKind, Run, UnDocument } from "../model/index.ts";
import { type Circulation, openedRuns } from "./circulation.ts";

/** A paragraph of a plan's version as a block; its runs are given, so that proposals may stand in them. */
export function blockOf({ kind, name }: Pick<Paragraph, "kind" | "name">, runs: readonly Run[]): Block {
  switch (kind) {
    case "preambular":
    case "operative":
      return { kind, name, runs };
    case "heading":
      return { kind: "heading", level: 2, runs };
    case "sub": {
      const marks = name.match(/\([a-z0-9]+\)(?: (?:bis|ter|quater))?/g) ?? [];
      return {
        kind: "sub-paragraph",
        name,
        marker: marks.at(-1) ?? "",
        depth: marks.length > 1 ? 2 : 1,
        runs,
      };
    }
    default:
      // Principles, goals and actions are numbered in series of their own: PR1, GO2, AC14.
      return { kind: "paragraph", name, number: name, runs };
  }
}

/** Paragraphs whose opening words are set apart. */
const opens = (kind: Paragraph["kind"]) => kind === "preambular" || kind === "operative";

/** The blocks of a version, the organ first where it has the form of a resolution. */
export function blocksOfVersion(
  { paragraphs }: Pick<Version, "paragraphs">,
  circulation: Circulation,
): Block[] {
  const blocks = paragraphs.map((paragraph) =>
    blockOf(
      paragraph,
      opens(paragraph.kind) ? openedRuns(paragraph.text, circulation.language) : [{ text: paragraph.text }],
    ),
  );
  return paragraphs.some(({ kind }) => opens(kind))
    ? [{ kind: "organ", runs: [{ text: circulation.organLine }] }, ...blocks]
    : blocks;
}

/** A version as a draft resolution, or as the resolution that was adopted. */
export function documentFromVersion(
  version: Version,
  kind: Extract<DocumentKind, "draft-resolution" | "resolution">,
  circulation: Circulation,
  sponsors: readonly string[] = [],
): UnDocument {
  return {
    kind,
    language: circulation.language,
    masthead: circulation.masthead,
    title: version.title,
    sponsors: sponsors.map(circulation.nameOf),
    blocks: blocksOfVersion(version, circulation),
    annexes: [],
    footnotes: [],
    draft: kind === "draft-resolution",
  };
}
