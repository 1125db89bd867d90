import { type Anchor, carry } from "../text/anchor.ts";
import { textEdits } from "../text/word-diff.ts";
import { textOf } from "./handler.ts";
import type { ConsultationDraft, Proposal, RollingParagraph } from "./state.ts";

/** Gives a paragraph a new text: one edition more, and every proposal on it carried along (P2). */
export function changeText(draft: ConsultationDraft, paragraph: RollingParagraph, text: string): void {
  const before = textOf(paragraph);
  draft.paragraphs.set(paragraph.id, { ...paragraph, texts: [...paragraph.texts, text], asked: null });
  carryProposals(draft, paragraph.id, before, text);
}

function carryProposals(draft: ConsultationDraft, paragraph: string, before: string, after: string): void {
  const edits = textEdits(before, after);
  for (const id of draft.proposalsOn.get(paragraph) ?? []) {
    const proposal = draft.proposals.get(id)!;
    if (proposal.anchor === null) continue;
    const anchor = carry(proposal.anchor, before, after, edits);
    if (anchor !== proposal.anchor) draft.proposals.set(id, { ...proposal, anchor });
  }
}

/**
 * Strikes a paragraph out of the text; it is kept with its proposals.
 * @param into the paragraph it was merged into, where the proposals on its words go along if the words stand there once; else they
 * are to be looked at again (P2)
 */
export function strikeOut(
  draft: ConsultationDraft,
  paragraph: RollingParagraph,
  into: RollingParagraph | undefined,
): void {
  draft.paragraphs.set(paragraph.id, { ...paragraph, status: "removed", asked: null });
  const text = textOf(paragraph);
  for (const id of draft.proposalsOn.get(paragraph.id) ?? []) {
    const proposal = draft.proposals.get(id)!;
    if (!into) {
      const anchor: Anchor | null =
        proposal.kind === "add"
          ? proposal.anchor
          : { kind: "look-again", words: proposal.on, reason: "paragraph-removed" };
      draft.proposals.set(id, { ...proposal, anchor });
      continue;
    }
    const anchor = proposal.anchor === null ? null : carry(proposal.anchor, text, textOf(into));
    attach(draft, { ...proposal, anchor, paragraph: into.id });
  }
  if (into) draft.proposalsOn.delete(paragraph.id);
}

/** Keeps a proposal under the paragraph it is about. */
export function attach(draft: ConsultationDraft, proposal: Proposal): void {
  draft.proposals.set(proposal.id, proposal);
  const on = proposal.paragraph ?? "";
  draft.proposalsOn.set(on, [...(draft.proposalsOn.get(on) ?? []), proposal.id]);
}

/**
 * Puts a paragraph into the reading order, after another and what belongs to that one, or first of all.
 * @param after key of the paragraph it follows; null: first
 */
export function placeAfter(draft: ConsultationDraft, id: string, after: string | null): void {
  const block = [id, ...below(draft, id)];
  const rest = draft.order.filter((one) => !block.includes(one));
  if (after === null) {
    draft.order = [...block, ...rest];
    return;
  }
  const anchor = draft.paragraphs.get(after);
  const parent = draft.paragraphs.get(id)?.parent ?? null;
  // A sub-paragraph put after its own parent comes first below it; anything else follows all that belongs to the one before.
  const last = parent === after || !anchor ? after : ([after, ...below(draft, after)].at(-1) ?? after);
  const at = rest.indexOf(last) + 1;
  draft.order = [...rest.slice(0, at), ...block, ...rest.slice(at)];
}

/** Keys of the paragraphs that belong to one, in reading order. */
function below(draft: ConsultationDraft, id: string): string[] {
  const inside = new Set([id]);
  for (const one of draft.order) {
    const parent = draft.paragraphs.get(one)?.parent ?? null;
    if (parent !== null && inside.has(parent)) inside.add(one);
  }
  inside.delete(id);
  return draft.order.filter((one) => inside.has(one));
}
