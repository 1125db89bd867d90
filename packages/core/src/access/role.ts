/**
 * In which capacity someone acts. `anonymous` is whoever isn't signed in, `system` the program itself: loading the knowledge base,
 * jobs, the command line of whoever runs the server. A facilitator is one only where the consultation names them.
 */
export const ROLES = [
  "anonymous",
  "observer",
  "member",
  "focal-point",
  "facilitator",
  "secretariat",
  "administrator",
  "system",
] as const;
export type Role = (typeof ROLES)[number];

/** On whose behalf something is done. */
export interface Principal {
  /** Opaque id of the account; null when nobody is signed in, and for the program itself. */
  account: string | null;
  /** For whom the person acts: ISO 3166-1 alpha-3 code of a state, or id of an organization; null for nobody. */
  actor: string | null;
  role: Role;
}

export const ANONYMOUS: Principal = { account: null, actor: null, role: "anonymous" };
/** The program itself. */
export const SYSTEM: Principal = { account: null, actor: null, role: "system" };

/** The actor for which administrators and the secretariat act. */
export const SECRETARIAT_ACTOR = "concord-secretariat";

/**
 * Standing of the roles that a person can be given at an actor, for the rule that nobody gives or takes a role as high as their own.
 * A facilitator stands beside the members: the role counts in one consultation alone.
 */
const STANDING: Readonly<Record<Role, number>> = {
  anonymous: 0,
  observer: 1,
  member: 2,
  facilitator: 2,
  "focal-point": 3,
  secretariat: 4,
  administrator: 5,
  system: 6,
};

/** Whether the first role stands below the second. */
export function standsBelow(role: Role, other: Role): boolean {
  return STANDING[role] < STANDING[other];
}
