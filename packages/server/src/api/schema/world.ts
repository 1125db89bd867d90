/** Shapes of the answers about all states at once, about two states, and about spans of time. */
import type {
  Changes,
  Comparison,
  Concordance,
  CorridorBasis,
  CorridorRank,
  MatrixCounts,
  NearlyAll,
  ThemeConcordance,
} from "@concord/core/instruments";
import { z } from "@hono/zod-openapi";
import { flows } from "./flow.ts";
import { mechanism, provision } from "./instrument.ts";
import {
  count,
  counts,
  day,
  instrumentId,
  partialDate,
  provenance,
  provisionKey,
  stateCode,
  status,
  strength,
  themeId,
} from "./parts.ts";

const themeDuty = z.object({ strength, by: z.array(provisionKey) }).openapi("ThemeDuty");

export const corridor = z
  .object({
    origin: stateCode,
    destination: stateCode,
    date: day,
    common: z.array(instrumentId).openapi({ description: "In force for both." }),
    recommended: z.array(instrumentId).openapi({ description: "Soft law, recommended to both." }),
    counts,
    themes: z.record(z.string(), themeDuty),
    flows,
    ...provenance,
  })
  .openapi("Corridor") satisfies z.ZodType<CorridorBasis>;

export const corridorRank = z
  .object({
    origin: stateCode,
    destination: stateCode,
    kind: z.string(),
    year: z.int(),
    persons: z.number(),
    persons_at_most: z.number().openapi({
      description: "Differs from `persons` where the source prints a small number as <5.",
    }),
    source: z.string(),
    size: z.number().openapi({ description: "Share of the largest flow of its kind: 1 for the largest." }),
    weakness: z.number().openapi({ description: "0: every corridor theme is binding; 1: nothing on any." }),
    weakness_if_unknown_bound: z.number(),
    score: z.number().openapi({ description: "size × weakness" }),
  })
  .openapi("CorridorRank") satisfies z.ZodType<CorridorRank>;

const countsOf = z.object({ counts });

export const matrix = z
  .object({
    date: day,
    states: countsOf,
    "un-members": countsOf,
    EUE: countsOf,
    scale: z.array(strength).openapi({ description: "What the digits in `cells` stand for." }),
    themes: z.array(themeId).openapi({ description: "Order of the digits in each row of `cells`." }),
    cells: z.record(z.string(), z.string()).openapi({
      description: "For each state one digit a theme: its place in `scale`.",
      example: { BGD: "5505" },
    }),
    ...provenance,
  })
  .openapi("Matrix") satisfies z.ZodType<MatrixCounts>;

export const film = z
  .object({
    from: z.int(),
    to: z.int(),
    years: z.array(
      z
        .object({ year: z.int(), date: day, states: countsOf, "un-members": countsOf })
        .openapi("MatrixOfYear"),
    ),
    ...provenance,
  })
  .openapi("Film");

export const changes = z
  .object({
    from: day,
    to: day,
    action_count: count,
    actions: z.array(
      z
        .object({ date: partialDate, instrument: instrumentId, state: stateCode, action: z.string() })
        .openapi("Action"),
    ),
    became_bound: z.array(z.tuple([z.string(), z.string(), z.string()])).openapi({
      description: "Since, instrument, state.",
    }),
    ceased: z.array(z.tuple([z.string(), z.string()])).openapi({ description: "Instrument, state." }),
    adopted: z.array(instrumentId),
    entered_into_force: z.array(instrumentId),
    ...provenance,
  })
  .openapi("Changes") satisfies z.ZodType<Changes>;

export const comparison = z
  .object({
    columns: z.array(z.object({ state: stateCode, date: day })),
    themes: z.array(
      z
        .object({ theme: themeId, strengths: z.array(strength), differs: z.boolean() })
        .openapi("ComparedTheme"),
    ),
    instruments: z.array(
      z
        .object({ instrument: instrumentId, statuses: z.array(status), differs: z.boolean() })
        .openapi("ComparedInstrument"),
    ),
    ...provenance,
  })
  .openapi("Comparison") satisfies z.ZodType<Comparison>;

export const concordance = z
  .object({
    instruments: z.array(instrumentId),
    themes: z.array(
      z
        .object({
          theme: themeId,
          strengths: z.array(strength),
          provisions: z.record(z.string(), z.array(provision)),
          only: z.string().nullable(),
        })
        .openapi("ConcordanceTheme"),
    ),
  })
  .openapi("Concordance") satisfies z.ZodType<Concordance>;

export const themePage = z
  .object({
    theme: themeId,
    pillar: z.string(),
    label: z.string(),
    scope: z.string(),
    instruments: z.array(
      z
        .object({
          instrument: instrumentId,
          relevance: z.enum(["core", "related", "context", ""]),
          strength,
          provisions: z.array(provision),
        })
        .openapi("ThemeInstrument"),
    ),
    mechanisms: z.array(mechanism),
  })
  .openapi("ThemePage") satisfies z.ZodType<ThemeConcordance>;

export const nearlyAll = z
  .object({
    instrument: instrumentId,
    base: count,
    joined: count,
    holdouts: z.array(stateCode),
    signed: z.array(stateCode),
    left: z.array(stateCode),
    not_party: z.array(stateCode),
    unknown: z.array(stateCode),
  })
  .openapi("NearlyAll") satisfies z.ZodType<NearlyAll>;
