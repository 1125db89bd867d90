/** Commands about one state, or a group of states. */
import {
  askGroup,
  askState,
  groupGaps,
  overlaps,
  profile,
  signedOnly,
  stateGaps,
  summary,
} from "@concord/core/instruments";
import {
  groupGapTable,
  overlapTable,
  profileTable,
  signedOnlyTable,
  stateGapTable,
} from "@concord/core/instruments/tables";
import { STRENGTHS } from "@concord/core/vocabulary";
import { type Answer, accepted } from "../answer-output.ts";
import { BadInput, type Command } from "../command.ts";
import type { Asking } from "../law.ts";
import { DATE_OPTION, questionCommand } from "./question.ts";

/** What a person may have meant: a state when its code or name fits, else a group. */
export function stateOrGroup(asking: Asking, typed: string): { iso3: string } | { group: string } {
  const state = askState(asking.law, typed);
  if (state.ok) return { iso3: state.value.iso3 };
  const group = askGroup(asking.law, typed);
  if (group.ok) return { group: group.value.id };
  throw new BadInput(
    `"${typed}" is neither a state nor a group held here. ${state.refusal.cure} concord groups lists the groups.`,
  );
}

/** Instruments with a day each, as a table. */
function dayRows(asking: Asking, days: Readonly<Record<string, string>>) {
  return Object.entries(days).map(([id, day]) => [id, asking.instrument(id), day]);
}

const profileCommand = questionCommand({
  name: "profile",
  summary: "what binds a state on a day, theme by theme",
  usage: "STATE",
  positionals: { min: 1, max: 1 },
  options: DATE_OPTION,
  examples: [
    { line: "concord profile BGD --date 2010-02-24", answers: "Bangladesh on 24 February 2010" },
    { line: "concord profile Nigeria --lang fr", answers: "today, names and sentences in French" },
  ],
  answer(asking, { positionals }) {
    const { law, language } = asking;
    const iso3 = asking.stateCode(positionals[0] ?? "");
    const day = asking.day("date");
    const found = profile(law, iso3, day);
    return {
      json: found,
      csv: profileTable(found),
      sentences: summary(law, iso3, day, language),
      table: {
        columns: ["theme", "strength", "given by"],
        rows: Object.entries(found.themes).map(([id, { strength, by }]) => [
          asking.theme(id),
          asking.strength(strength),
          by.map(([instrument, provision]) => `${instrument} ${provision}`).join("; "),
        ]),
      },
      more: [
        {
          heading: "In force",
          table: { columns: ["instrument", "name", "since"], rows: dayRows(asking, found.in_force) },
        },
        {
          heading: "Joined, not yet in force",
          table: { columns: ["instrument", "name", "from"], rows: dayRows(asking, found.pending) },
        },
        {
          heading: "Signed only",
          table: { columns: ["instrument", "name", "signed"], rows: dayRows(asking, found.signed_only) },
        },
        {
          heading: "Left",
          table: { columns: ["instrument", "name", "on"], rows: dayRows(asking, found.left) },
        },
        {
          heading: "Unknown",
          table: { columns: ["instrument", "name", "why"], rows: dayRows(asking, found.unknown) },
        },
      ],
    };
  },
});

function stateGapAnswer(asking: Asking, iso3: string): Answer {
  const found = stateGaps(asking.law, iso3, asking.day("date"));
  const open = found.gaps.filter(({ maybe_closed_by }) => maybe_closed_by.length > 0).length;
  return {
    json: found,
    csv: stateGapTable(found),
    sentences: [
      `On ${found.date} ${asking.state(iso3)} has no binding duty on ${found.gaps.length} of ${asking.law.themes.length} themes.`,
      ...(open > 0 ? [`On ${open} of them an instrument might bind it of which nothing is known.`] : []),
    ],
    table: {
      columns: ["theme", "strength", `bound of ${found.peers} peers`, "might be closed by"],
      rows: found.gaps.map((gap) => [
        asking.theme(gap.theme),
        asking.strength(gap.strength),
        gap.peers_binding,
        gap.maybe_closed_by.join(", "),
      ]),
    },
  };
}

