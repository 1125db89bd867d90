import { type DeedTable, EVERYBODY, SECRETARIAT } from "../deed-rule.ts";

const OWN_ACTOR = ["own-actor"] as const;
/** The secretariat everywhere, a facilitator in the own consultation. */
const STEER = { ...SECRETARIAT, facilitator: ["facilitates"] } as const;
/** Those who speak for an actor, in its name alone. Whether that actor may negotiate is the room's own rule. */
const SPEAK = {
  member: OWN_ACTOR,
  "focal-point": OWN_ACTOR,
  observer: OWN_ACTOR,
  secretariat: OWN_ACTOR,
  administrator: OWN_ACTOR,
} as const;
/** Those who decide for an actor, in its name alone. */
const DECIDE = { member: OWN_ACTOR, "focal-point": OWN_ACTOR } as const;

/** Plans, consultations, decisions. */
export const PLAN_DEEDS = {
  "plan.see": { does: "read a plan", may: EVERYBODY },
  "plan.create": { does: "begin a plan", may: SECRETARIAT },
  "plan.change": { does: "change a plan that is not under consultation", may: SECRETARIAT },
  "consultation.create": { does: "open a consultation", may: SECRETARIAT },
  "consultation.change": { does: "steer a consultation: rounds, deadlines, participants", may: STEER },
  "consultation.close": { does: "close a consultation", may: STEER },
  "revision.issue": { does: "issue a revision of the text", may: STEER },
  "paragraph.agree": { does: "mark a paragraph as agreed ad referendum", may: STEER },
  "paragraph.reopen": { does: "ask that an agreed paragraph be reopened", may: { ...DECIDE, ...STEER } },
  "proposal.make": { does: "propose words", may: SPEAK },
  "proposal.withdraw": { does: "withdraw a proposal", may: SPEAK },
  "proposal.streamline": { does: "merge, move or rephrase proposals", may: STEER },
  "proposal.insist": { does: "insist on a proposal that was streamlined", may: SPEAK },
  "proposal.admit-late": { does: "admit a late filing", may: STEER },
  "position.take": { does: "support, oppose or reserve", may: DECIDE },
  "comment.make": { does: "comment on a text", may: SPEAK },
  "group.file": { does: "file for a group of states", may: DECIDE },
  "group.dissociate": { does: "dissociate an actor from its group", may: DECIDE },
  "silence.open": { does: "open a silence procedure", may: STEER },
  "silence.extend": { does: "extend a silence procedure", may: STEER },
  "silence.break": { does: "break silence", may: DECIDE },
  "draft.table": { does: "table a draft resolution", may: DECIDE },
  "draft.sponsor": { does: "sponsor a draft", may: DECIDE },
  "draft.withdraw": { does: "withdraw a draft", may: DECIDE },
  "vote.open": { does: "put a draft to the vote", may: STEER },
  "vote.cast": { does: "vote", may: DECIDE },
  "vote.close": { does: "close a vote", may: STEER },
  "explanation.give": { does: "explain a position", may: DECIDE },
  "resolution.adopt": { does: "record the adoption of a resolution", may: STEER },
  "translation.make": { does: "give a translation", may: { ...SPEAK, ...SECRETARIAT } },
} as const satisfies DeedTable;
