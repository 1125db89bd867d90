/** How a participant takes part (P6). The public is whoever is no participant. */
export const PARTICIPANT_KINDS = ["member", "observer", "stakeholder"] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];

/** An actor at the table of a consultation. */
export interface Participant {
  /** Code of a state, or id of an actor. */
  actor: string;
  kind: ParticipantKind;
}

/** Kinds of the registry of actors whose members take part as observers; the others give inputs as stakeholders. */
const OBSERVING = new Set([
  "igo",
  "regional-organization",
  "treaty-body",
  "multi-agency",
  "parliamentary",
  "group-of-states",
  "fund",
]);

/**
 * How an actor takes part when the body consists of states (P6): member states negotiate; observer and associated states, the European
 * Union, intergovernmental and parliamentary bodies observe; NGOs, trade unions, business, media and academia are stakeholders.
 * @param actor the status of a state (`un-member`, `observer-state` …) or the kind of an actor (`igo`, `ngo` …)
 * @param isMemberOfBody the body counts it among its members
 */
export function participantKind(actor: string, isMemberOfBody: boolean): ParticipantKind {
  if (isMemberOfBody) return "member";
  const state = ["un-member", "observer-state", "associated-state", "state-body"].includes(actor);
  return state || OBSERVING.has(actor) ? "observer" : "stakeholder";
}
