/** The facts of the first sentence: how many are bound by an instrument, and a region in which nobody is bound on a theme. */
import { type IsoDay, STRENGTH_RANK } from "../vocabulary/index.ts";
import { listGroups } from "./group.ts";
import type { Law } from "./law.ts";
import type { Matrix } from "./matrix.ts";
import { statusOf } from "./standing.ts";

export interface Headline {
  bound: number;
  members: number;
  /** The region without a single binding duty on a theme that most of the world is bound on. */
  blank: { region: string; theme: string; boundElsewhere: number } | undefined;
}

/**
 * @param members codes of the states asked about
 * @param matrix all states on the day asked about
 */
export function headline(
  law: Law,
  members: readonly string[],
  instrument: string,
  matrix: Matrix,
  day: IsoDay,
): Headline {
  const bound = members.filter((iso3) => statusOf(law, instrument, iso3, day).kind === "in-force").length;
  return { bound, members: members.length, blank: widestBlank(law, matrix, members) };
}

/** Among subregions wholly inside the group: no member bound on the theme, most others bound on it, most members. */
function widestBlank(law: Law, matrix: Matrix, members: readonly string[]): Headline["blank"] {
  const inside = new Set(members);
  const regions = listGroups(law).filter(
    ({ kind, members: own }) =>
      kind === "m49-subregion" && own.length > 1 && own.every((iso3) => inside.has(iso3)),
  );
  const rowOf = new Map(matrix.states.map((iso3, row) => [iso3, row]));
  const width = matrix.themes.length;
  const isBound = (iso3: string, theme: number) =>
    matrix.rank[(rowOf.get(iso3) ?? 0) * width + theme] === STRENGTH_RANK.binding;
  let best: Headline["blank"];
  let bestSize = 0;
  matrix.themes.forEach((theme, index) => {
    const boundElsewhere = members.filter((iso3) => isBound(iso3, index)).length;
    if (boundElsewhere === 0) return;
    for (const { id, members: own } of regions) {
      if (own.some((iso3) => isBound(iso3, index))) continue;
      const more = boundElsewhere - (best?.boundElsewhere ?? 0);
      if (more > 0 || (more === 0 && own.length > bestSize)) {
        best = { region: id, theme, boundElsewhere };
        bestSize = own.length;
      }
    }
  });
  return best;
}
