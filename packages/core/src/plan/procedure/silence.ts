import { granted, type Ruled, refused } from "../refusal.ts";
import { HOUR_MS, type Instant, instantAt, millisecondsOf } from "./instant.ts";
import { addWorkingDays, type Seat } from "./working-day.ts";

/** How long a silence lasts: hours by the clock, or working days of the seat. */
export type SilenceLength = { hours: number } | { workingDays: number };

/** What unbroken silence makes of the text: agreed by the consultation, or adopted where the body so decided. */
export type SilenceEffect = "agreed" | "adopted";

/** The shortest silence a rule set allows; `un-general-assembly`: 72 hours or three working days. */
export interface SilenceTerms {
  leastHours: number;
  leastWorkingDays: number;
}

/**
 * The end of a silence procedure that opens now (P9).
 * @returns a refusal when it would be shorter than the rules allow
 */
export function silenceEnd(
  opened: Instant,
  length: SilenceLength,
  seat: Seat,
  { leastHours, leastWorkingDays }: SilenceTerms,
): Ruled<Instant> {
  if ("hours" in length)
    return length.hours >= leastHours
      ? granted(instantAt(millisecondsOf(opened) + Math.round(length.hours * HOUR_MS)))
      : tooShort(`${leastHours} hours`);
  return Number.isInteger(length.workingDays) && length.workingDays >= Math.max(1, leastWorkingDays)
    ? granted(addWorkingDays(opened, length.workingDays, seat))
    : tooShort(`${leastWorkingDays} working days`);
}

function tooShort(least: string) {
  return refused(
    "P9",
    "too-short",
    "length",
    `A silence procedure lasts at least ${least}.`,
    "Give it more time.",
  );
}

/**
 * Moves the end of a silence: later only, and only before it has come (P9).
 * @param at when the extension is made
 */
export function extendSilence(at: Instant, until: Instant, wanted: Instant): Ruled<Instant> {
  if (at >= until)
    return refused(
      "P9",
      "already-ended",
      "at",
      `The silence ended at ${until}.`,
      "Open a new silence procedure.",
    );
  if (wanted <= until)
    return refused(
      "P9",
      "not-shortened",
      "until",
      "A silence procedure can be extended, not shortened.",
      `Name an end after ${until}.`,
    );
  return granted(wanted);
}

/** Whether a break comes in time: up to and at the very end (P9). **[convention]** */
export function breaksInTime(at: Instant, until: Instant): boolean {
  return at <= until;
}

/** The sentence that the record of an unbroken silence states (P9). */
export const NO_OBJECTION = "No objection was received.";
