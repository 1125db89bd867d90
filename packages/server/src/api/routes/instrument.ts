/** Questions about one instrument, and about all of them. */
import {
  askInstrument,
  concordance,
  describeInstrument,
  holdouts,
  type Instrument,
  joinings,
  nearlyAll,
  onlyThis,
} from "@concord/core/instruments";
import { concordanceTable, holdoutTable, instrumentTable } from "@concord/core/instruments/tables";
import { ok, type Result } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import type { Holdings } from "../../holdings.ts";
import { readDay } from "../asked.ts";
import { publicMechanism } from "../mechanism.ts";
import { cutPage, pagingBody, pagingQuery } from "../paging.ts";
import { provenanceOf } from "../provenance.ts";
import { type Question, question } from "../question.ts";
import * as shape from "../schema/instrument.ts";
import { dateQuery, instrumentParameter } from "../schema/parts.ts";
import { concordance as concordanceShape, nearlyAll as nearlyAllShape } from "../schema/world.ts";

const params = z.object({ instrument: instrumentParameter });

async function answerInstrument(
  holdings: Holdings,
  row: Instrument,
): Promise<Result<z.output<typeof shape.instrumentPage>>> {
  const { law, records } = holdings;
  const rule = law.knowledge.effectRules.find(({ instrument }) => instrument === row.id);
  return ok({
    ...describeInstrument(holdings.law, row),
    effect_rule: rule ? { rule: rule.rule, article: rule.article, checked: rule.checked } : null,
    provisions: law.knowledge.provisions.filter(({ instrument }) => instrument === row.id),
    only_this: onlyThis(law, row.id).themes.map(({ theme }) => theme),
    mechanisms: (await records.mechanisms(row.id)).map(publicMechanism),
    joinings: joinings(law, row.id).points,
  });
}

export const INSTRUMENT_QUESTIONS: readonly Question[] = [
  question({
    id: "instruments",
    section: "instruments",
    path: "/instruments",
    summary: "All instruments, with how well their parties are known",
    description: "Treaties, protocols, directives and soft law, in the order of the knowledge base.",
    params: z.object({}),
    query: z.object(pagingQuery),
    body: z.object({ ...pagingBody, instruments: z.array(shape.instrument) }),
    example: "/instruments?limit=5",
    table: ({ instruments }) => instrumentTable(instruments),
    answer(holdings, paging) {
      const { rows, ...page } = cutPage(holdings.law.knowledge.instruments, paging);
      return ok({ ...page, instruments: rows.map((row) => describeInstrument(holdings.law, row)) });
    },
  }),
  question({
    id: "instrument",
    section: "instruments",
    path: "/instruments/{instrument}",
    summary: "One instrument: provisions, mechanisms, curve of joinings",
    description:
      "Provisions in our own words with theme, strength and addressee; `only_this` names the themes on which no other instrument is binding; `joinings` how many states were bound after each day on which that changed.",
    params,
    query: z.object({}),
    body: shape.instrumentPage,
    example: "/instruments/palermo-protocol",
    table: ({ provisions }) => ({
      columns: [
        "instrument",
        "provision",
        "theme",
        "strength",
        "addressee",
        "side",
        "exploitation",
        "persons",
        "paraphrase",
        "checked",
      ],
      rows: provisions.map((row) => [
        row.instrument,
        row.provision,
        row.theme,
        row.strength,
        row.addressee,
        row.side,
        row.exploitation,
        row.persons,
        row.paraphrase,
        row.checked,
      ]),
    }),
    answer(holdings, asked) {
      const found = askInstrument(holdings.law, asked.instrument);
      return found.ok ? answerInstrument(holdings, found.value) : found;
    },
  }),
  question({
    id: "instrumentHoldouts",
    section: "instruments",
    path: "/instruments/{instrument}/holdouts",
    summary: "Who has not joined",
    description:
      "Members of the United Nations to whom it is open without invitation and that had not joined by the day (by deposit), split into signed, left, not a party and unknown. Unknown ones are never called not a party. For a directive: members of the European Union on the day.",
    params,
    query: dateQuery,
    body: shape.holdouts,
    example: "/instruments/coe-cets-197/holdouts?date=2015-01-01",
    table: holdoutTable,
    answer(holdings, asked) {
      const found = askInstrument(holdings.law, asked.instrument);
      if (!found.ok) return found;
      const day = readDay(holdings, asked.date);
      if (!day.ok) return day;
      const { id } = found.value;
      return ok({ ...holdouts(holdings.law, id, day.value), ...provenanceOf(holdings.law, [id]) });
    },
  }),
  question({
    id: "nearlyAll",
    section: "instruments",
    path: "/nearly-all",
    summary: "Joined by nearly all, except whom",
    description: "Instruments open on the day, the fewest hold-outs first.",
    params: z.object({}),
    query: z.object({ ...dateQuery.shape, ...pagingQuery }),
    body: z.object({ date: z.string(), ...pagingBody, instruments: z.array(nearlyAllShape) }),
    example: "/nearly-all?limit=5",
    table: ({ instruments }) => ({
      columns: ["instrument", "base", "joined", "holdouts", "signed", "left", "not_party", "unknown"],
      rows: instruments.map((row) => [
        row.instrument,
        row.base,
        row.joined,
        row.holdouts.length,
        row.signed.join(" "),
        row.left.join(" "),
        row.not_party.join(" "),
        row.unknown.join(" "),
      ]),
    }),
    answer(holdings, asked) {
      const day = readDay(holdings, asked.date);
      if (!day.ok) return day;
      const { rows, ...page } = cutPage(nearlyAll(holdings.law, day.value), asked);
      return ok({ date: day.value, ...page, instruments: rows });
    },
  }),
  question({
    id: "concordance",
    section: "instruments",
    path: "/concordance",
    summary: "Instruments side by side",
    description:
      "Two or more instruments, theme by theme: whose provision is strongest, and what only one of them provides. Give `instrument` once for each.",
    params: z.object({}),
    query: z.object({
      instrument: z
        .array(z.string())
        .min(1)
        .max(8)
        .or(z.string().transform((id) => [id]))
        .openapi({
          type: "array",
          items: { type: "string" },
          description: "Ids of two to eight instruments.",
          example: ["palermo-protocol", "coe-cets-197"],
        }),
    }),
    body: concordanceShape,
    example: "/concordance?instrument=palermo-protocol&instrument=coe-cets-197",
    table: concordanceTable,
    answer({ law }, asked) {
      const ids: string[] = [];
      for (const text of asked.instrument) {
        const found = askInstrument(law, text);
        if (!found.ok) return found;
        ids.push(found.value.id);
      }
      return concordance(law, ids);
    },
  }),
];
