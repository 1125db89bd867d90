/** What the map of the overview shows: standing towards an instrument, strength of a theme, or the number of gaps. */
import { type Law, type Matrix, statusOf } from "@concord/core/instruments";
import { type IsoDay, STRENGTHS } from "@concord/core/vocabulary";
import { countGaps } from "./theme-count.ts";

export type MapSubject =
  | { kind: "instrument"; instrument: string }
  | { kind: "theme"; theme: string }
  | { kind: "gaps" };

/** Classes of the number of gaps: five steps over 59 themes, fewest first. */
export const GAP_STEPS = [12, 24, 36, 48, 59] as const;
export const GAP_PAINTS = [
  "strength-binding",
  "strength-qualified",
  "strength-permissive",
  "strength-declaratory",
  "strength-recommended",
] as const;

/** The class that paints each state, and for gaps how many it has. */
export interface Painted {
  paint: ReadonlyMap<string, string>;
  gaps: ReadonlyMap<string, number>;
}

/** Paints all states on a day. */
export function paintStates(law: Law, subject: MapSubject, matrix: Matrix, day: IsoDay): Painted {
  if (subject.kind === "instrument")
    return {
      paint: new Map(
        matrix.states.map((iso3) => [iso3, `standing-${statusOf(law, subject.instrument, iso3, day).kind}`]),
      ),
      gaps: new Map(),
    };
  if (subject.kind === "theme") {
    const column = matrix.themes.indexOf(subject.theme);
    const width = matrix.themes.length;
    return {
      paint: new Map(
        matrix.states.map((iso3, row) => [
          iso3,
          `strength-${STRENGTHS[matrix.rank[row * width + column] ?? 0]}`,
        ]),
      ),
      gaps: new Map(),
    };
  }
  const gaps = countGaps(matrix);
  return {
    gaps,
    paint: new Map(
      [...gaps].map(([iso3, n]) => [
        iso3,
        GAP_PAINTS[GAP_STEPS.findIndex((step) => n <= step)] ?? GAP_PAINTS[4],
      ]),
    ),
  };
}
