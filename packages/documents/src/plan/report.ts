import type { Consultation } from "@concord/core/plan";
import type { Language } from "@concord/core/vocabulary";
import { listSeparator } from "../frame/frame.ts";
import type { Block, UnDocument } from "../model/index.ts";
import { dateInFull } from "../words/date.ts";
import { type Label, label } from "../words/label.ts";
import type { Circulation } from "./circulation.ts";
import { blocksOfVersion } from "./from-version.ts";
import { blocksOfVote } from "./from-vote.ts";

/**
 * The report of a consultation: who took part, how it ran, what was said, how it was decided; the last text as annex.
 * Facts only, from the log; the sentences of delegations are theirs.
 */
export function reportOf(consultation: Consultation, circulation: Circulation): UnDocument {
  const { language, nameOf } = circulation;
  const last = consultation.versions.at(-1);
  const heading = (which: Label): Block => ({
    kind: "heading",
    level: 1,
    runs: [{ text: label(which, language) }],
  });
  const kinds = ["member", "observer", "stakeholder"] as const;
  const participants = kinds.flatMap((kind) => {
    const actors = [...consultation.participants.values()]
      .filter((one) => one.kind === kind)
      .map(({ actor }) => nameOf(actor));
    return actors.length === 0
      ? []
      : [[label(kind, language), String(actors.length), actors.join(listSeparator(language))]];
  });
  const statements = [...consultation.contributions.values()].filter(
    ({ kind, id }) => kind !== "input" && !consultation.hidden.has(id),
  );
  return {
    kind: "report",
    language,
    masthead: circulation.masthead,
    title: consultation.title,
    sponsors: [],
    blocks: [
      heading("participants"),
      {
        kind: "table",
        header: [label("participants", language), label("number", language), label("members", language)],
        rows: participants,
      },
      heading("course"),
      {
        kind: "table",
        header: [label("version", language), label("date", language), "SHA-256"],
        rows: consultation.versions.map(({ kind, revision, issued, hash }) => [
          `${label(VERSION_LABELS[kind], language)} ${revision}`,
          day(issued, language),
          hash,
        ]),
      },
      ...(consultation.silences.length === 0
        ? []
        : [heading("silence"), silences(consultation, circulation)]),
      ...(statements.length === 0
        ? []
        : [
            heading("statements"),
            ...statements.map(
              ({ filing, text, at }): Block => ({
                kind: "remark",
                label: `${nameOf(filing.by)}, ${day(at, language)}`,
                runs: [{ text }],
              }),
            ),
          ]),
      heading("decision"),
      ...decision(consultation, circulation),
    ],
    annexes: last ? [{ title: last.title, blocks: blocksOfVersion(last, circulation) }] : [],
    footnotes: [],
    draft: false,
  };
}

const VERSION_LABELS = {
  draft: "zeroDraft",
  revision: "revision",
  silence: "silenceText",
  adopted: "adoptedText",
} as const;

const day = (instant: string, language: Language) => dateInFull(instant.slice(0, 10), language);

function silences({ silences: all }: Consultation, { language, nameOf }: Circulation): Block {
  return {
    kind: "table",
    header: [label("opened", language), label("until", language), label("outcome", language)],
    rows: all.map(({ opened, until, outcome }) => {
      const said =
        outcome.kind === "broken"
          ? `${label("broken", language)} – ${nameOf(outcome.by)}: ${outcome.reason}`
          : label(outcome.kind === "running" ? "running" : "unbroken", language);
      return [day(opened, language), day(until, language), said];
    }),
  };
}

function decision(consultation: Consultation, circulation: Circulation): Block[] {
  const { language } = circulation;
  const drafts = [...consultation.drafts.values()].flatMap(({ symbol, title, status }): Block[] => {
    const said = status === "adopted" || status === "rejected" ? label(status, language) : "–";
    return [{ kind: "paragraph", runs: [{ text: `${symbol} – ${title}: ${said}` }] }];
  });
  const votes = [...consultation.votes.values()].flatMap((vote) => blocksOfVote(vote, circulation));
  return [...drafts, ...votes];
}
