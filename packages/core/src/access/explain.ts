import type { Condition, Subject } from "./condition.ts";
import { type Decision, decide, nounOf, rolesThatMay, ruleOf } from "./decide.ts";
import type { Deed } from "./deeds/index.ts";
import type { Principal, Role } from "./role.ts";

/** The whole answer to "why may I (not) do this?". */
export interface Explanation {
  deed: Deed;
  /** What it is, as an English infinitive. */
  does: string;
  decision: Decision;
  /** Every role that may do it, with the conditions that must hold. */
  who: { role: Role; conditions: readonly Condition[] }[];
}

/**
 * Explains a decision. Without a subject the question is about the person's own account and actor: "may I invite?" means "to my actor".
 */
export function explain(principal: Principal, deed: Deed, subject?: Partial<Subject>): Explanation {
  const about: Subject = {
    kind: nounOf(deed),
    account: principal.account,
    actor: principal.actor,
    ...subject,
  };
  return {
    deed,
    does: ruleOf(deed).does,
    decision: decide(principal, deed, about),
    who: rolesThatMay(deed).map((role) => ({ role, conditions: ruleOf(deed).may[role] ?? [] })),
  };
}
