import { granted, type Ruled, refused } from "../refusal.ts";

/** A draft resolution or decision as tabled (P10). */
export interface TabledDraft {
  id: string;
  /** L symbol of our own series, `CONCORD/2026/1/L.1`; see P16. */
  symbol: string;
  agendaItem: string;
  title: string;
  /** Hash of the version that it puts to the body. */
  version: string;
  sponsors: readonly string[];
  /** Instant of submission: drafts are voted on in this order (rule 91). */
  submitted: string;
  /** Day on which it was circulated, `YYYY-MM-DD` at the seat; null: not yet. */
  circulated: string | null;
  /** An amendment to it was adopted. */
  amended: boolean;
  status: "tabled" | "withdrawn" | "adopted" | "rejected";
}

/** Whether a symbol is that of a limited document: `…/L.1`, with or without `/Rev.1`, `/Add.1`, `/Corr.1`. */
export function isLSymbol(symbol: string): boolean {
  return /^\S+\/L\.[1-9]\d*(\/(Rev|Add|Corr)\.[1-9]\d*)*$/.test(symbol);
}

/** Whether a draft may be decided on a day: it was circulated the day before at the latest (rule 78). */
export function mayDecideOn(draft: Pick<TabledDraft, "circulated">, day: string): Ruled<true> {
  if (draft.circulated === null)
    return refused(
      "P10",
      "not-circulated",
      "draft",
      "The draft has not been circulated.",
      "Circulate it, and decide on a later day.",
    );
  return draft.circulated < day
    ? granted(true)
    : refused(
        "P10",
        "circulated-too-late",
        "draft",
        `The draft was circulated on ${draft.circulated}; it can be decided on a later day only.`,
        "Put it off to the next day.",
      );
}

/** Sponsors may join until the decision (P10). */
export function maySponsor(draft: TabledDraft, actor: string): Ruled<true> {
  if (draft.status !== "tabled")
    return refused(
      "P10",
      "decided",
      "draft",
      `The draft is ${draft.status}.`,
      "A draft is sponsored until it is decided.",
    );
  return draft.sponsors.includes(actor)
    ? refused("P10", "already-sponsor", "sponsor", `${actor} sponsors it already.`, "Nothing is to be done.")
    : granted(true);
}

/**
 * Whether a sponsor may withdraw a draft: before voting on it has begun, and if it has not been amended (rule 80).
 * @param votingBegan a vote on the draft, a part of it or an amendment to it has been taken
 */
export function mayWithdraw(draft: TabledDraft, actor: string, votingBegan: boolean): Ruled<true> {
  if (draft.status !== "tabled")
    return refused(
      "P10",
      "decided",
      "draft",
      `The draft is ${draft.status}.`,
      "Only a draft that stands can be withdrawn.",
    );
  if (!draft.sponsors.includes(actor))
    return refused(
      "P10",
      "not-sponsor",
      "draft",
      `${actor} doesn't sponsor it.`,
      "Let a sponsor withdraw it.",
    );
  if (votingBegan)
    return refused("P10", "voting-began", "draft", "Voting on it has begun.", "Let the vote decide.");
  return draft.amended
    ? refused("P10", "amended", "draft", "It has been amended.", "Let the vote decide.")
    : granted(true);
}

/** Any member may reintroduce a withdrawn draft (rule 80). */
export function mayReintroduce(draft: TabledDraft): Ruled<true> {
  return draft.status === "withdrawn"
    ? granted(true)
    : refused(
        "P10",
        "not-withdrawn",
        "draft",
        `The draft is ${draft.status}.`,
        "Only a withdrawn draft is reintroduced.",
      );
}

/** Explanations of vote are not given by a sponsor on its own draft (P15, rule 88). */
export function mayExplain(draft: Pick<TabledDraft, "sponsors">, actor: string): Ruled<true> {
  return draft.sponsors.includes(actor)
    ? refused(
        "P15",
        "own-draft",
        "draft",
        `${actor} sponsors the draft and doesn't explain its vote on it.`,
        "Make a general statement instead.",
      )
    : granted(true);
}
