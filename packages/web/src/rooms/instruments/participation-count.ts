/** How many states of a group stand where towards an instrument, the unknown apart. */
import { type Law, type Status, statusOf } from "@concord/core/instruments";
import type { IsoDay } from "@concord/core/vocabulary";

/** Standings as they are drawn, strongest first; `unknown` is never drawn as "not a party". */
export const STANDINGS = [
  "in-force",
  "pending",
  "signed",
  "recommended",
  "left",
  "not-party",
  "unknown",
  "not-adopted",
] as const;
export type Standing = (typeof STANDINGS)[number];

export type StandingCount = Readonly<Record<Standing, number>>;

/**
 * Counts the members of a group by their standing on a day.
 * @param members codes of states
 */
export function countStandings(
  law: Law,
  instrument: string,
  members: readonly string[],
  day: IsoDay,
): StandingCount {
  const count: Record<Standing, number> = {
    "in-force": 0,
    pending: 0,
    signed: 0,
    recommended: 0,
    left: 0,
    "not-party": 0,
    unknown: 0,
    "not-adopted": 0,
  };
  for (const iso3 of members) count[statusOf(law, instrument, iso3, day).kind satisfies Status["kind"]] += 1;
  return count;
}
