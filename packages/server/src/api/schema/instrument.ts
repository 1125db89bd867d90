/** Shapes of the answers about one instrument, and of rows that belong to an instrument and a state. */
import type { CoverageDescription, Holdouts, InstrumentDescription } from "@concord/core/instruments";
import { PILLARS } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import { count, day, instrumentId, partialDate, provenance, stateCode, strength, themeId } from "./parts.ts";

export const coverage = z
  .object({
    as_of: z.string().nullable().openapi({
      description: "Up to when the list of parties is known; null: absence says nothing.",
    }),
    parties_held: count,
    signatures_held: count,
    year_only_dates: count,
    parties_stated: count.nullable(),
    stated_as_of: z.string().nullable(),
    stated_source: z.string().nullable(),
    note: z.string(),
  })
  .openapi("Coverage") satisfies z.ZodType<CoverageDescription>;

export const instrument = z
  .object({
    id: instrumentId,
    short_title: z.string(),
    title: z.string(),
    kind: z.enum([
      "treaty",
      "protocol",
      "ilo-convention",
      "ilo-protocol",
      "regional-convention",
      "eu-directive",
      "soft-law",
    ]),
    body: z.string(),
    depositary: z.string(),
    adopted: partialDate,
    in_force: z.string().nullable(),
    region: z.string(),
    binding: z.boolean(),
    relevance: z.enum(["core", "related", "context"]).nullable(),
    source: z.string(),
    coverage: coverage.nullable(),
  })
  .openapi("Instrument") satisfies z.ZodType<InstrumentDescription>;

export const provision = z
  .object({
    instrument: instrumentId,
    provision: z.string(),
    theme: themeId,
    strength: strength.exclude(["none"]),
    addressee: z.string(),
    side: z.enum(["supply", "demand", "both", "none"]),
    exploitation: z.string(),
    persons: z.string(),
    paraphrase: z.string().openapi({ description: "Our own words: a pointer to the text, not the text." }),
    checked: z.boolean().openapi({ description: "Whether the coding was checked against the text." }),
  })
  .openapi("Provision");

export const effectRule = z
  .object({ rule: z.string(), article: z.string(), checked: z.boolean() })
  .openapi("EffectRule", { description: "How long after the deposit the instrument binds." });

export const mechanism = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    body: z.string(),
    body_name: z.string(),
    periodicity_years: z.number().nullable(),
    instruments: z.array(instrumentId),
    asks: z.string(),
    source: z.string(),
  })
  .openapi("Mechanism", { description: "A body or procedure that watches over the instrument." });

export const joinings = z
  .object({ date: day, in_force: count })
  .openapi("Joining", { description: "How many states were bound from a day on." });

export const instrumentPage = instrument
  .extend({
    effect_rule: effectRule.nullable(),
    provisions: z.array(provision),
    only_this: z.array(themeId).openapi({ description: "Themes on which this instrument alone is binding." }),
    mechanisms: z.array(mechanism),
    joinings: z.array(joinings),
  })
  .openapi("InstrumentPage");

export const holdouts = z
  .object({
    instrument: instrumentId,
    date: day,
    base: count,
    joined: count,
    in_force: count,
    holdouts: z.array(stateCode),
    signed: z.array(stateCode),
    left: z.array(stateCode),
    not_party: z.array(stateCode),
    unknown: z.array(stateCode),
    unknown_for_all: z.boolean(),
    ...provenance,
  })
  .openapi("Holdouts") satisfies z.ZodType<Holdouts>;

export const participation = z
  .object({
    instrument: instrumentId,
    state: stateCode,
    action: z.enum([
      "signature",
      "ratification",
      "accession",
      "succession",
      "acceptance",
      "approval",
      "formal-confirmation",
      "denunciation",
    ]),
    date: partialDate,
    as_of: z.string().openapi({ description: "Up to when the source is complete." }),
    source: z.string(),
    source_title: z.string(),
    bound_since: z.string().nullable().openapi({
      description: "When a joining act took effect; null where that isn't sure, and for other acts.",
    }),
    bound_until: z.string().nullable().openapi({
      description: "First day on which it no longer bound; null while it lasts.",
    }),
  })
  .openapi("Participation");

export const reservation = z
  .object({
    instrument: instrumentId,
    state: stateCode,
    kind: z.string(),
    article: z.string().nullable(),
    paraphrase: z.string(),
    source: z.string(),
  })
  .openapi("Reservation", {
    description: "Sorted by a program from texts of 2014 and 2015; do not base a legal statement on it.",
  });

export const theme = z
  .object({ id: themeId, pillar: z.enum(PILLARS), label: z.string(), scope: z.string() })
  .openapi("Theme");
