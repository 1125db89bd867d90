/** Who may do what to what, and why. Pure: no clock, no database; the store's row policies repeat it underneath. */
export * from "./administrators.ts";
export * from "./audit.ts";
export type { Condition, Subject } from "./condition.ts";
export * from "./decide.ts";
export type { DeedRule } from "./deed-rule.ts";
export { type ConditionalDeed, DEED_NAMES, type Deed } from "./deeds/index.ts";
export * from "./explain.ts";
export * from "./reason.ts";
export * from "./role.ts";
