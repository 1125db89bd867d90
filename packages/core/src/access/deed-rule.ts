import type { Condition } from "./condition.ts";
import type { Role } from "./role.ts";

/** Who may do a deed: each role with the conditions that must all hold; an empty list lets the role do it always. */
export type Permission = Readonly<Partial<Record<Role, readonly Condition[]>>>;

/** One deed: a verb on a noun, as `invitation.create`. */
export interface DeedRule {
  /** What it is, as an English infinitive: "invite a person to an actor". */
  does: string;
  may: Permission;
}

/** A file of deeds, by name. */
export type DeedTable = Readonly<Record<`${string}.${string}`, DeedRule>>;

/** The role may do it whatever the subject. */
const ALWAYS = [] as const;

/** Everybody, signed in or not, and the program. */
export const EVERYBODY = {
  anonymous: ALWAYS,
  observer: ALWAYS,
  member: ALWAYS,
  "focal-point": ALWAYS,
  facilitator: ALWAYS,
  secretariat: ALWAYS,
  administrator: ALWAYS,
  system: ALWAYS,
} as const;

const OWN = ["own-account"] as const;

/** Every signed-in person, about themselves alone. */
export const OWN_ACCOUNT = {
  observer: OWN,
  member: OWN,
  "focal-point": OWN,
  facilitator: OWN,
  secretariat: OWN,
  administrator: OWN,
} as const;

/** Those who run this server, and the program. */
export const ADMINISTRATORS = { administrator: ALWAYS, system: ALWAYS } as const;

/** Those who run the work, and the program. */
export const SECRETARIAT = { secretariat: ALWAYS, ...ADMINISTRATORS } as const;
