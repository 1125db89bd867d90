/** Shapes of the answers about one state. */
import type {
  BesideNeighbours,
  Overlaps,
  Profile,
  SignedOnly,
  StateDescription,
  StateGaps,
} from "@concord/core/instruments";
import { LANGUAGES } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import {
  count,
  counts,
  day,
  daysByInstrument,
  instrumentId,
  partialDate,
  provenance,
  provisionKey,
  stateCode,
  strength,
  themeId,
  unknownReason,
} from "./parts.ts";

export const names = z
  .object({
    ar: z.string(),
    en: z.string(),
    es: z.string(),
    fr: z.string(),
    ru: z.string(),
    zh: z.string(),
  })
  .openapi("Names", { description: "Name in each of the six languages." });

export const state = z
  .object({
    iso3: stateCode,
    iso2: z.string(),
    m49: z.string(),
    status: z.string(),
    names,
    un_name: z.string().openapi({ description: "Official short name at the United Nations, English." }),
    un_regional_group: z.string().nullable(),
    m49_region: z.string().nullable(),
    m49_subregion: z.string().nullable(),
    memberships: z.array(z.string()),
  })
  .openapi("State") satisfies z.ZodType<StateDescription>;

const openness = z
  .enum(["open", "by-invitation", "closed"])
  .openapi("Openness", { description: "Whether a state may join what it is not party to." });

export const profile = z
  .object({
    state: stateCode,
    date: day,
    in_force: daysByInstrument,
    pending: daysByInstrument,
    left: daysByInstrument,
    signed_only: daysByInstrument,
    unknown: z.record(z.string(), unknownReason),
    not_party: z.array(instrumentId),
    recommended: z.array(instrumentId),
    open_to: z.record(z.string(), openness),
    counts,
    themes: z.record(
      z.string(),
      z
        .object({
          strength,
          by: z.array(provisionKey),
          could_be: z.array(instrumentId),
          context: z.array(provisionKey),
        })
        .openapi("ThemePosition"),
    ),
    ...provenance,
  })
  .openapi("Profile") satisfies z.ZodType<Profile>;

export const stateGaps = z
  .object({
    state: stateCode,
    date: day,
    peers: count,
    gaps: z.array(
      z
        .object({ theme: themeId, strength, peers_binding: count, maybe_closed_by: z.array(instrumentId) })
        .openapi("Gap"),
    ),
    ...provenance,
  })
  .openapi("StateGaps") satisfies z.ZodType<StateGaps>;

export const overlaps = z
  .object({
    state: stateCode,
    date: day,
    count,
    overlaps: z.array(
      z
        .object({
          theme: themeId,
          addressee: z.string(),
          instruments: z.record(z.string(), z.array(z.tuple([z.string(), strength]))),
        })
        .openapi("Overlap"),
    ),
    ...provenance,
  })
  .openapi("Overlaps") satisfies z.ZodType<Overlaps>;

export const signedOnly = z
  .object({
    state: stateCode,
    date: day,
    signed_only: z.array(
      z
        .object({
          instrument: instrumentId,
          signed: partialDate,
          known_until: z.string(),
          stale: z.boolean(),
        })
        .openapi("Signature"),
    ),
    ...provenance,
  })
  .openapi("SignedOnly") satisfies z.ZodType<SignedOnly>;

export const summary = z
  .object({
    state: stateCode,
    date: day,
    language: z.enum(LANGUAGES),
    sentences: z.array(z.string()),
    ...provenance,
  })
  .openapi("Summary");

export const besideNeighbours = z
  .object({
    state: stateCode,
    date: day,
    neighbours: z.array(stateCode),
    rows: z.array(
      z
        .object({
          state: stateCode,
          in_force: count,
          signed_only: count,
          unknown: count,
          binding_themes: count,
        })
        .openapi("NeighbourRow"),
    ),
    ...provenance,
  })
  .openapi("BesideNeighbours") satisfies z.ZodType<BesideNeighbours>;
