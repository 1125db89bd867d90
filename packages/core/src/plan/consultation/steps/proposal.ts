import { alternativeName, firstName, insertedName } from "../../name/numbering.ts";
import { rightOf, type TableDeed } from "../../participant/right.ts";
import { checkFiling } from "../../participant/speaking-group.ts";
import { type Ruled, refused } from "../../refusal.ts";
import { type Anchor, anchorAt, carry } from "../../text/anchor.ts";
import type { EventOf, ProposalData } from "../event.ts";
import {
  decided,
  findParagraph,
  findProposal,
  type Handlers,
  mayAct,
  needReason,
  nextId,
} from "../handler.ts";
import type { ConsultationDraft, Proposal, RollingParagraph } from "../state.ts";
import { attach } from "../text-change.ts";

const noWords = (detail: string, cure: string) => refused("P2", "no-words", "words", detail, cure);

/** Proposals: filed, withdrawn, attached anew (P2, P7, P8). */
export const PROPOSAL_STEPS: Handlers<"proposal-filed" | "proposal-withdrawn" | "proposal-reattached"> = {
  "proposal-filed"(draft, event, circumstances) {
    const { data, by } = event;
    const deed: TableDeed = data.kind === "comment" ? "comment" : "propose";
    const right = mayAct(draft, event, deed, circumstances);
    if (!right.ok) return right;
    const filing = checkFiling(
      { by, group: data.group, inNameOf: data.inNameOf },
      draft.groups,
      (actor) => rightOf(draft.participants.get(actor)?.kind ?? "public", deed, draft.stage).allowed,
    );
    if (!filing.ok) return filing;
    const about = subjectOf(draft, data);
    if (!about.ok) return about;
    const place = anchorOf(data, about.value);
    if (!place.ok) return place;
    const addition = additionOf(draft, data);
    if (!addition.ok) return addition;
    const others = othersOf(draft, data);
    if (!others.ok) return others;
    const id = nextId("p", draft.proposals);
    if (addition.value) draft.names.add(addition.value.name);
    attach(draft, {
      id,
      at: event.at,
      kind: data.kind,
      filing: filing.value,
      paragraph: data.paragraph,
      revision: draft.revision,
      edition: data.edition,
      on: place.value.on,
      words: data.words,
      addition: addition.value,
      others: data.others,
      explanation: data.explanation,
      anchor: place.value.anchor,
      stances: new Map(),
      dissociated: new Set(),
      status: "open",
      answeredBy: [],
      insistences: [],
    });
    return decided("P2", `The proposal ${id} stands in the rolling text.`, id);
  },
  "proposal-withdrawn"(draft, { data, by }) {
    const found = findProposal(draft, data.proposal);
    if (!found.ok) return found;
    const proposal = found.value;
    if (proposal.filing.by !== by)
      return refused(
        "P2",
        "not-author",
        "by",
        `${by} didn't file ${proposal.id}.`,
        "Dissociate yourself, or oppose it.",
      );
    if (proposal.status === "withdrawn")
      return refused(
        "P2",
        "withdrawn",
        "proposal",
        `${proposal.id} is withdrawn already.`,
        "Nothing is to be done.",
      );
    draft.proposals.set(proposal.id, { ...proposal, status: "withdrawn" });
    return decided("P2", `${proposal.id} is withdrawn; it stays in the log.`);
  },
  "proposal-reattached"(draft, event) {
    const found = findProposal(draft, event.data.proposal);
    if (!found.ok) return found;
    const proposal = found.value;
    if (event.as !== "facilitator" && proposal.filing.by !== event.by)
      return refused(
        "P2",
        "not-author",
        "by",
        "Its author or the facilitator attaches a proposal anew.",
        "Ask its author.",
      );
    const paragraph = findParagraph(draft, proposal.paragraph);
    if (!paragraph.ok) return paragraph;
    const place = attachedAt(paragraph.value, event.data.edition, event.data.range);
    if (!place.ok) return place;
    draft.proposals.set(proposal.id, { ...proposal, anchor: place.value.anchor, on: place.value.on });
    return decided("P2", `${proposal.id} is attached to the present text.`);
  },
};

/** The paragraph a proposal is about; undefined for an addition before all others. */
function subjectOf(draft: ConsultationDraft, data: ProposalData): Ruled<RollingParagraph | undefined> {
  if (data.kind === "add" && data.paragraph === null) return { ok: true, value: undefined };
  const found = findParagraph(draft, data.paragraph);
  if (found.ok && found.value.status === "ad-ref" && data.kind !== "comment" && data.kind !== "add")
    return refused(
      "P3",
      "agreed-ad-ref",
      "paragraph",
      `${found.value.name} is agreed ad referendum.`,
      "Request that it be reopened, with a reason.",
    );
  return found;
}

interface Place {
  anchor: Anchor | null;
  /** The words it was made on. */
  on: string;
}

