import type { Language } from "./language.ts";

/** A name in each of the six languages. */
export type Names = Readonly<Record<Language, string>>;

/** Names by id. */
export type NamesById = Readonly<Record<string, Names>>;

/** A name where it is well known; a language that is missing falls back to the title in English. */
export type SomeNames = Readonly<Partial<Record<Language, string>>>;
