/** Commands about instruments and their parties, and lists of what can be asked for. */
import {
  askInstrument,
  concordance,
  describeInstrument,
  describeState,
  holdouts,
  listGroups,
} from "@concord/core/instruments";
import {
  concordanceTable,
  groupTable,
  holdoutTable,
  instrumentTable,
  stateTable,
  themeTable,
} from "@concord/core/instruments/tables";
import { accepted } from "../answer-output.ts";
import type { Command } from "../command.ts";
import { DATE_OPTION, questionCommand } from "./question.ts";

const holdoutsCommand = questionCommand({
  name: "holdouts",
  summary: "who has not joined an instrument",
  usage: "INSTRUMENT",
  positionals: { min: 1, max: 1 },
  options: DATE_OPTION,
  examples: [
    { line: "concord holdouts palermo-protocol", answers: "split into signed, left, not a party, unknown" },
    { line: "concord holdouts coe-cets-197 --date 2015-01-01", answers: "on that day" },
  ],
  answer(asking, { positionals }) {
    const { id } = accepted(askInstrument(asking.law, positionals[0] ?? ""));
    const found = holdouts(asking.law, id, asking.day("date"));
    const lists = [
      ["signed", found.signed],
      ["left", found.left],
      ["not a party", found.not_party],
      ["unknown", found.unknown],
    ] as const;
    return {
      json: found,
      csv: holdoutTable(found),
      sentences: found.unknown_for_all
        ? [`${asking.instrument(id)}: no list of parties is held, so nothing can be said of any state.`]
        : found.base === 0
          ? [`${asking.instrument(id)} is not open for joining.`]
          : [
              `By ${found.date}, ${found.joined} of ${found.base} states to which ${asking.instrument(id)} is open had joined; ${found.holdouts.length} had not, as far as is known.`,
            ],
      table: {
        columns: ["state", "standing", "name"],
        rows: lists.flatMap(([standing, states]) =>
          states.map((iso3) => [iso3, standing, asking.state(iso3)]),
        ),
      },
    };
  },
});

const concordanceCommand = questionCommand({
  name: "concordance",
  summary: "instruments side by side: whose provision is strongest, what only one provides",
  usage: "INSTRUMENT INSTRUMENT …",
  positionals: { min: 2, max: 8 },
  options: {},
  examples: [{ line: "concord concordance palermo-protocol coe-cets-197", answers: "theme by theme" }],
  answer(asking, { positionals }) {
    const ids = positionals.map((typed) => accepted(askInstrument(asking.law, typed)).id);
    const found = accepted(concordance(asking.law, ids));
    return {
      json: found,
      csv: concordanceTable(found),
      sentences: ids.map((id) => {
        const alone = found.themes.filter(({ only }) => only === id).length;
        return `${asking.instrument(id)} alone provides on ${alone} of ${found.themes.length} themes.`;
      }),
      table: {
        columns: ["theme", ...ids, "only in"],
        rows: found.themes.map(({ theme, strengths, only }) => [
          asking.theme(theme),
          ...strengths.map(asking.strength),
          only,
        ]),
      },
    };
  },
});

const statesCommand = questionCommand({
  name: "states",
  summary: "all states, with codes and regions",
  usage: "",
  positionals: { min: 0, max: 0 },
  options: {},
  examples: [{ line: "concord states --lang zh", answers: "with names in Chinese" }],
  answer: (asking) => ({
    json: { total: asking.law.states.length, states: asking.law.states.map(describeState) },
    csv: stateTable(asking.law.states.map(describeState)),
    sentences: [],
    table: {
      columns: ["iso3", "name", "status", "UN group", "subregion"],
      rows: asking.law.states.map((row) => [
        row.iso3,
        asking.state(row.iso3),
        row.status,
        row.unRegionalGroup,
        row.m49Subregion,
      ]),
    },
  }),
});

const instrumentsCommand = questionCommand({
  name: "instruments",
  summary: "all instruments, with how well their parties are known",
  usage: "",
  positionals: { min: 0, max: 0 },
  options: {},
  examples: [{ line: "concord instruments --csv", answers: "as a table for a spreadsheet" }],
  answer(asking) {
    const { instruments, coverage } = asking.law.knowledge;
    const described = instruments.map((row) => describeInstrument(asking.law, row));
    const held = new Map(coverage.map((row) => [row.instrument, row]));
    return {
      json: { total: instruments.length, instruments: described },
      csv: instrumentTable(described),
      sentences: [],
      table: {
        columns: ["instrument", "kind", "adopted", "in force", "parties held", "known until", "name"],
        rows: instruments.map((row) => [
          row.id,
          row.kind,
          row.adopted,
          row.inForce,
          String(held.get(row.id)?.partiesHeld ?? ""),
          held.get(row.id)?.asOf,
          asking.instrument(row.id),
        ]),
      },
    };
  },
});

const themesCommand = questionCommand({
  name: "themes",
  summary: "all themes, under their four pillars",
  usage: "",
  positionals: { min: 0, max: 0 },
  options: {},
  examples: [{ line: "concord themes", answers: "ids, labels and scope" }],
  answer: (asking) => ({
    json: { total: asking.law.themes.length, themes: asking.law.themes },
    csv: themeTable(asking.law.themes),
    sentences: [],
    table: {
      columns: ["theme", "label", "scope"],
      rows: asking.law.themes.map(({ id, scope }) => [id, asking.theme(id), scope]),
    },
  }),
});

const groupsCommand = questionCommand({
  name: "groups",
  summary: "all groups that can be asked for",
  usage: "",
  positionals: { min: 0, max: 0 },
  options: {},
  examples: [{ line: "concord groups", answers: "organizations and regions, with the number of members" }],
  answer(asking) {
    const groups = listGroups(asking.law);
    return {
      json: { total: groups.length, groups },
      csv: groupTable(groups),
      sentences: [],
      table: {
        columns: ["group", "kind", "members", "name"],
        rows: groups.map(({ id, kind, members }) => [id, kind, members.length, asking.group(id)]),
      },
    };
  },
});

export const INSTRUMENT_COMMANDS: readonly Command[] = [
  holdoutsCommand,
  concordanceCommand,
  statesCommand,
  instrumentsCommand,
  themesCommand,
  groupsCommand,
];
