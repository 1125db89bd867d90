import { rightOf, type TableDeed } from "../participant/right.ts";
import { lateRefusal } from "../procedure/deadline.ts";
import { type PlanRule, type Ruled, refused } from "../refusal.ts";
import type { Hash } from "../text/canonical-form.ts";
import type { ConsultationEvent, EventOf, EventType } from "./event.ts";
import type { Consultation, ConsultationDraft, Proposal, RollingParagraph } from "./state.ts";

/** What a step decided, by which rule, and what came into being by it. */
export interface Decision {
  rule: PlanRule;
  /** One English sentence. */
  reason: string;
  /** Id of the proposal, paragraph, version … that the step made; null when it made none. */
  made: string | null;
}

/** What the reducer is given from outside. */
export interface Outside {
  hash: Hash;
}

export interface Circumstances extends Outside {
  /** A step as it comes, a late filing tried again to see that it is late, or one that the facilitator admits. */
  filing: "now" | "kept" | "admitted";
}

/** One kind of step: checks it whole, and only then changes the draft. */
export type Handler<T extends EventType> = (
  draft: ConsultationDraft,
  event: EventOf<T>,
  circumstances: Circumstances,
) => Ruled<Decision>;

export type Handlers<T extends EventType> = { [K in T]: Handler<K> };

export function decided(rule: PlanRule, reason: string, made: string | null = null): Ruled<Decision> {
  return { ok: true, value: { rule, reason, made } };
}

/** Whether the one who acts may do a deed of the table now (P6), in time (P8). */
export function mayAct(
  draft: ConsultationDraft,
  event: Pick<ConsultationEvent, "by" | "at">,
  deed: TableDeed,
  circumstances?: Circumstances,
): Ruled<true> {
  const kind = draft.participants.get(event.by)?.kind ?? "public";
  const right = rightOf(kind, deed, draft.stage);
  if (!right.allowed)
    return refused(
      "P6",
      "not-entitled",
      "by",
      `${event.by} may not ${deed} here. ${right.reason}`,
      "See the table of rights by stage and kind of participant.",
    );
  const late =
    circumstances && circumstances.filing !== "admitted"
      ? lateRefusal(event.at, draft.stage.deadline)
      : undefined;
  return late ? { ok: false, refusal: late } : { ok: true, value: true };
}

/** Whether an actor is a member, and so counted. */
export function isMember(draft: Pick<Consultation, "participants">, actor: string): boolean {
  return draft.participants.get(actor)?.kind === "member";
}

export function memberIds(draft: Pick<ConsultationDraft, "participants">): string[] {
  return [...draft.participants.values()].filter(({ kind }) => kind === "member").map(({ actor }) => actor);
}

/** The present text of a paragraph. */
export const textOf = (paragraph: RollingParagraph): string => paragraph.texts.at(-1) ?? "";

/** The paragraph of this key that stands in the text; a refusal when there is none or it was struck out. */
export function findParagraph(draft: ConsultationDraft, id: string | null): Ruled<RollingParagraph> {
  const found = id === null ? undefined : draft.paragraphs.get(id);
  return found && found.status !== "removed"
    ? { ok: true, value: found }
    : refused(
        "P1",
        "unknown-paragraph",
        "paragraph",
        `There is no paragraph ${id ?? ""} in the text.`,
        "Name a paragraph of the present text.",
      );
}

export function findProposal(draft: ConsultationDraft, id: string): Ruled<Proposal> {
  const found = draft.proposals.get(id);
  return found
    ? { ok: true, value: found }
    : refused(
        "P2",
        "unknown-proposal",
        "proposal",
        `There is no proposal ${id}.`,
        "Name a proposal of this consultation.",
      );
}

/** Refuses an empty reason where a rule asks for one. */
export function needReason(rule: PlanRule, reason: string): Ruled<true> {
  return reason.trim() === ""
    ? refused(rule, "no-reason", "reason", "This is done with a reason.", "Say why, in a sentence.")
    : { ok: true, value: true };
}

/** The next id of a kind: `p1`, `p2` …; nothing is erased, so sizes count. */
export function nextId(prefix: string, held: { size: number }): string {
  return `${prefix}${held.size + 1}`;
}
