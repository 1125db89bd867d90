/** What would raise the strength of a theme for a state: instruments it could join, and those it may be bound by unseen. */
import { type Law, opennessFor, type Status, statusOf } from "@concord/core/instruments";
import { type IsoDay, parseDay, STRENGTHS, type Strength } from "@concord/core/vocabulary";

export interface Raiser {
  instrument: string;
  strength: Strength;
  status: Status;
  byInvitation: boolean;
}

/**
 * Instruments not in force for the state, open to it and themselves in force, whose strongest counting provision on the theme
 * lies above what the state has. Strongest first, then by id. Whether it should join is not for this to say.
 * @param strength the state's strength on the theme on that day
 */
export function raisers(law: Law, iso3: string, theme: string, strength: Strength, day: IsoDay): Raiser[] {
  const at = parseDay(day) ?? 0;
  const column = law.themeIndex.get(theme) ?? -1;
  const now = STRENGTHS.indexOf(strength);
  return law.instrumentOrder
    .flatMap((index) => {
      const indexed = law.instruments[index];
      if (!indexed || indexed.inForce === undefined || indexed.inForce > at) return [];
      const rank = indexed.ranks.find(({ from }) => from <= at)?.dense[column] ?? 0;
      const openness = opennessFor(law, indexed.id, iso3);
      const status = statusOf(law, indexed.id, iso3, day);
      if (rank <= now || openness === "closed" || status.kind === "in-force") return [];
      const reached = STRENGTHS[rank];
      return reached
        ? [
            {
              instrument: indexed.id,
              strength: reached,
              status,
              byInvitation: openness === "by-invitation",
              rank,
            },
          ]
        : [];
    })
    .sort((a, b) => b.rank - a.rank)
    .map(({ rank: _, ...raiser }) => raiser);
}
