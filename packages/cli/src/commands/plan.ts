/** `concord plan`: what plans ask of whom, whether they are balanced, how two differ. */
import { createHash } from "node:crypto";
import {
  actionsOf,
  askPlan,
  balanceOf,
  balanceTable,
  compareVersions,
  comparisonTable,
  planTable,
} from "@concord/core/plan";
import { readPlanBook } from "@concord/store/files";
import { accepted } from "../answer-output.ts";
import type { Command } from "../command.ts";
import { questionCommand } from "./question.ts";

const bookOf = (folder: string) =>
  readPlanBook(folder, (text) => createHash("sha256").update(text).digest("hex"));

const listCommand: Command = questionCommand({
  name: "plan list",
  summary: "the plans that are held, each with the hash of its text",
  usage: "",
  positionals: { min: 0, max: 0 },
  options: {},
  examples: [{ line: "concord plan list", answers: "the Global Plan of Action and its zero draft" }],
  async answer({ dataFolder }) {
    const { plans } = await bookOf(dataFolder);
    const columns = ["id", "kind", "title", "source", "paragraphs", "actions", "hash"];
    const rows = plans.map((one) => [
      one.id,
      one.kind,
      one.title,
      one.source,
      one.paragraphs.length,
      actionsOf(one).length,
      one.hash,
    ]);
    const heads = plans.map(({ paragraphs: _, actions: _actions, ...head }) => head);
    return { json: { plans: heads }, csv: { columns, rows }, table: { columns, rows }, sentences: [] };
  },
});

const showCommand: Command = questionCommand({
  name: "plan show",
  summary: "a plan: principles, goals and actions, of whom they are asked",
  usage: "PLAN",
  description:
    "In our words. Points whose number and content no other source confirmed are marked as unchecked.",
  positionals: { min: 1, max: 1 },
  options: {},
  examples: [{ line: "concord plan show global-plan-2010", answers: "the Global Plan of Action of 2010" }],
  async answer({ dataFolder }, { positionals }) {
    const { plans } = await bookOf(dataFolder);
    const plan = accepted(askPlan(plans, positionals[0] ?? ""));
    const csv = planTable(plan);
    return {
      json: { ...plan, actions: Object.fromEntries(plan.actions) },
      csv,
      sentences: [
        `${plan.title} (${plan.source}), in our words.`,
        `SHA-256 of its canonical form: ${plan.hash}`,
      ],
      table: {
        columns: ["name", "text", "theme", "asked of", "source"],
        rows: plan.paragraphs.map(({ id, name, text }) => {
          const action = plan.actions.get(id);
          const source = action?.source
            ? `${action.source.paragraph}${action.source.checked ? "" : " (unchecked)"}`
            : "";
          return [name, text, action?.theme ?? "", action?.responsible.join(", ") ?? "", source];
        }),
      },
    };
  },
});

const balanceCommand: Command = questionCommand({
  name: "plan balance",
  summary: "whether a plan is balanced, and what it neglects",
  usage: "PLAN",
  description:
    "Weight two for a principal objective, one for a significant one. Neglected is what no action aims at, or what has less than half of an equal share. Method: docs/methods/plan.md.",
  positionals: { min: 1, max: 1 },
  options: {},
  examples: [
    { line: "concord plan balance global-plan-2010", answers: "pillars, sides, persons, forms, actors" },
  ],
  async answer({ dataFolder, law, theme }, { positionals }) {
    const { plans, actors } = await bookOf(dataFolder);
    const plan = accepted(askPlan(plans, positionals[0] ?? ""));
    const balance = balanceOf(actionsOf(plan), law.themes, { states: law.states, actors });
    const table = balanceTable(balance);
    const neglected = balance.neglected.filter(({ dimension }) => dimension === "themes");
    return {
      json: balance,
      csv: table,
      sentences: [`${plan.title}: ${balance.actions} actions.`],
      table,
      more: [
        {
          heading: "Asked of",
          table: {
            columns: ["kind of actor", "responsible", "supporting"],
            rows: balance.actors.map((one) => [one.kind, one.responsible, one.supporting]),
          },
        },
        {
          heading: "Themes without an action",
          table: { columns: ["theme", "name"], rows: neglected.map(({ value }) => [value, theme(value)]) },
        },
      ],
    };
  },
});

const compareCommand: Command = questionCommand({
  name: "plan compare",
  summary: "two plans paragraph by paragraph and word by word",
  usage: "BEFORE AFTER",
  positionals: { min: 2, max: 2 },
  options: {},
  examples: [
    {
      line: "concord plan compare non-paper-2010 global-plan-2010",
      answers: "what was proposed beside what was adopted",
    },
  ],
  async answer({ dataFolder }, { positionals }) {
    const { plans } = await bookOf(dataFolder);
    const before = accepted(askPlan(plans, positionals[0] ?? ""));
    const after = accepted(askPlan(plans, positionals[1] ?? ""));
    const found = compareVersions(before.paragraphs, after.paragraphs, { sameKeys: before.id === after.id });
    const table = comparisonTable(found);
    const counted = Object.entries(found.counts).filter(([, count]) => count > 0);
    return {
      json: found,
      csv: table,
      sentences: [`Paragraphs: ${counted.map(([fate, count]) => `${count} ${fate}`).join(", ")}.`],
      table,
    };
  },
});

export const PLAN_COMMANDS: readonly Command[] = [listCommand, showCommand, balanceCommand, compareCommand];
