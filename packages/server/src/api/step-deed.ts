/** By which deed each step of a consultation is decided, and in which capacity it is taken. */
import type { Deed } from "@concord/core/access";
import type { Capacity } from "@concord/core/plan";
import type { TakenStep } from "./schema/step.ts";

interface StepRule {
  deed: Deed;
  as: Capacity;
  summary: string;
}

const steer = (deed: Deed, summary: string): StepRule => ({ deed, as: "facilitator", summary });
const takePart = (deed: Deed, summary: string): StepRule => ({ deed, as: "participant", summary });
const secretariat = (deed: Deed, summary: string): StepRule => ({ deed, as: "secretariat", summary });

export const STEP_RULES: { readonly [T in TakenStep]: StepRule } = {
  "facilitator-appointed": secretariat("consultation.create", "Appoint a facilitator"),
  "facilitator-withdrew": steer("consultation.change", "Stop facilitating"),
  "participant-admitted": steer("consultation.change", "Admit a participant"),
  "participant-left": takePart("proposal.make", "Leave a consultation"),
  "stage-begun": steer("consultation.change", "Begin a stage, with its deadline and any restriction"),
  "deadline-set": steer("consultation.change", "Set the deadline of the stage"),
  "group-filed": takePart("group.file", "File a group of states with its members"),
  "group-joined": takePart("group.file", "Join a group"),
  "group-left": takePart("group.dissociate", "Leave a group"),
  "late-filing-admitted": steer("proposal.admit-late", "Admit a late filing"),
  "input-given": takePart("comment.make", "Give an input in the open stage"),
  "statement-made": takePart("comment.make", "Make a statement"),
  moderated: secretariat("consultation.create", "Hide or show words, by the moderation policy"),
  "draft-issued": steer("revision.issue", "Issue the zero draft"),
  "revision-issued": steer("revision.issue", "Issue a revision, numbered afresh"),
  "action-set": steer("revision.issue", "Set what an action asks, of whom, by when"),
  "proposal-filed": takePart("proposal.make", "Propose words, or comment"),
  "proposal-withdrawn": takePart("proposal.withdraw", "Withdraw a proposal"),
  "proposal-reattached": takePart("proposal.make", "Attach a proposal to the present text"),
  "position-taken": takePart("position.take", "Support, oppose or reserve"),
  dissociated: takePart("group.dissociate", "Dissociate oneself from what was filed in one's name"),
  streamlined: steer("proposal.streamline", "Merge, move, rephrase, insert or strike out"),
  insisted: takePart("proposal.insist", "Insist on a proposal that was streamlined"),
  "ad-ref-asked": steer("paragraph.agree", "Ask whether a paragraph is agreed ad referendum"),
  "ad-ref-objected": takePart("position.take", "Object to a paragraph"),
  "ad-ref-recorded": steer("paragraph.agree", "Record that a paragraph is agreed ad referendum"),
  "reopening-requested": takePart("position.take", "Ask that an agreed paragraph be reopened"),
  "silence-opened": steer("silence.open", "Open a silence procedure"),
  "silence-extended": steer("silence.extend", "Extend a silence procedure"),
  "silence-broken": takePart("silence.break", "Break silence"),
  "silence-closed": steer("silence.open", "Record the end of an unbroken silence"),
  "draft-tabled": takePart("draft.table", "Table a draft"),
  "draft-circulated": steer("consultation.change", "Record that a draft is circulated"),
  "sponsor-joined": takePart("draft.sponsor", "Sponsor a draft"),
  "draft-withdrawn": takePart("draft.withdraw", "Withdraw a draft"),
  "draft-reintroduced": takePart("draft.sponsor", "Reintroduce a withdrawn draft"),
  "amendment-tabled": takePart("draft.table", "Table an amendment to a draft"),
  "vote-order-stated": steer("vote.open", "State the order of votes on amendments"),
  "division-requested": takePart("vote.cast", "Ask for a separate vote on a part"),
  "division-objected": takePart("vote.cast", "Object to a separate vote"),
  "meeting-opened": steer("vote.open", "Open a meeting"),
  "vote-requested": takePart("vote.cast", "Ask for a vote"),
  "adopted-by-consensus": steer("resolution.adopt", "Record an adoption without a vote"),
  "vote-taken": steer("vote.close", "Record a vote"),
  "vote-corrected": takePart("vote.cast", "Correct one's recorded vote by a note"),
  explained: takePart("explanation.give", "Explain a vote"),
  "position-stated": takePart("explanation.give", "State a reservation or dissociation"),
};
