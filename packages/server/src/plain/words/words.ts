/** The words of the pages that read without a script: one file a language, each complete. */
import type { InstrumentKind } from "@concord/core/instruments";
import type { Language } from "@concord/core/vocabulary";
import { type Html, html } from "../../pages/html.ts";
import { ARABIC } from "./ar.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";
import { FRENCH } from "./fr.ts";
import { RUSSIAN } from "./ru.ts";
import { CHINESE } from "./zh.ts";

/** Places in braces are filled with {@link fillIn}; what stands there is said beside each. */
export interface Words {
  /** What Concord is, one sentence. */
  tagline: string;
  overview: string;
  /** First sentence of the first page: {treaty}, {date}, {counted} */
  headline: string;
  /** What stands at {counted}: {bound}, {members} */
  headlineCount: string;
  /** Second sentence of the first page: {place} a region, {subject} a theme, {others} a number of states */
  headlineBlank: string;
  matrix: string;
  states: string;
  instruments: string;
  themes: string;
  compare: string;
  changes: string;
  nearlyAll: string;
  roadmap: string;
  corridors: string;
  about: string;
  people: string;
  /** Link to the page about the programming interface. */
  api: string;
  /** Shown on pages that need a script, before the links to those that don't. */
  needsScript: string;
  otherLanguages: string;
  /** {date} */
  onDay: string;
  /** {state}, {date} */
  stateDescription: string;
  /** {instrument} */
  instrumentDescription: string;
  /** {theme} */
  themeDescription: string;
  inForce: string;
  pending: string;
  left: string;
  signedOnly: string;
  unknown: string;
  recommended: string;
  notParty: string;
  dutiesByTheme: string;
  /** Explains that an unknown instrument might raise the strength: {instruments} */
  mightBeRaised: string;
  columnState: string;
  columnInstrument: string;
  columnTheme: string;
  columnStrength: string;
  columnProvision: string;
  columnSince: string;
  columnSigned: string;
  columnLeft: string;
  columnEffect: string;
  columnReason: string;
  columnKnownUntil: string;
  columnOurWords: string;
  columnAdopted: string;
  columnEntry: string;
  columnKind: string;
  columnParties: string;
  columnRegion: string;
  noFullList: string;
  /** Beside a provision whose coding wasn't checked against the text. */
  notChecked: string;
  /** Said above paraphrases, which exist in English only; empty on the English page. */
  inEnglish: string;
  provisions: string;
  holdouts: string;
  /** {joined}, {base}, {date} */
  joinedOf: string;
  unknownForAll: string;
  openToNobody: string;
  nothing: string;
  onlyThis: string;
  wholeTable: string;
  notFoundTitle: string;
  notFoundText: string;
  kinds: Readonly<Record<InstrumentKind, string>>;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  ar: ARABIC,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  ru: RUSSIAN,
  zh: CHINESE,
};

/** Each language by its own name, for the links from one to the other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ar: "العربية",
  en: "English",
  es: "Español",
  fr: "Français",
  ru: "Русский",
  zh: "中文",
};

/** Fills the places in braces of a sentence with links and other HTML; the sentence itself is escaped. */
export function fillInHtml(sentence: string, values: Readonly<Record<string, Html | string>>): Html {
  const parts = sentence.split(/\{(\w+)\}/);
  return html`${parts.map((part, index) => html`${index % 2 === 0 ? part : (values[part] ?? "")}`)}`;
}

/** Fills the places in braces of a sentence. */
export function fillIn(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
