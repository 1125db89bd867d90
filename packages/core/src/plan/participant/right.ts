import type { PlanRule } from "../refusal.ts";
import type { ParticipantKind } from "./participant.ts";

/** Stages of a consultation: open inputs, negotiated drafts, silence procedure, decision, closed. */
export const STAGE_KINDS = ["inputs", "negotiation", "silence", "decision", "closed"] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** What one may do at the table. */
export const TABLE_DEEDS = [
  "read",
  "input",
  "comment",
  "speak",
  "propose",
  "support",
  "oppose",
  "reserve",
  "break-silence",
  "sponsor",
  "vote",
  "explain",
] as const;
export type TableDeed = (typeof TABLE_DEEDS)[number];

/** A stage as far as rights depend on it. */
export interface StageTerms {
  kind: StageKind;
  /** Stakeholders may comment in this negotiating stage. */
  stakeholdersComment: boolean;
  /** Why the public may not read this stage; null: it may. Visible to everyone. */
  restricted: string | null;
}

/** Whether somebody may do something now, and why: shown to everyone beside the table of rights. */
export interface RightAnswer {
  allowed: boolean;
  rule: PlanRule;
  /** One English sentence. */
  reason: string;
}

const MEMBERS_ONLY: ReadonlySet<TableDeed> = new Set([
  "support",
  "oppose",
  "reserve",
  "break-silence",
  "sponsor",
  "vote",
  "explain",
]);

const WHEN: Readonly<Record<Exclude<TableDeed, "read">, readonly StageKind[]>> = {
  input: ["inputs"],
  comment: ["inputs", "negotiation"],
  speak: ["inputs", "negotiation", "silence", "decision"],
  propose: ["inputs", "negotiation"],
  support: ["inputs", "negotiation"],
  oppose: ["inputs", "negotiation"],
  reserve: ["inputs", "negotiation", "decision"],
  "break-silence": ["silence"],
  sponsor: ["decision"],
  vote: ["decision"],
  explain: ["decision"],
};

/**
 * Who may do what in which stage (P6).
 * @param kind `public` for whoever is no participant
 */
export function rightOf(kind: ParticipantKind | "public", deed: TableDeed, stage: StageTerms): RightAnswer {
  if (deed === "read") return readingRight(kind, stage);
  if (kind === "public") return no("The public reads; taking part is for participants.");
  if (!WHEN[deed].includes(stage.kind)) return no(`This is not done in the stage "${stage.kind}".`);
  if (kind === "member") return yes("Members negotiate.");
  if (MEMBERS_ONLY.has(deed)) return no("Only members negotiate and decide.");
  if (kind === "observer") return yes("Observers propose and speak; they don't decide.");
  return stakeholderRight(deed, stage);
}

function readingRight(kind: ParticipantKind | "public", stage: StageTerms): RightAnswer {
  if (kind !== "public") return yes("Participants read everything.");
  return stage.restricted === null
    ? yes("The public reads all that isn't marked restricted.")
    : no(`This stage is restricted to participants: ${stage.restricted}`);
}

function stakeholderRight(deed: TableDeed, stage: StageTerms): RightAnswer {
  if (stage.kind === "inputs" && (deed === "input" || deed === "comment" || deed === "speak"))
    return yes("Stakeholders give inputs and comments in the open stage.");
  if (stage.kind === "negotiation" && deed === "comment")
    return stage.stakeholdersComment
      ? yes("This consultation lets stakeholders comment on negotiated drafts.")
      : no("In negotiation stakeholders read; this consultation doesn't take their comments.");
  return no("Stakeholders give inputs and comments in the open stage, and read later.");
}

const yes = (reason: string): RightAnswer => ({ allowed: true, rule: "P6", reason });
const no = (reason: string): RightAnswer => ({ allowed: false, rule: "P6", reason });
