import type { DayNumber, IsoDay } from "../vocabulary/index.ts";
import { EUROPEAN_UNION, parseDay } from "../vocabulary/index.ts";
import type { Status } from "./answer.ts";
import type { IndexedInstrument, Law, ThemeRanks } from "./law.ts";
import type { Openness } from "./openness.ts";

/**
 * What an instrument is to a state on a day (R9).
 * @param instrument id of `instruments.csv`
 * @param iso3 code of `states.csv`
 * @param day `YYYY-MM-DD`
 * @throws RangeError for an id, code or day that isn't one: ask with `askInstrument`, `askState`, `askDay` first
 */
export function statusOf(law: Law, instrument: string, iso3: string, day: IsoDay): Status {
  return standingOf(law, instrumentOf(law, instrument).index, stateAt(law, iso3), dayNumberOf(day));
}

/** `statusOf` by index and day number. */
export function standingOf(law: Law, instrument: number, state: number, day: DayNumber): Status {
  const segments = law.segments[instrument * law.states.length + state]!;
  let at = segments.length - 1;
  while (at > 0 && segments[at]!.from > day) at -= 1;
  return segments[at]!.status;
}

/** Whether a state may join an instrument (R12). */
export function opennessFor(law: Law, instrument: string, iso3: string): Openness {
  return law.openness[instrumentOf(law, instrument).index * law.states.length + stateAt(law, iso3)]!;
}

/** Whether the instrument itself is in force on a day: from adoption where its own entry is not held (R6). */
export function isInForceItself(indexed: IndexedInstrument, day: DayNumber): boolean {
  return indexed.adopted <= day && (indexed.inForce === undefined || indexed.inForce <= day);
}

/** The strongest counting provision of an instrument on each theme on a day (R13–R16). */
export function ranksOn(indexed: IndexedInstrument, day: DayNumber): ThemeRanks {
  return indexed.ranks.find((ranks) => ranks.from <= day)!;
}

/** Index of a state; refuses what `askState` would not have let through. */
export function stateAt(law: Law, iso3: string): number {
  const index = law.stateIndex.get(iso3);
  if (index === undefined) throw new RangeError(`"${iso3}" is no state of the knowledge base`);
  return index;
}

/** An instrument by id; refuses what `askInstrument` would not have let through. */
export function instrumentOf(law: Law, id: string): IndexedInstrument {
  const index = law.instrumentIndex.get(id);
  if (index === undefined) throw new RangeError(`"${id}" is no instrument of the knowledge base`);
  return law.instruments[index]!;
}

/** Day number of a full date; refuses what `askDay` would not have let through. */
export function dayNumberOf(day: IsoDay): DayNumber {
  const number = parseDay(day);
  if (number === undefined) throw new RangeError(`"${day}" is no day of the calendar`);
  return number;
}

/** Indices of the 197 states, the European Union left out (R1). */
export function worldStates(law: Law): number[] {
  return [...law.states.keys()].filter((index) => law.states[index]!.iso3 !== EUROPEAN_UNION);
}
