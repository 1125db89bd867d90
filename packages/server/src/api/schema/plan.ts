/** Shapes of the answers about plans. */
import { EXPLOITATION_FORMS, MARKER_SUBJECTS, PARAGRAPH_KINDS } from "@concord/core/plan";
import { PILLARS } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import { count, themeId } from "./parts.ts";

export const planParameter = z.string().min(1).max(100).openapi({
  description: "Id of a plan.",
  example: "global-plan-2010",
});

const marker = z.object({
  value: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  basis: z.enum(["set", "place"]),
});

const who = z.string().min(1).max(100).openapi({
  description: "Code of a state, id of an actor, or class of actors.",
  example: "member-states",
});

/** What an action carries beside its words; also what is sent to set it. */
export const planAction = z
  .object({
    theme: themeId,
    pillar: z.enum(PILLARS).nullable(),
    responsible: z.array(who).max(300),
    supporting: z.array(who).max(300),
    responsibilities: z.array(z.object({ who, what: z.string().max(4000) })).max(300),
    deadline: z.iso.date().nullable(),
    indicator: z.string().max(1000).nullable(),
    budget: z.object({ amount: z.int().min(0), currency: z.string().regex(/^[A-Z]{3}$/) }).nullable(),
    markers: z.partialRecord(z.enum(MARKER_SUBJECTS), marker).openapi({
      description: `0 not targeted, 1 significant, 2 principal objective; absent: not assessed. Forms of exploitation: ${EXPLOITATION_FORMS.join(", ")}.`,
    }),
    source: z
      .object({ document: z.string().max(200), paragraph: z.string().max(100), checked: z.boolean() })
      .nullable(),
  })
  .openapi("PlanAction", { description: "What an action asks, of whom, by when." });

const planHead = z.object({
  id: z.string(),
  kind: z.enum(["adopted", "draft"]),
  title: z.string(),
  language: z.string(),
  source: z.string().openapi({ description: "Document in which the source stands; the words are ours." }),
  hash: z
    .string()
    .openapi({ description: "SHA-256 over the canonical form: docs/methods/canonical-form.md." }),
});

export const planList = z
  .object({ plans: z.array(planHead.extend({ paragraphs: count, actions: count })) })
  .openapi("PlanList");

export const planBody = planHead
  .extend({
    paragraphs: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(PARAGRAPH_KINDS),
        parent: z.string().nullable(),
        text: z.string(),
        action: planAction.optional(),
      }),
    ),
    goals: z
      .array(
        z.object({
          theme: themeId,
          mdg: z.string().openapi({ description: "Empty: no counterpart found." }),
          sdg: z.string(),
          driver: z.string(),
          push_or_pull: z.enum(["push", "pull", "both"]),
          reason: z.string(),
        }),
      )
      .openapi({ description: "Targets of the development goals for the themes of the plan. Our pairing." }),
  })
  .openapi("Plan");

export const balanceBody = z
  .object({
    plan: z.string(),
    actions: count,
    dimensions: z.array(
      z.object({
        id: z.enum(["pillars", "sides", "persons", "forms"]),
        values: z.array(
          z.object({
            id: z.enum(MARKER_SUBJECTS),
            principal: count,
            significant: count,
            not_targeted: count,
            not_assessed: count,
            weight: count,
            share: z.string().nullable().openapi({ description: "Exact, written out: `1/4`." }),
          }),
        ),
      }),
    ),
    actors: z.array(z.object({ kind: z.string(), responsible: count, supporting: count })),
    themes: z.array(z.object({ theme: themeId, actions: count })),
    neglected: z.array(
      z.object({
        dimension: z.enum(["pillars", "sides", "persons", "forms", "themes", "actors"]),
        value: z.string(),
        reason: z.enum(["none", "half"]),
      }),
    ),
  })
  .openapi("PlanBalance");

const side = z.object({ name: z.string(), text: z.string() }).nullable();
const fates = ["same", "changed", "moved", "moved-and-changed", "added", "removed"] as const;

export const comparisonBody = z
  .object({
    before: z.string(),
    after: z.string(),
    counts: z.object({
      same: count,
      changed: count,
      moved: count,
      "moved-and-changed": count,
      added: count,
      removed: count,
    }),
    paragraphs: z.array(
      z.object({
        fate: z.enum(fates),
        before: side,
        after: side,
        words: z.array(z.object({ kind: z.enum(["same", "inserted", "deleted"]), text: z.string() })),
      }),
    ),
  })
  .openapi("VersionComparison");
