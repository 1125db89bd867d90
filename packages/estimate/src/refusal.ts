/**
 * How this package says no. A rule that cannot answer returns a refusal that names the place and the cure;
 * nothing here throws for bad data, and nothing returns a number that could be mistaken for an answer.
 */
export interface Refusal {
  /** Short fixed word for programs, such as "negative-count". */
  readonly code: string;
  /** Where: "row 4, column count", "list PF", "model [A:B]". */
  readonly place: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do about it, in a sentence. */
  readonly cure: string;
}

/** A value, or the reason why there is none. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** Wraps a value as a successful outcome. */
export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Builds a failed outcome. */
export function refuse(
  code: string,
  place: string,
  message: string,
  cure: string,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, place, message, cure } };
}

/** One line for a terminal or a log: place, message, cure. */
export function sayRefusal(refusal: Refusal): string {
  return `${refusal.place}: ${refusal.message} ${refusal.cure}`;
}
