import type { Names, NamesById } from "../names.ts";
import { PARTNERSHIP_THEMES } from "./partnership.ts";
import { PREVENTION_THEMES } from "./prevention.ts";
import { PROSECUTION_THEMES } from "./prosecution.ts";
import { PROTECTION_THEMES } from "./protection.ts";

const THEME_NAMES: NamesById = {
  ...PREVENTION_THEMES,
  ...PROTECTION_THEMES,
  ...PROSECUTION_THEMES,
  ...PARTNERSHIP_THEMES,
};

/** Labels of a theme in six languages; undefined for an id that is no theme of `themes.csv`. Our own translation. */
export function themeNames(id: string): Names | undefined {
  return THEME_NAMES[id];
}
