import { isInstant } from "../procedure/instant.ts";
import { type PlanRefusal, type Ruled, refusal, refused } from "../refusal.ts";
import type { Capacity, ConsultationEvent, EventOf, EventType } from "./event.ts";
import {
  type Circumstances,
  type Decision,
  decided,
  type Handler,
  type Handlers,
  needReason,
  nextId,
  type Outside,
} from "./handler.ts";
import type { Consultation, ConsultationDraft } from "./state.ts";
import { AGREEMENT_STEPS } from "./steps/agreement.ts";
import { DECISION_STEPS } from "./steps/decision.ts";
import { openConsultation } from "./steps/opening.ts";
import { POSITION_STEPS } from "./steps/position.ts";
import { PROPOSAL_STEPS } from "./steps/proposal.ts";
import { SILENCE_STEPS } from "./steps/silence.ts";
import { SPEECH_STEPS } from "./steps/speech.ts";
import { STREAMLINING_STEPS } from "./steps/streamlining.ts";
import { TABLE_STEPS } from "./steps/table.ts";
import { TABLING_STEPS } from "./steps/tabling.ts";
import { VERSION_STEPS } from "./steps/version.ts";
import { VOTE_ORDER_STEPS } from "./steps/vote-order.ts";

const LATE_STEPS: Handlers<"late-filing-kept" | "late-filing-admitted"> = {
  "late-filing-kept"(draft, { data }, outside) {
    const { filing } = data;
    const tried = step(
      fork(draft),
      { ...filing.content, at: filing.at, by: filing.by, as: "participant" } as ConsultationEvent,
      { ...outside, filing: "kept" },
    );
    if (tried.ok || tried.refusal.code !== "after-deadline")
      return refused("P8", "not-late", "filing", "This filing isn't late.", "File it as it is.");
    const id = nextId("late", draft.lateFilings);
    draft.lateFilings.set(id, { ...filing, id, admitted: null });
    return decided("P8", tried.refusal.detail, id);
  },
  "late-filing-admitted"(draft, { data, at, by }, outside) {
    const kept = draft.lateFilings.get(data.filing);
    if (!kept || kept.admitted)
      return refused(
        "P8",
        "no-late-filing",
        "filing",
        `There is no late filing ${data.filing} to be admitted.`,
        "Name one that is kept.",
      );
    const reason = needReason("P8", data.reason);
    if (!reason.ok) return reason;
    const taken = step(
      draft,
      { ...kept.content, at: kept.at, by: kept.by, as: "participant" } as ConsultationEvent,
      { ...outside, filing: "admitted" },
    );
    if (!taken.ok) return taken;
    draft.lateFilings.set(kept.id, { ...kept, admitted: { by, at, reason: data.reason } });
    return decided(
      "P8",
      `The late filing of ${kept.by}, received at ${kept.at}, is admitted: ${data.reason}`,
      taken.value.made,
    );
  },
};

const STEPS: Handlers<Exclude<EventType, "consultation-opened">> = {
  ...TABLE_STEPS,
  ...SPEECH_STEPS,
  ...VERSION_STEPS,
  ...PROPOSAL_STEPS,
  ...POSITION_STEPS,
  ...STREAMLINING_STEPS,
  ...AGREEMENT_STEPS,
  ...SILENCE_STEPS,
  ...TABLING_STEPS,
  ...VOTE_ORDER_STEPS,
  ...DECISION_STEPS,
  ...LATE_STEPS,
};

/** In which capacity a step is taken; not listed: by a participant for itself. */
const TAKEN_BY: Readonly<Partial<Record<EventType, readonly Capacity[]>>> = {
  "facilitator-appointed": ["secretariat"],
  "facilitator-withdrew": ["facilitator"],
  "participant-admitted": ["secretariat", "facilitator"],
  "stage-begun": ["facilitator"],
  "deadline-set": ["facilitator"],
  "late-filing-kept": ["system"],
  "late-filing-admitted": ["facilitator"],
  moderated: ["secretariat"],
  "draft-issued": ["facilitator", "secretariat"],
  "revision-issued": ["facilitator"],
  "action-set": ["facilitator"],
  "proposal-reattached": ["participant", "facilitator"],
  streamlined: ["facilitator"],
  "ad-ref-asked": ["facilitator"],
  "ad-ref-recorded": ["facilitator"],
  "silence-opened": ["facilitator"],
  "silence-extended": ["facilitator"],
  "silence-closed": ["system", "facilitator"],
  "draft-circulated": ["secretariat", "facilitator"],
  "vote-order-stated": ["facilitator"],
  "meeting-opened": ["facilitator"],
  "adopted-by-consensus": ["facilitator"],
  "vote-taken": ["facilitator"],
};

