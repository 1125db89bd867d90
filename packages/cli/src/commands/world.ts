/** Commands about two states, several, or all of them, and about spans of time. */
import {
  askDay,
  changes,
  compareStates,
  corridorBasis,
  matrix,
  matrixCounts,
} from "@concord/core/instruments";
import {
  changeTable,
  comparisonTable,
  corridorTable,
  flowRows,
  matrixTable,
  type ObservedFlows,
} from "@concord/core/instruments/tables";
import { STRENGTHS } from "@concord/core/vocabulary";
import { describeFlows, readCorridorFlows } from "@concord/store/files";
import { accepted } from "../answer-output.ts";
import { BadInput, type Command } from "../command.ts";
import { textOption } from "../parse.ts";
import { DATE_OPTION, questionCommand } from "./question.ts";
import { countsInWords } from "./state.ts";

const corridorCommand = questionCommand({
  name: "corridor",
  summary: "the common legal basis of two states, and what was observed between them",
  description:
    "Migrant stock, victims detected by citizenship and pooled cases count different things and are never added; each stands with its source and caveat. Whom the figures count is said as sex / age; fewer than five is 0 to 4.",
  usage: "ORIGIN DESTINATION",
  positionals: { min: 2, max: 2 },
  options: DATE_OPTION,
  examples: [
    { line: "concord corridor BGD ARE", answers: "what Bangladesh and the Emirates can act on together" },
  ],
  async answer(asking, { positionals }) {
    const origin = asking.stateCode(positionals[0] ?? "", "origin");
    const destination = asking.stateCode(positionals[1] ?? "", "destination");
    const found = accepted(corridorBasis(asking.law, origin, destination, asking.day("date")));
    const flows = describeFlows(await readCorridorFlows(asking.dataFolder, origin, destination));
    return {
      json: { ...found, flows },
      csv: corridorTable(found.themes, flows),
      sentences: [
        `On ${found.date} ${asking.state(origin)} and ${asking.state(destination)} have ${found.common.length} instruments in common: ${countsInWords(found.counts)} of ${asking.law.themes.length} themes.`,
      ],
      table: {
        columns: ["theme", "strength", "given by"],
        rows: Object.entries(found.themes).map(([id, { strength, by }]) => [
          asking.theme(id),
          asking.strength(strength),
          by.map(([instrument, provision]) => `${instrument} ${provision}`).join("; "),
        ]),
      },
      more: observedTables(flows),
    };
  },
});

/** The three measures under headings that say what each is and is not. */
function observedTables(flows: ObservedFlows) {
  const rows = flowRows(flows);
  return [flows.migrant_stock, flows.detections, flows.pooled_cases].map(
    ({ caveat_code, caveat, source }) => ({
      heading: `${caveat} (${source})`,
      table: {
        columns: ["measure", "year", "counted", "persons"],
        rows: rows
          .filter(([, , , , , , code]) => code === caveat_code)
          .map(([measure, year, counted, least, most, flag]) => [
            measure,
            year,
            counted,
            `${least === most ? least : `${least}–${most}`}${flag === "" ? "" : ` (${flag})`}`,
          ]),
      },
    }),
  );
}

const compareCommand = questionCommand({
  name: "compare",
  summary: "two to four states, or one on several days, side by side",
  usage: "STATE[@DAY] STATE[@DAY] …",
  positionals: { min: 2, max: 4 },
  options: { ...DATE_OPTION, all: { type: "boolean", summary: "also what is the same" } },
  examples: [
    { line: "concord compare BGD IND NPL", answers: "three neighbours today" },
    { line: "concord compare BGD@2010-02-24 BGD", answers: "then and now" },
  ],
  answer(asking, args) {
    const columns = args.positionals.map((typed) => {
      const [code = "", day, tooMany] = typed.split("@");
      if (tooMany !== undefined)
        throw new BadInput(`"${typed}": write STATE or STATE@DAY, such as BGD@2010-02-24`);
      return {
        iso3: asking.stateCode(code),
        date: day === undefined ? asking.day("date") : accepted(askDay(day, asking.lastDay, typed)),
      };
    });
    const found = accepted(compareStates(asking.law, columns));
    const shown = <Row extends { differs: boolean }>(rows: Row[]) =>
      args.options.all === true ? rows : rows.filter(({ differs }) => differs);
    const headings = found.columns.map(({ state, date }) => `${state} ${date}`);
    const differing = found.themes.filter(({ differs }) => differs).length;
    return {
      json: found,
      csv: comparisonTable(found),
      sentences: [
        `${columns.map(({ iso3, date }) => `${asking.state(iso3)} (${date})`).join(", ")}: ${differing} of ${found.themes.length} themes differ.`,
      ],
      table: {
        columns: ["theme", ...headings],
        rows: shown(found.themes).map(({ theme, strengths }) => [
          asking.theme(theme),
          ...strengths.map(asking.strength),
        ]),
      },
      more: [
        {
          heading: "Instruments",
          table: {
            columns: ["instrument", ...headings],
            rows: shown(found.instruments).map(({ instrument, statuses }) => [
              instrument,
              ...statuses.map(asking.status),
            ]),
          },
        },
      ],
    };
  },
});

