import type { DayNumber, IsoDay, Strength } from "../vocabulary/index.ts";
import { EUROPEAN_UNION } from "../vocabulary/index.ts";
import type { MatrixCounts } from "./answer.ts";
import type { Law } from "./law.ts";
import { dayNumberOf, ranksOn, stateAt, worldStates } from "./standing.ts";
import { countStrengths, jointRanks } from "./strength.ts";

/** Strength of every theme for every state on one day (R23). */
export interface Matrix {
  /** Codes of the 197 states in the order of `states.csv`. */
  states: string[];
  /** Theme ids in the order of `themes.csv`. */
  themes: string[];
  /** Index into STRENGTHS, row by row: rank[state × themes + theme]. */
  rank: Uint8Array;
}

/** The same matrix on several days. */
export interface Film {
  states: string[];
  themes: string[];
  days: IsoDay[];
  /** One `rank` per day, as in `Matrix`. */
  frames: Uint8Array[];
}

/**
 * Ranks of all actors, the European Union among them, row by row in the order of `states.csv`.
 * Cost: one pass over some 7,000 spans of force, well under a millisecond each thousand.
 */
export function matrixRanks(law: Law, day: DayNumber): Uint8Array {
  const width = law.themes.length;
  const current = law.instruments.map((indexed) => ranksOn(indexed, day));
  const recommended = jointRanks(
    law,
    law.instruments.filter(({ instrument, adopted }) => instrument.kind === "soft-law" && adopted <= day),
    day,
  );
  const all = new Uint8Array(law.states.length * width);
  for (let state = 0; state < law.states.length; state += 1) all.set(recommended, state * width);
  const { instrument, state, from, until } = law.bound;
  for (let span = 0; span < from.length; span += 1) {
    if (from[span]! > day || until[span]! <= day) continue;
    const { themes, ranks } = current[instrument[span]!]!;
    const row = state[span]! * width;
    for (let at = 0; at < themes.length; at += 1) {
      const cell = row + themes[at]!;
      if (ranks[at]! > all[cell]!) all[cell] = ranks[at]!;
    }
  }
  return all;
}

/** The matrix of 197 states × 59 themes on one day (R23). */
export function matrix(law: Law, day: IsoDay): Matrix {
  const { states, themes, frames } = film(law, [day]);
  return { states, themes, rank: frames[0]! };
}

/** The matrix on each of several days, for the slider and its film. */
export function film(law: Law, days: readonly IsoDay[]): Film {
  const world = worldStates(law);
  const width = law.themes.length;
  return {
    states: world.map((state) => law.states[state]!.iso3),
    themes: law.themes.map(({ id }) => id),
    days: [...days],
    frames: days.map((day) => {
      const all = matrixRanks(law, dayNumberOf(day));
      const rank = new Uint8Array(world.length * width);
      world.forEach((state, row) => {
        rank.set(all.subarray(state * width, (state + 1) * width), row * width);
      });
      return rank;
    }),
  };
}

/** How many cells have each strength: all states, UN members alone, and the European Union apart (R1, R23). */
export function matrixCounts(law: Law, day: IsoDay): MatrixCounts {
  const width = law.themes.length;
  const all = matrixRanks(law, dayNumberOf(day));
  const countRows = (states: readonly number[]): Record<Strength, number> =>
    countStrengths(states.flatMap((state) => [...all.subarray(state * width, (state + 1) * width)]));
  const world = worldStates(law);
  return {
    date: day,
    states: { counts: countRows(world) },
    "un-members": { counts: countRows(world.filter((state) => law.states[state]!.status === "un-member")) },
    EUE: { counts: countRows([stateAt(law, EUROPEAN_UNION)]) },
  };
}
