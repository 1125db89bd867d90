import { alternativeName } from "../../name/numbering.ts";
import { type Ruled, refused } from "../../refusal.ts";
import type { EventOf } from "../event.ts";
import {
  type Decision,
  decided,
  findParagraph,
  findProposal,
  type Handlers,
  nextId,
  textOf,
} from "../handler.ts";
import type { ConsultationDraft, Proposal, RollingParagraph } from "../state.ts";
import { changeText, placeAfter, strikeOut } from "../text-change.ts";
import { isAuthor, nameOfAddition } from "./proposal.ts";

type Streamlined = EventOf<"streamlined">;

/** The facilitator's streamlining, and insistence of authors (P4). */
export const STREAMLINING_STEPS: Handlers<"streamlined" | "insisted"> = {
  streamlined(draft, event) {
    if (draft.stage.kind !== "inputs" && draft.stage.kind !== "negotiation")
      return refused(
        "P4",
        "text-fixed",
        "act",
        `The text is fixed in the stage "${draft.stage.kind}".`,
        "Streamline while it is negotiated.",
      );
    const answered = answeredProposals(draft, event.data.answers);
    if (!answered.ok) return answered;
    return event.data.act === "insert"
      ? insert(draft, event, answered.value)
      : change(draft, event, answered.value);
  },
  insisted(draft, event) {
    const found = findProposal(draft, event.data.proposal);
    if (!found.ok) return found;
    const proposal = found.value;
    const author = isAuthor(proposal, event);
    if (!author.ok) return author;
    if (proposal.status !== "answered")
      return refused(
        "P4",
        "not-answered",
        "proposal",
        `${proposal.id} was not streamlined.`,
        "Only an answered proposal can return.",
      );
    const insistences = [...proposal.insistences, { by: event.by, at: event.at, reason: event.data.reason }];
    draft.proposals.set(proposal.id, { ...proposal, status: "open", insistences });
    return decided("P4", `${proposal.id} returns in brackets.`);
  },
};

function answeredProposals(draft: ConsultationDraft, ids: readonly string[]): Ruled<Proposal[]> {
  if (ids.length === 0)
    return refused(
      "P4",
      "answers-nothing",
      "answers",
      "An act of streamlining names the proposals it answers.",
      "Name at least one proposal.",
    );
  const proposals: Proposal[] = [];
  for (const id of ids) {
    const found = findProposal(draft, id);
    if (!found.ok) return found;
    if (found.value.status !== "open")
      return refused(
        "P4",
        "not-open",
        "answers",
        `${id} is ${found.value.status}.`,
        "Name proposals that stand in brackets.",
      );
    proposals.push(found.value);
  }
  return { ok: true, value: proposals };
}

/** A new paragraph: under the name it was proposed with where it answers one addition, else under the next free one. */
function insert(
  draft: ConsultationDraft,
  event: Streamlined,
  answered: readonly Proposal[],
): Ruled<Decision> {
  const { data } = event;
  if (data.text.trim() === "" || !data.addition)
    return refused(
      "P4",
      "no-words",
      "text",
      "A paragraph to be inserted has words and a kind.",
      "Write the paragraph.",
    );
  const after = data.paragraph === null ? undefined : findParagraph(draft, data.paragraph);
  if (after && !after.ok) return after;
  const proposed = answered.filter(({ addition }) => addition?.kind === data.addition?.kind);
  const name: Ruled<string> =
    proposed.length === 1 &&
    ![...draft.paragraphs.values()].some((one) => one.name === proposed[0]!.addition!.name)
      ? { ok: true, value: proposed[0]!.addition!.name }
      : nameOfAddition(draft, data.addition, data.paragraph, false);
  if (!name.ok) return name;
  const id = addParagraph(draft, data.addition, name.value, data.text);
  placeAfter(draft, id, data.paragraph);
  record(draft, event, { paragraph: id, before: "", after: data.text, keptBeside: false });
  return decided("P4", `${name.value} is in the text.`, id);
}

function change(
  draft: ConsultationDraft,
  event: Streamlined,
  answered: readonly Proposal[],
): Ruled<Decision> {
  const { data } = event;
  const found = findParagraph(draft, data.paragraph);
  if (!found.ok) return found;
  const paragraph = found.value;
  const stands = mayChange(draft, paragraph, data);
  if (!stands.ok) return stands;
  const before = textOf(paragraph);
  if (data.act === "rephrase" && data.edition < paragraph.texts.length - 1)
    return keepBeside(draft, event, paragraph);
  if (data.act === "rephrase" || data.act === "merge") changeText(draft, paragraph, data.text);
  const now = draft.paragraphs.get(paragraph.id)!;
  if (data.act === "merge") for (const id of data.others) mergeInto(draft, id, now);
  if (data.act === "move") placeAfter(draft, paragraph.id, data.others[0] ?? null);
  if (data.act === "strike") strikeOut(draft, paragraph, undefined);
  const after = data.act === "strike" ? "" : textOf(now);
  record(draft, event, { paragraph: paragraph.id, before, after, keptBeside: false });
  return decided(
    "P4",
    `${paragraph.name}: ${data.act}, in answer to ${answered.map(({ id }) => id).join(", ")}.`,
    paragraph.id,
  );
}

