/** The rules of the plan room by which decisions are made, as docs/methods/plan.md numbers them. */
export const PLAN_RULES = [
  "P1",
  "P2",
  "P3",
  "P4",
  "P5",
  "P6",
  "P7",
  "P8",
  "P9",
  "P10",
  "P11",
  "P12",
  "P13",
  "P14",
  "P15",
] as const;
export type PlanRule = (typeof PLAN_RULES)[number];

/** Why a step of a consultation is not taken, by which rule, and what would cure it. */
export interface PlanRefusal {
  rule: PlanRule;
  /** Kind, stable for programs: `after-deadline`, `not-entitled` … */
  code: string;
  /** The part of what was asked that is at fault: `range`, `reason`, `members` … */
  place: string;
  /** What is wrong, one English sentence without trailing advice. */
  detail: string;
  /** What to do, one English sentence. */
  cure: string;
}

/** An answer, or the refusal that stands in its place. */
export type Ruled<T> = { ok: true; value: T } | { ok: false; refusal: PlanRefusal };

export const granted = <T>(value: T): Ruled<T> => ({ ok: true, value });

export function refusal(
  rule: PlanRule,
  code: string,
  place: string,
  detail: string,
  cure: string,
): PlanRefusal {
  return { rule, code, place, detail, cure };
}

export function refused(...parts: Parameters<typeof refusal>): { ok: false; refusal: PlanRefusal } {
  return { ok: false, refusal: refusal(...parts) };
}
