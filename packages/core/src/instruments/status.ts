import type { DayInterval, DayNumber } from "../vocabulary/index.ts";
import { isoDay } from "../vocabulary/index.ts";
import type { Status } from "./answer.ts";

/** One joining action with the days it may have taken effect. */
interface Joining {
  /** Day of deposit, an interval where the source gives a year or month only (R3). */
  deposit: DayInterval;
  /** The last possible day of effect: only from here is the state bound for sure. */
  effect: DayNumber;
}

/** Everything held on one state and one treaty, in the form R9 asks for. */
export interface PairFacts {
  adopted: DayNumber;
  /** No action at all is held. */
  noRow: boolean;
  joinings: readonly Joining[];
  /** Days of effect of denunciations (R8). */
  denunciations: readonly DayInterval[];
  /** The signature: the day from which it counts, and the date as the source writes it. */
  signature: { counts: DayNumber; date: string } | undefined;
  /** Joined and left once, but the dates are not held (R9, `pair`). */
  datesNotHeld: boolean;
  /** A list of parties is held at all (R9, `no-list`). */
  listHeld: boolean;
  /** Before this day the list says nothing (R9, `before-list`). */
  listBegins: DayNumber | undefined;
  /** After this day absence from the list says nothing (R9, `list-ends`). */
  asOf: DayNumber | undefined;
}

/**
 * What a treaty is to a state on a day (R3, R8–R10), read off the rule word for word; `statusSegments` turns it
 * into something fast.
 */
export function treatyStatus(facts: PairFacts, day: DayNumber): Status {
  if (day < facts.adopted) return { kind: "not-adopted" };
  const left = lastLeaving(facts.denunciations, day);
  let joined = false;
  let bound = Number.POSITIVE_INFINITY;
  let pending = Number.POSITIVE_INFINITY;
  for (const { deposit, effect } of facts.joinings) {
    if (deposit.first > day || deposit.first < left) continue;
    joined = true;
    if (effect <= day) bound = Math.min(bound, effect);
    if (deposit.first === deposit.last) pending = Math.min(pending, effect);
  }
  if (Number.isFinite(bound)) {
    const leavingUnsure = facts.denunciations.some((span) => span.first <= day && day < span.last);
    return leavingUnsure
      ? { kind: "unknown", reason: "date-unsure" }
      : { kind: "in-force", since: isoDay(bound) };
  }
  if (Number.isFinite(pending)) return { kind: "pending", since: isoDay(pending) };
  if (joined) return { kind: "unknown", reason: "date-unsure" };
  if (Number.isFinite(left)) return { kind: "left", since: isoDay(left) };
  if (facts.signature && facts.signature.counts <= day) return signedStatus(facts, facts.signature.date, day);
  return absenceStatus(facts, day);
}

/** Signed without joining; stale once the list no longer tells whether a ratification followed (R10). */
function signedStatus(facts: PairFacts, date: string, day: DayNumber): Status {
  const known_until = facts.asOf === undefined ? "" : isoDay(facts.asOf);
  return { kind: "signed", date, known_until, stale: facts.asOf === undefined || day > facts.asOf };
}

/** No action is held: `not-party` may be said only where the list covers the day (R9). */
function absenceStatus(facts: PairFacts, day: DayNumber): Status {
  if (facts.datesNotHeld) return { kind: "unknown", reason: "pair" };
  if (!facts.listHeld || facts.asOf === undefined) return { kind: "unknown", reason: "no-list" };
  if (facts.listBegins !== undefined && day < facts.listBegins)
    return { kind: "unknown", reason: "before-list" };
  if (day > facts.asOf) return { kind: "unknown", reason: "list-ends" };
  return { kind: "not-party" };
}

/** The day of the latest denunciation that has taken effect for sure; before all days when there is none. */
function lastLeaving(denunciations: readonly DayInterval[], day: DayNumber): DayNumber {
  let left = Number.NEGATIVE_INFINITY;
  for (const { last } of denunciations) if (last <= day && last > left) left = last;
  return left;
}

/** A status and the first day on which it holds; it holds until the next segment begins. */
export interface StatusSegment {
  from: DayNumber;
  status: Status;
}

/** Earlier than any day that can be asked. */
export const BEGINNING: DayNumber = -1_000_000;

/**
 * Cuts time into spans of equal status: the rule is evaluated on every day on which it could change.
 * @param statusOn the rule
 * @param turningDays every day on which the answer may differ from the day before, in any order
 */
export function statusSegments(
  statusOn: (day: DayNumber) => Status,
  turningDays: readonly DayNumber[],
): StatusSegment[] {
  const segments: StatusSegment[] = [];
  const days = [BEGINNING, ...turningDays].sort((a, b) => a - b);
  let previous: StatusSegment | undefined;
  for (const from of days) {
    if (from === previous?.from) continue;
    const status = statusOn(from);
    if (previous && sameStatus(previous.status, status)) continue;
    previous = { from, status };
    segments.push(previous);
  }
  return segments;
}

/** The days on which `treatyStatus` may change. */
export function turningDaysOf(facts: PairFacts): DayNumber[] {
  const days = [facts.adopted];
  for (const joining of facts.joinings) days.push(joining.deposit.first, joining.effect);
  for (const span of facts.denunciations) days.push(span.first, span.last);
  if (facts.signature) days.push(facts.signature.counts);
  if (facts.listBegins !== undefined) days.push(facts.listBegins);
  if (facts.asOf !== undefined) days.push(facts.asOf + 1);
  return days;
}

function sameStatus(a: Status, b: Status): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "signed" && b.kind === "signed") return a.stale === b.stale;
  if (a.kind === "unknown" && b.kind === "unknown") return a.reason === b.reason;
  return !("since" in a && "since" in b) || a.since === b.since;
}
