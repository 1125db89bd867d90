import { type Replacement, shortestEdit } from "./shortest-edit.ts";
import { isWord, tokensOf } from "./token.ts";

/** A stretch of words that stands in both texts, only in the later, or only in the earlier. */
export interface WordChange {
  kind: "same" | "inserted" | "deleted";
  text: string;
}

/** A replaced stretch, in UTF-16 offsets: `from` to `to` of the earlier text became `words`. */
export interface TextEdit {
  from: number;
  to: number;
  words: string;
}

interface Cut {
  before: readonly string[];
  after: readonly string[];
  replacements: Replacement[];
}

function cut(before: string, after: string): Cut {
  const a = tokensOf(before);
  const b = tokensOf(after);
  const numbers = new Map<string, number>();
  const number = (token: string) => {
    const known = numbers.get(token);
    if (known !== undefined) return known;
    numbers.set(token, numbers.size);
    return numbers.size - 1;
  };
  return {
    before: a,
    after: b,
    replacements: shortestEdit(Int32Array.from(a, number), Int32Array.from(b, number)),
  };
}

/**
 * What must be replaced in a text to get another, word by word, in order and without overlap.
 * @returns none when the texts are equal
 */
export function textEdits(before: string, after: string): TextEdit[] {
  const { before: a, after: b, replacements } = cut(before, after);
  const edits: TextEdit[] = [];
  let token = 0;
  let offset = 0;
  const advance = (to: number) => {
    for (; token < to; token += 1) offset += a[token]!.length;
    return offset;
  };
  for (const { aFrom, aTo, bFrom, bTo } of replacements) {
    const from = advance(aFrom);
    edits.push({ from, to: advance(aTo), words: b.slice(bFrom, bTo).join("") });
  }
  return edits;
}

/**
 * The difference of two texts as a reader wants it: a lone space or comma between two changed stretches is taken as changed too, so
 * that `[delete: the old] [the new]` isn't chopped up.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const { before: a, after: b, replacements } = cut(before, after);
  const changes: WordChange[] = [];
  let at = 0;
  for (const { aFrom, aTo, bFrom, bTo } of smoothed(replacements, a)) {
    push(changes, "same", a.slice(at, aFrom));
    push(changes, "deleted", a.slice(aFrom, aTo));
    push(changes, "inserted", b.slice(bFrom, bTo));
    at = aTo;
  }
  push(changes, "same", a.slice(at));
  return changes;
}

function push(changes: WordChange[], kind: WordChange["kind"], tokens: readonly string[]): void {
  if (tokens.length > 0) changes.push({ kind, text: tokens.join("") });
}

function smoothed(replacements: readonly Replacement[], tokens: readonly string[]): Replacement[] {
  const result: Replacement[] = [];
  for (const step of replacements) {
    const last = result.at(-1);
    const between = last ? tokens.slice(last.aTo, step.aFrom) : [];
    if (last && between.length <= 2 && !between.some(isWord)) {
      last.aTo = step.aTo;
      last.bTo = step.bTo;
    } else result.push({ ...step });
  }
  return result;
}
