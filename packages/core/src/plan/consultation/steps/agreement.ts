import { refused } from "../../refusal.ts";
import { decided, findParagraph, type Handlers, mayAct, needReason } from "../handler.ts";
import type { ConsultationDraft } from "../state.ts";

/** Agreement ad referendum: asked, objected to, recorded, and undone by request (P3). */
export const AGREEMENT_STEPS: Handlers<
  "ad-ref-asked" | "ad-ref-objected" | "ad-ref-recorded" | "reopening-requested"
> = {
  "ad-ref-asked"(draft, { data, at }) {
    const found = findParagraph(draft, data.paragraph);
    if (!found.ok) return found;
    if (found.value.status !== "open")
      return refused(
        "P3",
        "agreed-ad-ref",
        "paragraph",
        `${found.value.name} is agreed ad referendum already.`,
        "Nothing is to be done.",
      );
    draft.paragraphs.set(data.paragraph, { ...found.value, asked: { at, objections: [] } });
    return decided("P3", `Is ${found.value.name} agreed? Who is entitled to negotiate may object.`);
  },
  "ad-ref-objected"(draft, event) {
    const right = mayAct(draft, event, "oppose");
    if (!right.ok) return right;
    const found = findParagraph(draft, event.data.paragraph);
    if (!found.ok) return found;
    const { asked, name } = found.value;
    if (!asked)
      return refused(
        "P3",
        "not-asked",
        "paragraph",
        `Whether ${name} is agreed is not being asked.`,
        "Oppose a proposal, or request that it be reopened.",
      );
    const objections = [...asked.objections, { by: event.by, reason: event.data.reason }];
    draft.paragraphs.set(found.value.id, { ...found.value, asked: { ...asked, objections } });
    return decided("P3", `${event.by} objects to ${name}.`);
  },
  "ad-ref-recorded"(draft, { data }) {
    const found = findParagraph(draft, data.paragraph);
    if (!found.ok) return found;
    const { asked, name } = found.value;
    if (!asked)
      return refused(
        "P3",
        "not-asked",
        "paragraph",
        `Whether ${name} is agreed was not asked.`,
        "Ask first.",
      );
    if (asked.objections.length > 0)
      return refused(
        "P3",
        "objected",
        "paragraph",
        `${asked.objections.map(({ by }) => by).join(", ")} objected.`,
        "Negotiate on, and ask again.",
      );
    draft.paragraphs.set(data.paragraph, { ...found.value, status: "ad-ref", asked: null });
    settleOpenProposals(draft, data.paragraph);
    return decided("P3", `${name} is agreed ad referendum; that binds nobody before adoption.`);
  },
  "reopening-requested"(draft, event) {
    const right = mayAct(draft, event, "oppose");
    if (!right.ok) return right;
    const reason = needReason("P3", event.data.reason);
    if (!reason.ok) return reason;
    const found = findParagraph(draft, event.data.paragraph);
    if (!found.ok) return found;
    if (found.value.status !== "ad-ref")
      return refused("P3", "open", "paragraph", `${found.value.name} is open.`, "Nothing is to be done.");
    reopen(draft, found.value.id);
    return decided("P3", `${found.value.name} is open again, by request of ${event.by}.`);
  },
};

/** Words in brackets when nobody objects to the text without them: not taken up, and kept. */
export function settleOpenProposals(draft: ConsultationDraft, paragraph: string): void {
  turnProposals(draft, paragraph, "open", "not-taken-up");
}

/** Opens a paragraph; what was not taken up stands in brackets again. */
export function reopen(draft: ConsultationDraft, paragraph: string): void {
  const held = draft.paragraphs.get(paragraph);
  if (held && held.status === "ad-ref")
    draft.paragraphs.set(paragraph, { ...held, status: "open", asked: null });
  turnProposals(draft, paragraph, "not-taken-up", "open");
}

function turnProposals(
  draft: ConsultationDraft,
  paragraph: string,
  from: "open" | "not-taken-up",
  to: "open" | "not-taken-up",
): void {
  for (const id of draft.proposalsOn.get(paragraph) ?? []) {
    const proposal = draft.proposals.get(id)!;
    // An addition stands after the paragraph, not in it, and a comment asks for nothing.
    if (proposal.status === from && proposal.kind !== "add" && proposal.kind !== "comment")
      draft.proposals.set(id, { ...proposal, status: to });
  }
}
