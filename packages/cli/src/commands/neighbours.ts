/** The ready answer "this state against its neighbours". */
import { besideNeighbours } from "@concord/core/instruments";
import { neighbourTable } from "@concord/core/instruments/tables";
import { readNeighbours } from "@concord/store/files";
import type { Command } from "../command.ts";
import { DATE_OPTION, questionCommand } from "./question.ts";

export const neighboursCommand: Command = questionCommand({
  name: "neighbours",
  summary: "a state beside those it shares a land border with",
  usage: "STATE",
  description:
    "Borders are derived from the Natural Earth map and imply no opinion on any boundary. Participation that is unknown is counted in a column of its own, never as absent.",
  positionals: { min: 1, max: 1 },
  options: DATE_OPTION,
  examples: [
    {
      line: "concord neighbours BGD --date 2010-02-24",
      answers: "Bangladesh, India and Myanmar side by side",
    },
    { line: "concord neighbours NGA --csv", answers: "today, for a spreadsheet" },
  ],
  async answer(asking, { positionals }) {
    const iso3 = asking.stateCode(positionals[0] ?? "");
    const day = asking.day("date");
    const neighbours = (await readNeighbours(asking.dataFolder)).get(iso3) ?? [];
    const found = besideNeighbours(asking.law, iso3, neighbours, day);
    return {
      json: found,
      csv: neighbourTable(found),
      sentences: [
        neighbours.length === 0
          ? `No land border of ${asking.state(iso3)} is held.`
          : `${asking.state(iso3)} and its neighbours by land on ${day}: instruments, and themes with a binding duty (of ${asking.law.themes.length}).`,
        "Neighbours: Natural Earth; no opinion on any boundary is implied.",
      ],
      table: {
        columns: ["state", "in force", "signed only", "unknown", "binding themes", "name"],
        rows: found.rows.map((row) => [
          row.state,
          row.in_force,
          row.signed_only,
          row.unknown,
          row.binding_themes,
          asking.state(row.state),
        ]),
      },
    };
  },
});
