import type { Language, Theme } from "@concord/core/vocabulary";
import { type Footnote, plainText, type Run } from "../model/index.ts";
import type {
  ImportedChange,
  ImportedParagraph,
  ImportedText,
  ImportNotice,
  RawParagraph,
} from "./imported.ts";
import { splitTypedMarker, suggestKinds } from "./kind.ts";
import { detectLanguage } from "./language.ts";
import { markMasthead } from "./masthead.ts";
import { ThemeFinder } from "./theme.ts";

/** Names the paragraphs of a text, and suggests kind and themes of each. */
export function describeText(
  raw: readonly RawParagraph[],
  notes: readonly Footnote[],
  notices: readonly ImportNotice[],
  { language: given, themes = [] }: { language?: Language; themes?: readonly Theme[] },
): ImportedText {
  const whole = raw.map(({ runs, table }) => table?.flat().join(" ") ?? plainText(runs)).join("\n");
  const language = given ?? detectLanguage(whole);
  const split = raw.map(splitTypedMarker);
  const suggestions = markMasthead(split, suggestKinds(split, language), language);
  const finder = new ThemeFinder(themes, language);
  const name = namer();
  const paragraphs = split.map((paragraph, index): ImportedParagraph => {
    const suggestion = suggestions[index]!;
    const text =
      paragraph.table?.map((row) => row.join(" | ")).join("\n") ?? plainText(paragraph.runs).trim();
    const themed =
      suggestion.kind !== "masthead" && suggestion.kind !== "organ" && suggestion.kind !== "table";
    return {
      ...paragraph,
      name: name(suggestion.kind, paragraph.marker, index),
      text,
      suggestion,
      themes: themed ? finder.suggest(text) : [],
    };
  });
  const used = new Set(
    paragraphs.flatMap(({ runs }) => runs.flatMap(({ note }) => (note === undefined ? [] : [note]))),
  );
  return {
    language,
    paragraphs,
    footnotes: notes.filter(({ id }) => used.has(id)),
    changes: paragraphs.flatMap(({ name: place, runs }) => changesOf(runs, place)),
    notices,
  };
}

/** PP1, PP2 …; OP1, OP2 …, OP2 bis as numbered; OP2 (a), OP2 (a) (i); P7 for the seventh paragraph of the file. */
function namer(): (
  kind: ImportedParagraph["suggestion"]["kind"],
  marker: string | undefined,
  index: number,
) => string {
  let preambular = 0;
  let operative = 0;
  let above = "";
  let letter = "";
  const given = new Set<string>();
  const own = (name: string, index: number) => {
    const unique = given.has(name) ? `P${index + 1}` : name;
    given.add(unique);
    return unique;
  };
  return (kind, marker, index) => {
    if (kind === "preambular") return own(`PP${++preambular}`, index);
    if (kind === "operative") {
      const typed = /^(\d{1,4}(?: (?:bis|ter|quater))?)/.exec(marker ?? "")?.[1];
      operative = typed === undefined ? operative + 1 : Number.parseInt(typed, 10);
      above = `OP${typed ?? operative}`;
      letter = "";
      return own(above, index);
    }
    if (kind === "sub-paragraph" && above !== "" && marker !== undefined) {
      const roman = /^\([ivx]+\)$/.test(marker) && letter !== "" && !(marker === "(i)" && letter === "(h)");
      if (!roman) letter = marker;
      return own(roman ? `${above} ${letter} ${marker}` : `${above} ${marker}`, index);
    }
    if (kind !== "item" && kind !== "action" && kind !== "table") above = "";
    return own(`P${index + 1}`, index);
  };
}

/** Neighbouring runs of one change are one change. */
function changesOf(runs: readonly Run[], place: string): ImportedChange[] {
  const found: ImportedChange[] = [];
  let last: Run["change"];
  for (const { text, change } of runs) {
    if (change && last && change.kind === last.kind && change.author === last.author && change.at === last.at)
      found.at(-1)!.text += text;
    else if (change) found.push({ ...change, place, text });
    last = change;
  }
  return found;
}
