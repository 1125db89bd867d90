/** Questions about two states: on which basis they can act together, and who moves between them. */
import { askState, corridorBasis, corridorRanking, type Flow } from "@concord/core/instruments";
import { corridorTable } from "@concord/core/instruments/tables";
import { ok } from "@concord/core/vocabulary";
import { describeFlows } from "@concord/store";
import { z } from "@hono/zod-openapi";
import type { Records } from "../../holdings.ts";
import { readDay } from "../asked.ts";
import { cutPage, pagingBody, pagingQuery } from "../paging.ts";
import { wholeProvenance } from "../provenance.ts";
import { type Question, question } from "../question.ts";
import { dateParameter, dateQuery, stateParameter } from "../schema/parts.ts";
import { corridor, corridorRank } from "../schema/world.ts";

const RANKED_KINDS = ["migrant-stock", "detected-victims", "pooled-cases"] as const;

type Totals = Awaited<ReturnType<Records["corridorTotals"]>>;

function flowOf({ origin, destination, kind, year, persons, source }: Totals[number]): Flow {
  return { origin, destination, kind, year, persons, source };
}

export const CORRIDOR_QUESTIONS: readonly Question[] = [
  question({
    id: "corridors",
    section: "corridors",
    path: "/corridors",
    summary: "Where the flow is large and the common basis weak",
    description:
      "One ranking for each kind of flow: migrant stock, victims detected by citizenship, cases in the pooled data set. They count different things and are never added. score = size × weakness; size = persons / persons of the largest flow of its kind; weakness = how far the seventeen themes that need both states are from binding, on average.",
    params: z.object({}),
    query: z.object({
      date: dateParameter,
      kind: z.enum(RANKED_KINDS).default("migrant-stock").openapi({ description: "Kind of flow." }),
      ...pagingQuery,
    }),
    body: z.object({
      date: z.string(),
      kind: z.enum(RANKED_KINDS),
      ...pagingBody,
      corridors: z.array(corridorRank),
    }),
    example: "/corridors?limit=10",
    table: ({ corridors }) => ({
      columns: [
        "origin",
        "destination",
        "kind",
        "year",
        "persons",
        "persons_at_most",
        "size",
        "weakness",
        "weakness_if_unknown_bound",
        "score",
        "source",
      ],
      rows: corridors.map((row) => [
        row.origin,
        row.destination,
        row.kind,
        row.year,
        row.persons,
        row.persons_at_most,
        row.size,
        row.weakness,
        row.weakness_if_unknown_bound,
        row.score,
        row.source,
      ]),
    }),
    async answer(holdings, asked) {
      const { law, records } = holdings;
      const day = readDay(holdings, asked.date);
      if (!day.ok) return day;
      const totals = (await records.corridorTotals(Number(day.value.slice(0, 4)))).filter(
        ({ kind }) => kind === asked.kind,
      );
      const atMost = new Map(totals.map((row) => [`${row.origin} ${row.destination}`, row.personsAtMost]));
      const ranked = corridorRanking(law, totals.map(flowOf), day.value)[asked.kind] ?? [];
      const { rows: cut, ...page } = cutPage(ranked, asked);
      const rows = cut.map((row) => ({
        ...row,
        persons_at_most: atMost.get(`${row.origin} ${row.destination}`) ?? row.persons,
      }));
      return ok({ date: day.value, kind: asked.kind, ...page, corridors: rows });
    },
  }),
  question({
    id: "corridor",
    section: "corridors",
    path: "/corridors/{origin}/{destination}",
    summary: "Two states: their common legal basis, and the flows between them",
    description:
      "Instruments in force for both, and theme by theme the strongest provision among these alone; direction doesn't matter. `flows` are what was observed from origin to destination, each with its source and caveat, never added.",
    params: z.object({ origin: stateParameter, destination: stateParameter }),
    query: dateQuery,
    body: corridor,
    example: "/corridors/NGA/ITA?date=2012-01-01",
    table: ({ themes, flows }) => corridorTable(themes, flows),
    async answer(holdings, asked) {
      const { law, records } = holdings;
      const origin = askState(law, asked.origin, "origin");
      if (!origin.ok) return origin;
      const destination = askState(law, asked.destination, "destination");
      if (!destination.ok) return destination;
      const day = readDay(holdings, asked.date);
      if (!day.ok) return day;
      const [from, to] = [origin.value.iso3, destination.value.iso3];
      const basis = corridorBasis(law, from, to, day.value);
      if (!basis.ok) return basis;
      const observed = describeFlows(await records.flows(from, to));
      return ok({ ...basis.value, flows: observed, ...wholeProvenance(law, [from, to]) });
    },
  }),
];
