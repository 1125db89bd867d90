import { nearestWord, ok, type Result, refuse } from "../../vocabulary/index.ts";
import type { VersionComparison } from "../text/compare-versions.ts";
import type { VersionText } from "../text/version.ts";
import type { Balance } from "./balance.ts";

/** Rows and columns, for a spreadsheet, the command line and the API's CSV alike. */
export interface PlanTable {
  columns: string[];
  rows: (string | number | boolean | null)[][];
}

/** Finds a plan by its id. */
export function askPlan<Plan extends { id: string }>(
  plans: readonly Plan[],
  typed: string,
  parameter = "plan",
): Result<Plan> {
  const found = plans.find(({ id }) => id === typed.trim().toLowerCase());
  if (found) return ok(found);
  const ids = plans.map(({ id }) => id);
  const nearest = nearestWord(typed, ids);
  const cure = nearest ? `Did you mean "${nearest}"?` : `Plans held: ${ids.join(", ")}.`;
  return refuse("unknown-plan", parameter, `No plan "${typed.slice(0, 40)}" is held.`, cure);
}

/** A plan with one row for each paragraph, in reading order. */
export function planTable({ paragraphs, actions }: VersionText): PlanTable {
  return {
    columns: [
      "name",
      "kind",
      "text",
      "pillar",
      "theme",
      "responsible",
      "supporting",
      "deadline",
      "source",
      "checked",
    ],
    rows: paragraphs.map(({ id, name, kind, text }) => {
      const action = actions.get(id);
      return [
        name,
        kind,
        text,
        action?.pillar ?? "",
        action?.theme ?? "",
        action?.responsible.join("|") ?? "",
        action?.supporting.join("|") ?? "",
        action?.deadline ?? "",
        action?.source?.paragraph ?? "",
        action?.source?.checked ?? null,
      ];
    }),
  };
}

/** A balance with one row for each value of each dimension. */
export function balanceTable({
  dimensions,
  neglected,
}: Pick<Balance, "dimensions" | "neglected">): PlanTable {
  const why = new Map(neglected.map(({ dimension, value, reason }) => [`${dimension} ${value}`, reason]));
  return {
    columns: [
      "dimension",
      "value",
      "principal",
      "significant",
      "not_targeted",
      "not_assessed",
      "weight",
      "share",
      "neglected",
    ],
    rows: dimensions.flatMap(({ id, values }) =>
      values.map((one) => [
        id,
        one.id,
        one.principal,
        one.significant,
        one.notTargeted,
        one.notAssessed,
        one.weight,
        one.share ?? "",
        why.get(`${id} ${one.id}`) ?? "",
      ]),
    ),
  };
}

/** A comparison with one row for each paragraph of either version; words in one text, `[-deleted-]` and `{+inserted+}`. */
export function comparisonTable({ paragraphs }: VersionComparison): PlanTable {
  const mark = { same: ["", ""], deleted: ["[-", "-]"], inserted: ["{+", "+}"] } as const;
  return {
    columns: ["fate", "before", "after", "words"],
    rows: paragraphs.map(({ fate, before, after, words }) => [
      fate,
      before?.name ?? "",
      after?.name ?? "",
      words.map(({ kind, text }) => `${mark[kind][0]}${text}${mark[kind][1]}`).join(""),
    ]),
  };
}
