/** Pieces that many answers share, and the parameters that many questions take. */
import type { ProvisionKey, Status } from "@concord/core/instruments";
import { STRENGTHS } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";

export const day = z.string().openapi({ description: "A day, `YYYY-MM-DD`.", example: "2010-02-24" });
export const partialDate = z
  .string()
  .openapi({ description: "A date as the source gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`." });
export const stateCode = z.string().openapi({ description: "ISO 3166-1 alpha-3, or EUE.", example: "BGD" });
export const instrumentId = z.string().openapi({ example: "palermo-protocol" });
export const themeId = z.string().openapi({ example: "protection.reflection" });
export const strength = z.enum(STRENGTHS).openapi("Strength", {
  description: "How strongly a provision speaks, weakest first.",
});
export const count = z.int().min(0);

export const counts = z
  .object({
    binding: count,
    qualified: count,
    permissive: count,
    declaratory: count,
    recommended: count,
    none: count,
  })
  .openapi("StrengthCounts", { description: "How many themes have each strength." });

export const provisionKey = z.tuple([z.string(), z.string()]).openapi("ProvisionKey", {
  description: "Instrument id and provision as lawyers cite it.",
  example: ["palermo-protocol", "art. 6(3)(a)"],
}) satisfies z.ZodType<ProvisionKey>;

/** Instruments with a day each. */
export const daysByInstrument = z.record(z.string(), z.string()).openapi("DaysByInstrument", {
  description: "A day for each instrument id.",
  example: { cedaw: "1984-12-06" },
});

export const unknownReason = z
  .enum(["date-unsure", "pair", "no-list", "before-list", "list-ends"])
  .openapi("UnknownReason", {
    description:
      "Why nothing can be said: the date is held as a year only (date-unsure); joined and left on days that aren't held (pair); no list of parties is held (no-list); the list begins later (before-list) or ends earlier (list-ends).",
  });

export const status = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("not-adopted") }),
    z.object({ kind: z.literal("recommended") }),
    z.object({ kind: z.literal("in-force"), since: z.string() }),
    z.object({ kind: z.literal("pending"), since: z.string() }),
    z.object({ kind: z.literal("left"), since: z.string() }),
    z.object({ kind: z.literal("signed"), date: z.string(), known_until: z.string(), stale: z.boolean() }),
    z.object({ kind: z.literal("unknown"), reason: unknownReason }),
    z.object({ kind: z.literal("not-party") }),
  ])
  .openapi("Status", {
    description: "What an instrument is to a state on a day: exactly one of these.",
  }) satisfies z.ZodType<Status>;

/** Where the facts of an answer come from and how far they reach: in every answer that shows facts. */
export const provenance = {
  as_of: z.record(z.string(), z.string().nullable()).openapi({
    description:
      "For each instrument in the answer: up to when its list of parties is known; null when no full list is held, so that absence says nothing.",
    example: { "palermo-protocol": "2025-04-10" },
  }),
  sources: z.array(z.string()).openapi({
    description: "Labels of the sources; /api/v1/about says what each is and under which terms.",
    example: ["fedlex-0.311.542", "untc-2014"],
  }),
};

/** The day that most questions take. */
export const dateParameter = z.string().optional().openapi({
  description: "The day asked about, `YYYY-MM-DD`, from 1904-01-01 to today. When not given: today.",
  example: "2010-02-24",
});
export const stateParameter = z.string().openapi({
  description: "A state or EUE, by ISO code or English name.",
  example: "BGD",
});
export const groupParameter = z.string().openapi({
  description:
    "`world`, `un-members`, an organization, a UN regional group, an M49 region or subregion: see /groups.",
  example: "asean",
});
export const instrumentParameter = z.string().openapi({
  description: "An instrument's id: see /instruments.",
  example: "palermo-protocol",
});
export const themeParameter = z.string().openapi({
  description: "A theme's id: see /themes.",
  example: "protection.reflection",
});

/** Query of a question that takes a day alone. */
export const dateQuery = z.object({ date: dateParameter });
