import type { DayNumber } from "../vocabulary/index.ts";
import { isoDay, parseDay } from "../vocabulary/index.ts";
import type { Status } from "./answer.ts";
import type { MembershipPeriod, Provision } from "./knowledge.ts";

/** Denmark takes no part in the directives held here (R11). */
const NOT_TAKING_PART = "DNK";

const DIRECTIVE_2011 = "eu-directive-2011-36";
const DIRECTIVE_2024 = "eu-directive-2024-1712";
/** Transposition date of Directive 2024/1712: from here on its rows replace those they match (R15). */
const REPLACED_FROM = "2026-07-15";

/** A span of membership in days, both ends included. */
export interface MembershipDays {
  from: DayNumber;
  to: DayNumber;
}

/** The spans in which a state belonged to the European Union, from `memberships.csv` (R11). */
export function unionMembership(periods: readonly MembershipPeriod[], iso3: string): MembershipDays[] {
  return periods
    .filter((period) => period.group === "eu" && period.iso3 === iso3)
    .map((period) => ({
      from: parseDay(period.from) ?? Number.POSITIVE_INFINITY,
      to: period.to === "" ? Number.POSITIVE_INFINITY : (parseDay(period.to) ?? Number.NEGATIVE_INFINITY),
    }));
}

/** The first day on which a directive binds a state within one span of membership, or undefined (R11). */
export function directiveBinds(
  iso3: string,
  inForce: DayNumber,
  span: MembershipDays,
): DayNumber | undefined {
  if (iso3 === NOT_TAKING_PART) return undefined;
  const since = Math.max(inForce, span.from);
  return since <= span.to ? since : undefined;
}

/** What a directive is to a state: in force for members taking part, else `not-party`, never unknown (R11). */
export function directiveStatus(
  day: DayNumber,
  adopted: DayNumber,
  bound: readonly { since: DayNumber; until: DayNumber }[],
): Status {
  if (day < adopted) return { kind: "not-adopted" };
  const span = bound.find((candidate) => candidate.since <= day && day <= candidate.until);
  return span ? { kind: "in-force", since: isoDay(span.since) } : { kind: "not-party" };
}

/** The days in which a provision counts: first day, and the first day on which it no longer does. */
export interface Validity {
  from: DayNumber;
  until: DayNumber;
}

const ALWAYS: Validity = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/**
 * When each provision counts (R15): those of Directive 2011/36 that the amendment of 2024 matches count until its
 * transposition date, the matching ones of 2024 from that date; all others always.
 * @returns one validity per provision, in the same order
 */
export function provisionValidity(provisions: readonly Provision[]): Validity[] {
  const replacedFrom = parseDay(REPLACED_FROM) ?? 0;
  const amending = provisions.filter((provision) => provision.instrument === DIRECTIVE_2024);
  const amended = provisions.filter((provision) => provision.instrument === DIRECTIVE_2011);
  return provisions.map((provision) => {
    if (provision.instrument === DIRECTIVE_2011 && amending.some((row) => matchesAmended(row, provision)))
      return { from: Number.NEGATIVE_INFINITY, until: replacedFrom };
    if (provision.instrument === DIRECTIVE_2024 && amended.some((row) => matchesAmended(provision, row)))
      return { from: replacedFrom, until: Number.POSITIVE_INFINITY };
    return ALWAYS;
  });
}

/**
 * Whether a row of Directive 2024/1712 matches a row of 2011/36 (R15): same theme, and the article it amends is that
 * article or contains it: `art. 18` contains `art. 18(1)`, not `art. 18a`.
 */
export function matchesAmended(amending: Provision, amended: Provision): boolean {
  if (amending.theme !== amended.theme) return false;
  const named = /\(Dir\. 2011\/36 (art\. .+)\)$/.exec(amending.provision)?.[1];
  if (named === undefined) return false;
  return amended.provision === named || amended.provision.startsWith(`${named}(`);
}
