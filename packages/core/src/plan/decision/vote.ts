import { granted, type Ruled, refused } from "../refusal.ts";
import { compareToFraction, type Fraction, formatFraction } from "./fraction.ts";

/** How a member's vote is recorded. `not-entitled`: Article 19 of the Charter. */
export const BALLOTS = ["yes", "no", "abstain", "absent", "not-entitled"] as const;
export type Ballot = (typeof BALLOTS)[number];

/** Ordinary: more than half of the members present and voting (rule 85). Two-thirds: at least that (rule 83). */
export type Majority = "ordinary" | "two-thirds";

export type VoteOutcome = "adopted" | "rejected" | "tied";

/** A vote counted, with what decided it. */
export interface VoteCount {
  counts: Record<Ballot, number>;
  /** Yes, no or abstain. */
  present: number;
  /** Yes or no: abstaining is not voting (rule 86). */
  presentAndVoting: number;
  majority: Majority;
  /** What the yes votes are held against: half or two thirds of those present and voting. */
  threshold: Fraction;
  /** `100 > 74 1/2`, `99 < 99 1/3` */
  comparison: string;
  outcome: VoteOutcome;
}

/**
 * Counts a vote (P13). Each member has one vote (rule 82). Equal numbers of yes and no are a tie, whichever majority is asked for (rule 95).
 * @param ballots what each member voted; every member stands in it once
 */
export function countVote(ballots: ReadonlyMap<string, Ballot>, majority: Majority): VoteCount {
  const counts: Record<Ballot, number> = { yes: 0, no: 0, abstain: 0, absent: 0, "not-entitled": 0 };
  for (const ballot of ballots.values()) counts[ballot] += 1;
  const presentAndVoting = counts.yes + counts.no;
  const threshold =
    majority === "ordinary"
      ? { numerator: presentAndVoting, denominator: 2 }
      : { numerator: 2 * presentAndVoting, denominator: 3 };
  const difference = compareToFraction(counts.yes, threshold);
  const carried = majority === "ordinary" ? difference > 0 : difference >= 0 && counts.yes > 0;
  const sign = difference > 0 ? ">" : difference < 0 ? "<" : "=";
  return {
    counts,
    present: presentAndVoting + counts.abstain,
    presentAndVoting,
    majority,
    threshold,
    comparison: `${counts.yes} ${sign} ${formatFraction(threshold)}`,
    outcome: counts.yes === counts.no ? "tied" : carried ? "adopted" : "rejected",
  };
}

/** One line of a roll-call: a member and its vote, in the order called. */
export type RollLine = readonly [member: string, ballot: Ballot];

/**
 * Reads the lines of a vote: every member once, only members, and nobody who isn't entitled voting (P13).
 * @param members all members of the body
 * @param notEntitled members without a vote under Article 19
 * @returns the ballots of all members; those not in the lines are absent
 */
export function readBallots(
  lines: readonly RollLine[],
  members: readonly string[],
  notEntitled: ReadonlySet<string>,
): Ruled<Map<string, Ballot>> {
  const known = new Set(members);
  const ballots = new Map<string, Ballot>();
  for (const [member, ballot] of lines) {
    if (!known.has(member))
      return bad("not-a-member", `${member} is no member of the body.`, "Leave it out.");
    if (ballots.has(member))
      return bad(
        "voted-twice",
        `The vote of ${member} stands twice.`,
        "Each member has one vote: keep one line.",
      );
    if (notEntitled.has(member) && ballot !== "not-entitled")
      return bad(
        "not-entitled",
        `${member} is not entitled to vote (Article 19 of the Charter).`,
        "List it as not entitled.",
      );
    ballots.set(member, ballot);
  }
  for (const member of members)
    if (!ballots.has(member)) ballots.set(member, notEntitled.has(member) ? "not-entitled" : "absent");
  return granted(ballots);
}

function bad(code: string, detail: string, cure: string) {
  return refused("P13", code, "votes", detail, cure);
}

/** What a tie becomes: a second vote within 48 hours; tied again, the proposal is rejected (rule 95). */
export function settleTie(count: VoteCount, isSecondVote: boolean): VoteOutcome {
  return count.outcome === "tied" && isSecondVote ? "rejected" : count.outcome;
}

/** A second vote after a tie is taken within so many hours of the first (rule 95). */
export const SECOND_VOTE_HOURS = 48;
