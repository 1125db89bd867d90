import { firstName, insertedName, nameAfresh, type Renaming, renamingTable } from "../../name/numbering.ts";
import { refused } from "../../refusal.ts";
import { mayFollow, type VersionKind } from "../../text/version.ts";
import { fixVersion, presentParagraphs } from "../fix-version.ts";
import { decided, findParagraph, type Handlers, needReason, textOf } from "../handler.ts";
import type { ConsultationDraft } from "../state.ts";

/** The zero draft, its revisions, and what its actions ask (P1, P5). */
export const VERSION_STEPS: Handlers<"draft-issued" | "revision-issued" | "action-set"> = {
  "draft-issued"(draft, { data, at }, { hash }) {
    const order = mayIssue(draft, "draft");
    if (!order.ok) return order;
    if (data.paragraphs.length === 0)
      return refused(
        "P5",
        "no-text",
        "paragraphs",
        "A draft has paragraphs.",
        "Give the text of the zero draft.",
      );
    const names = nameAfresh(data.paragraphs);
    if (!names.ok) return names;
    draft.textTitle = data.title;
    for (const { id, kind, parent, text } of data.paragraphs)
      draft.paragraphs.set(id, {
        id,
        kind,
        parent,
        name: names.value.get(id)!,
        texts: [text],
        status: "open",
        asked: null,
      });
    draft.order = data.paragraphs.map(({ id }) => id);
    draft.names = new Set(names.value.values());
    draft.actions = new Map(data.actions);
    draft.revision = 0;
    return decided("P5", "The zero draft is issued.", fixVersion(draft, "draft", at, hash).hash);
  },
  "revision-issued"(draft, { data, at }, { hash }) {
    const reason = needReason("P5", data.reason);
    if (!reason.ok) return reason;
    if (draft.stage.kind === "silence" || draft.stage.kind === "closed")
      return refused(
        "P5",
        "text-fixed",
        "by",
        `The text is fixed in the stage "${draft.stage.kind}".`,
        "Issue a revision while it is negotiated.",
      );
    const order = mayIssue(draft, "revision");
    if (!order.ok) return order;
    const names = nameAfresh(presentParagraphs(draft));
    if (!names.ok) return names;
    draft.revision += 1;
    draft.renamings.push({ revision: draft.revision, names: rename(draft, names.value) });
    return decided(
      "P1",
      `Revision ${draft.revision} is issued; its paragraphs are numbered afresh.`,
      fixVersion(draft, "revision", at, hash).hash,
    );
  },
  "action-set"(draft, { data }) {
    if (draft.stage.kind === "silence" || draft.stage.kind === "closed")
      return refused(
        "P5",
        "text-fixed",
        "by",
        `The text is fixed in the stage "${draft.stage.kind}".`,
        "Change it while it is negotiated.",
      );
    const found = findParagraph(draft, data.paragraph);
    if (!found.ok) return found;
    draft.actions.set(data.paragraph, data.action);
    return decided("P5", `What ${found.value.name} asks, and of whom, is set.`);
  },
};

function mayIssue(draft: ConsultationDraft, kind: VersionKind) {
  const last = draft.versions.at(-1)?.kind;
  return mayFollow(last, kind)
    ? ({ ok: true, value: true } as const)
    : refused(
        "P5",
        "out-of-order",
        "kind",
        `A ${kind} doesn't follow ${last ? `a version "${last}"` : "nothing"}.`,
        "Versions are: zero draft, revisions, text under silence, adopted.",
      );
}

/**
 * Gives the paragraphs their new names; the texts since the last version become its edition 0, on which every proposal stands where it
 * was carried. Words in brackets that want to be paragraphs are renamed along.
 */
function rename(draft: ConsultationDraft, names: ReadonlyMap<string, string>): Renaming[] {
  const before = new Map([...draft.paragraphs.values()].map(({ id, name }) => [id, name]));
  for (const [id, name] of names) {
    const paragraph = draft.paragraphs.get(id)!;
    draft.paragraphs.set(id, { ...paragraph, name, texts: [textOf(paragraph)] });
  }
  draft.names = new Set(names.values());
  const proposed: Renaming[] = [];
  for (const proposal of draft.proposals.values()) {
    const { addition, id } = proposal;
    if (!addition || (proposal.status !== "open" && proposal.status !== "not-taken-up")) continue;
    const after = proposal.paragraph === null ? undefined : names.get(proposal.paragraph);
    const above = addition.parent === null ? undefined : names.get(addition.parent);
    const name =
      after === undefined ? firstName(addition.kind, above, draft.names) : insertedName(after, draft.names);
    if (!name.ok) continue;
    draft.names.add(name.value);
    draft.proposals.set(id, { ...proposal, addition: { ...addition, name: name.value } });
    proposed.push({ id, from: addition.name, to: name.value });
  }
  return [...renamingTable(before, names), ...proposed];
}
