import {
  type Consultation,
  rollingText,
  type ShownParagraph,
  type ShownProposal,
  type Standing,
  showProposal,
} from "@concord/core/plan";
import { listSeparator } from "../frame/frame.ts";
import type { Block, Change, Run, UnDocument } from "../model/index.ts";
import { label } from "../words/label.ts";
import { type Circulation, openedRuns } from "./circulation.ts";
import { blockOf } from "./from-version.ts";

/** All proposals on a text as it stands (P2): words in brackets in their place, additions under their own names, explanations below. */
export function compilationOf(consultation: Consultation, circulation: Circulation): UnDocument {
  const text = rollingText(consultation);
  return {
    kind: "compilation",
    language: circulation.language,
    masthead: circulation.masthead,
    title: consultation.textTitle,
    sponsors: [],
    blocks: [
      ...text.additions.map((one) => addition(one, circulation)),
      ...text.paragraphs.flatMap((paragraph) => blocksOfParagraph(paragraph, consultation, circulation)),
      ...text.homeless.map((one) => remark(one, circulation)),
    ],
    annexes: [],
    footnotes: [],
    draft: true,
  };
}

function names(actors: readonly string[], { nameOf }: Circulation): string[] {
  return actors.map(nameOf);
}

function changeOf(kind: Change["kind"], shown: readonly ShownProposal[], circulation: Circulation): Change {
  const all = (pick: (standing: Standing) => readonly string[]) => [
    ...new Set(shown.flatMap(({ standing }) => names(pick(standing), circulation))),
  ];
  return {
    kind,
    author: all(({ proposers }) => proposers).join(listSeparator(circulation.language)),
    ...(shown[0] ? { at: shown[0].proposal.at } : {}),
    supported: all(({ supporters }) => supporters),
    opposed: all(({ opponents }) => opponents),
  };
}

function blocksOfParagraph(
  shown: ShownParagraph,
  consultation: Consultation,
  circulation: Circulation,
): Block[] {
  const byId = new Map<string, ShownProposal>();
  for (const segment of shown.segments)
    for (const id of segment.kind === "proposed" ? [segment.proposal] : segment.deletedBy) {
      const proposal = consultation.proposals.get(id);
      if (proposal) byId.set(id, showProposal(consultation, proposal));
    }
  const behind = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const runs = shown.segments.map((segment): Run => {
    if (segment.kind === "proposed")
      return { text: segment.text, change: changeOf("insertion", behind([segment.proposal]), circulation) };
    return segment.deletedBy.length === 0
      ? { text: segment.text }
      : { text: segment.text, change: changeOf("deletion", behind(segment.deletedBy), circulation) };
  });
  const opens = shown.paragraph.kind === "preambular" || shown.paragraph.kind === "operative";
  const [first, ...rest] = runs;
  const dressed =
    opens && first && !first.change ? [...openedRuns(first.text, circulation.language), ...rest] : runs;
  const explained = [...byId.values()].filter(({ proposal }) => proposal.explanation !== "");
  return [
    blockOf(shown.paragraph, dressed),
    ...[...explained, ...shown.whole, ...shown.lookAgain, ...shown.comments].map((one) =>
      remark(one, circulation),
    ),
    ...shown.additions.map((one) => addition(one, circulation)),
  ];
}

/** A paragraph proposed as a whole, under the name it would bear. Hidden words stay hidden, with the reason. */
function addition(shown: ShownProposal, circulation: Circulation): Block {
  const { proposal, hidden } = shown;
  const text = hidden ?? proposal.words;
  const change = changeOf("insertion", [shown], circulation);
  const kind = proposal.addition?.kind ?? "operative";
  const opens = kind === "preambular" || kind === "operative";
  const runs = hidden === null && opens ? openedRuns(text, circulation.language) : [{ text }];
  return blockOf(
    { kind, name: proposal.addition?.name ?? proposal.id },
    runs.map((run) => ({ ...run, change })),
  );
}

/** A proposal in words: whose it is, what it asks, why, and who stands where. */
function remark(shown: ShownProposal, circulation: Circulation): Block {
  const { proposal, standing, hidden } = shown;
  const { language } = circulation;
  const stand = (which: "supported" | "opposed" | "reserved", actors: readonly string[]) =>
    actors.length === 0
      ? []
      : [`${label(which, language)} ${names(actors, circulation).join(listSeparator(language))}`];
  const inBrackets = proposal.words === "" ? [] : [`[${proposal.words}]`];
  const said = hidden === null ? [...inBrackets, proposal.explanation] : [hidden];
  const parts = [
    ...said,
    ...stand("supported", standing.supporters),
    ...stand("opposed", standing.opponents),
    ...stand("reserved", standing.reserving),
  ].filter((part) => part !== "");
  const authors = names(standing.proposers, circulation).join(listSeparator(language));
  return {
    kind: "remark",
    label: `${label("proposal", language)} ${proposal.id.replace(/^p/, "")} – ${authors}`,
    runs: [{ text: parts.join(" – ") }],
  };
}
