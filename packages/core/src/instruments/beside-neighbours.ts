import type { IsoDay } from "../vocabulary/index.ts";
import type { Law } from "./law.ts";
import { profile } from "./profile.ts";

/** A state beside those it borders: how many instruments have each standing, and on how many themes it is bound. */
export interface BesideNeighbours {
  state: string;
  date: string;
  neighbours: string[];
  /** The state first, then its neighbours. Unknown participation is counted apart, never as absent (R9). */
  rows: {
    state: string;
    in_force: number;
    signed_only: number;
    unknown: number;
    binding_themes: number;
  }[];
}

/**
 * The ready answer "this state against its neighbours".
 * @param neighbours codes of the states that share a land border with it; implies no opinion on any boundary
 */
export function besideNeighbours(
  law: Law,
  iso3: string,
  neighbours: readonly string[],
  day: IsoDay,
): BesideNeighbours {
  const count = (days: object): number => Object.keys(days).length;
  const rows = [iso3, ...neighbours].map((state) => {
    const { in_force, signed_only, unknown, counts } = profile(law, state, day);
    return {
      state,
      in_force: count(in_force),
      signed_only: count(signed_only),
      unknown: count(unknown),
      binding_themes: counts.binding,
    };
  });
  return { state: iso3, date: day, neighbours: [...neighbours], rows };
}
