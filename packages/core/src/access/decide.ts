import { type Condition, holds, type Subject } from "./condition.ts";
import type { DeedRule } from "./deed-rule.ts";
import { DEEDS, type Deed } from "./deeds/index.ts";
import { type Reason, type ReasonCode, reason } from "./reason.ts";
import { type Principal, ROLES, type Role } from "./role.ts";

/** Whether something may be done, and why. */
export type Decision =
  | { allowed: true; reasons: Reason[] }
  | { allowed: false; reasons: Reason[]; cure: Reason };

/** The rule of a deed. */
export function ruleOf(deed: Deed): DeedRule {
  return DEEDS[deed];
}

/** Whether a text names a deed. */
export function isDeed(text: string): text is Deed {
  return Object.hasOwn(DEEDS, text);
}

/** Roles that may do a deed, some under conditions. */
export function rolesThatMay(deed: Deed): Role[] {
  return ROLES.filter((role) => ruleOf(deed).may[role] !== undefined);
}

/** The noun of a deed: `invitation` of `invitation.create`. */
export const nounOf = (deed: Deed): string => deed.slice(0, deed.indexOf("."));

/**
 * Decides whether someone may do something to something. What isn't allowed by the table of deeds is refused, and so is a subject that
 * doesn't tell what a condition needs to know.
 *
 * @param subject what it is done to; may be left out where the role alone decides
 * @returns the decision with every reason for it; a refusal also says what would cure it
 */
export function decide(principal: Principal, deed: Deed, subject?: Subject): Decision {
  const rule = ruleOf(deed);
  const about = subject ?? { kind: nounOf(deed) };
  const conditions = rule.may[principal.role];
  if (!conditions) return refuseRole(principal.role, deed, rule);
  const reasons = [reason("role-may", { role: principal.role, does: rule.does, deed })];
  for (const condition of conditions) {
    const held = holds(condition, principal, about);
    if (held) reasons.push(reason(condition, valuesOf(about)));
    else return refuseCondition(held === undefined ? "untold" : condition, deed, about);
  }
  return { allowed: true, reasons };
}

function refuseRole(role: Role, deed: Deed, rule: DeedRule): Decision {
  const { does } = rule;
  const others = rolesThatMay(deed);
  const persons = others.filter((other) => other !== "system");
  if (role === "anonymous" && persons.length > 0)
    return {
      allowed: false,
      reasons: [reason("sign-in-needed", { does, deed })],
      cure: reason("cure-sign-in"),
    };
  return {
    allowed: false,
    reasons: [reason("role-may-not", { role, does, deed })],
    cure: persons.length > 0 ? reason("cure-other-role", { roles: persons }) : reason("cure-program-alone"),
  };
}

const CURES: Readonly<Record<Condition, ReasonCode>> = {
  "own-account": "cure-own-account",
  "other-account": "cure-other-account",
  "own-actor": "cure-own-actor",
  "lesser-role": "cure-lesser-role",
  facilitates: "cure-facilitates",
};

function refuseCondition(condition: Condition | "untold", deed: Deed, subject: Subject): Decision {
  const values = valuesOf(subject);
  if (condition === "untold")
    return { allowed: false, reasons: [reason("subject-untold", values)], cure: reason("cure-subject") };
  const unconditional = rolesThatMay(deed).filter((role) => !ruleOf(deed).may[role]?.includes(condition));
  const roles: readonly Role[] =
    condition === "lesser-role" && unconditional.every((r) => r === "system")
      ? ["administrator"]
      : unconditional;
  return {
    allowed: false,
    reasons: [reason(`not-${condition}`, values)],
    cure: reason(CURES[condition], { ...values, roles }),
  };
}

function valuesOf({ kind, actor, role }: Subject) {
  return { kind, ...(actor ? { actor } : {}), ...(role ? { role } : {}) };
}
