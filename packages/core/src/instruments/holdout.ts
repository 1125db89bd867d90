import type { IsoDay } from "../vocabulary/index.ts";
import type { Holdouts } from "./answer.ts";
import { unionMembership } from "./directive.ts";
import type { IndexedInstrument, Law } from "./law.ts";
import { dayNumberOf, instrumentOf, standingOf } from "./standing.ts";

/**
 * Members of the base that have not joined by a day, by deposit (R19). The base is the UN members to whom the
 * instrument is open without invitation; for a directive the members of the Union on that day; for soft law nobody.
 * Those of whom nothing is known stand apart and are never called "not a party"; before adoption nobody can have joined,
 * so all of the base stands in `holdouts` and in no part of the split.
 */
export function holdouts(law: Law, instrument: string, day: IsoDay): Holdouts {
  const at = dayNumberOf(day);
  const indexed = instrumentOf(law, instrument);
  const base = holdoutBase(law, indexed, at);
  const unknown_for_all = indexed.instrument.kind !== "eu-directive" && !indexed.listHeld && base.length > 0;
  const answer: Holdouts = {
    instrument,
    date: day,
    base: base.length,
    joined: 0,
    in_force: 0,
    holdouts: [],
    signed: [],
    left: [],
    not_party: [],
    unknown: [],
    unknown_for_all,
  };
  for (const state of base) {
    const { iso3 } = law.states[state]!;
    const { kind } = standingOf(law, indexed.index, state, at);
    if (kind === "in-force" || kind === "pending") answer.joined += 1;
    if (kind === "in-force") answer.in_force += 1;
    if (unknown_for_all) continue;
    if (kind === "signed") answer.signed.push(iso3);
    else if (kind === "left") answer.left.push(iso3);
    else if (kind === "not-party") answer.not_party.push(iso3);
    else if (kind === "unknown") answer.unknown.push(iso3);
    if (kind !== "in-force" && kind !== "pending") answer.holdouts.push(iso3);
  }
  for (const list of [answer.holdouts, answer.signed, answer.left, answer.not_party, answer.unknown])
    list.sort();
  return answer;
}

function holdoutBase(law: Law, indexed: IndexedInstrument, day: number): number[] {
  return [...law.states.keys()].filter((state) => {
    const { iso3, status } = law.states[state]!;
    if (indexed.instrument.kind === "eu-directive")
      return unionMembership(law.knowledge.memberships, iso3).some(
        ({ from, to }) => from <= day && day <= to,
      );
    return status === "un-member" && law.openness[indexed.index * law.states.length + state] === "open";
  });
}
