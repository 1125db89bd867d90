import type { DayNumber, Strength } from "../vocabulary/index.ts";
import { STRENGTHS } from "../vocabulary/index.ts";
import type { ProvisionKey, ThemeDuty } from "./answer.ts";
import type { IndexedInstrument, Law } from "./law.ts";
import { isInForceItself, ranksOn, standingOf } from "./standing.ts";

/** The instruments that give a state strength on a day: in force or recommended (R13), sorted by id. */
export function standingInstruments(law: Law, state: number, day: DayNumber): IndexedInstrument[] {
  return law.instrumentOrder
    .map((index) => law.instruments[index]!)
    .filter(({ index }) => {
      const { kind } = standingOf(law, index, state, day);
      return kind === "in-force" || kind === "recommended";
    });
}

/** The strongest rank on each theme that these instruments give together (R16). */
export function jointRanks(law: Law, instruments: readonly IndexedInstrument[], day: DayNumber): Uint8Array {
  const joint = new Uint8Array(law.themes.length);
  for (const instrument of instruments) {
    const { themes, ranks } = ranksOn(instrument, day);
    for (let at = 0; at < themes.length; at += 1)
      if (ranks[at]! > joint[themes[at]!]!) joint[themes[at]!] = ranks[at]!;
  }
  return joint;
}

/**
 * The strength of every theme with all provisions that reach it (R16).
 * @param instruments in the order in which provisions are to be named
 * @returns duties in the order of `themes.csv`
 */
export function themeDuties(
  law: Law,
  instruments: readonly IndexedInstrument[],
  day: DayNumber,
): ThemeDuty[] {
  const joint = jointRanks(law, instruments, day);
  const by: ProvisionKey[][] = law.themes.map(() => []);
  for (const { id, provisions } of instruments)
    for (const { counts, validity, theme, rank, provision } of provisions)
      if (counts && rank === joint[theme] && validity.from <= day && day < validity.until)
        by[theme]!.push([id, provision.provision]);
  return law.themes.map((_, theme) => ({ strength: STRENGTHS[joint[theme]!]!, by: by[theme]! }));
}

/** How many themes have each strength. */
export function countStrengths(ranks: Iterable<number>): Record<Strength, number> {
  const counts = { binding: 0, qualified: 0, permissive: 0, declaratory: 0, recommended: 0, none: 0 };
  for (const rank of ranks) counts[STRENGTHS[rank]!] += 1;
  return counts;
}

/**
 * Instruments that may bind a state though nobody can tell (R17): unknown for it, open to it, themselves in force.
 * What they would give is possible, never counted as given.
 */
export function possibleInstruments(law: Law, state: number, day: DayNumber): IndexedInstrument[] {
  return law.instrumentOrder
    .map((index) => law.instruments[index]!)
    .filter(
      (indexed) =>
        isInForceItself(indexed, day) &&
        law.openness[indexed.index * law.states.length + state] !== "closed" &&
        standingOf(law, indexed.index, state, day).kind === "unknown",
    );
}
