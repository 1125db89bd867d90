import { type Principal, type Role, standsBelow } from "./role.ts";

/** What a deed is done to, as far as the question of access needs to know it. */
export interface Subject {
  /** Noun of the table: `invitation`, `account`, `proposal`. */
  kind: string;
  id?: string;
  /** The account that it belongs to or is about. */
  account?: string | null;
  /** The actor that it belongs to or is about. */
  actor?: string | null;
  /** The role that would be given or taken. */
  role?: Role;
  /** Accounts that facilitate the consultation it belongs to. */
  facilitators?: readonly string[];
}

/**
 * What must hold between a person and a subject besides the role.
 * - `own-account`: it is the person's own
 * - `other-account`: it isn't: a second person has to do it
 * - `own-actor`: it belongs to the actor for which the person acts
 * - `lesser-role`: the role given or taken stands below the person's own
 * - `facilitates`: the person facilitates the consultation it belongs to
 */
export type Condition = "own-account" | "other-account" | "own-actor" | "lesser-role" | "facilitates";

/** Whether a condition holds; undefined when the subject doesn't tell, which counts as no. */
export function holds(condition: Condition, principal: Principal, subject: Subject): boolean | undefined {
  switch (condition) {
    case "own-account":
      return subject.account === undefined
        ? undefined
        : principal.account !== null && subject.account === principal.account;
    case "other-account":
      return subject.account === undefined
        ? undefined
        : principal.account !== null && subject.account !== principal.account;
    case "own-actor":
      return subject.actor === undefined
        ? undefined
        : principal.actor !== null && subject.actor === principal.actor;
    case "lesser-role":
      return subject.role === undefined ? undefined : standsBelow(subject.role, principal.role);
    case "facilitates":
      return subject.facilitators === undefined
        ? undefined
        : principal.account !== null && subject.facilitators.includes(principal.account);
  }
}
