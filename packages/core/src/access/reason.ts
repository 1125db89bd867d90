import type { Role } from "./role.ts";

/** Values that stand in the sentence of a reason. */
export interface ReasonValues {
  /** The deed's English infinitive. */
  does?: string;
  deed?: string;
  role?: Role;
  /** Roles that may. */
  roles?: readonly Role[];
  actor?: string;
  kind?: string;
}

/** One reason for or against, or a cure: a code for programs and screens, its values, and the sentence in English. */
export interface Reason {
  code: ReasonCode;
  values: ReasonValues;
  text: string;
}

/** English names of the roles, with the article, for sentences. */
const ROLE_WORDS: Readonly<Record<Role, string>> = {
  anonymous: "whoever isn't signed in",
  observer: "an observer",
  member: "a member",
  "focal-point": "a focal point",
  facilitator: "a facilitator",
  secretariat: "the secretariat",
  administrator: "an administrator",
  system: "the program itself",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const roleWords = (role: Role | undefined) => (role ? ROLE_WORDS[role] : "this role");

/** "an administrator or the secretariat". */
function listOfRoles(roles: readonly Role[] = []): string {
  const words = roles.filter((role) => role !== "system").map((role) => ROLE_WORDS[role]);
  const last = words.pop();
  if (last === undefined) return "nobody but the program itself";
  return words.length === 0 ? last : `${words.join(", ")} or ${last}`;
}

const SENTENCES = {
  "role-may": ({ role, does }) => `${capital(roleWords(role))} may ${does}.`,
  "role-may-not": ({ role, does }) => `${capital(roleWords(role))} may not ${does}.`,
  "sign-in-needed": ({ does }) => `Only a person who is signed in may ${does}.`,
  "own-account": ({ kind }) => `The ${kind} is your own.`,
  "not-own-account": ({ kind }) => `The ${kind} is not your own.`,
  "other-account": () => "It is another person's, as it has to be.",
  "not-other-account": () => "A second person has to do this: it is your own.",
  "own-actor": ({ actor }) => `You act for ${actor ?? "it"}.`,
  "not-own-actor": ({ actor }) =>
    actor
      ? `It belongs to ${actor}, and you don't act for that actor.`
      : "It belongs to no actor for which you act.",
  "lesser-role": ({ role }) => `The role in question, ${roleWords(role)}, stands below your own.`,
  "not-lesser-role": ({ role }) => `The role in question, ${roleWords(role)}, does not stand below your own.`,
  facilitates: () => "You facilitate this consultation.",
  "not-facilitates": () => "You don't facilitate this consultation.",
  "subject-untold": ({ kind }) => `What the ${kind} belongs to was not told, and without it nobody may.`,
  "cure-sign-in": () => "Sign in.",
  "cure-other-role": ({ roles }) => `Ask ${listOfRoles(roles)}, or act in that role if it is yours.`,
  "cure-program-alone": () => "Nobody needs to: the program does it by itself.",
  "cure-own-account": () => "Ask the person whose it is.",
  "cure-other-account": () => "Ask another administrator.",
  "cure-own-actor": ({ actor }) =>
    actor ? `Act for ${actor} if you belong to it, or ask its focal point.` : "Choose for whom you act.",
  "cure-lesser-role": ({ roles }) => `Ask ${listOfRoles(roles)}.`,
  "cure-facilitates": () => "Ask a facilitator of this consultation, or the secretariat.",
  "cure-subject": () => "Ask about one thing by its id.",
} as const satisfies Record<string, (values: ReasonValues) => string>;

export type ReasonCode = keyof typeof SENTENCES;

/** Every code, for the screens that word them in six languages. */
export const REASON_CODES = Object.keys(SENTENCES) as ReasonCode[];

/** Makes a reason with its English sentence. */
export function reason(code: ReasonCode, values: ReasonValues = {}): Reason {
  return { code, values, text: SENTENCES[code](values) };
}
