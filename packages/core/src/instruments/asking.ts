import type { IsoDay, Language, Refusal, Result, State, Theme } from "../vocabulary/index.ts";
import {
  groupNames,
  instrumentNames,
  LANGUAGES,
  ok,
  parseDay,
  parsePartialDate,
  refuse,
  themeNames,
} from "../vocabulary/index.ts";
import { type Group, listGroups } from "./group.ts";
import type { Instrument } from "./knowledge.ts";
import type { Law } from "./law.ts";
import { closestNames, foldName } from "./name.ts";

/** The first day that can be asked: the year of the first agreement against the traffic. */
export const FIRST_DAY: IsoDay = "1904-01-01";

/**
 * Reads the date of a question (R2).
 * @param text what a person typed
 * @param today the last day that can be asked, `YYYY-MM-DD`
 */
export function askDay(text: string, today: IsoDay, parameter = "date"): Result<IsoDay> {
  const typed = text.trim();
  const cure = `Give a full date from ${FIRST_DAY} to ${today}, such as 2010-02-24.`;
  if (parseDay(typed) === undefined) {
    const partial = parsePartialDate(typed) !== undefined;
    const why = partial ? "is a year or month, not a day" : "is no day of the calendar";
    return refuse("impossible-date", parameter, `"${shown(typed)}" ${why}.`, cure);
  }
  if (typed < FIRST_DAY)
    return refuse("date-out-of-range", parameter, `${typed} lies before the first treaty held.`, cure);
  if (typed > today) return refuse("date-out-of-range", parameter, `${typed} lies in the future.`, cure);
  return ok(typed);
}

/**
 * Finds a state by ISO code (three or two letters) or by its name in any of the six languages or at the UN, without
 * regard to case, accents or punctuation (R2). A refusal suggests the closest names.
 */
export function askState(law: Law, text: string, parameter = "state"): Result<State> {
  return find({
    text,
    rows: law.states,
    namesOf: (state) => [
      state.iso3,
      state.iso2,
      ...LANGUAGES.map((language) => state.names[language]),
      state.unEn,
    ],
    show: (state) => `${state.names.en} (${state.iso3})`,
    refuse: (detail, cure) => refuse("unknown-state", parameter, detail, cure),
    what: "state",
    where: "Use an ISO code such as BGD, or a name in one of the six languages of the United Nations",
  });
}

/** Short forms people use beside the names. */
const ACRONYMS: Readonly<Record<string, readonly string[]>> = {
  "un-members": ["UN", "United Nations"],
  "ilo-member": ["ILO"],
  "council-of-europe": ["CoE"],
  "african-union": ["AU"],
  "arab-league": ["LAS"],
};

/** Finds a group by id, data name or name in any of the six languages (R2). */
export function askGroup(law: Law, text: string, parameter = "group"): Result<Group> {
  return find({
    text,
    rows: listGroups(law),
    namesOf: ({ id }) => [id, ...(ACRONYMS[id] ?? []), ...allLanguages(groupNames(id))],
    show: (group) => group.id,
    refuse: (detail, cure) => refuse("unknown-group", parameter, detail, cure),
    what: "group",
    where:
      "Use world, un-members, an organization such as asean, a UN regional group such as african, or an M49 region such as southern-asia",
  });
}

/** Finds an instrument by id, title or well-known name (R2). */
export function askInstrument(law: Law, text: string, parameter = "instrument"): Result<Instrument> {
  return find({
    text,
    rows: law.knowledge.instruments,
    namesOf: ({ id, shortTitle, title }) => [id, shortTitle, title, ...allLanguages(instrumentNames(id))],
    show: ({ id, shortTitle }) => `${id} (${shortTitle})`,
    refuse: (detail, cure) => refuse("unknown-instrument", parameter, detail, cure),
    what: "instrument",
    where: "Use an id such as palermo-protocol",
  });
}

/** Finds a theme by id or label in any of the six languages (R2). */
export function askTheme(law: Law, text: string, parameter = "theme"): Result<Theme> {
  return find({
    text,
    rows: law.themes,
    namesOf: ({ id, label }) => [id, label, ...allLanguages(themeNames(id))],
    show: ({ id }) => id,
    refuse: (detail, cure) => refuse("unknown-theme", parameter, detail, cure),
    what: "theme",
    where: "Use an id such as protection.remedy",
  });
}

function allLanguages(names: Partial<Record<Language, string>> | undefined): string[] {
  return names ? Object.values(names) : [];
}

interface Search<T> {
  text: string;
  rows: readonly T[];
  namesOf: (row: T) => readonly string[];
  show: (row: T) => string;
  refuse: (detail: string, cure: string) => { ok: false; refusal: Refusal };
  what: string;
  where: string;
}

function find<T>(search: Search<T>): Result<T> {
  const typed = foldName(search.text);
  const candidates = search.rows.map((row) => ({ row, names: search.namesOf(row).map(foldName) }));
  const hit = typed === "" ? undefined : candidates.find(({ names }) => names.includes(typed));
  if (hit) return ok(hit.row);
  const close = closestNames(typed, candidates).map(({ row }) => search.show(row));
  const suggestion = close.length > 0 ? ` Did you mean ${close.join(", ")}?` : "";
  const detail =
    typed === "" ? `No ${search.what} is given.` : `"${shown(search.text)}" is no ${search.what} held here.`;
  return search.refuse(detail, `${search.where}.${suggestion}`);
}

/** What was typed, short enough to repeat. */
function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
