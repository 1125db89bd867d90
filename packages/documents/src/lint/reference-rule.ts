import type { Language } from "@concord/core/vocabulary";
import { everyRun, placeOf, plainText, printedNumber, runsOf, type UnDocument } from "../model/index.ts";
import { findSymbols, parseSymbol } from "../symbol/index.ts";
import { advice, type BareFinding, fault } from "./finding.ts";

/** How each language points to a paragraph of the text itself; the first group is the number. */
const PARAGRAPH_HERE: Readonly<Record<Language, RegExp>> = {
  en: /\bparagraphs? (\d+(?: (?:bis|ter|quater))?)(?= ?(?:\([a-z]+\) )*(?:above|below|of (?:the present|this) (?:resolution|document|plan)))/gi,
  fr: /\bparagraphes? (\d+(?: (?:bis|ter|quater))?)(?= ?(?:[a-z]\) )?(?:ci-dessus|ci-dessous|(?:de la présente|de cette) résolution))/gi,
  es: /\bpárrafos? (\d+(?: (?:bis|ter|quater))?)(?= ?(?:[a-z]\) )?(?:supra|infra|anterior|precedente|de la presente resolución))/gi,
  ru: /(?<!\p{L})пункт(?:а|е|у|ом|ы|ах)? (\d+(?: (?:bis|ter|quater))?)(?= (?:выше|ниже|настоящей резолюции))/giu,
  ar: /الفقرة (\d+(?: مكررا)?)(?= (?:أعلاه|أدناه|من هذا القرار))/g,
  zh: /(?:上文|下文|本决议)第(\d+)段/g,
};

/** How each language points to an annex of the text itself; the first group is its number, if it has one. */
const ANNEX_HERE: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:annexed to|annex(?: ([IVX]+))? (?:to|of)) (?:the present|this) (?:resolution|letter|document|report)|\(see annex(?: ([IVX]+))?\)/gi,
  fr: /\b(?:annexée?s? à|annexe(?: ([IVX]+))? (?:de|à)) la présente (?:résolution|lettre)|\(voir annexe(?: ([IVX]+))?\)/gi,
  es: /\banexo(?: ([IVX]+))? (?:de|a) la presente (?:resolución|carta)|\(véase el anexo(?: ([IVX]+))?\)/gi,
  ru: /приложени\p{L}+(?: ([IVX]+))? к настояще(?:й резолюции|му письму)|\(см\. приложение(?: ([IVX]+))?\)/giu,
  ar: /(?:المرفق(?: ([IVX]+))? (?:بهذا القرار|لهذا القرار|بهذه الرسالة)|مرفق هذا القرار|\(انظر المرفق\))/g,
  zh: /本(?:决议|信)附件([一二三四五六七八九十IVX]+)?|（见附件([一二三四五六七八九十IVX]+)?）/g,
};

/** Every reference must point somewhere: to a paragraph, an annex, a footnote, a document (P17). */
export function checkReferences(document: UnDocument): BareFinding[] {
  return [...checkParagraphReferences(document), ...checkFootnotes(document)];
}

function checkParagraphReferences(document: UnDocument): BareFinding[] {
  const findings: BareFinding[] = [];
  const names = new Set(document.blocks.map(placeOf));
  const numbers = new Set([...names].map((name) => (name?.startsWith("OP") ? printedNumber(name) : "")));
  const numbered = document.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.number] : []));
  for (const number of numbered) if (number !== undefined) numbers.add(number.replace(/\.$/, ""));
  for (const [block, place] of withPlaces(document)) {
    const text = plainText(runsOf(block));
    for (const [, number = ""] of text.matchAll(PARAGRAPH_HERE[document.language]))
      if (!numbers.has(number.replace("مكررا", "bis")))
        findings.push(fault("paragraph-reference", place, { number }));
    for (const [name] of text.matchAll(
      /\b(?:OP|PP)[1-9]\d{0,3}(?: (?:bis|ter|quater|quinquies))?(?: alt(?: \d+)?)?/g,
    ))
      if (!names.has(name)) findings.push(fault("paragraph-reference", place, { number: name }));
    for (const match of text.matchAll(ANNEX_HERE[document.language])) {
      const asked = annexNumber(match[1] ?? match[2]);
      if (document.annexes.length < asked)
        findings.push(fault("annex-reference", place, { annex: match[0] }));
    }
    for (const { symbol } of findSymbols(text))
      if (!parseSymbol(symbol).ok) findings.push(advice("symbol-in-text", place, { symbol }));
  }
  return findings;
}

function* withPlaces(document: UnDocument) {
  for (const block of document.blocks) yield [block, placeOf(block) ?? "text"] as const;
  for (const [index, annex] of document.annexes.entries())
    for (const block of annex.blocks) yield [block, placeOf(block) ?? `annex ${index + 1}`] as const;
}

const ROMAN_WORTH: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** The number of an annex; without one, the first. */
function annexNumber(text: string | undefined): number {
  if (text === undefined) return 1;
  const chinese = "一二三四五六七八九十".indexOf(text) + 1;
  if (chinese > 0) return chinese;
  const values = [...text.toUpperCase()].map((letter) => ROMAN_WORTH[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

function checkFootnotes(document: UnDocument): BareFinding[] {
  const findings: BareFinding[] = [];
  const marks = [...everyRun(document)].flatMap(({ note }) => (note === undefined ? [] : [note]));
  const known = new Map(document.footnotes.map((footnote) => [footnote.id, footnote]));
  for (const mark of new Set(marks))
    if (!known.has(mark)) findings.push(fault("footnote-missing", "footnotes", { note: mark }));
  for (const [id, footnote] of known) {
    if (!marks.includes(id)) findings.push(fault("footnote-unused", "footnotes", { note: id }));
    if (plainText(footnote.runs).trim() === "")
      findings.push(fault("footnote-empty", "footnotes", { note: id }));
  }
  return findings;
}
