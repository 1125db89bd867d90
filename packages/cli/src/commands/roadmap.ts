/** `concord roadmap`: the smallest set of ratifications that closes the gaps. */
import { askGroup, type GroupRoadmap, type Roadmap } from "@concord/core/instruments";
import {
  createHighsSolver,
  groupRoadmap,
  type RoadmapOptions,
  roadmap,
} from "@concord/core/instruments/roadmap";
import { groupRoadmapTable, roadmapTable } from "@concord/core/instruments/tables";
import { type Answer, accepted } from "../answer-output.ts";
import { BadInput, type CommandArguments } from "../command.ts";
import type { Asking } from "../law.ts";
import { textOption } from "../parse.ts";
import { DATE_OPTION, questionCommand } from "./question.ts";
import { stateOrGroup } from "./state.ts";

const UNREACHABLE = {
  "only-unknown": "only by an instrument of which it isn't known whether the state has joined",
  "only-closed": "only by an instrument that is not open to the state or not yet in force",
  "no-instrument": "by no instrument",
} as const;

function readOptions(asking: Asking, args: CommandArguments): RoadmapOptions {
  const target = textOption(args, "target") ?? "binding";
  if (target !== "binding" && target !== "qualified")
    throw new BadInput(`--target: "${target}" is neither binding nor qualified`);
  const k = textOption(args, "k");
  if (k !== undefined && !/^-?\d+$/.test(k))
    throw new BadInput(`--k: "${k}" is no whole number: give 1 or more, or leave --k out`);
  return {
    date: asking.day("date"),
    target,
    k: k === undefined ? null : Number(k),
    noInvited: args.options["no-invited"] === true,
    strict: args.options.strict === true,
  };
}

/** A set of instruments with what has to be known of each. */
function setInWords(found: Roadmap, set: readonly string[]): string {
  return set
    .map((id) => {
      const notes = [
        ...(found.by_invitation.includes(id) ? ["by invitation"] : []),
        ...(found.stale[id] ? [`not a party as of ${found.stale[id]}, unknown since`] : []),
      ];
      return notes.length > 0 ? `${id} (${notes.join("; ")})` : id;
    })
    .join(", ");
}

/** What is left of a roadmap when nobody invites the state. */
function uninvitedInWords(found: Roadmap, uninvited: Roadmap | undefined): string[] {
  if (!uninvited || found.by_invitation.length === 0) return [];
  return [
    `Without what can be joined by invitation only (${found.by_invitation.join(", ")}), ${uninvited.lifted} can be lifted (--no-invited).`,
  ];
}

function stateAnswer(asking: Asking, found: Roadmap, uninvited: Roadmap | undefined): Answer {
  const name = asking.state(found.state);
  const instruments = found.size === 1 ? "1 instrument" : `${found.size} instruments`;
  const ways =
    found.optimal_count === 1 ? "there is one such set" : `there are ${found.optimal_count} such sets`;
  const sentences =
    found.lacking.length === 0
      ? [`On ${found.date} ${name} lacks nothing: every theme is ${found.target}.`]
      : [
          `On ${found.date} ${name} lacks ${found.lacking.length} themes at the strength "${found.target}"; ${found.reachable.length} can be reached by joining.`,
          ...(found.lifted > 0
            ? [`Joining ${instruments} lifts ${found.lifted}; ${ways}.`]
            : ["No instrument that is open to it lifts any."]),
          ...uninvitedInWords(found, uninvited),
          ...(found.pending.length > 0
            ? [`Already joined, in effect later, and counted: ${found.pending.join(", ")}.`]
            : []),
        ];
  return {
    json: found,
    csv: roadmapTable(found),
    sentences,
    table: {
      columns: ["set", "join"],
      rows: found.lifted > 0 ? found.optimal.map((set, at) => [at + 1, setInWords(found, set)]) : [],
    },
    more: [
      {
        heading: "What each adds on its own",
        table: {
          columns: ["instrument", "themes", "which"],
          rows: Object.entries(found.alone)
            .sort(([, a], [, b]) => b.length - a.length)
            .map(([id, themes]) => [id, themes.length, themes.join(", ")]),
        },
      },
      {
        heading: "What can't be reached",
        table: {
          columns: ["theme", "why"],
          rows: Object.entries(found.unreachable).map(([theme, why]) => [
            asking.theme(theme),
            UNREACHABLE[why],
          ]),
        },
      },
    ],
  };
}

function groupAnswer(asking: Asking, found: GroupRoadmap): Answer {
  const members = Object.values(found.members);
  return {
    json: found,
    csv: groupRoadmapTable(found),
    sentences: [
      `${asking.group(found.group)} on ${found.date}: each of ${members.length} members solved by itself, target "${found.target}".`,
    ],
    table: {
      columns: ["instrument", "members whose best sets name it", "name"],
      rows: Object.entries(found.named).map(([id, times]) => [id, times, asking.instrument(id)]),
    },
    more: [
      {
        heading: "Member by member",
        table: {
          columns: ["state", "lacking", "reachable", "to join", "lifted", "ways", "one of them"],
          rows: members.map((row) => [
            asking.state(row.state),
            row.lacking.length,
            row.reachable.length,
            row.size,
            row.lifted,
            row.optimal_count,
            row.optimal[0]?.join(", "),
          ]),
        },
      },
    ],
  };
}

export const roadmapCommand = questionCommand({
  name: "roadmap",
  summary: "the smallest set of ratifications that closes the gaps",
  usage: "STATE|GROUP",
  description:
    "Solved exactly. What a state may have joined since the list of parties ends is marked; --strict leaves it out.",
  positionals: { min: 1, max: 1 },
  options: {
    ...DATE_OPTION,
    target: {
      type: "string",
      placeholder: "STRENGTH",
      summary: "the strength to reach on every theme: binding or qualified (default: binding)",
    },
    k: { type: "string", placeholder: "K", summary: "at most K instruments (default: as many as it takes)" },
    "no-invited": { type: "boolean", summary: "leave out what can be joined by invitation only" },
    strict: { type: "boolean", summary: "leave out what may have been joined already" },
  },
  examples: [
    { line: "concord roadmap BGD", answers: "every smallest set, and what stays out of reach" },
    {
      line: "concord roadmap PER --date 2015-01-01 --k 2 --no-invited",
      answers: "the best two, without invitations",
    },
    { line: "concord roadmap asean --target qualified", answers: "each member, and what is named most" },
  ],
  async answer(asking, args) {
    const options = readOptions(asking, args);
    const asked = stateOrGroup(asking, args.positionals[0] ?? "");
    const solver = await createHighsSolver();
    if ("iso3" in asked) {
      const solve = async (changed: RoadmapOptions) =>
        accepted(await roadmap(asking.law, solver, asked.iso3, changed));
      const uninvited = options.noInvited ? undefined : await solve({ ...options, noInvited: true });
      return stateAnswer(asking, await solve(options), uninvited);
    }
    const group = accepted(askGroup(asking.law, asked.group));
    return groupAnswer(asking, accepted(await groupRoadmap(asking.law, solver, group, options)));
  },
});
