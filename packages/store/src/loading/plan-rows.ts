import { goalLinks, groupMembers, nonPaperPoints, planPoints } from "../schema/index.ts";
import type { DataPackage } from "../validation/data-package.ts";
import { recordsOf } from "../validation/data-table.ts";
import { fill, type TableLoad } from "./copy-text.ts";

/** The Global Plan of Action, the non-paper, links to development goals, and members of groups. */
export function planRows({ tables }: DataPackage): TableLoad[] {
  return [
    fill(
      planPoints,
      recordsOf(tables.get("plan-points"), "para", "pillar", "theme", "actors", "action", "para_checked").map(
        (row, ordinal) => ({
          para: row.para,
          theme: row.theme,
          ordinal,
          pillar: row.pillar,
          actors: row.actors.split("|"),
          action: row.action,
          checked: row.para_checked === "1",
        }),
      ),
    ),
    fill(
      nonPaperPoints,
      recordsOf(tables.get("non-paper-points"), "key", "kind", "passage", "text").map((row, ordinal) => ({
        ...row,
        ordinal,
      })),
    ),
    fill(
      goalLinks,
      recordsOf(tables.get("goal-links"), "mdg", "sdg", "theme", "driver", "push_or_pull", "reason").map(
        ({ push_or_pull: pushOrPull, ...row }, ordinal) => ({ ...row, pushOrPull, ordinal }),
      ),
    ),
    fill(
      groupMembers,
      recordsOf(tables.get("group-members"), "group", "iso3", "from", "role", "source").map(
        (row, ordinal) => ({
          ...row,
          ordinal,
        }),
      ),
    ),
  ];
}
