import { quorumOf } from "../../decision/quorum.ts";
import { rollCallOrder } from "../../decision/roll-call.ts";
import { type Ballot, countVote, readBallots, settleTie } from "../../decision/vote.ts";
import { questionKey } from "../../decision/vote-order.ts";
import { HOUR_MS, millisecondsOf } from "../../procedure/instant.ts";
import { type Ruled, refused } from "../../refusal.ts";
import { adoptDraft, settleVote } from "../adopt.ts";
import type { EventOf } from "../event.ts";
import { decided, type Handlers, isMember, mayAct, memberIds, nextId } from "../handler.ts";
import type { ConsultationDraft, Meeting, VoteRecord } from "../state.ts";
import { findDraft } from "./tabling.ts";
import { mayPut } from "./vote-order.ts";

/** Meetings, consensus and votes (P11, P12, P13). */
export const DECISION_STEPS: Handlers<
  "meeting-opened" | "vote-requested" | "adopted-by-consensus" | "vote-taken" | "vote-corrected"
> = {
  "meeting-opened"(draft, { data, at }) {
    if (draft.stage.kind !== "decision")
      return refused(
        "P11",
        "wrong-stage",
        "stage",
        `Decisions are taken in the stage of decision; this is "${draft.stage.kind}".`,
        "Begin the stage of decision.",
      );
    const stranger = [...data.present, ...data.notEntitled].find((actor) => !isMember(draft, actor));
    if (stranger !== undefined)
      return refused(
        "P11",
        "not-a-member",
        "present",
        `${stranger} is no member of the body.`,
        "Count members only.",
      );
    const quorum = quorumOf(memberIds(draft).length, new Set(data.present).size);
    if (draft.ruleSet.quorum && !quorum.mayOpen)
      return refused(
        "P11",
        "no-quorum",
        "present",
        `A meeting opens with one third of the members; ${quorum.opening} is not so.`,
        "Wait for more members.",
      );
    draft.meetings.push({ at, present: data.present, notEntitled: data.notEntitled });
    return decided("P11", `The meeting is open: ${quorum.opening}.`);
  },
  "vote-requested"(draft, event) {
    const right = mayAct(draft, event, "vote");
    if (!right.ok) return right;
    const found = findDraft(draft, event.data.draft);
    if (!found.ok) return found;
    draft.votesRequested.add(found.value.id);
    return decided("P12", `${event.by} asks for a vote on ${found.value.symbol}.`);
  },
  "adopted-by-consensus"(draft, event, { hash }) {
    const { data, at } = event;
    const meeting = openMeeting(draft);
    if (!meeting.ok) return meeting;
    const found = findDraft(draft, data.draft);
    if (!found.ok) return found;
    if (draft.votesRequested.has(data.draft))
      return refused(
        "P12",
        "vote-requested",
        "draft",
        "A member asks for a vote.",
        "Put the draft to the vote.",
      );
    const put = mayPut(draft, { kind: "draft", id: data.draft, draft: data.draft }, at);
    if (!put.ok) return put;
    const quorum = quorumOf(memberIds(draft).length, new Set(meeting.value.present).size);
    if (draft.ruleSet.quorum && !quorum.mayDecide) return noMajority(quorum.deciding);
    return decided(
      "P12",
      `${found.value.symbol} is adopted without a vote.`,
      adoptDraft(draft, found.value, at, hash),
    );
  },
  "vote-taken": takeVote,
  "vote-corrected"(draft, event) {
    const vote = draft.votes.get(event.data.vote);
    const own = vote?.ballots.get(event.by);
    if (!vote || own === undefined || own === "not-entitled")
      return refused(
        "P13",
        "no-vote",
        "vote",
        `${event.by} has no vote recorded in ${event.data.vote}.`,
        "Correct a vote of your own.",
      );
    const corrections = [...vote.corrections, { by: event.by, at: event.at, meant: event.data.meant }];
    draft.votes.set(vote.id, { ...vote, corrections });
    return decided(
      "P13",
      `A note records that ${event.by} meant to vote "${event.data.meant}"; the result stands.`,
    );
  },
};

type Taken = EventOf<"vote-taken">;

function takeVote(draft: ConsultationDraft, event: Taken, { hash }: { hash: (text: string) => string }) {
  const { data, at } = event;
  const meeting = openMeeting(draft);
  if (!meeting.ok) return meeting;
  const put = mayPut(draft, data.question, at);
  if (!put.ok) return put;
  const members = memberIds(draft);
  const ballots = readBallots(data.lines, members, new Set(meeting.value.notEntitled));
  if (!ballots.ok) return ballots;
  const rollCall =
    data.drawn === null
      ? undefined
      : rollCallOrder(new Map(members.map((actor) => [actor, actor])), data.drawn, "en");
  if (rollCall && !rollCall.ok) return rollCall;
  const count = countVote(ballots.value, data.majority);
  const quorum = quorumOf(members.length, count.present);
  if (draft.ruleSet.quorum && !quorum.mayDecide) return noMajority(quorum.deciding);
  const first = tiedBefore(draft, data.question);
  if (first && millisecondsOf(at) - millisecondsOf(first.at) > draft.ruleSet.secondVoteHours * HOUR_MS)
    return refused(
      "P13",
      "second-vote-late",
      "at",
      `The first vote was tied at ${first.at}; the second is taken within ${draft.ruleSet.secondVoteHours} hours.`,
      "The draft was not adopted; table it anew.",
    );
  const id = nextId("b", draft.votes);
  const vote: VoteRecord = {
    id,
    at,
    question: data.question,
    rollCall: rollCall?.value ?? null,
    ballots: ballots.value as ReadonlyMap<string, Ballot>,
    count,
    outcome: settleTie(count, first !== undefined),
    secondVote: first !== undefined,
    corrections: [],
  };
  draft.votes.set(id, vote);
  settleVote(draft, vote, at, hash);
  return decided(
    "P13",
    `${vote.outcome}: ${count.comparison} (${count.majority}, ${count.presentAndVoting} present and voting).`,
    id,
  );
}

function tiedBefore(draft: ConsultationDraft, question: Taken["data"]["question"]): VoteRecord | undefined {
  return [...draft.votes.values()].find(
    (vote) => questionKey(vote.question) === questionKey(question) && vote.outcome === "tied",
  );
}

function openMeeting(draft: ConsultationDraft): Ruled<Meeting> {
  const last = draft.stage.kind === "decision" ? draft.meetings.at(-1) : undefined;
  return last
    ? { ok: true, value: last }
    : refused(
        "P11",
        "no-meeting",
        "meeting",
        "No meeting is open.",
        "Open a meeting in the stage of decision.",
      );
}

function noMajority(comparison: string) {
  return refused(
    "P11",
    "no-quorum",
    "present",
    `A majority of the members must be present to decide; ${comparison} is not so.`,
    "Wait for more members.",
  );
}
