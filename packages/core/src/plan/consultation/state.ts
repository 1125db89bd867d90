import type { Action } from "../content/action.ts";
import type { TabledDraft } from "../decision/tabling.ts";
import type { Ballot, VoteCount, VoteOutcome } from "../decision/vote.ts";
import type { Question } from "../decision/vote-order.ts";
import type { Renaming } from "../name/numbering.ts";
import type { ParagraphKind, ParagraphPlace } from "../name/paragraph.ts";
import type { Participant } from "../participant/participant.ts";
import type { StageTerms } from "../participant/right.ts";
import type { Filing, SpeakingGroup, Stance } from "../participant/speaking-group.ts";
import type { Instant } from "../procedure/instant.ts";
import type { SilenceEffect } from "../procedure/silence.ts";
import type { Seat } from "../procedure/working-day.ts";
import type { Anchor } from "../text/anchor.ts";
import type { Version } from "../text/version.ts";
import type { AmendmentChange, LateFiling, ProposalKind, StreamliningAct } from "./event.ts";
import type { RuleSet } from "./rule-set.ts";

/** A stage that runs or ran. */
export interface Stage extends StageTerms {
  begun: Instant;
  deadline: Instant | null;
}

/** A paragraph of the rolling text (P2, P3). */
export interface RollingParagraph extends ParagraphPlace {
  name: string;
  /** Its texts since the last version, the present one last: index 0 is edition 0. */
  texts: readonly string[];
  status: "open" | "ad-ref" | "removed";
  /** The facilitator's question whether it is agreed, with those who object; null when it isn't asked. */
  asked: { at: Instant; objections: readonly { by: string; reason: string }[] } | null;
}

/** A proposal with everything said about it. */
export interface Proposal {
  /** `p12`: its number in the order in which proposals were filed. */
  id: string;
  at: Instant;
  kind: ProposalKind;
  filing: Filing;
  paragraph: string | null;
  /** Revision and edition of the text on which it was written. */
  revision: number;
  edition: number;
  /** The very words it was made on; empty for a place between words. */
  on: string;
  words: string;
  addition: { kind: ParagraphKind; parent: string | null; name: string } | null;
  others: readonly string[];
  explanation: string;
  /** Where it stands now; null for a proposal about a whole paragraph. */
  anchor: Anchor | null;
  stances: ReadonlyMap<string, { stance: Stance; note: string }>;
  dissociated: ReadonlySet<string>;
  /** `answered`: a facilitator's act took it up or streamlined it away; `not-taken-up`: the text was agreed without it. */
  status: "open" | "answered" | "not-taken-up" | "withdrawn";
  /** Acts of streamlining that answered it, in order: the trail from the proposal to the text. */
  answeredBy: readonly string[];
  insistences: readonly { by: string; at: Instant; reason: string }[];
}

/** An act of streamlining: the trail from the text to the proposals (P4). */
export interface Act {
  /** `act3` */
  id: string;
  at: Instant;
  by: string;
  act: StreamliningAct;
  paragraph: string;
  others: readonly string[];
  before: string;
  after: string;
  answers: readonly string[];
  note: string;
  /** The paragraph had changed meanwhile: the words were kept as an alternative beside it. */
  keptBeside: boolean;
}

/** An input, a statement or an explanation: words that ask for no change of the text. */
export interface Contribution {
  /** `i4` input, `s2` statement, `e1` explanation, `r1` reservation or dissociation. */
  id: string;
  kind: "input" | "statement" | "explanation" | "dissociation" | "reservation";
  at: Instant;
  filing: Filing;
  /** Paragraph of an input, draft of an explanation; null: none in particular. */
  about: string | null;
  when: "before" | "after" | null;
  text: string;
}

export interface Silence {
  opened: Instant;
  until: Instant;
  effect: SilenceEffect;
  /** Hash of the text under silence. */
  version: string;
  extensions: readonly { at: Instant; until: Instant; reason: string }[];
  outcome:
    | { kind: "running" }
    | { kind: "broken"; at: Instant; by: string; reason: string; paragraphs: readonly string[] }
    | { kind: "unbroken"; at: Instant; record: string };
}

export interface Amendment {
  id: string;
  draft: string;
  by: string;
  submitted: Instant;
  change: AmendmentChange;
  furthest: number | null;
  implies: readonly string[];
}

export interface Division {
  id: string;
  draft: string;
  by: string;
  paragraphs: readonly string[];
  objections: readonly { by: string; reason: string }[];
}

export interface Meeting {
  at: Instant;
  present: readonly string[];
  notEntitled: readonly string[];
}

/** A vote as taken; corrections are notes and change nothing (P13). */
export interface VoteRecord {
  id: string;
  at: Instant;
  question: Question;
  /** Order of a roll-call, beginning with the member drawn; null for a recorded vote without one. */
  rollCall: readonly string[] | null;
  ballots: ReadonlyMap<string, Ballot>;
  count: VoteCount;
  outcome: VoteOutcome;
  secondVote: boolean;
  corrections: readonly { by: string; at: Instant; meant: Ballot }[];
}

export interface KeptLateFiling extends LateFiling {
  id: string;
  admitted: { by: string; at: Instant; reason: string } | null;
}

/** Everything that a consultation is after some steps. Made by `applyEvent` and `replay` only. */
export interface ConsultationDraft {
  title: string;
  body: string;
  agendaItem: string;
  language: string;
  ruleSet: RuleSet;
  seat: Seat;
  moderationPolicy: string;
  facilitators: string[];
  participants: Map<string, Participant>;
  groups: Map<string, SpeakingGroup>;
  stage: Stage;
  stages: Stage[];
  /** Number of the last version: 0 the zero draft; -1 before it. */
  revision: number;
  versions: Version[];
  /** Tables from old to new names, one for each revision. */
  renamings: { revision: number; names: readonly Renaming[] }[];
  textTitle: string;
  paragraphs: Map<string, RollingParagraph>;
  /** Keys of the paragraphs in reading order, those struck out included. */
  order: string[];
  /** Names ever given in this round, struck-out and proposed ones included. */
  names: Set<string>;
  actions: Map<string, Action>;
  proposals: Map<string, Proposal>;
  proposalsOn: Map<string, readonly string[]>;
  acts: Map<string, Act>;
  contributions: Map<string, Contribution>;
  /** Why something is hidden, by its id. */
  hidden: Map<string, string>;
  lateFilings: Map<string, KeptLateFiling>;
  silences: Silence[];
  /** Paragraphs that the breaker of a silence named: taken first. */
  first: string[];
  drafts: Map<string, TabledDraft>;
  amendments: Map<string, Amendment>;
  divisions: Map<string, Division>;
  meetings: Meeting[];
  votesRequested: Set<string>;
  votes: Map<string, VoteRecord>;
  /** Number of events applied, and the instant of the last. */
  steps: number;
  lastAt: Instant;
}

type Kept<T> =
  T extends Map<infer K, infer V>
    ? ReadonlyMap<K, V>
    : T extends Set<infer V>
      ? ReadonlySet<V>
      : T extends (infer E)[]
        ? readonly E[]
        : T;

/** A consultation as its readers see it: nothing in it changes. */
export type Consultation = { readonly [K in keyof ConsultationDraft]: Kept<ConsultationDraft[K]> };
