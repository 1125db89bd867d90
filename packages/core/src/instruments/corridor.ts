import type { IsoDay, Result } from "../vocabulary/index.ts";
import { ok, refuse, STRENGTH_RANK } from "../vocabulary/index.ts";
import type { CorridorBasis } from "./answer.ts";
import type { Law } from "./law.ts";
import { dayNumberOf, stateAt } from "./standing.ts";
import { countStrengths, standingInstruments, themeDuties } from "./strength.ts";

/**
 * The legal basis two states share (R21): instruments in force for both and soft law recommended to both, theme by
 * theme the strongest provision among these alone. Direction and addressee don't matter. One end may be `EUE`.
 * Refuses the same state at both ends.
 */
export function corridorBasis(law: Law, a: string, b: string, day: IsoDay): Result<CorridorBasis> {
  if (a === b)
    return refuse(
      "same-state-twice",
      "destination",
      `A corridor joins two states; both ends are ${a}.`,
      "Choose another state for one end.",
    );
  const at = dayNumberOf(day);
  const forB = new Set(standingInstruments(law, stateAt(law, b), at));
  const common = standingInstruments(law, stateAt(law, a), at).filter((instrument) => forB.has(instrument));
  const duties = themeDuties(law, common, at);
  return ok({
    origin: a,
    destination: b,
    date: day,
    common: common.filter(({ instrument }) => instrument.kind !== "soft-law").map(({ id }) => id),
    recommended: common.filter(({ instrument }) => instrument.kind === "soft-law").map(({ id }) => id),
    counts: countStrengths(duties.map(({ strength }) => STRENGTH_RANK[strength])),
    themes: Object.fromEntries(duties.map((duty, theme) => [law.themes[theme]!.id, duty])),
  });
}
