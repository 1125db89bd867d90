/** Questions about all states at once, through time, and side by side. */
import { askState, changes, compareStates, type Law, matrix, matrixCounts } from "@concord/core/instruments";
import { changeTable, comparisonTable } from "@concord/core/instruments/tables";
import { type IsoDay, ok, type Result, STRENGTHS } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import type { Holdings } from "../../holdings.ts";
import { readDay } from "../asked.ts";
import { provenanceOf, wholeProvenance } from "../provenance.ts";
import { type Question, question } from "../question.ts";
import { dateQuery } from "../schema/parts.ts";
import * as shape from "../schema/world.ts";

const FIRST_YEAR = 1904;

/** For each state a digit a theme: the place of its strength in `scale`. */
function matrixCells(law: Law, day: IsoDay): Record<string, string> {
  const { states, themes, rank } = matrix(law, day);
  const width = themes.length;
  return Object.fromEntries(
    states.map((iso3, row) => [iso3, rank.subarray(row * width, (row + 1) * width).join("")]),
  );
}

/** A column of a comparison: `BGD`, or `BGD@2010-02-24`. */
function readColumn(holdings: Holdings, text: string): Result<{ iso3: string; date: IsoDay }> {
  const [code = "", date] = text.split("@");
  const state = askState(holdings.law, code);
  if (!state.ok) return state;
  const day = readDay(holdings, date, "state");
  return day.ok ? ok({ iso3: state.value.iso3, date: day.value }) : day;
}

const year = z.coerce.number().int().min(FIRST_YEAR);

export const WORLD_QUESTIONS: readonly Question[] = [
  question({
    id: "matrix",
    section: "world",
    path: "/matrix",
    summary: "All states × all themes on a day",
    description:
      "How many cells have each strength, and every cell. The European Union is counted apart. As CSV: one cell a row.",
    params: z.object({}),
    query: dateQuery,
    body: shape.matrix,
    example: "/matrix?date=2000-01-01",
    table: ({ themes, cells, scale }) => ({
      columns: ["state", "theme", "strength"],
      rows: Object.entries(cells).flatMap(([state, digits]) =>
        themes.map((theme, index) => [state, theme, scale[Number(digits[index])]]),
      ),
    }),
    answer(holdings, asked) {
      const { law } = holdings;
      const day = readDay(holdings, asked.date);
      if (!day.ok) return day;
      return ok({
        ...matrixCounts(law, day.value),
        scale: [...STRENGTHS],
        themes: law.themes.map(({ id }) => id),
        cells: matrixCells(law, day.value),
        ...wholeProvenance(law),
      });
    },
  }),
  question({
    id: "film",
    section: "world",
    path: "/film",
    summary: "The matrix year by year",
    description: "How many cells have each strength on the last day of each year, or today.",
    params: z.object({}),
    query: z.object({
      from: year.default(FIRST_YEAR).openapi({ description: "First year.", example: 1990 }),
      to: year.optional().openapi({ description: "Last year. When not given: this year.", example: 2026 }),
    }),
    body: shape.film,
    example: "/film?from=2000&to=2010",
    table: ({ years }) => ({
      columns: ["year", "date", ...STRENGTHS],
      rows: years.map((row) => [
        row.year,
        row.date,
        ...STRENGTHS.map((strength) => row.states.counts[strength]),
      ]),
    }),
    answer(holdings, asked) {
      const today = holdings.today();
      const to = asked.to ?? Number(today.slice(0, 4));
      const first = readDay(holdings, `${asked.from}-01-01`, "from");
      if (!first.ok) return first;
      const last = readDay(holdings, `${to}-01-01`, "to");
      if (!last.ok) return last;
      const years = Array.from({ length: Math.max(0, to - asked.from + 1) }, (_, index) => {
        const lastDay = `${asked.from + index}-12-31`;
        const date = lastDay > today ? today : lastDay;
        const { states, "un-members": members } = matrixCounts(holdings.law, date);
        return { year: asked.from + index, date, states, "un-members": members };
      });
      return ok({
        from: asked.from,
        to,
        years,
        ...wholeProvenance(holdings.law),
      });
    },
  }),
  question({
    id: "changes",
    section: "world",
    path: "/changes",
    summary: "What changed between two days",
    description:
      "What lies after `from`, up to and with `to`: treaty actions by their own date, pairs that became bound or ceased to be, instruments adopted and entered into force.",
    params: z.object({}),
    query: z.object({
      from: z.string().openapi({ description: "Day before the first that counts.", example: "2019-09-01" }),
      to: z.string().optional().openapi({
        description: "Last day that counts. When not given: today.",
        example: "2019-12-31",
      }),
    }),
    body: shape.changes,
    example: "/changes?from=2019-09-01&to=2019-12-31",
    table: changeTable,
    answer(holdings, asked) {
      const from = readDay(holdings, asked.from, "from");
      if (!from.ok) return from;
      const to = readDay(holdings, asked.to, "to");
      if (!to.ok) return to;
      const found = changes(holdings.law, from.value, to.value);
      if (!found.ok) return found;
      const instruments = found.value.actions.map(({ instrument }) => instrument);
      return ok({ ...found.value, ...provenanceOf(holdings.law, instruments) });
    },
  }),
  question({
    id: "compare",
    section: "world",
    path: "/compare",
    summary: "Up to four states, or one state on several days, side by side",
    description:
      "Give `state` once for each column: `BGD`, or `BGD@2010-02-24` for a day of its own. What differs comes first.",
    params: z.object({}),
    query: z.object({
      state: z
        .array(z.string())
        .or(z.string().transform((code) => [code]))
        .openapi({
          type: "array",
          items: { type: "string" },
          description: "Two to four columns.",
          example: ["BGD@2010-02-24", "BGD"],
        }),
    }),
    body: shape.comparison,
    example: "/compare?state=BGD%402010-02-24&state=BGD",
    table: comparisonTable,
    answer(holdings, asked) {
      const columns: { iso3: string; date: IsoDay }[] = [];
      for (const text of asked.state) {
        const column = readColumn(holdings, text);
        if (!column.ok) return column;
        columns.push(column.value);
      }
      const found = compareStates(holdings.law, columns);
      if (!found.ok) return found;
      const states = columns.map(({ iso3 }) => iso3);
      return ok({ ...found.value, ...wholeProvenance(holdings.law, states) });
    },
  }),
];