function groupGapAnswer(asking: Asking, typed: string): Answer {
  const found = groupGaps(asking.law, accepted(askGroup(asking.law, typed)), asking.day("date"));
  const rows = Object.entries(found.themes).sort(([, a], [, b]) => b.gap_count - a.gap_count);
  return {
    json: found,
    csv: groupGapTable(found),
    sentences: [
      `${asking.group(found.group)} on ${found.date}: members without a binding duty, of ${found.members.length}.`,
    ],
    table: {
      columns: ["theme", "bound", "not bound", "of these perhaps bound"],
      rows: rows.map(([id, row]) => [asking.theme(id), row.binding, row.gap_count, row.maybe_count]),
    },
  };
}

const gapsCommand = questionCommand({
  name: "gaps",
  summary: "themes without a binding duty, for a state or a group",
  usage: "STATE|GROUP",
  positionals: { min: 1, max: 1 },
  options: DATE_OPTION,
  examples: [
    { line: "concord gaps BGD", answers: "first what most of its region has" },
    { line: "concord gaps asean --date 2010-02-24", answers: "how many members lack each duty" },
  ],
  answer(asking, { positionals }) {
    const asked = stateOrGroup(asking, positionals[0] ?? "");
    return "iso3" in asked ? stateGapAnswer(asking, asked.iso3) : groupGapAnswer(asking, asked.group);
  },
});

const overlapsCommand = questionCommand({
  name: "overlaps",
  summary: "the same duty in several instruments, side by side",
  usage: "STATE",
  positionals: { min: 1, max: 1 },
  options: DATE_OPTION,
  examples: [{ line: "concord overlaps NGA --date 2010-02-24", answers: "by theme and addressee" }],
  answer(asking, { positionals }) {
    const iso3 = asking.stateCode(positionals[0] ?? "");
    const found = overlaps(asking.law, iso3, asking.day("date"));
    return {
      json: found,
      csv: overlapTable(found),
      sentences: [
        `On ${found.date} ${asking.state(iso3)} has ${found.count} duties that stand in several instruments.`,
      ],
      table: {
        columns: ["theme", "addressee", "instrument", "provisions"],
        rows: found.overlaps.flatMap(({ theme, addressee, instruments }) =>
          Object.entries(instruments).map(([id, provisions]) => [
            asking.theme(theme),
            addressee,
            id,
            provisions.map(([provision, strength]) => `${provision} (${strength})`).join("; "),
          ]),
        ),
      },
    };
  },
});

const signedOnlyCommand = questionCommand({
  name: "signed-only",
  summary: "what a state signed and has not joined",
  usage: "STATE",
  positionals: { min: 1, max: 1 },
  options: DATE_OPTION,
  examples: [{ line: "concord signed-only USA", answers: "with the day up to which that is known" }],
  answer(asking, { positionals }) {
    const iso3 = asking.stateCode(positionals[0] ?? "");
    const found = signedOnly(asking.law, iso3, asking.day("date"));
    return {
      json: found,
      csv: signedOnlyTable(found),
      sentences: [
        `By ${found.date} ${asking.state(iso3)} had signed ${found.signed_only.length} instruments that it had not joined, as far as is known.`,
      ],
      table: {
        columns: ["instrument", "signed", "known until", "may have joined since", "name"],
        rows: found.signed_only.map((row) => [
          row.instrument,
          row.signed,
          row.known_until,
          row.stale ? "yes" : "",
          asking.instrument(row.instrument),
        ]),
      },
    };
  },
});

export const STATE_COMMANDS: readonly Command[] = [
  profileCommand,
  gapsCommand,
  overlapsCommand,
  signedOnlyCommand,
];

/** Counts of strengths as one sentence: "5 binding, 2 qualified". */
export function countsInWords(counts: Readonly<Record<(typeof STRENGTHS)[number], number>>): string {
  return [...STRENGTHS]
    .reverse()
    .map((strength) => `${counts[strength]} ${strength}`)
    .join(", ");
}
