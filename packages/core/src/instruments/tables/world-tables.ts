/** Answers about all states, several, or spans of time, as tables. */
import { STRENGTHS } from "../../vocabulary/index.ts";
import type { Changes } from "../answer.ts";
import type { Comparison } from "../comparison.ts";
import type { Matrix } from "../matrix.ts";
import type { AnswerTable } from "./table.ts";

/** A row for each change, of five kinds. */
export function changeTable(body: Changes): AnswerTable {
  return {
    columns: ["change", "date", "instrument", "state", "action"],
    rows: [
      ...body.actions.map((row) => ["action", row.date, row.instrument, row.state, row.action]),
      ...body.became_bound.map(([since, instrument, state]) => [
        "became-bound",
        since,
        instrument,
        state,
        "",
      ]),
      ...body.ceased.map(([instrument, state]) => ["ceased", "", instrument, state, ""]),
      ...body.adopted.map((instrument) => ["adopted", "", instrument, "", ""]),
      ...body.entered_into_force.map((instrument) => ["entered-into-force", "", instrument, "", ""]),
    ],
  };
}

/** A row for each theme and each instrument, a column for each state and day. */
export function comparisonTable({ columns, themes, instruments }: Comparison): AnswerTable {
  return {
    columns: ["row", "kind", ...columns.map(({ state, date }) => `${state} ${date}`), "differs"],
    rows: [
      ...themes.map((row) => [row.theme, "theme", ...row.strengths, row.differs]),
      ...instruments.map((row) => [
        row.instrument,
        "instrument",
        ...row.statuses.map(({ kind }) => kind),
        row.differs,
      ]),
    ],
  };
}

/** A row for each cell. */
export function matrixTable({ states, themes, rank }: Matrix): AnswerTable {
  return {
    columns: ["state", "theme", "strength"],
    rows: states.flatMap((state, row) =>
      themes.map((theme, at) => [state, theme, STRENGTHS[rank[row * themes.length + at] ?? 0]]),
    ),
  };
}
