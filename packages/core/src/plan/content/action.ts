import type { Pillar } from "../../vocabulary/index.ts";

/** Which side of trafficking an action works on (A/64/691: "equal targeting of the demand and supply sides"). */
export type Side = "demand" | "supply" | "both" | "none";

/**
 * How far an action aims at something, as the OECD-DAC policy markers do: 0 not targeted, 1 significant, 2 principal objective.
 * A marker that nobody has set is absent: "not assessed" is never 0.
 */
export type Marker = 0 | 1 | 2;

/** What markers are set for: each pillar, both sides, gender, age, and the forms of exploitation. */
export const MARKER_SUBJECTS = [
  "prevention",
  "protection",
  "prosecution",
  "partnership",
  "demand",
  "supply",
  "gender",
  "age",
  "sexual",
  "labour",
  "servitude",
  "child-sexual",
  "organs",
] as const;
export type MarkerSubject = (typeof MARKER_SUBJECTS)[number];

/** The forms of exploitation among the subjects of markers, as the coding of provisions names them. */
export const EXPLOITATION_FORMS = ["sexual", "labour", "servitude", "child-sexual", "organs"] as const;
export type ExploitationForm = (typeof EXPLOITATION_FORMS)[number];

/** A marker with where it comes from: set by a person, or read off pillar and theme by the stated table. */
export interface SetMarker {
  value: Marker;
  basis: "set" | "place";
}

/** What is asked of one actor or class beyond what is asked of all (M9: differentiated responsibilities). */
export interface Responsibility {
  /** Code of a state, id of an actor, or class of actors (see `actor-class.ts`). */
  who: string;
  what: string;
}

/** What an action of a plan carries beside its words. */
export interface Action {
  theme: string;
  /** The pillar under which the plan puts it; null in a preamble or general part. */
  pillar: Pillar | null;
  /** Actors or classes that are to act. */
  responsible: readonly string[];
  /** Actors or classes that are to help. */
  supporting: readonly string[];
  responsibilities: readonly Responsibility[];
  /** `YYYY-MM-DD`; null when the plan names none. */
  deadline: string | null;
  /** What tells that it is done; null when the plan names none. */
  indicator: string | null;
  /** Amount in whole units of a currency (ISO 4217); null when the plan names none. */
  budget: { amount: number; currency: string } | null;
  markers: Readonly<Partial<Record<MarkerSubject, SetMarker>>>;
  /** Paragraph of the source, as the source numbers it; null for an action of our own. */
  source: { document: string; paragraph: string; checked: boolean } | null;
}
