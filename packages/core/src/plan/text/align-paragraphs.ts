import type { Paragraph } from "../name/paragraph.ts";
import { isWord, tokensOf } from "./token.ts";

/** A paragraph of the earlier version and the one of the later that it became; one of them may be missing. */
export interface ParagraphPair {
  from: number | undefined;
  to: number | undefined;
  moved: boolean;
}

/** Two paragraphs with fewer words in common than this are two different ones: Dice's coefficient of their words. **[convention]** */
const ALIKE = 0.5;

/**
 * Pairs the paragraphs of two versions: by key where keys mean the same, by equal text, then by likeness of words. Pairs that keep
 * their order (the longest such row) stay; the others have moved.
 * @returns pairs in the order of the later version; a removed paragraph follows the pair of the one that stood before it
 */
export function alignParagraphs(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  sameKeys: boolean,
): ParagraphPair[] {
  const partner = new Array<number | undefined>(after.length).fill(undefined);
  const used = new Uint8Array(before.length);
  const pair = (from: number, to: number) => {
    partner[to] = from;
    used[from] = 1;
  };
  if (sameKeys) pairBy(before, after, partner, used, pair, ({ id }) => id);
  pairBy(before, after, partner, used, pair, ({ text }) => text);
  if (!sameKeys) pairAlike(before, after, partner, used, pair);
  return inReadingOrder(before.length, partner, longestRow(partner));
}

function pairBy(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  partner: readonly (number | undefined)[],
  used: Uint8Array,
  pair: (from: number, to: number) => void,
  keyOf: (paragraph: Paragraph) => string,
): void {
  const waiting = new Map<string, number[]>();
  for (const [from, paragraph] of before.entries()) {
    if (used[from]) continue;
    const key = keyOf(paragraph);
    const list = waiting.get(key);
    if (list) list.push(from);
    else waiting.set(key, [from]);
  }
  for (const [to, paragraph] of after.entries()) {
    if (partner[to] !== undefined) continue;
    const from = waiting.get(keyOf(paragraph))?.shift();
    if (from !== undefined) pair(from, to);
  }
}

interface Likeness {
  from: number;
  to: number;
  likeness: number;
}

/** The most alike first, so that each finds its own; equally alike ones in reading order. */
function pairAlike(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  partner: readonly (number | undefined)[],
  used: Uint8Array,
  pair: (from: number, to: number) => void,
): void {
  const left = before.flatMap((paragraph, from) => (used[from] ? [] : [{ from, words: bagOf(paragraph) }]));
  const right = after.flatMap((paragraph, to) =>
    partner[to] === undefined ? [{ to, words: bagOf(paragraph) }] : [],
  );
  const candidates: Likeness[] = [];
  for (const { to, words } of right)
    for (const { from, words: others } of left) {
      const likeness = diceOf(words, others);
      if (likeness >= ALIKE) candidates.push({ from, to, likeness });
    }
  candidates.sort(
    (a, b) => b.likeness - a.likeness || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.to - b.to,
  );
  const paired = new Set<number>();
  for (const { from, to } of candidates) {
    if (used[from] || paired.has(to)) continue;
    pair(from, to);
    paired.add(to);
  }
}

/** The words of a paragraph, sorted, so that two bags are compared in one walk. */
function bagOf({ text }: Paragraph): string[] {
  return tokensOf(text).filter(isWord).sort();
}

/** Twice the words in common over all words (L. R. Dice, 1945). */
function diceOf(a: readonly string[], b: readonly string[]): number {
  const all = a.length + b.length;
  if (all === 0 || (2 * Math.min(a.length, b.length)) / all < ALIKE) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return (2 * shared) / all;
}

/** Which of the later paragraphs keep their order: the longest increasing row of partners (patience sorting). */
function longestRow(partner: readonly (number | undefined)[]): Uint8Array {
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const [to, from] of partner.entries()) {
    if (from === undefined) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (partner[tails[middle]!]! < from) low = middle + 1;
      else high = middle;
    }
    previous.set(to, low === 0 ? undefined : tails[low - 1]);
    tails[low] = to;
  }
  const kept = new Uint8Array(partner.length);
  let at: number | undefined = tails.at(-1);
  while (at !== undefined) {
    kept[at] = 1;
    at = previous.get(at);
  }
  return kept;
}

function inReadingOrder(
  size: number,
  partner: readonly (number | undefined)[],
  kept: Uint8Array,
): ParagraphPair[] {
  const became = new Map<number, number>();
  for (const [to, from] of partner.entries()) if (from !== undefined) became.set(from, to);
  const removedAfter = new Map<number, number[]>();
  let anchor = -1;
  for (let from = 0; from < size; from += 1) {
    const to = became.get(from);
    if (to === undefined) removedAfter.set(anchor, [...(removedAfter.get(anchor) ?? []), from]);
    else if (kept[to]) anchor = to;
  }
  const pairs: ParagraphPair[] = [];
  const addRemoved = (after: number) => {
    for (const from of removedAfter.get(after) ?? []) pairs.push({ from, to: undefined, moved: false });
  };
  addRemoved(-1);
  for (const [to, from] of partner.entries()) {
    pairs.push({ from, to, moved: from !== undefined && kept[to] === 0 });
    addRemoved(to);
  }
  return pairs;
}