/** What a step made of a consultation. */
export type Outcome =
  | { ok: true; state: Consultation; decision: Decision }
  | { ok: false; refusal: PlanRefusal };

/**
 * Takes one step of a consultation. The state that went in is unchanged; a refused step changes nothing.
 * @param state undefined before the consultation is opened
 * @param event what is to happen, by whom, when by the server's clock
 * @param outside the hash function
 * @returns the new state with the rule that decided, or the refusal with its rule and cure
 */
export function applyEvent(
  state: Consultation | undefined,
  event: ConsultationEvent,
  outside: Outside,
): Outcome {
  if (!state) {
    const begun = open(event);
    return begun.ok ? { ok: true, state: begun.value, decision: OPENED } : begun;
  }
  const draft = fork(state);
  const taken = step(draft, event, { ...outside, filing: "now" });
  return taken.ok ? { ok: true, state: draft, decision: taken.value } : taken;
}

const OPENED: Decision = { rule: "P6", reason: "The consultation is open.", made: null };

function open(event: ConsultationEvent): Ruled<ConsultationDraft> {
  if (event.type !== "consultation-opened")
    return refused("P6", "not-open", "type", "The consultation is not open.", "Open it first.");
  return isInstant(event.at) ? openConsultation(event) : { ok: false, refusal: noInstant(event.at) };
}

function step(
  draft: ConsultationDraft,
  event: ConsultationEvent,
  circumstances: Circumstances,
): Ruled<Decision> {
  if (event.type === "consultation-opened")
    return refused("P6", "open", "type", "The consultation is open already.", "Open another one.");
  if (!isInstant(event.at)) return { ok: false, refusal: noInstant(event.at) };
  if (circumstances.filing === "now" && event.at < draft.lastAt)
    return refused(
      "P9",
      "clock-went-back",
      "at",
      `${event.at} is before the last step, at ${draft.lastAt}.`,
      "The server's clock never goes back in a log.",
    );
  const capacities = TAKEN_BY[event.type] ?? ["participant"];
  if (!capacities.includes(event.as))
    return refused(
      "P6",
      "wrong-capacity",
      "as",
      `This is done by: ${capacities.join(", ")}.`,
      "Ask one of them.",
    );
  if (event.as === "facilitator" && !draft.facilitators.includes(event.by))
    return refused(
      "P6",
      "not-facilitator",
      "by",
      `${event.by} doesn't facilitate this consultation.`,
      "Ask a facilitator, or the secretariat to appoint one.",
    );
  // The table of steps pairs every type with its own handler; the cast says so to the compiler.
  const handler = STEPS[event.type] as Handler<EventType>;
  const taken = handler(draft, event as EventOf<EventType>, circumstances);
  if (taken.ok && circumstances.filing === "now") {
    draft.steps += 1;
    draft.lastAt = event.at;
  }
  return taken;
}

function noInstant(at: string): PlanRefusal {
  return refusal(
    "P8",
    "no-instant",
    "at",
    `"${at}" is no instant.`,
    "Write it like 2026-11-24T15:00:00.000Z.",
  );
}

/** A copy whose lists may change while the original stays: the things in them are never changed, only replaced. */
function fork(state: Consultation): ConsultationDraft {
  const copies = Object.entries(state).map(([key, value]) => {
    if (value instanceof Map) return [key, new Map(value)];
    if (value instanceof Set) return [key, new Set(value)];
    return [key, Array.isArray(value) ? [...value] : value];
  });
  return Object.fromEntries(copies) as ConsultationDraft;
}

/**
 * Takes the steps of a log, one after the other; thousands in the time that a page takes to open.
 * @param from a state reached earlier, to go on from; undefined: the beginning
 * @returns the state; a refusal when the log holds a step that the rules refuse, which a log never does
 */
export function replay(
  events: Iterable<ConsultationEvent>,
  outside: Outside,
  from?: Consultation,
): Ruled<Consultation | undefined> {
  let draft = from && fork(from);
  for (const event of events) {
    if (draft) {
      const taken = step(draft, event, { ...outside, filing: "now" });
      if (!taken.ok) return taken;
    } else {
      const begun = open(event);
      if (!begun.ok) return begun;
      draft = begun.value;
    }
  }
  return { ok: true, value: draft };
}
