import type { Language } from "./language.ts";

/** Names of a group in six languages by id; undefined for an id that isn't held. */
export function groupNames(id: string): Readonly<Record<Language, string>> | undefined {
  return GROUP_NAMES[id];
}

const GROUP_NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {};
