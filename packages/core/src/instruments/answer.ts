/**
 * The answers of the instruments room: exactly the bodies that `--json` prints and the API returns, so that
 * they can be compared key by key. Keys are snake_case because they are the public contract. Lists are sorted by id unless a
 * rule sorts them. Rule numbers (R…) refer to docs/methods/instruments.md.
 */
import type { Strength } from "../vocabulary/index.ts";

/** Why nothing can be said of a state and an instrument (R9). */
export type UnknownReason = "date-unsure" | "pair" | "no-list" | "before-list" | "list-ends";

/** What an instrument is to a state on a day: exactly one of these (R9). Days are `YYYY-MM-DD`. */
export type Status =
  | { kind: "not-adopted" }
  | { kind: "recommended" }
  | { kind: "in-force"; since: string }
  | { kind: "pending"; since: string }
  | { kind: "left"; since: string }
  | { kind: "signed"; date: string; known_until: string; stale: boolean }
  | { kind: "unknown"; reason: UnknownReason }
  | { kind: "not-party" };

/** [instrument id, provision as cited]. */
export type ProvisionKey = [instrument: string, provision: string];

export interface ThemeDuty {
  strength: Strength;
  /** Every provision that reaches the strength, sorted by instrument then in the order of provisions.csv. */
  by: ProvisionKey[];
}

export interface Profile {
  state: string;
  date: string;
  in_force: Record<string, string>;
  pending: Record<string, string>;
  left: Record<string, string>;
  signed_only: Record<string, string>;
  unknown: Record<string, UnknownReason>;
  not_party: string[];
  recommended: string[];
  /** Whether the state may join what it is not party to (R12): told beside a status, never part of it. */
  open_to: Record<string, "open" | "by-invitation" | "closed">;
  counts: Record<Strength, number>;
  /** `context`: provisions of context instruments in force or recommended, shown apart (R13). */
  themes: Record<string, ThemeDuty & { could_be: string[]; context: ProvisionKey[] }>;
}

export interface StateGaps {
  state: string;
  date: string;
  /** Other states of its UN regional group. */
  peers: number;
  gaps: { theme: string; strength: Strength; peers_binding: number; maybe_closed_by: string[] }[];
}

export interface GroupGaps {
  group: string;
  date: string;
  members: string[];
  themes: Record<string, { binding: number; gap_count: number; maybe_count: number }>;
}

export interface Overlaps {
  state: string;
  date: string;
  count: number;
  overlaps: {
    theme: string;
    addressee: string;
    instruments: Record<string, [provision: string, strength: Strength][]>;
  }[];
}

export interface SignedOnly {
  state: string;
  date: string;
  signed_only: { instrument: string; signed: string; known_until: string; stale: boolean }[];
}

export interface Holdouts {
  instrument: string;
  date: string;
  /** Members of the base: size. */
  base: number;
  /** Members of the base that have joined by deposit: size. */
  joined: number;
  /** Members of the base for which it is in force: size. */
  in_force: number;
  holdouts: string[];
  signed: string[];
  left: string[];
  not_party: string[];
  unknown: string[];
  /** No rows at all are held: nothing can be said of anyone, and `holdouts` is empty. */
  unknown_for_all: boolean;
}

export interface Changes {
  from: string;
  to: string;
  action_count: number;
  actions: { date: string; instrument: string; state: string; action: string }[];
  became_bound: [since: string, instrument: string, state: string][];
  ceased: [instrument: string, state: string][];
  adopted: string[];
  entered_into_force: string[];
}

export type UnreachableReason = "only-unknown" | "only-closed" | "no-instrument";

export interface Roadmap {
  state: string;
  date: string;
  target: "binding" | "qualified";
  k: number | null;
  lacking: string[];
  reachable: string[];
  /** Instruments in each optimal set. */
  size: number;
  /** Themes that an optimal set lifts to the target. */
  lifted: number;
  optimal_count: number;
  optimal: string[][];
  /** Already joined, effect later: counted in the baseline. */
  pending: string[];
  alone: Record<string, string[]>;
  by_invitation: string[];
  stale: Record<string, string>;
  unreachable: Record<string, UnreachableReason>;
  unknown_excluded: string[];
}

export interface GroupRoadmap {
  group: string;
  date: string;
  target: "binding" | "qualified";
  members: Record<string, Roadmap>;
  /** How many members' optimal sets name each instrument at least once. */
  named: Record<string, number>;
}

export interface CorridorBasis {
  origin: string;
  destination: string;
  date: string;
  /** Instruments in force for both. */
  common: string[];
  /** Soft law, recommended to both. */
  recommended: string[];
  counts: Record<Strength, number>;
  themes: Record<string, ThemeDuty>;
}

export interface MatrixCounts {
  date: string;
  states: { counts: Record<Strength, number> };
  "un-members": { counts: Record<Strength, number> };
  EUE: { counts: Record<Strength, number> };
}
