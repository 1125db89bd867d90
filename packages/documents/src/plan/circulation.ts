import type { Language } from "@concord/core/vocabulary";
import { readOpening } from "../lint/opening.ts";
import type { Masthead, Run } from "../model/index.ts";

/** What a document needs beside the consultation it is made of. */
export interface Circulation {
  language: Language;
  masthead: Masthead;
  /** The organ as its line in a resolution names it, with comma: "The Conference,". */
  organLine: string;
  /** Name of an actor in that language. */
  nameOf: (actor: string) => string;
}

/** Words of a paragraph as runs, the opening of a resolution's paragraph in italic. */
export function openedRuns(text: string, language: Language): Run[] {
  const opening = readOpening([{ text }], language);
  const start = text.length - text.trimStart().length;
  if (opening === undefined) return [{ text }];
  const end = start + opening.phrase.length;
  return [{ text: text.slice(0, end), italic: true }, { text: text.slice(end) }];
}
