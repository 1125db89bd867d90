/**
 * Why something was not taken: the place (file, row, field, schema path), what is wrong there and what to do about it.
 * Never holds a person's value from a record: messages end up on terminals and in logs.
 */
export interface Refusal {
  place: string;
  reason: string;
  cure: string;
}

/** A value, or the reasons why there is none. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusals: readonly Refusal[] };

/** Wraps a value as a success. */
export function accepted<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** One line for a person: place, reason, cure. */
export function sayRefusal(refusal: Refusal): string {
  return `${refusal.place}: ${refusal.reason}; ${refusal.cure}`;
}
