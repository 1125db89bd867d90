import type { VoteOutcome } from "./vote.ts";

/** A draft put to the vote, with the instant it was submitted. */
export interface DraftToPut {
  id: string;
  submitted: string;
  /** Parts on which a separate vote is asked for (rule 89), in the order of the text. */
  parts: readonly DivisionToPut[];
}

/** A request for a separate vote on a part; if objected to, the request itself is voted on first. */
export interface DivisionToPut {
  id: string;
  objected: boolean;
}

/** An amendment to a draft (rule 90). */
export interface AmendmentToPut {
  id: string;
  draft: string;
  submitted: string;
  /** Place in the stated order, 1 for the one furthest removed in substance from the draft; null where none is stated. */
  furthest: number | null;
  /** Amendments that this one, adopted, necessarily rejects. */
  implies: readonly string[];
}

/** One thing to be put to the vote. */
export interface Question {
  kind: "amendment" | "division-request" | "part" | "draft";
  /** The amendment, part or draft. */
  id: string;
  draft: string;
}

export interface VoteOrder {
  /** What is put next; undefined when everything is settled. */
  next: Question | undefined;
  /** Everything still to be put, in order, as far as it can be known now. */
  remaining: Question[];
  /** What is not put any more, with the reason. */
  notPut: { id: string; reason: string; rule: "P14" }[];
}

/** What has been decided: by kind and id, `amendment a1`, `division-request p1`, `part p1`, `draft d1`. */
export type Decided = ReadonlyMap<string, VoteOutcome>;

export const questionKey = ({ kind, id }: Pick<Question, "kind" | "id">): string => `${kind} ${id}`;

/**
 * In which order a body votes (P14): drafts in the order of submission (rule 91); of each, amendments before the draft, the furthest removed
 * first (rule 90); then separate votes on parts (rule 89); then the whole. An amendment whose rejection another one adopted implies is not put.
 */
export function orderOfVotes(
  drafts: readonly DraftToPut[],
  amendments: readonly AmendmentToPut[],
  decided: Decided,
): VoteOrder {
  const notPut: VoteOrder["notPut"] = [];
  const order: Question[] = [];
  for (const draft of [...drafts].sort((a, b) => byText(a.submitted, b.submitted))) {
    order.push(...amendmentsOf(draft.id, amendments, decided, notPut));
    for (const part of draft.parts) order.push(...questionsOfPart(part, draft.id, decided, notPut));
    order.push({ kind: "draft", id: draft.id, draft: draft.id });
  }
  const remaining = order.filter((question) => {
    const outcome = decided.get(questionKey(question));
    return outcome === undefined || outcome === "tied";
  });
  return { next: remaining[0], remaining, notPut };
}

function amendmentsOf(
  draft: string,
  amendments: readonly AmendmentToPut[],
  decided: Decided,
  notPut: VoteOrder["notPut"],
): Question[] {
  const own = amendments
    .filter((one) => one.draft === draft)
    .sort(
      (a, b) =>
        (a.furthest ?? Number.MAX_SAFE_INTEGER) - (b.furthest ?? Number.MAX_SAFE_INTEGER) ||
        byText(a.submitted, b.submitted),
    );
  const adopted = own.filter(({ id }) => decided.get(questionKey({ kind: "amendment", id })) === "adopted");
  return own.flatMap(({ id }): Question[] => {
    const by = adopted.find((one) => one.implies.includes(id));
    if (!by) return [{ kind: "amendment", id, draft }];
    notPut.push({ id, reason: `The adoption of ${by.id} necessarily implies its rejection.`, rule: "P14" });
    return [];
  });
}

function questionsOfPart(
  { id, objected }: DivisionToPut,
  draft: string,
  decided: Decided,
  notPut: VoteOrder["notPut"],
): Question[] {
  const part: Question = { kind: "part", id, draft };
  if (!objected) return [part];
  const request: Question = { kind: "division-request", id, draft };
  const outcome = decided.get(questionKey(request));
  if (outcome === "rejected") {
    notPut.push({ id, reason: "The request for a separate vote was voted down.", rule: "P14" });
    return [];
  }
  return outcome === "adopted" ? [part] : [request];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
