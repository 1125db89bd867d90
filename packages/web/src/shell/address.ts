/**
 * The whole state of a view stands in the address. Reading an address never fails: what can't be read is left out, so a
 * mistyped link still opens a page. Values are plain text (`when=2010-02-24`), lists are joined by commas.
 */
import { FIRST_DAY } from "@concord/core/instruments";
import { type IsoDay, LANGUAGES, type Language, parseDay } from "@concord/core/vocabulary";

/** Search parameters as text, before a page reads them. */
export type RawSearch = Readonly<Record<string, unknown>>;

/** What every page shares: who is asked about, on which day, in which language. Left out: the world, today, the reader's language. */
export interface SharedSearch {
  /** A state's ISO 3166-1 alpha-3 code, or a group's slug. */
  who?: string | undefined;
  when?: IsoDay | undefined;
  lang?: Language | undefined;
}

/** Splits `?a=1&b=x,y` into text values; the last of a repeated key counts. */
export function parseAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes search parameters in their order, without those left out; commas and colons stay readable. */
export function writeAddress(search: RawSearch): string {
  const pairs = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([key, value]) => `${encodeURIComponent(key)}=${readable(String(value))}`);
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

const readable = (value: string) => encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":");

/** Reads a parameter that must be one of a few words. */
export function readChoice<T extends string>(
  raw: RawSearch,
  key: string,
  choices: readonly T[],
): T | undefined {
  const value = raw[key];
  return choices.find((choice) => choice === value);
}

/** Reads a whole number between two bounds. */
export function readNumber(raw: RawSearch, key: string, least: number, most: number): number | undefined {
  const value = typeof raw[key] === "number" ? raw[key] : Number(String(raw[key] ?? "x"));
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** Reads an identifier: a state's code, a group, an instrument, a theme. Whether it is known is for the page to say. */
export function readId(raw: RawSearch, key: string): string | undefined {
  const value = raw[key];
  return typeof value === "string" && /^[\p{L}\p{N}._-]{2,60}$/u.test(value) ? value : undefined;
}

/** Reads a list of identifiers joined by commas, or already a list, at most `most`, each once. */
export function readIds(raw: RawSearch, key: string, most: number): string[] | undefined {
  const value = raw[key];
  const parts: unknown[] = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [];
  const ids = parts.flatMap((id) => readId({ id }, "id") ?? []);
  return ids.length > 0 ? [...new Set(ids)].slice(0, most) : undefined;
}

/** Reads a day from 1904-01-01 on (R2); later than `last` becomes undefined, that is today. */
export function readDay(raw: RawSearch, key: string, last: IsoDay): IsoDay | undefined {
  const value = raw[key];
  if (typeof value !== "string" || parseDay(value) === undefined) return undefined;
  return value >= FIRST_DAY && value <= last ? value : undefined;
}

/** Reads a short text a person typed, such as a filter. */
export function readText(raw: RawSearch, key: string): string | undefined {
  const value = raw[key];
  return typeof value === "string" && value.length > 0 ? value.slice(0, 100) : undefined;
}

/** Reads what every page shares. */
export function readShared(raw: RawSearch, today: IsoDay): SharedSearch {
  return {
    who: readId(raw, "who"),
    when: readDay(raw, "when", today),
    lang: readChoice(raw, "lang", LANGUAGES),
  };
}
