import type { Language } from "./language.ts";

/** Labels of a theme in six languages by id; undefined for an id that isn't held. */
export function themeNames(id: string): Readonly<Record<Language, string>> | undefined {
  return THEME_NAMES[id];
}

const THEME_NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {};
