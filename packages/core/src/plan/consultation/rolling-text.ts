import type { Standing } from "../participant/speaking-group.ts";
import { standingOf } from "../participant/speaking-group.ts";
import { isMember, textOf } from "./handler.ts";
import { type Segment, segmentsOf, type WordsInText } from "./segment.ts";
import type { Consultation, Proposal, RollingParagraph } from "./state.ts";

/** A proposal as a reader of the rolling text sees it. */
export interface ShownProposal {
  proposal: Proposal;
  standing: Standing;
  /** Why its words are hidden; null: they aren't. */
  hidden: string | null;
}

/** A paragraph of the rolling text with everything in brackets in it and after it (P2). */
export interface ShownParagraph {
  paragraph: RollingParagraph;
  text: string;
  edition: number;
  /** Its words, with what is proposed in them. */
  segments: Segment[];
  /** Every open proposal on it. */
  open: readonly ShownProposal[];
  /** Open proposals about the whole of it: deletion, merger, move. */
  whole: ShownProposal[];
  /** Open proposals whose words changed: to be looked at again. */
  lookAgain: ShownProposal[];
  comments: ShownProposal[];
  /** Paragraphs proposed after it, each in brackets under its own name. */
  additions: ShownProposal[];
  /** Named by the breaker of a silence: taken first. */
  first: boolean;
}

export interface RollingText {
  revision: number;
  /** Paragraphs proposed before all others. */
  additions: ShownProposal[];
  paragraphs: ShownParagraph[];
  /** Open proposals on paragraphs that were struck out: to be looked at again, never dropped. */
  homeless: ShownProposal[];
}

/** The rolling text of a consultation as it stands (P2). */
export function rollingText(state: Consultation): RollingText {
  const shown = (id: string): ShownProposal => showProposal(state, state.proposals.get(id)!);
  const openOn = (on: string): ShownProposal[] =>
    (state.proposalsOn.get(on) ?? []).map(shown).filter(({ proposal }) => proposal.status === "open");
  const paragraphs: ShownParagraph[] = [];
  const homeless: ShownProposal[] = [];
  for (const id of state.order) {
    const paragraph = state.paragraphs.get(id)!;
    if (paragraph.status === "removed") homeless.push(...openOn(id));
    else paragraphs.push(showParagraph(paragraph, openOn(id), state.first.includes(id)));
  }
  return { revision: state.revision, additions: openOn(""), paragraphs, homeless };
}

/** A proposal with everybody's place on it. */
export function showProposal(state: Consultation, proposal: Proposal): ShownProposal {
  const stances = new Map([...proposal.stances].map(([actor, { stance }]) => [actor, stance]));
  return {
    proposal,
    standing: standingOf(proposal.filing, stances, proposal.dissociated, (actor) => isMember(state, actor)),
    hidden: state.hidden.get(proposal.id) ?? null,
  };
}

function showParagraph(
  paragraph: RollingParagraph,
  open: readonly ShownProposal[],
  first: boolean,
): ShownParagraph {
  const text = textOf(paragraph);
  const words: WordsInText[] = [];
  const lookAgain: ShownProposal[] = [];
  const of = (kind: Proposal["kind"]) => open.filter(({ proposal }) => proposal.kind === kind);
  for (const one of open) {
    const { anchor, kind, id, words: proposed } = one.proposal;
    if (anchor?.kind === "look-again") lookAgain.push(one);
    else if (anchor && (kind === "amend" || kind === "delete"))
      words.push({
        id,
        range: anchor.range,
        words: kind === "delete" || one.hidden !== null ? "" : proposed,
      });
  }
  return {
    paragraph,
    text,
    edition: paragraph.texts.length - 1,
    segments: segmentsOf(text, words),
    open,
    whole: open.filter(
      ({ proposal }) => proposal.anchor === null && ["delete", "merge", "move"].includes(proposal.kind),
    ),
    lookAgain,
    comments: of("comment").filter(({ proposal }) => proposal.anchor?.kind !== "look-again"),
    additions: of("add"),
    first,
  };
}
