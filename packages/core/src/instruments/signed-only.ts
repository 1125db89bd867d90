import type { IsoDay } from "../vocabulary/index.ts";
import type { SignedOnly } from "./answer.ts";
import type { Law } from "./law.ts";
import { dayNumberOf, standingOf, stateAt } from "./standing.ts";

/** What a state had signed without joining as of a day; a later ratification doesn't matter (R10). */
export function signedOnly(law: Law, iso3: string, day: IsoDay): SignedOnly {
  const at = dayNumberOf(day);
  const state = stateAt(law, iso3);
  const signed_only = law.instrumentOrder.flatMap((index) => {
    const status = standingOf(law, index, state, at);
    if (status.kind !== "signed") return [];
    const { date: signed, known_until, stale } = status;
    return [{ instrument: law.instruments[index]!.id, signed, known_until, stale }];
  });
  return { state: iso3, date: day, signed_only };
}
