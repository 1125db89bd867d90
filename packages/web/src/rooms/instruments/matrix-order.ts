/** In which order the matrix shows states and themes, and where its groups begin. Pure. */
import type { Matrix } from "@concord/core/instruments";
import { PILLARS, STRENGTH_RANK, type State, type Theme } from "@concord/core/vocabulary";

export type RowOrder = "region" | "name" | "duties";
export type ColumnOrder = "listed" | "gap";

/** A run of rows or columns that belong together. `name` is what groups them: a region, a pillar; empty for none. */
export interface Run {
  name: string;
  from: number;
  length: number;
}

export interface Axis {
  /** Rows or columns of the matrix, in the order to draw. */
  order: number[];
  runs: Run[];
}

/**
 * Orders the states.
 * @param states of the knowledge base
 * @param members who is to be shown
 * @param nameOf in the reader's language, by which equals are sorted
 */
export function orderRows(
  matrix: Matrix,
  states: readonly State[],
  members: ReadonlySet<string>,
  by: RowOrder,
  nameOf: (iso3: string) => string,
  compare: (a: string, b: string) => number,
): Axis {
  const byCode = new Map(states.map((state) => [state.iso3, state]));
  const width = matrix.themes.length;
  const rows = matrix.states
    .map((iso3, row) => ({
      row,
      iso3,
      region: byCode.get(iso3)?.m49Region ?? "",
      sub: byCode.get(iso3)?.m49Subregion ?? "",
    }))
    .filter(({ iso3 }) => members.has(iso3))
    .map((each) => ({ ...each, name: nameOf(each.iso3), duties: countBinding(matrix, each.row, width) }));
  rows.sort((a, b) => {
    if (by === "duties" && a.duties !== b.duties) return b.duties - a.duties;
    if (by === "region" && a.region !== b.region) return a.region < b.region ? -1 : 1;
    if (by === "region" && a.sub !== b.sub) return a.sub < b.sub ? -1 : 1;
    return compare(a.name, b.name);
  });
  return {
    order: rows.map(({ row }) => row),
    runs: by === "region" ? runsOf(rows.map(({ region }) => region)) : runsOf(rows.map(() => "")),
  };
}

/** Orders the themes inside their pillars: as listed, or longest gap first among the rows shown. */
export function orderColumns(
  matrix: Matrix,
  themes: readonly Theme[],
  rows: readonly number[],
  by: ColumnOrder,
): Axis {
  const width = matrix.themes.length;
  const bound = themes.map(
    (_, theme) => rows.filter((row) => matrix.rank[row * width + theme] === STRENGTH_RANK.binding).length,
  );
  const columns = themes.map(({ pillar }, column) => ({ column, pillar, bound: bound[column] ?? 0 }));
  columns.sort(
    (a, b) =>
      PILLARS.indexOf(a.pillar) - PILLARS.indexOf(b.pillar) ||
      (by === "gap" ? a.bound - b.bound : 0) ||
      a.column - b.column,
  );
  return { order: columns.map(({ column }) => column), runs: runsOf(columns.map(({ pillar }) => pillar)) };
}

function countBinding(matrix: Matrix, row: number, width: number): number {
  let binding = 0;
  for (let column = 0; column < width; column += 1)
    if (matrix.rank[row * width + column] === STRENGTH_RANK.binding) binding += 1;
  return binding;
}

function runsOf(names: readonly string[]): Run[] {
  const runs: Run[] = [];
  names.forEach((name, from) => {
    const last = runs.at(-1);
    if (last?.name === name) last.length += 1;
    else runs.push({ name, from, length: 1 });
  });
  return runs;
}
