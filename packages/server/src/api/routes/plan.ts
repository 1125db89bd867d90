/** Questions about plans: what they ask of whom, whether they are balanced, how two differ. */
import {
  actionsOf,
  askPlan,
  balanceOf,
  balanceTable,
  compareVersions,
  comparisonTable,
  planTable,
  type VersionText,
} from "@concord/core/plan";
import { ok } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import { type Question, question } from "../question.ts";
import { balanceBody, comparisonBody, planBody, planList, planParameter } from "../schema/plan.ts";

/** The paragraphs of a version as answers and archives give them: the canonical form can be made from them. */
export function publicParagraphs({ paragraphs, actions }: VersionText) {
  const nameOf = new Map(paragraphs.map(({ id, name }) => [id, name]));
  return paragraphs.map(({ id, name, kind, parent, text }) => {
    const action = actions.get(id);
    const above = parent === null ? null : (nameOf.get(parent) ?? null);
    return { name, kind, parent: above, text, ...(action ? { action: structuredClone(action) } : {}) };
  });
}

type Body<Shape extends z.ZodType> = z.output<Shape>;

/** The table of what was answered: each paragraph one row. */
function tableOfPlan({ paragraphs }: Body<typeof planBody>) {
  const actions = new Map(
    paragraphs.flatMap(({ name, action }) => (action ? [[name, action] as const] : [])),
  );
  const listed = paragraphs.map((one) => ({ ...one, id: one.name }));
  return planTable({
    title: "",
    language: "",
    paragraphs: listed,
    actions: actions as VersionText["actions"],
  });
}

export const PLAN_QUESTIONS: readonly Question[] = [
  question({
    id: "plans",
    section: "plan",
    path: "/plans",
    summary: "The plans that are held",
    description:
      "The Global Plan of Action of 2010 in our words, and the non-paper in A/64/691 as a zero draft.",
    params: z.object({}),
    query: z.object({}),
    body: planList,
    example: "/plans",
    table: ({ plans }) => ({
      columns: ["id", "kind", "title", "source", "paragraphs", "actions", "hash"],
      rows: plans.map((one) => [
        one.id,
        one.kind,
        one.title,
        one.source,
        one.paragraphs,
        one.actions,
        one.hash,
      ]),
    }),
    answer: ({ book }) =>
      ok({
        plans: book.plans.map(({ paragraphs, actions, ...head }) => ({
          ...head,
          paragraphs: paragraphs.length,
          actions: actionsOf({ paragraphs, actions }).length,
        })),
      }),
  }),
  question({
    id: "plan",
    section: "plan",
    path: "/plans/{plan}",
    summary:
      "A plan: principles, goals and actions, of whom they are asked, and where they stand in the source",
    description:
      "Paragraphs in reading order, in our words. `action.source.checked` is false where number and content were not confirmed by another source. The hash is verified by `docs/methods/verify-text.mjs`.",
    params: z.object({ plan: planParameter }),
    query: z.object({}),
    body: planBody,
    example: "/plans/global-plan-2010",
    table: tableOfPlan,
    answer({ book }, asked) {
      const found = askPlan(book.plans, asked.plan);
      if (!found.ok) return found;
      const { id, kind, title, language, source, hash } = found.value;
      const themes = new Set([...found.value.actions.values()].map(({ theme }) => theme));
      const goals = book.links
        .filter(({ theme }) => themes.has(theme))
        .map(({ pushOrPull, ...link }) => ({ ...link, push_or_pull: pushOrPull }));
      const paragraphs = publicParagraphs(found.value) as Body<typeof planBody>["paragraphs"];
      return ok({ id, kind, title, language, source, hash, paragraphs, goals });
    },
  }),
  question({
    id: "planBalance",
    section: "plan",
    path: "/plans/{plan}/balance",
    summary: "Whether a plan is balanced, and what it neglects",
    description:
      "Markers 0, 1, 2 as the OECD-DAC policy markers: weight two for a principal objective, one for a significant one. Neglected: what no action aims at (`none`), or what has less than half of an equal share of its dimension (`half`). Method: docs/methods/plan.md.",
    params: z.object({ plan: planParameter }),
    query: z.object({}),
    body: balanceBody,
    example: "/plans/global-plan-2010/balance",
    table: ({ dimensions, neglected }) =>
      balanceTable({
        neglected,
        dimensions: dimensions.map(({ id, values }) => ({
          id,
          values: values.map(({ not_targeted: notTargeted, not_assessed: notAssessed, ...one }) => ({
            ...one,
            notTargeted,
            notAssessed,
          })),
        })),
      }),
    answer({ book, law }, asked) {
      const found = askPlan(book.plans, asked.plan);
      if (!found.ok) return found;
      const balance = balanceOf(actionsOf(found.value), law.themes, {
        states: law.states,
        actors: book.actors,
      });
      const dimensions = balance.dimensions.map(({ id, values }) => ({
        id,
        values: values.map(({ notTargeted: not_targeted, notAssessed: not_assessed, ...one }) => ({
          ...one,
          not_targeted,
          not_assessed,
        })),
      }));
      return ok({ plan: found.value.id, ...balance, dimensions } as Body<typeof balanceBody>);
    },
  }),
  question({
    id: "planComparison",
    section: "plan",
    path: "/plans/{plan}/comparison",
    summary: "Two plans paragraph by paragraph and word by word",
    description:
      "Paragraphs are paired by equal words, then by likeness; those that stand elsewhere are recognised as moved. Side by side: `before` and `after`; in one text: `words`.",
    params: z.object({ plan: planParameter }),
    query: z.object({
      with: planParameter.openapi({ description: "The later one.", example: "global-plan-2010" }),
    }),
    body: comparisonBody,
    example: "/plans/non-paper-2010/comparison?with=global-plan-2010",
    table: (body) => comparisonTable(body),
    answer({ book }, asked) {
      const before = askPlan(book.plans, asked.plan);
      if (!before.ok) return before;
      const after = askPlan(book.plans, asked.with, "with");
      if (!after.ok) return after;
      const sameKeys = before.value.id === after.value.id;
      const found = compareVersions(before.value.paragraphs, after.value.paragraphs, { sameKeys });
      const paragraphs = found.paragraphs.map((one) => ({ ...one, words: [...one.words] }));
      return ok({ before: before.value.id, after: after.value.id, counts: found.counts, paragraphs });
    },
  }),
];
