/** Suggests what each paragraph of a file is, with what speaks for it. */
import type { Language } from "@concord/core/vocabulary";
import { opensInItalic, readOpening } from "../lint/opening.ts";
import { plainText } from "../model/index.ts";
import { ACTION_WORDS } from "../words/action-opening.ts";
import type { KindSuggestion, RawParagraph } from "./imported.ts";

const NUMBER =
  /^\(?(?:\d{1,4}(?:\.\d{1,3})*|[٠-٩]{1,4}|[一二三四五六七八九十]{1,3})(?: (?:bis|ter|quater))?[.)、．]?$/u;
const LETTER =
  /^(?:\((?:[a-z]{1,4}|[ivx]{1,5}|[أ-ي]|[一二三四五六七八九十]{1,3}|[а-я])\)|（[^）]{1,3}）|[a-zа-я]\))$/iu;
const LONGEST_HEADING = 120;
const LONGEST_ORGAN = 80;

/** Takes a number or marker typed at the head of a paragraph off its words. */
export function splitTypedMarker(paragraph: RawParagraph): RawParagraph {
  const [first, ...rest] = paragraph.runs;
  if (paragraph.marker !== undefined || paragraph.table || first === undefined || first.change)
    return paragraph;
  const parts =
    /^\s*(\d{1,4}(?: (?:bis|ter|quater))?[.)]|[٠-٩]{1,4}[.)-]|\([a-z]{1,4}\)|\([أ-ي]\)|（[一二三四五六七八九十]{1,3}）|\([一二三四五六七八九十]{1,3}\)|[a-zа-я]\)|[•‣▪–—-])(?:\s+|\t|$)(.*)$/su.exec(
      first.text,
    ) ?? /^\s*(\d{1,4}[.．、]|[一二三四五六七八九十]{1,3}、)()(?=\p{Script=Han})(.*)$/su.exec(first.text);
  if (!parts?.[1]) return paragraph;
  const text = (parts[3] ?? parts[2] ?? "").trimStart();
  const trimmed =
    text === "" && rest[0] ? [{ ...rest[0], text: rest[0].text.trimStart() }, ...rest.slice(1)] : rest;
  const bullet = /^[•‣▪–—-]$/.test(parts[1]);
  return {
    ...paragraph,
    runs: text === "" ? trimmed : [{ ...first, text }, ...rest],
    marker: bullet ? "•" : parts[1],
    depth: LETTER.test(parts[1]) ? Math.max(1, paragraph.depth) : paragraph.depth,
  };
}

/**
 * Suggests the kind of each paragraph.
 * @param paragraphs in the order of the text, markers already taken off
 */
export function suggestKinds(paragraphs: readonly RawParagraph[], language: Language): KindSuggestion[] {
  const resolution = looksLikeResolution(paragraphs, language);
  let organSeen = false;
  let underOperative = false;
  return paragraphs.map((paragraph, index) => {
    const suggestion = suggestKind(paragraph, language, {
      resolution,
      organSeen,
      underOperative,
      first: index === 0,
    });
    organSeen ||= suggestion.kind === "organ";
    if (suggestion.kind === "operative") underOperative = true;
    else if (suggestion.kind !== "sub-paragraph") underOperative = false;
    return suggestion;
  });
}

interface Context {
  resolution: boolean;
  organSeen: boolean;
  underOperative: boolean;
  first: boolean;
}

function suggestKind(paragraph: RawParagraph, language: Language, context: Context): KindSuggestion {
  const { headingLevel, marker, table } = paragraph;
  if (table) return { kind: "table", reason: "It is a table." };
  if (headingLevel === 0) return { kind: "title", reason: "Its style is that of the title." };
  if (headingLevel !== undefined)
    return { kind: "heading", reason: `Its style is a heading of level ${headingLevel}.` };
  const text = plainText(paragraph.runs).trim();
  const opening = readOpening(paragraph.runs, language);
  if (marker !== undefined && LETTER.test(marker)) {
    if (context.underOperative)
      return { kind: "sub-paragraph", reason: `It is marked ${marker} below a numbered paragraph.` };
    return actionOr({ kind: "sub-paragraph", reason: `It is marked ${marker}.` }, text, language);
  }
  const numbered = marker !== undefined && NUMBER.test(marker);
  if (
    context.resolution &&
    marker === undefined &&
    !opening?.listed &&
    !context.organSeen &&
    text.length <= LONGEST_ORGAN &&
    /[,،，]$/.test(text)
  )
    return { kind: "organ", reason: "It stands alone with a comma before the preamble." };
  if (
    opening?.opens.operative &&
    (numbered ||
      (opening.listed && endsLikeOperative(text) && context.resolution && !opening.opens.preambular))
  )
    return {
      kind: "operative",
      reason: `It opens with the verb “${opening.word}”${numbered ? ` and is numbered ${marker.replace(/[.)]$/, "")}` : ""}.`,
    };
  if (
    !numbered &&
    marker === undefined &&
    opening?.opens.preambular &&
    (/[,،，]$/.test(text) || (context.resolution && opensInItalic(paragraph.runs, language)))
  )
    return { kind: "preambular", reason: `It opens with “${opening.word}” and is not numbered.` };
  if (marker !== undefined)
    return actionOr(
      numbered
        ? { kind: "paragraph", reason: `It is numbered ${marker} and opens with no verb of decision.` }
        : { kind: "item", reason: "It is an item of a list." },
      text,
      language,
    );
  if (isShortAndBold(paragraph, text)) return { kind: "heading", reason: "It is short, bold and alone." };
  return { kind: "paragraph", reason: "Nothing marks it as anything else." };
}

/** A text with a preamble: a paragraph opens with a participle and ends with a comma, or opens with one of the lists in italic. */
function looksLikeResolution(paragraphs: readonly RawParagraph[], language: Language): boolean {
  return paragraphs.some(({ runs, marker, table }) => {
    if (table || marker !== undefined) return false;
    const opening = readOpening(runs, language);
    if (opening?.opens.preambular !== true) return false;
    return /[,،，]$/.test(plainText(runs).trim()) || (opening.listed && opensInItalic(runs, language));
  });
}

const endsLikeOperative = (text: string) => /[;；؛.。]$/.test(text);

/** The same kind, or an action when its first word says what is to be done. */
function actionOr(otherwise: KindSuggestion, text: string, language: Language): KindSuggestion {
  const lower = text.toLowerCase().replace(/^to (?=\p{L})/u, "");
  const words = ACTION_WORDS[language];
  const first =
    language === "zh"
      ? [...words].find((word) => lower.startsWith(word))
      : /^[\p{L}\p{M}’'-]+/u.exec(lower)?.[0];
  return first !== undefined && words.has(first)
    ? { kind: "action", reason: `It is an item that opens with “${first}”: something to be done.` }
    : otherwise;
}

function isShortAndBold({ runs }: RawParagraph, text: string): boolean {
  if (text.length === 0 || text.length > LONGEST_HEADING || /[.,;:。，；：،؛]$/.test(text)) return false;
  return runs.every((run) => run.bold === true || run.text.trim() === "");
}
