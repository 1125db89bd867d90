import type { Ballot, VoteRecord } from "@concord/core/plan";
import { listSeparator } from "../frame/frame.ts";
import type { Block } from "../model/index.ts";
import { type Label, label } from "../words/label.ts";
import type { Circulation } from "./circulation.ts";

const ROWS: readonly [Ballot, Label][] = [
  ["yes", "inFavour"],
  ["no", "against"],
  ["abstain", "abstaining"],
  ["absent", "absent"],
  ["not-entitled", "notEntitled"],
];

/**
 * The record of a vote: who voted how, in the order of the roll-call where there was one, and what decided it (P13).
 * Corrections filed afterwards stand below as notes; the result stands.
 */
export function blocksOfVote(
  { ballots, rollCall, count, outcome, corrections }: VoteRecord,
  { language, nameOf }: Circulation,
): Block[] {
  const order = rollCall ?? [...ballots.keys()];
  const listed = [...order, ...[...ballots.keys()].filter((member) => !order.includes(member))];
  const rows = ROWS.map(([ballot, name]) => {
    const members = listed.filter((member) => ballots.get(member) === ballot).map(nameOf);
    return [
      label(name, language),
      String(count.counts[ballot]),
      members.length === 0 ? label("none", language) : members.join(listSeparator(language)),
    ];
  });
  const result = label(outcome === "adopted" ? "adopted" : "rejected", language);
  const said: Block[] =
    outcome === "tied" ? [] : [{ kind: "paragraph", runs: [{ text: `${result} (${count.comparison}).` }] }];
  return [
    {
      kind: "table",
      caption: label("recordedVote", language),
      header: [label("vote", language), label("number", language), label("members", language)],
      rows,
    },
    ...said,
    ...corrections.map(
      ({ by, at, meant }): Block => ({
        kind: "remark",
        label: nameOf(by),
        runs: [
          {
            text: `${label(ROWS.find(([ballot]) => ballot === meant)?.[1] ?? "none", language)} (${at.slice(0, 10)})`,
          },
        ],
      }),
    ),
  ];
}