const changesCommand = questionCommand({
  name: "changes",
  summary: "what changed between two days",
  usage: "",
  positionals: { min: 0, max: 0 },
  options: {
    from: { type: "string", placeholder: "DAY", summary: "the day before the first that counts" },
    to: { type: "string", placeholder: "DAY", summary: "the last day that counts (default: today)" },
  },
  examples: [
    { line: "concord changes --from 2019-09-01 --to 2019-12-31", answers: "who joined, who became bound" },
  ],
  answer(asking, args) {
    if (textOption(args, "from") === undefined)
      throw new BadInput("--from is missing: concord changes --from 2019-09-01 --to 2019-12-31");
    const found = accepted(changes(asking.law, asking.day("from"), asking.day("to")));
    return {
      json: found,
      csv: changeTable(found),
      sentences: [
        `After ${found.from}, up to ${found.to}: ${found.action_count} treaty actions; ${found.became_bound.length} times a state became bound, ${found.ceased.length} times it ceased to be.`,
        ...(found.adopted.length > 0 ? [`Adopted: ${found.adopted.join(", ")}.`] : []),
        ...(found.entered_into_force.length > 0
          ? [`Entered into force: ${found.entered_into_force.join(", ")}.`]
          : []),
      ],
      table: {
        columns: ["date", "state", "action", "instrument", "name"],
        rows: found.actions.map((row) => [
          row.date,
          row.state,
          row.action,
          row.instrument,
          asking.state(row.state),
        ]),
      },
      more: [
        {
          heading: "Became bound",
          table: {
            columns: ["since", "state", "instrument", "name"],
            rows: found.became_bound.map(([since, id, iso3]) => [since, iso3, id, asking.state(iso3)]),
          },
        },
        {
          heading: "Ceased to be bound",
          table: {
            columns: ["state", "instrument", "name"],
            rows: found.ceased.map(([id, iso3]) => [iso3, id, asking.state(iso3)]),
          },
        },
      ],
    };
  },
});

const matrixCommand = questionCommand({
  name: "matrix",
  summary: "all states × all themes on a day, counted by strength",
  usage: "",
  description: "With --csv every cell: state, theme, strength.",
  positionals: { min: 0, max: 0 },
  options: DATE_OPTION,
  examples: [
    { line: "concord matrix --date 2000-01-01", answers: "how many cells have each strength" },
    { line: "concord matrix --csv > matrix.csv", answers: "every cell" },
  ],
  answer(asking) {
    const day = asking.day("date");
    const found = matrixCounts(asking.law, day);
    const bases = ["states", "un-members", "EUE"] as const;
    const counted = {
      columns: ["counted", ...[...STRENGTHS].reverse()],
      rows: bases.map((base) => [
        base,
        ...[...STRENGTHS].reverse().map((strength) => found[base].counts[strength]),
      ]),
    };
    return {
      json: found,
      csv: matrixTable(matrix(asking.law, day)),
      sentences: [
        `On ${day}, cells of states × themes by strength; the European Union (EUE) is counted apart.`,
      ],
      table: counted,
    };
  },
});

export const WORLD_COMMANDS: readonly Command[] = [
  corridorCommand,
  compareCommand,
  changesCommand,
  matrixCommand,
];
