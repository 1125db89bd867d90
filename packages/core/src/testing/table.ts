import { createHash } from "node:crypto";
import {
  applyEvent,
  type Capacity,
  type Consultation,
  type ConsultationEvent,
  type EventData,
  type EventType,
  type NewParagraph,
  type Outcome,
  type ProposalData,
  type RuleSet,
  UN_GENERAL_ASSEMBLY,
} from "../plan/index.ts";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Members A1 … A5, an observer organization and an NGO around one table in New York. All made up. */
export const MEMBERS = ["A1", "A2", "A3", "A4", "A5"];
const PARTICIPANTS = [
  ...MEMBERS.map((actor) => ({ actor, kind: "member" as const })),
  { actor: "igo-x", kind: "observer" as const },
  { actor: "ngo-y", kind: "stakeholder" as const },
];

/** A zero draft of two operative paragraphs, a sub-paragraph and a preambular one. */
export const ZERO_DRAFT: NewParagraph[] = [
  { id: "pp", kind: "preambular", parent: null, text: "Deeply concerned about trafficking in persons," },
  { id: "one", kind: "operative", parent: null, text: "Urges States to protect victims of trafficking;" },
  { id: "sub", kind: "sub", parent: "one", text: "By means of shelter and health care;" },
  { id: "two", kind: "operative", parent: null, text: "Decides to remain seized of the matter." },
];

/** A consultation under test: each call is a step, an hour after the one before unless told otherwise. */
export class Table {
  state: Consultation | undefined;
  readonly log: ConsultationEvent[] = [];
  now = Date.parse("2026-11-02T15:00:00.000Z");

  /** Takes a step; refused or not, the answer comes back. */
  take<T extends EventType>(
    type: T,
    data: EventData[T],
    by = "f",
    as: Capacity = "participant",
    hours = 1,
  ): Outcome {
    const at = new Date(this.now + hours * 3_600_000).toISOString();
    const event = { type, at, by, as, data } as ConsultationEvent;
    const outcome = applyEvent(this.state, event, { hash: sha256 });
    if (outcome.ok) {
      this.state = outcome.state;
      this.log.push(event);
      this.now = Date.parse(at);
    }
    return outcome;
  }

  /** Takes a step that must be granted, and says what it made. */
  done<T extends EventType>(
    type: T,
    data: EventData[T],
    by = "f",
    as: Capacity = by === "f" ? "facilitator" : "participant",
    hours = 1,
  ): string {
    const outcome = this.take(type, data, by, as, hours);
    if (!outcome.ok) throw new Error(`${type}: ${outcome.refusal.rule} ${outcome.refusal.detail}`);
    return outcome.decision.made ?? "";
  }

  /** The state, once open. */
  get held(): Consultation {
    if (!this.state) throw new Error("not open");
    return this.state;
  }

  propose(by: string, change: Partial<ProposalData>): string {
    return this.done("proposal-filed", proposal(change), by);
  }
}

/** A proposal on OP1 with nothing special about it. */
export function proposal(change: Partial<ProposalData>): ProposalData {
  return {
    kind: "amend",
    paragraph: "one",
    edition: 0,
    range: null,
    words: "",
    addition: null,
    others: [],
    explanation: "",
    group: null,
    inNameOf: [],
    ...change,
  };
}

/** A table at which the zero draft is being negotiated. */
export function negotiatingTable(
  ruleSet: RuleSet = UN_GENERAL_ASSEMBLY,
  text: readonly NewParagraph[] = ZERO_DRAFT,
): Table {
  const table = new Table();
  table.done(
    "consultation-opened",
    {
      title: "A plan of Organization A",
      body: "Organization A",
      agendaItem: "1",
      language: "en",
      ruleSet,
      seat: { timeZone: "America/New_York", weekend: [0, 6], holidays: [] },
      facilitators: ["f"],
      participants: PARTICIPANTS,
      moderationPolicy: "Words that name a victim are hidden.",
    },
    "s",
    "secretariat",
  );
  table.done("draft-issued", { title: "Draft", paragraphs: text, actions: [] });
  table.done("stage-begun", {
    kind: "negotiation",
    deadline: null,
    stakeholdersComment: false,
    restricted: null,
  });
  return table;
}
