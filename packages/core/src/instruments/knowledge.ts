import type { State, Strength, Theme } from "../vocabulary/index.ts";

/** A treaty, directive or soft-law text: one row of `instruments.csv` with its relevance. */
export interface Instrument {
  id: string;
  shortTitle: string;
  title: string;
  kind: InstrumentKind;
  body: string;
  depositary: string;
  /** Adopted on; a month only for one of them. */
  adopted: string;
  /** Entered into force on; empty for soft law or where not established here. */
  inForce: string;
  /** `global` or a membership column of `states.csv`. */
  region: string;
  binding: boolean;
  /** From `provisions_sources.csv`; empty where no provision is coded. Only core and related ones count (R13). */
  relevance: Relevance | "";
  sourceNote: string;
}
export type InstrumentKind =
  | "treaty"
  | "protocol"
  | "ilo-convention"
  | "ilo-protocol"
  | "regional-convention"
  | "eu-directive"
  | "soft-law";
export type Relevance = "core" | "related" | "context";

/** One rule of one provision on one theme: a row of `provisions.csv`. */
export interface Provision {
  instrument: string;
  /** Cited as lawyers do, e.g. `art. 6(3)(a)`. */
  provision: string;
  theme: string;
  strength: Exclude<Strength, "none">;
  addressee: string;
  side: "supply" | "demand" | "both" | "none";
  exploitation: string;
  persons: string;
  /** Our own words; a pointer, not the text. Empty in the compact form sent to the browser. */
  paraphrase: string;
  /** Whether the coding was checked against a stored text. */
  checked: boolean;
}

/** One act of one state: a row of `participation.csv`. `date` may be partial (R3). */
export interface Participation {
  instrument: string;
  iso3: string;
  action: ParticipationAction;
  date: string;
  asOf: string;
  source: string;
}
export type ParticipationAction =
  | "signature"
  | "ratification"
  | "accession"
  | "succession"
  | "acceptance"
  | "approval"
  | "formal-confirmation"
  | "denunciation";

/** Waiting period between deposit and effect: a row of `effect_rules.csv`. `instrument` may end in `*`. */
export interface EffectRule {
  instrument: string;
  rule: string;
  article: string;
  checked: boolean;
}

/** Up to when participation in an instrument is known; empty `asOf`: absence says nothing (R9). */
export interface Coverage {
  instrument: string;
  asOf: string;
  partiesHeld: number;
  signaturesHeld: number;
  yearOnlyDates: number;
  partiesStated: number | null;
  statedAsOf: string;
  statedSource: string;
  note: string;
}

/** A dated membership: a row of `memberships.csv`; `to` is the last day, empty while it lasts. */
export interface MembershipPeriod {
  group: string;
  iso3: string;
  from: string;
  to: string;
}

/** Everything the instruments room reasons on, as read from the store. Pure data, no index. */
export interface Knowledge {
  /** The day on which the knowledge base was collected, `YYYY-MM-DD`. */
  collectedOn: string;
  states: readonly State[];
  themes: readonly Theme[];
  instruments: readonly Instrument[];
  provisions: readonly Provision[];
  participation: readonly Participation[];
  effectRules: readonly EffectRule[];
  coverage: readonly Coverage[];
  memberships: readonly MembershipPeriod[];
}
