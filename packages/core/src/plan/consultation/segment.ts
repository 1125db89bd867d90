import type { TextRange } from "../text/grapheme.ts";

/** Words proposed at a place of a text: what stands in the range is to go, `words` are to come after it. */
export interface WordsInText {
  id: string;
  range: TextRange;
  words: string;
}

/** A stretch of a paragraph: words of the text, with the proposals that want them deleted, or words that are proposed. */
export type Segment =
  | { kind: "text"; text: string; deletedBy: readonly string[] }
  | { kind: "proposed"; text: string; proposal: string };

/**
 * Lays proposals into a text (P2). Where deletions overlap, each stretch says whose it is; words proposed at one place stand in the order of
 * the proposals. The stretches of kind `text` joined are the text: nothing is overwritten.
 */
export function segmentsOf(text: string, proposals: readonly WordsInText[]): Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { range } of proposals) {
    cuts.add(range.from);
    cuts.add(range.to);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, at] of places.entries()) {
    for (const { id, range, words } of proposals)
      if (range.to === at && words !== "") segments.push({ kind: "proposed", text: words, proposal: id });
    const next = places[index + 1];
    if (next === undefined) break;
    const deletedBy = proposals
      .filter(({ range }) => range.from <= at && next <= range.to)
      .map(({ id }) => id);
    segments.push({ kind: "text", text: text.slice(at, next), deletedBy });
  }
  return segments.filter(({ text: words }) => words !== "");
}

/**
 * Writes a paragraph out with brackets: `States [delete: shall (A)] [should (A; support: B)] cooperate.`
 * @param attributionOf who stands behind a proposal, e.g. `A; support: B; oppose: C`
 */
export function writeSegments(
  segments: readonly Segment[],
  attributionOf: (proposal: string) => string,
): string {
  return segments
    .map((segment) => {
      if (segment.kind === "proposed") return `[${segment.text} (${attributionOf(segment.proposal)})]`;
      if (segment.deletedBy.length === 0) return segment.text;
      return `[delete: ${segment.text} (${segment.deletedBy.map(attributionOf).join("; ")})]`;
    })
    .join("");
}