function mayChange(
  draft: ConsultationDraft,
  paragraph: RollingParagraph,
  data: Streamlined["data"],
): Ruled<true> {
  const touched = [paragraph];
  for (const id of data.others) {
    const other = findParagraph(draft, id);
    if (!other.ok) return other;
    if (id === paragraph.id)
      return refused(
        "P4",
        "itself",
        "others",
        `${paragraph.name} can't be merged with, or put after, itself.`,
        "Name another paragraph.",
      );
    if (data.act === "merge") touched.push(other.value);
  }
  const agreed = touched.find(({ status }) => status === "ad-ref");
  if (agreed)
    return refused(
      "P3",
      "agreed-ad-ref",
      "paragraph",
      `${agreed.name} is agreed ad referendum.`,
      "It is reopened by request of a participant entitled to negotiate.",
    );
  if (
    data.edition !== paragraph.texts.length - 1 &&
    (data.act !== "rephrase" || paragraph.texts[data.edition] === undefined)
  )
    return refused(
      "P2",
      "text-changed",
      "edition",
      `${paragraph.name} has changed since: edition ${paragraph.texts.length - 1}, not ${data.edition}.`,
      "Read its present text and do it again; your words are kept in your form.",
    );
  if ((data.act === "rephrase" || data.act === "merge") && data.text.trim() === "")
    return refused(
      "P4",
      "no-words",
      "text",
      "The new text has no words.",
      "Write it, or strike the paragraph out.",
    );
  if (data.act === "merge" && data.others.length === 0)
    return refused(
      "P4",
      "nothing-to-merge",
      "others",
      "A merger joins at least two paragraphs.",
      "Name the others.",
    );
  const parent =
    data.act === "move" && data.others[0] !== undefined ? draft.paragraphs.get(data.others[0]) : undefined;
  if (parent && parent.id !== paragraph.parent && parent.parent !== paragraph.parent)
    return refused(
      "P4",
      "other-list",
      "others",
      `${paragraph.name} stands in another list than ${parent.name}.`,
      "Move it within its own list.",
    );
  return { ok: true, value: true };
}

/** Words written on a text that has changed meanwhile are kept beside it as an alternative; neither overwrites the other (P2). */
function keepBeside(
  draft: ConsultationDraft,
  event: Streamlined,
  paragraph: RollingParagraph,
): Ruled<Decision> {
  const name = alternativeName(paragraph.name, draft.names);
  if (!name.ok) return name;
  const id = addParagraph(draft, paragraph, name.value, event.data.text);
  placeAfter(draft, id, paragraph.id);
  record(draft, event, {
    paragraph: id,
    before: paragraph.texts[event.data.edition]!,
    after: event.data.text,
    keptBeside: true,
  });
  return decided(
    "P2",
    `${paragraph.name} has changed meanwhile: these words stand beside it as ${name.value}.`,
    id,
  );
}

function mergeInto(draft: ConsultationDraft, id: string, into: RollingParagraph): void {
  const merged = draft.paragraphs.get(id)!;
  strikeOut(draft, merged, into);
  for (const child of [...draft.paragraphs.values()])
    if (child.parent === id) {
      draft.paragraphs.set(child.id, { ...child, parent: into.id });
      placeAfter(
        draft,
        child.id,
        draft.order
          .filter((one) => draft.paragraphs.get(one)?.parent === into.id && one !== child.id)
          .at(-1) ?? into.id,
      );
    }
}

function addParagraph(
  draft: ConsultationDraft,
  { kind, parent }: Pick<RollingParagraph, "kind" | "parent">,
  name: string,
  text: string,
): string {
  const id = nextId("n", draft.paragraphs);
  draft.paragraphs.set(id, { id, kind, parent, name, texts: [text], status: "open", asked: null });
  draft.order.push(id);
  draft.names.add(name);
  return id;
}

/** Writes the trail down both ways: the act names the proposals, each proposal the act. */
function record(
  draft: ConsultationDraft,
  { data, at, by }: Streamlined,
  {
    paragraph,
    before,
    after,
    keptBeside,
  }: { paragraph: string; before: string; after: string; keptBeside: boolean },
): void {
  const id = nextId("act", draft.acts);
  draft.acts.set(id, {
    id,
    at,
    by,
    act: data.act,
    paragraph,
    others: data.others,
    before,
    after,
    answers: data.answers,
    note: data.note,
    keptBeside,
  });
  for (const answered of data.answers) {
    const proposal = draft.proposals.get(answered)!;
    draft.proposals.set(answered, {
      ...proposal,
      status: "answered",
      answeredBy: [...proposal.answeredBy, id],
    });
  }
}
