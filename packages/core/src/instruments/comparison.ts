import type { IsoDay, Result, Strength } from "../vocabulary/index.ts";
import { ok, refuse, STRENGTHS } from "../vocabulary/index.ts";
import type { Status } from "./answer.ts";
import type { Law } from "./law.ts";
import { dayNumberOf, standingOf, stateAt } from "./standing.ts";
import { jointRanks, standingInstruments } from "./strength.ts";

/** Two to four columns, each a state on a day, side by side; what differs comes first. */
export interface Comparison {
  columns: { state: string; date: string }[];
  /** Themes whose strength differs, the widest difference first; then the equal ones in the order of themes.csv. */
  themes: { theme: string; strengths: Strength[]; differs: boolean }[];
  /** Instruments whose status differs in kind, sorted by id; then those of one kind everywhere. */
  instruments: { instrument: string; statuses: Status[]; differs: boolean }[];
}

/**
 * Compares two to four states, or one state on several days.
 * Refuses fewer than two or more than four columns, and the same column twice.
 */
export function compareStates(
  law: Law,
  columns: readonly { iso3: string; date: IsoDay }[],
): Result<Comparison> {
  if (columns.length < 2 || columns.length > 4)
    return refuse(
      "out-of-range",
      "columns",
      `${columns.length} columns can't be compared.`,
      "Give two to four states, or one state on two to four dates.",
    );
  if (new Set(columns.map(({ iso3, date }) => `${iso3} ${date}`)).size < columns.length)
    return refuse(
      "same-state-twice",
      "columns",
      "One state stands twice on the same date.",
      "Change the state or the date of one column.",
    );
  const at = columns.map(({ iso3, date }) => ({ state: stateAt(law, iso3), day: dayNumberOf(date) }));
  const ranks = at.map(({ state, day }) => jointRanks(law, standingInstruments(law, state, day), day));
  const themes = law.themes.map(({ id }, theme) => {
    const column = ranks.map((row) => row[theme]!);
    return { theme: id, spread: Math.max(...column) - Math.min(...column), column };
  });
  themes.sort((a, b) => b.spread - a.spread);
  const instruments = law.instrumentOrder.map((index) => {
    const statuses = at.map(({ state, day }) => standingOf(law, index, state, day));
    const differs = statuses.some(({ kind }) => kind !== statuses[0]!.kind);
    return { instrument: law.instruments[index]!.id, statuses, differs };
  });
  instruments.sort((a, b) => Number(b.differs) - Number(a.differs));
  return ok({
    columns: columns.map(({ iso3, date }) => ({ state: iso3, date })),
    themes: themes.map(({ theme, spread, column }) => ({
      theme,
      strengths: column.map((rank) => STRENGTHS[rank]!),
      differs: spread > 0,
    })),
    instruments,
  });
}
