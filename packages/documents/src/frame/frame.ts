/** What stands around a text, composed once for all writers: masthead, banner, headings of annexes (P16, P18). */
import { directionOf, type Language } from "@concord/core/vocabulary";
import { roman, type UnDocument } from "../model/index.ts";
import { dateInFull } from "../words/date.ts";
import {
  agendaItemLine,
  annexLine,
  distributionLine,
  kindName,
  label,
  labelled,
  originalLine,
} from "../words/label.ts";
import { chineseNumber, sessionName } from "../words/ordinal.ts";

export interface Frame {
  direction: "ltr" | "rtl";
  organ: string;
  symbol: string;
  distribution: string;
  date: string;
  original: string;
  session: string;
  agendaItem: string;
  agendaTitle: string;
  /** "Draft resolution", with its sponsors where it has some. */
  kind: string;
  sponsors: string;
  title: string;
  /** Empty on what is no draft. */
  banner: string;
  bannerNote: string;
  /** Says that this is no document of the United Nations. */
  series: string;
  annexes: readonly { heading: string; title: string }[];
  notes: string;
}

/** The mark between the items of a list in running text. */
export function listSeparator(language: Language): string {
  return language === "ar" ? "، " : language === "zh" ? "、" : ", ";
}

/** Composes the frame of a document; what the masthead lacks is an empty line. */
export function frameOf(document: UnDocument): Frame {
  const { language, masthead, annexes, draft } = document;
  const annexNumber = (index: number) => {
    if (annexes.length === 1) return undefined;
    return language === "zh" ? chineseNumber(index + 1) : roman(index + 1);
  };
  return {
    direction: directionOf(language),
    organ: masthead.organ,
    symbol: masthead.symbol ?? "",
    distribution: distributionLine(masthead.distribution, language),
    date: masthead.date === undefined ? "" : dateInFull(masthead.date, language),
    original: masthead.original.length === 0 ? "" : originalLine(masthead.original, language),
    session: masthead.session === undefined ? "" : sessionName(masthead.session, language),
    agendaItem: masthead.agendaItem ? agendaItemLine(masthead.agendaItem.number, language) : "",
    agendaTitle: masthead.agendaItem?.title ?? "",
    kind: kindName(document.kind, language),
    sponsors:
      document.sponsors.length === 0
        ? ""
        : labelled(label("sponsors", language), document.sponsors.join(listSeparator(language)), language),
    title: document.title,
    banner: draft ? label("workingDocument", language) : "",
    bannerNote: draft ? label("workingNote", language) : "",
    series: label("ownSeries", language),
    annexes: annexes.map(({ title }, index) => ({ heading: annexLine(annexNumber(index), language), title })),
    notes: label("notes", language),
  };
}
