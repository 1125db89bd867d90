/** Finds the masthead at the head of a text: symbol, distribution, date, session, agenda item (P18). */
import { type IsoDay, LANGUAGES, type Language, parseDay } from "@concord/core/vocabulary";
import {
  type Distribution,
  DOCUMENT_KINDS,
  type DocumentKind,
  type Masthead,
  plainText,
} from "../model/index.ts";
import { findSymbols, parseSymbol } from "../symbol/index.ts";
import { dateInFull } from "../words/date.ts";
import { agendaItemLine, distributionLine, kindName, label, originalLine } from "../words/label.ts";
import { sessionName } from "../words/ordinal.ts";
import type { KindSuggestion, RawParagraph } from "./imported.ts";

const LONGEST_MASTHEAD = 24;
const LAST_SESSION = 120;
const NUMBER_MARK = "\u0001";

/** What a line of a masthead says; undefined for any other line. */
function readLine(text: string, language: Language): Partial<FoundMasthead> | undefined {
  const line = text.trim();
  const symbol = findSymbols(line).find((found) => parseSymbol(found.symbol).ok);
  if (symbol && line.endsWith(symbol.symbol) && (text.includes("\t") || line === symbol.symbol)) {
    const organ = line.slice(0, line.length - symbol.symbol.length).trim();
    return { symbol: symbol.symbol, ...(organ === "" ? {} : { organ }) };
  }
  for (const distribution of ["general", "limited", "restricted"] as const)
    if (line === distributionLine(distribution, language)) return { distribution };
  const date = readDate(line, language);
  if (date !== undefined) return { date };
  for (const original of LANGUAGES)
    if (line === originalLine([original], language)) return { original: [original] };
  for (let session = 1; session <= LAST_SESSION; session++)
    if (line.toLowerCase() === sessionName(session, language).toLowerCase()) return { session };
  const [before = "", after = ""] = agendaItemLine(NUMBER_MARK, language).split(NUMBER_MARK);
  const number = line.slice(before.length, line.length - after.length).trim();
  if (
    line.startsWith(before) &&
    line.endsWith(after) &&
    /^[\p{L}\d]{1,6}(?: ?\([a-z\p{Script=Arabic}]\))?$/u.test(number)
  )
    return { agendaNumber: number };
  for (const kind of DOCUMENT_KINDS) if (line === kindName(kind, language)) return { kind };
  if (line === label("workingNote", language) || line === label("workingDocument", language))
    return { draft: true };
  return undefined;
}

export interface FoundMasthead extends Omit<Masthead, "organ" | "distribution" | "original" | "agendaItem"> {
  organ?: string;
  distribution?: Distribution;
  original?: readonly Language[];
  agendaNumber?: string;
  agendaTitle?: string;
  kind?: DocumentKind;
  draft?: boolean;
}

function readDate(line: string, language: Language): IsoDay | undefined {
  const numbers = line.match(/\d+/g)?.map(Number) ?? [];
  if (line.length > 40 || numbers.length < 2 || numbers.length > 3) return undefined;
  const year = numbers.find((number) => number >= 1900 && number <= 2200);
  const day = language === "zh" ? numbers[2] : numbers[0];
  if (year === undefined || day === undefined) return undefined;
  for (let month = 1; month <= 12; month++) {
    const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    if (
      parseDay(iso) !== undefined &&
      dateInFull(iso, language).replace(/\s/g, "") === line.replace(/\s/g, "")
    )
      return iso;
  }
  return undefined;
}

/** Reads the masthead; what it lacks is absent. */
export function readMasthead(paragraphs: readonly RawParagraph[], language: Language): FoundMasthead {
  const found: FoundMasthead = {};
  for (const { line, title } of mastheadLines(paragraphs, language)) {
    if (line) Object.assign(found, { ...line, ...found });
    else if (title !== undefined) found.agendaTitle = title;
  }
  return found;
}

/** The lines of the masthead by their place in the text. */
function mastheadLines(
  paragraphs: readonly RawParagraph[],
  language: Language,
): { at: number; line?: Partial<FoundMasthead>; title?: string }[] {
  const found: { at: number; line?: Partial<FoundMasthead>; title?: string }[] = [];
  for (const [at, paragraph] of paragraphs.slice(0, LONGEST_MASTHEAD).entries()) {
    if (paragraph.headingLevel !== undefined || paragraph.table) continue;
    const text = plainText(paragraph.runs);
    const line = readLine(text, language);
    if (line) found.push({ at, line });
    // The line below the number of the agenda item is its title.
    else if (
      found.at(-1)?.line?.agendaNumber !== undefined &&
      found.at(-1)?.at === at - 1 &&
      text.trim().length < 300
    )
      found.push({ at, title: text.trim() });
    else if (text.startsWith(label("sponsors", language))) found.push({ at });
  }
  return found;
}

/** Marks the lines of the masthead, so that they are not taken for text. A lone symbol or date makes none. */
export function markMasthead(
  paragraphs: readonly RawParagraph[],
  suggestions: readonly KindSuggestion[],
  language: Language,
): KindSuggestion[] {
  const lines = mastheadLines(paragraphs, language);
  if (lines.filter(({ line }) => line).length < 2) return [...suggestions];
  const at = new Set(lines.map((line) => line.at));
  return suggestions.map((suggestion, index) =>
    at.has(index) ? { kind: "masthead", reason: "It is a line of the masthead." } : suggestion,
  );
}