function anchorOf(data: ProposalData, paragraph: RollingParagraph | undefined): Ruled<Place> {
  if (data.kind === "add")
    return data.words.trim() === ""
      ? noWords("An addition has words.", "Write the paragraph that is to be added.")
      : { ok: true, value: { anchor: null, on: "" } };
  if (data.kind === "comment" && data.words.trim() === "")
    return noWords("A comment has words.", "Write the comment.");
  if (data.kind === "amend" && data.range === null)
    return refused(
      "P2",
      "no-range",
      "range",
      "An amendment is about certain words.",
      "Mark the words that are to change, or the place for new ones.",
    );
  if (!paragraph || data.range === null || (data.kind === "delete" && data.range === null))
    return { ok: true, value: { anchor: null, on: "" } };
  const place = attachedAt(paragraph, data.edition, data.range);
  if (place.ok && data.kind === "amend" && place.value.on === "" && data.words === "")
    return noWords(
      "This amendment changes nothing.",
      "Mark words to be deleted, or write words to be added.",
    );
  return place;
}

/** Attaches a range to the edition it was marked on, and carries it to the present one. */
function attachedAt(
  paragraph: RollingParagraph,
  edition: number,
  range: { from: number; to: number },
): Ruled<Place> {
  const text = paragraph.texts[edition];
  if (text === undefined)
    return refused(
      "P2",
      "unknown-edition",
      "edition",
      `${paragraph.name} has no edition ${edition}; the last is ${paragraph.texts.length - 1}.`,
      "Read the text anew and mark the words again.",
    );
  const start = anchorAt(text, range);
  if (start?.kind !== "carried")
    return refused(
      "P2",
      "outside-text",
      "range",
      `${paragraph.name} has ${text.length} characters; the range ${range.from}–${range.to} lies outside.`,
      "Mark words of the text.",
    );
  const on = text.slice(start.range.from, start.range.to);
  let anchor: Anchor = start;
  for (let at = edition; at + 1 < paragraph.texts.length; at += 1)
    anchor = carry(anchor, paragraph.texts[at]!, paragraph.texts[at + 1]!);
  return { ok: true, value: { anchor, on } };
}

/** The name under which an added paragraph stands in brackets. */
function additionOf(
  draft: ConsultationDraft,
  { kind, addition, paragraph }: ProposalData,
): Ruled<Proposal["addition"]> {
  if (kind !== "add") return { ok: true, value: null };
  if (!addition)
    return refused(
      "P1",
      "no-kind",
      "addition",
      "What kind of paragraph is to be added?",
      "Say whether it is preambular, operative, a goal …",
    );
  const { kind: added, parent, alternative } = addition;
  const name = nameOfAddition(draft, { kind: added, parent }, paragraph, alternative);
  return name.ok ? { ok: true, value: { kind: added, parent, name: name.value } } : name;
}

/**
 * The name of a paragraph added after another (P1): an alternative to it, inserted after it where it belongs to the same series and list, else
 * the first of its own.
 */
export function nameOfAddition(
  draft: ConsultationDraft,
  { kind, parent }: Pick<NonNullable<ProposalData["addition"]>, "kind" | "parent">,
  after: string | null,
  alternative: boolean,
): Ruled<string> {
  const before = after === null ? undefined : draft.paragraphs.get(after);
  const above = parent === null ? undefined : draft.paragraphs.get(parent);
  if ((kind === "sub") !== (parent !== null) || (parent !== null && !above))
    return refused(
      "P1",
      "misplaced-paragraph",
      "addition",
      "A sub-paragraph belongs to a paragraph of the text, and nothing else does.",
      "Name the paragraph it belongs to.",
    );
  if (alternative)
    return before
      ? alternativeName(before.name, draft.names)
      : refused(
          "P1",
          "unknown-paragraph",
          "paragraph",
          "An alternative stands beside a paragraph.",
          "Name the paragraph.",
        );
  const fits = before && before.kind === kind && before.parent === parent;
  return fits ? insertedName(before.name, draft.names) : firstName(kind, above?.name, draft.names);
}

function othersOf(draft: ConsultationDraft, { kind, others, paragraph }: ProposalData): Ruled<true> {
  if (kind === "merge" && others.length === 0)
    return refused(
      "P2",
      "nothing-to-merge",
      "others",
      "A merger joins at least two paragraphs.",
      "Name the others.",
    );
  for (const id of kind === "merge" || kind === "move" ? others : []) {
    const found = findParagraph(draft, id);
    if (!found.ok) return found;
    if (id === paragraph)
      return refused(
        "P2",
        "itself",
        "others",
        `${found.value.name} can't be merged with, or put after, itself.`,
        "Name another paragraph.",
      );
  }
  return { ok: true, value: true };
}

/** Everything an author may say of its own proposal needs a reason. */
export function isAuthor(proposal: Proposal, event: EventOf<"insisted">): Ruled<true> {
  const { by, inNameOf } = proposal.filing;
  if (by !== event.by && !inNameOf.includes(event.by))
    return refused(
      "P4",
      "not-author",
      "by",
      `${event.by} is no author of ${proposal.id}.`,
      "File a proposal of your own.",
    );
  return needReason("P4", event.data.reason);
}
