import type { Action } from "../content/action.ts";
import type { Ballot, Majority, RollLine } from "../decision/vote.ts";
import type { Question } from "../decision/vote-order.ts";
import type { ParagraphKind, ParagraphPlace } from "../name/paragraph.ts";
import type { Participant } from "../participant/participant.ts";
import type { StageKind } from "../participant/right.ts";
import type { SpeakingGroup, Stance } from "../participant/speaking-group.ts";
import type { Instant } from "../procedure/instant.ts";
import type { SilenceEffect, SilenceLength } from "../procedure/silence.ts";
import type { Seat } from "../procedure/working-day.ts";
import type { TextRange } from "../text/grapheme.ts";
import type { RuleSet } from "./rule-set.ts";

/** A paragraph as it is put into a text, before it has a name. */
export interface NewParagraph extends ParagraphPlace {
  text: string;
}

/** In whose name a filing is made beside its author (P7). */
export interface NamedFiling {
  group: string | null;
  inNameOf: readonly string[];
}

/** What a proposal wants (P2). An amendment with an empty range inserts, with empty words deletes. */
export type ProposalKind = "add" | "amend" | "delete" | "merge" | "move" | "comment";

export interface ProposalData extends NamedFiling {
  kind: ProposalKind;
  /** The paragraph it is about; for an addition the one it follows, null for the first. */
  paragraph: string | null;
  /** The edition of that paragraph's text on which it was written: 0 the text of the last version, and one more for each change since. */
  edition: number;
  /** The words it is about; null for the whole paragraph. */
  range: TextRange | null;
  words: string;
  /** For an addition: what kind of paragraph, under which, and whether as an alternative to `paragraph`. */
  addition: { kind: ParagraphKind; parent: string | null; alternative: boolean } | null;
  /** For a merger the paragraphs to be merged into `paragraph`; for a move the one it is to follow (none: first). */
  others: readonly string[];
  explanation: string;
}

/** What a facilitator does to the text (P4). Insertion and striking out answer proposals to add and to delete. */
export type StreamliningAct = "rephrase" | "merge" | "move" | "insert" | "strike";

/** Everything that can happen in a consultation, by name. */
export interface EventData {
  "consultation-opened": {
    title: string;
    body: string;
    agendaItem: string;
    language: string;
    ruleSet: RuleSet;
    seat: Seat;
    facilitators: readonly string[];
    participants: readonly Participant[];
    moderationPolicy: string;
  };
  "facilitator-appointed": { actor: string; reason: string };
  "facilitator-withdrew": { reason: string };
  "participant-admitted": Participant;
  "participant-left": { reason: string };
  "stage-begun": {
    kind: StageKind;
    deadline: Instant | null;
    stakeholdersComment: boolean;
    restricted: string | null;
  };
  "deadline-set": { deadline: Instant | null; reason: string };
  "group-filed": SpeakingGroup;
  "group-joined": { group: string };
  "group-left": { group: string };
  "late-filing-kept": { filing: LateFiling };
  "late-filing-admitted": { filing: string; reason: string };
  "input-given": { paragraph: string | null; text: string };
  "statement-made": NamedFiling & { text: string };
  moderated: { target: string; hidden: boolean; reason: string };
  "draft-issued": {
    title: string;
    paragraphs: readonly NewParagraph[];
    actions: readonly (readonly [string, Action])[];
  };
  "revision-issued": { reason: string };
  "action-set": { paragraph: string; action: Action };
  "proposal-filed": ProposalData;
  "proposal-withdrawn": { proposal: string; reason: string };
  "proposal-reattached": { proposal: string; edition: number; range: TextRange };
  "position-taken": { proposal: string; stance: Stance | null; note: string };
  dissociated: { proposal: string; reason: string };
  streamlined: {
    act: StreamliningAct;
    /** The paragraph changed; for an insertion the one it follows, null for the first. */
    paragraph: string | null;
    edition: number;
    /** The new text; empty for a move or a striking out. */
    text: string;
    /** For a merger the paragraphs merged into it, for a move the one it is put after (none: first). */
    others: readonly string[];
    addition: { kind: ParagraphKind; parent: string | null } | null;
    /** The proposals it answers. */
    answers: readonly string[];
    note: string;
  };
  insisted: { proposal: string; reason: string };
  "ad-ref-asked": { paragraph: string };
  "ad-ref-objected": { paragraph: string; reason: string };
  "ad-ref-recorded": { paragraph: string };
  "reopening-requested": { paragraph: string; reason: string };
  "silence-opened": { length: SilenceLength; effect: SilenceEffect };
  "silence-extended": { until: Instant; reason: string };
  "silence-broken": { reason: string; paragraphs: readonly string[] };
  "silence-closed": Record<string, never>;
  "draft-tabled": {
    symbol: string;
    agendaItem: string;
    title: string;
    version: string;
    sponsors: readonly string[];
  };
  "draft-circulated": { draft: string };
  "sponsor-joined": { draft: string };
  "draft-withdrawn": { draft: string };
  "draft-reintroduced": { draft: string };
  "amendment-tabled": { draft: string; change: AmendmentChange };
  "vote-order-stated": {
    amendments: readonly { amendment: string; furthest: number; implies: readonly string[] }[];
  };
  "division-requested": { draft: string; paragraphs: readonly string[] };
  "division-objected": { division: string; reason: string };
  "meeting-opened": { present: readonly string[]; notEntitled: readonly string[] };
  "vote-requested": { draft: string };
  "adopted-by-consensus": { draft: string };
  "vote-taken": {
    question: Question;
    majority: Majority;
    /** The member drawn by lot for a roll-call; null: a recorded vote without one. */
    drawn: string | null;
    lines: readonly RollLine[];
  };
  "vote-corrected": { vote: string; meant: Ballot };
  explained: { draft: string; when: "before" | "after"; text: string };
  "position-stated": { draft: string; kind: "dissociation" | "reservation"; text: string };
}

/** What an amendment does to a paragraph of the draft: new words, none at all, or a new paragraph after it. */
export type AmendmentChange =
  | { kind: "text"; paragraph: string; text: string }
  | { kind: "deletion"; paragraph: string }
  | {
      kind: "addition";
      after: string | null;
      paragraphKind: ParagraphKind;
      parent: string | null;
      text: string;
    };

export type EventType = keyof EventData;

/** In which capacity somebody acts: a facilitator, the secretariat and the program itself act for the table, a participant for itself. */
export type Capacity = "participant" | "facilitator" | "secretariat" | "system";

/** One step of a consultation, as the public log keeps it for good. */
export type EventOf<T extends EventType> = {
  type: T;
  /** By the server's clock. */
  at: Instant;
  /** Actor on whose behalf. */
  by: string;
  as: Capacity;
  data: EventData[T];
};
export type ConsultationEvent = { [T in EventType]: EventOf<T> }[EventType];

/** A filing that came after its deadline, kept with its words. */
export interface LateFiling {
  at: Instant;
  by: string;
  content:
    | { type: "proposal-filed"; data: ProposalData }
    | { type: "input-given"; data: EventData["input-given"] }
    | { type: "position-taken"; data: EventData["position-taken"] };
}
