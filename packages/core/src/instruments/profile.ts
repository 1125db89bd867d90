import type { IsoDay } from "../vocabulary/index.ts";
import { STRENGTH_RANK } from "../vocabulary/index.ts";
import type { Profile, ProvisionKey } from "./answer.ts";
import type { IndexedInstrument, Law } from "./law.ts";
import { dayNumberOf, ranksOn, standingOf, stateAt } from "./standing.ts";
import { countStrengths, possibleInstruments, standingInstruments, themeDuties } from "./strength.ts";

/**
 * What the law is for one state on one day: every instrument by status (R9), every theme by strength (R16), with the
 * provisions that give it and what might raise it unseen (R17, `could_be`).
 * @param iso3 a state or `EUE`
 * @param day `YYYY-MM-DD`
 */
export function profile(law: Law, iso3: string, day: IsoDay): Profile {
  const at = dayNumberOf(day);
  const state = stateAt(law, iso3);
  const standing = standingInstruments(law, state, at);
  const possible = possibleInstruments(law, state, at);
  const context = contextByTheme(law, standing);
  const duties = themeDuties(law, standing, at);
  const themes = Object.fromEntries(
    duties.map((duty, theme) => [
      law.themes[theme]!.id,
      {
        ...duty,
        could_be: possible
          .filter((indexed) => ranksOn(indexed, at).dense[theme]! > STRENGTH_RANK[duty.strength])
          .map(({ id }) => id),
        context: context[theme]!,
      },
    ]),
  );
  return {
    state: iso3,
    date: day,
    ...statusLists(law, state, at),
    counts: countStrengths(duties.map((duty) => STRENGTH_RANK[duty.strength])),
    themes,
  };
}

function statusLists(law: Law, state: number, day: number) {
  const lists: Pick<
    Profile,
    "in_force" | "pending" | "left" | "signed_only" | "unknown" | "not_party" | "recommended" | "open_to"
  > = {
    in_force: {},
    pending: {},
    left: {},
    signed_only: {},
    unknown: {},
    not_party: [],
    recommended: [],
    open_to: {},
  };
  for (const index of law.instrumentOrder) {
    const { id } = law.instruments[index]!;
    const status = standingOf(law, index, state, day);
    if (status.kind === "in-force") lists.in_force[id] = status.since;
    else if (status.kind === "recommended") lists.recommended.push(id);
    else if (status.kind === "pending") lists.pending[id] = status.since;
    else if (status.kind !== "not-adopted") {
      if (status.kind === "left") lists.left[id] = status.since;
      else if (status.kind === "signed") lists.signed_only[id] = status.date;
      else if (status.kind === "unknown") lists.unknown[id] = status.reason;
      else lists.not_party.push(id);
      lists.open_to[id] = law.openness[index * law.states.length + state]!;
    }
  }
  return lists;
}

/** Provisions of context instruments in force, by theme: shown apart, in no strength (R13). */
function contextByTheme(law: Law, standing: readonly IndexedInstrument[]): ProvisionKey[][] {
  const byTheme: ProvisionKey[][] = law.themes.map(() => []);
  for (const { id, instrument, provisions } of standing)
    if (instrument.relevance === "context")
      for (const { theme, provision } of provisions) byTheme[theme]!.push([id, provision.provision]);
  return byTheme;
}
