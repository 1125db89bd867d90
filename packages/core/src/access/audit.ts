import type { Deed } from "./deeds/index.ts";

/** What became of a deed: done, refused by a rule of access, or failed by a fault of the program. */
export const AUDIT_OUTCOMES = ["done", "refused", "failed"] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Small facts beside a deed. Never a name, an address or words that a person wrote: the log outlives whoever is in it. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

/** What is to be remembered. Who, for whom, as what and when the database adds by itself. */
export interface AuditEvent {
  deed: Deed;
  /** To what, by noun and id. */
  subject: { kind: string; id?: string | null | undefined };
  /** `done` unless said. */
  outcome?: AuditOutcome;
  /** Why it was refused or failed, by code. */
  reason?: string | undefined;
  detail?: AuditDetail | undefined;
}

/** A row of the log, each part as text; what isn't there is empty. */
export interface AuditRow {
  /** 1, 2, 3 … without a gap. */
  seq: number;
  /** UTC to the millisecond: `2026-11-24T21:30:00.000Z`. */
  at: string;
  account: string;
  actor: string;
  role: string;
  deed: string;
  subjectKind: string;
  subjectId: string;
  outcome: string;
  reason: string;
  /** JSON text of an object, byte for byte as it was written. */
  detail: string;
  /** Hash of the row before; of the first row: 64 zeros. */
  previous: string;
  /** SHA-256 of {@link canonicalAuditRow}, in lower-case hexadecimal digits. */
  hash: string;
}

/** Version of the canonical form; the first line of every row's. */
export const CANONICAL_FORM = "concord-audit-1";
/** What stands before the first row. */
export const NO_HASH = "0".repeat(64);

/** The parts of a row in the order of the canonical form. No part holds a control character, so that line feeds separate them. */
export const AUDIT_PARTS = [
  "seq",
  "at",
  "account",
  "actor",
  "role",
  "deed",
  "subjectKind",
  "subjectId",
  "outcome",
  "reason",
  "detail",
  "previous",
] as const satisfies readonly (keyof AuditRow)[];

/**
 * The canonical form of a row, of which the hash is taken: thirteen lines joined by a line feed, in UTF-8, without one at the end
 * (docs/operate/audit.md gives a script of ten lines that verifies an export).
 */
export function canonicalAuditRow(row: Readonly<Omit<AuditRow, "hash">>): string {
  return [CANONICAL_FORM, ...AUDIT_PARTS.map((part) => String(row[part]))].join("\n");
}
