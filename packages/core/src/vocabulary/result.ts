/**
 * An answer, or the reason why there is none. Rules never throw for what a person may have typed: they return
 * a refusal, which the server turns into a status (RFC 9457), the screen into a sentence and the command line
 * into a line and exit code 2.
 */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Why a question can't be answered and what would cure it. */
export interface Refusal {
  /** Kind, stable for programs: `unknown-state`, `impossible-date` … */
  code: RefusalCode;
  /** The place: the parameter at fault, e.g. `state`, `date`, `k`. */
  parameter: string;
  /** What is wrong, one English sentence without trailing advice. */
  detail: string;
  /** What to do, one English sentence. */
  cure: string;
}

export type RefusalCode =
  | "unknown-state"
  | "unknown-group"
  | "unknown-instrument"
  | "unknown-theme"
  | "unknown-plan"
  | "impossible-date"
  | "date-out-of-range"
  | "dates-out-of-order"
  | "same-state-twice"
  | "not-a-state"
  | "out-of-range"
  | "unknown-option"
  | "no-solution-in-time";

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (
  code: RefusalCode,
  parameter: string,
  detail: string,
  cure: string,
): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, parameter, detail, cure },
});
