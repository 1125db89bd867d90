import type { Language } from "./language.ts";

/** Well-known short names of an instrument by language; a language that is missing falls back to the English title. */
export function instrumentNames(id: string): Readonly<Partial<Record<Language, string>>> | undefined {
  return INSTRUMENT_NAMES[id];
}

const INSTRUMENT_NAMES: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>> = {};
