/** Who reads a plain page: in which language, asking about which day; with the names and dates as that reader has them. */
import type { Law, UnknownReason } from "@concord/core/instruments";
import {
  groupNames,
  type IsoDay,
  instrumentNames,
  LANGUAGES,
  type Language,
  type Pillar,
  parsePartialDate,
  pillarNames,
  type Strength,
  strengthNames,
  themeNames,
  unknownReasonNames,
} from "@concord/core/vocabulary";
import { type Html, html } from "../pages/html.ts";
import { LANGUAGE_NAMES, WORDS, type Words } from "./words/words.ts";

export interface Reader {
  law: Law;
  language: Language;
  words: Words;
  day: IsoDay;
  /** A date as the reader's language writes it; partial ones and words are left as they are. */
  date(text: string): string;
  state(iso3: string): string;
  group(id: string): string;
  instrument(id: string): string;
  theme(id: string): string;
  pillar(pillar: Pillar): string;
  strength(strength: Strength): string;
  /** Why nothing can be said of a state and an instrument. */
  reason(reason: UnknownReason): string;
  /** A link within the plain pages that keeps day and language. */
  link(path: string, name: string): Html;
  /** Links to the same page in the other languages. */
  otherLanguages: Html;
  compare(a: string, b: string): number;
}

const LOCALES: Readonly<Record<Language, string>> = {
  ar: "ar-u-nu-latn",
  en: "en-GB",
  es: "es-ES",
  fr: "fr-FR",
  ru: "ru-RU",
  zh: "zh-CN",
};

/**
 * Makes a reader.
 * @param asked day and language as they stand in the address; undefined where they don't
 * @param path the page's own path, for the links to its other languages
 */
export function createReader(
  law: Law,
  language: Language,
  day: IsoDay,
  asked: { when?: string | undefined; lang?: string | undefined },
  path: string,
): Reader {
  const dates = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" });
  const order = new Intl.Collator(LOCALES[language]).compare;
  const states = new Map(law.states.map((row) => [row.iso3, row.names[language]]));
  const instruments = new Map(law.knowledge.instruments.map((row) => [row.id, row.shortTitle]));
  const themes = new Map(law.themes.map((row) => [row.id, row.label]));
  const address = (to: string, lang: string | undefined) => {
    const query = new URLSearchParams();
    if (asked.when !== undefined) query.set("when", day);
    if (lang !== undefined) query.set("lang", lang);
    const text = query.toString();
    return text === "" ? to : `${to}?${text}`;
  };
  return {
    law,
    language,
    words: WORDS[language],
    day,
    date(text) {
      const interval = parsePartialDate(text);
      return interval && interval.first === interval.last
        ? dates.format(new Date(`${text}T00:00:00Z`))
        : text;
    },
    group: (id) => groupNames(id)?.[language] ?? id,
    state: (iso3) => states.get(iso3) ?? iso3,
    instrument: (id) => instrumentNames(id)?.[language] ?? instruments.get(id) ?? id,
    pillar: (pillar) => pillarNames(pillar)[language],
    strength: (strength) => strengthNames(strength)[language],
    reason: (reason) => unknownReasonNames(reason)[language],
    theme: (id) => themeNames(id)?.[language] ?? themes.get(id) ?? id,
    link: (to, name) => html`<a href="${address(to, asked.lang)}">${name}</a>`,
    otherLanguages: html`<nav aria-label="${WORDS[language].otherLanguages}"><ul>${LANGUAGES.filter(
      (other) => other !== language,
    ).map(
      (other) =>
        html`<li><a href="${address(path, other)}" lang="${other}" hreflang="${other}">${LANGUAGE_NAMES[other]}</a></li>`,
    )}</ul></nav>`,
    compare: order,
  };
}
