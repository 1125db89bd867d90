/** How strongly the members of a group are bound, theme by theme: the counts behind bars and gaps. */
import type { Law, Matrix, Profile } from "@concord/core/instruments";
import { PILLARS, type Pillar, STRENGTH_RANK, STRENGTHS, type Strength } from "@concord/core/vocabulary";

export interface ThemeCount {
  theme: string;
  pillar: Pillar;
  /** Members by the strength of the theme for them. */
  counts: Readonly<Record<Strength, number>>;
  /** Members below binding. */
  gap: number;
}

/**
 * Counts the members of a group by strength on every theme.
 * @param matrix all states on the day asked about
 * @returns themes in the order of `themes.csv`
 */
export function countThemes(law: Law, matrix: Matrix, members: readonly string[]): ThemeCount[] {
  const rowOf = new Map(matrix.states.map((iso3, row) => [iso3, row]));
  const rows = members.flatMap((iso3) => rowOf.get(iso3) ?? []);
  return law.themes.map(({ id, pillar }, theme) => {
    const counts: Record<Strength, number> = {
      binding: 0,
      qualified: 0,
      permissive: 0,
      declaratory: 0,
      recommended: 0,
      none: 0,
    };
    for (const row of rows) {
      const strength = STRENGTHS[matrix.rank[row * matrix.themes.length + theme] ?? 0];
      if (strength) counts[strength] += 1;
    }
    return { theme: id, pillar, counts, gap: rows.length - counts.binding };
  });
}

/** Ids of the themes of each pillar, longest gap first; equal ones in the order of `themes.csv`. */
export function sortPillars(themes: readonly ThemeCount[]): Record<Pillar, string[]> {
  const of = (pillar: Pillar) =>
    themes
      .filter((each) => each.pillar === pillar)
      .sort((a, b) => b.gap - a.gap)
      .map(({ theme }) => theme);
  return Object.fromEntries(PILLARS.map((pillar) => [pillar, of(pillar)])) as Record<Pillar, string[]>;
}

/** For each state of the matrix, the number of themes without a binding duty. */
export function countGaps(matrix: Matrix): Map<string, number> {
  const width = matrix.themes.length;
  return new Map(
    matrix.states.map((iso3, row) => {
      let gaps = 0;
      for (let theme = 0; theme < width; theme += 1)
        if (matrix.rank[row * width + theme] !== STRENGTH_RANK.binding) gaps += 1;
      return [iso3, gaps];
    }),
  );
}

/** The same for one state: each theme has its strength once. Serves the European Union too, which no matrix holds. */
export function themeCountsOfState(law: Law, { themes }: Profile): ThemeCount[] {
  return law.themes.map(({ id, pillar }) => {
    const strength = themes[id]?.strength ?? "none";
    const counts = Object.fromEntries(STRENGTHS.map((each) => [each, each === strength ? 1 : 0]));
    return {
      theme: id,
      pillar,
      counts: counts as Record<Strength, number>,
      gap: strength === "binding" ? 0 : 1,
    };
  });
}
