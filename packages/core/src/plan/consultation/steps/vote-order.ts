import { mayDecideOn } from "../../decision/tabling.ts";
import type { VoteOutcome } from "../../decision/vote.ts";
import { orderOfVotes, type Question, questionKey, type VoteOrder } from "../../decision/vote-order.ts";
import { localDay } from "../../procedure/instant.ts";
import { type Ruled, refused } from "../../refusal.ts";
import { decided, type Handlers, mayAct, nextId } from "../handler.ts";
import type { Consultation, ConsultationDraft } from "../state.ts";
import { findDraft } from "./tabling.ts";

/** Amendments, separate votes on parts, and the order in which all is put to the vote (P14). */
export const VOTE_ORDER_STEPS: Handlers<
  "amendment-tabled" | "vote-order-stated" | "division-requested" | "division-objected"
> = {
  "amendment-tabled"(draft, event) {
    const found = votable(draft, event, event.data.draft);
    if (!found.ok) return found;
    const { change } = event.data;
    const about = change.kind === "addition" ? change.after : change.paragraph;
    const paragraphs = paragraphsOf(draft, found.value.version);
    if (about !== null && !paragraphs.includes(about))
      return refused(
        "P14",
        "unknown-paragraph",
        "change",
        `The draft has no paragraph ${about}.`,
        "Name one of its paragraphs.",
      );
    if (change.kind !== "deletion" && change.text.trim() === "")
      return refused(
        "P14",
        "no-words",
        "change",
        "An amendment has words.",
        "Write them, or propose a deletion.",
      );
    const id = nextId("am", draft.amendments);
    draft.amendments.set(id, {
      id,
      draft: found.value.id,
      by: event.by,
      submitted: event.at,
      change,
      furthest: null,
      implies: [],
    });
    return decided("P14", `The amendment ${id} is put before the draft.`, id);
  },
  "vote-order-stated"(draft, { data }) {
    const unknown = data.amendments
      .flatMap(({ amendment, implies }) => [amendment, ...implies])
      .find((id) => !draft.amendments.has(id));
    if (unknown !== undefined)
      return refused(
        "P14",
        "unknown-amendment",
        "amendments",
        `There is no amendment ${unknown}.`,
        "Name amendments tabled here.",
      );
    for (const { amendment, furthest, implies } of data.amendments)
      draft.amendments.set(amendment, { ...draft.amendments.get(amendment)!, furthest, implies });
    return decided("P14", "The amendment furthest removed in substance is put first, in the order stated.");
  },
  "division-requested"(draft, event) {
    const found = votable(draft, event, event.data.draft);
    if (!found.ok) return found;
    const known = paragraphsOf(draft, found.value.version);
    if (event.data.paragraphs.length === 0 || event.data.paragraphs.some((id) => !known.includes(id)))
      return refused(
        "P14",
        "unknown-paragraph",
        "paragraphs",
        "A separate vote is on paragraphs of the draft.",
        "Name them.",
      );
    const id = nextId("v", draft.divisions);
    draft.divisions.set(id, {
      id,
      draft: found.value.id,
      by: event.by,
      paragraphs: event.data.paragraphs,
      objections: [],
    });
    return decided("P14", `${event.by} asks for a separate vote.`, id);
  },
  "division-objected"(draft, event) {
    const right = mayAct(draft, event, "vote");
    if (!right.ok) return right;
    const division = draft.divisions.get(event.data.division);
    if (!division)
      return refused(
        "P14",
        "unknown-division",
        "division",
        `There is no request ${event.data.division}.`,
        "Name a request for a separate vote.",
      );
    const objections = [...division.objections, { by: event.by, reason: event.data.reason }];
    draft.divisions.set(division.id, { ...division, objections });
    return decided("P14", "The request for a separate vote is itself voted on first.");
  },
};

function votable(draft: ConsultationDraft, event: { by: string; at: string }, id: string) {
  const right = mayAct(draft, event, "vote");
  if (!right.ok) return right;
  const found = findDraft(draft, id);
  if (found.ok && found.value.status !== "tabled")
    return refused(
      "P14",
      "decided",
      "draft",
      `The draft is ${found.value.status}.`,
      "Do this before it is decided.",
    );
  return found;
}

function paragraphsOf(draft: ConsultationDraft, hash: string): string[] {
  return draft.versions.find((version) => version.hash === hash)?.paragraphs.map(({ id }) => id) ?? [];
}

/** What has been voted on so far, by question: the last vote on each. */
function decidedSoFar(draft: Pick<Consultation, "votes">): Map<string, VoteOutcome> {
  return new Map([...draft.votes.values()].map(({ question, outcome }) => [questionKey(question), outcome]));
}

/** What is put to the vote next, and in which order the rest (P14). */
export function voteOrderOf(
  draft: Pick<Consultation, "drafts" | "amendments" | "divisions" | "votes">,
): VoteOrder {
  const standing = [...draft.drafts.values()].filter(({ status }) => status === "tabled");
  const drafts = standing.map(({ id, submitted }) => ({
    id,
    submitted,
    parts: [...draft.divisions.values()]
      .filter((division) => division.draft === id)
      .map((division) => ({ id: division.id, objected: division.objections.length > 0 })),
  }));
  return orderOfVotes(drafts, [...draft.amendments.values()], decidedSoFar(draft));
}

/** Whether a question may be put now: it is its turn (P14) and its draft was circulated in time (P10). */
export function mayPut(draft: ConsultationDraft, question: Question, at: string): Ruled<true> {
  const { next } = voteOrderOf(draft);
  if (!next || questionKey(next) !== questionKey(question))
    return refused(
      "P14",
      "out-of-order",
      "question",
      next ? `The ${next.kind} ${next.id} is put first.` : "Nothing is left to be put.",
      "Keep to the order of votes.",
    );
  const found = findDraft(draft, next.draft);
  if (!found.ok) return found;
  return draft.ruleSet.circulationDayBefore
    ? mayDecideOn(found.value, localDay(at, draft.seat.timeZone))
    : { ok: true, value: true };
}
