/**
 * An answer, or the reason why there is none. Nothing in this package throws for what a person may have typed or for
 * what a file may hold: it returns a refusal, which the command line turns into one line and exit code 2, and a server
 * into a status.
 */
export type Result<T> = { ok: true; value: T } | Refused;

export interface Refused {
  ok: false;
  refusal: Refusal;
}

/** Why a question can't be answered and what would cure it. */
export interface Refusal {
  /** Kind, stable for programs. */
  code: RefusalCode;
  /** The place: the option, column, row or file at fault, e.g. `k`, `column age`, `row 17`. */
  parameter: string;
  /** What is wrong, one English sentence. */
  detail: string;
  /** What to do, one English sentence. */
  cure: string;
}

export type RefusalCode =
  | "unreadable-file"
  | "damaged-file"
  | "wrong-encoding"
  | "wrong-width"
  | "stray-quote"
  | "no-rows"
  | "unknown-column"
  | "duplicate-column"
  | "too-many-values"
  | "too-large"
  | "formula"
  | "out-of-range"
  | "unknown-option"
  | "impossible"
  | "over-budget"
  | "damaged-ledger"
  | "already-there";

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (code: RefusalCode, parameter: string, detail: string, cure: string): Refused => ({
  ok: false,
  refusal: { code, parameter, detail, cure },
});

/** A refusal as the one line that the command line prints. */
export const sayRefusal = (refusal: Refusal): string =>
  `${refusal.parameter}: ${refusal.detail} ${refusal.cure}`;
