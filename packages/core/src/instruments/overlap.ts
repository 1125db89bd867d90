import type { IsoDay, Strength } from "../vocabulary/index.ts";
import type { Overlaps } from "./answer.ts";
import type { Law } from "./law.ts";
import { dayNumberOf, stateAt } from "./standing.ts";
import { standingInstruments } from "./strength.ts";

/**
 * The same theme asked of the same addressee by two or more instruments in force (R18), one overlap per theme and
 * addressee; soft law and context instruments are left out, any strength counts, tasks of organizations too.
 */
export function overlaps(law: Law, iso3: string, day: IsoDay): Overlaps {
  const at = dayNumberOf(day);
  const found = new Map<string, Overlaps["overlaps"][number]>();
  for (const { id, instrument, provisions } of standingInstruments(law, stateAt(law, iso3), at)) {
    if (
      instrument.kind === "soft-law" ||
      (instrument.relevance !== "core" && instrument.relevance !== "related")
    )
      continue;
    for (const { provision, validity } of provisions) {
      if (at < validity.from || validity.until <= at) continue;
      const { theme, addressee, strength } = provision;
      const key = `${theme} ${addressee}`;
      const overlap = found.get(key) ?? { theme, addressee, instruments: {} };
      found.set(key, overlap);
      const rows: [provision: string, strength: Strength][] = overlap.instruments[id] ?? [];
      overlap.instruments[id] = rows;
      rows.push([provision.provision, strength]);
    }
  }
  const doubled = [...found.entries()]
    .filter(([, overlap]) => Object.keys(overlap.instruments).length > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, overlap]) => overlap);
  return { state: iso3, date: day, count: doubled.length, overlaps: doubled };
}
