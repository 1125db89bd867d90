/**
 * The one search box: states, groups, instruments, themes and articles, found by their names in any of the six languages, by
 * code or by citation. Pure: entries in, ranked entries out.
 */

export type FindKind = "state" | "group" | "instrument" | "theme" | "article";

export interface Findable {
  kind: FindKind;
  /** Unique among all entries. */
  key: string;
  /** What is shown, in the reader's language. */
  label: string;
  /** A second line: the instrument of an article, the pillar of a theme. */
  hint: string;
  /** All that it may be called: names in six languages, codes, citations. */
  names: readonly string[];
}

interface Indexed {
  entry: Findable;
  /** Folded names, first the label. */
  names: readonly string[];
}

export type SearchIndex = readonly Indexed[];

/** A short list of kinds that a person means first when words fit equally well. */
const KIND_WEIGHT: Readonly<Record<FindKind, number>> = {
  state: 5,
  group: 4,
  instrument: 4,
  theme: 3,
  article: 0,
};

/**
 * Makes names comparable: lower case, without accents, Arabic vowel signs and letter variants, punctuation as space.
 * "Côte d’Ivoire" → "cote d ivoire"; "art. 6(3)(a)" → "art 6 3 a".
 */
export function foldName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .replace(/[أإآٱ]/g, "ا")
    .replaceAll("ة", "ه")
    .replaceAll("ى", "ي")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Prepares entries for searching; about 2,000 of them take a few milliseconds. */
export function buildSearchIndex(entries: readonly Findable[]): SearchIndex {
  return entries.map((entry) => ({
    entry,
    names: [...new Set([entry.label, ...entry.names].map(foldName).filter((name) => name.length > 0))],
  }));
}

/**
 * Finds entries for what has been typed so far, best first. Every word typed must be found in one name: as a whole,
 * as a beginning of a word, or (from two letters on, for scripts without spaces) inside.
 * @param limit at most so many
 */
export function findEntries(index: SearchIndex, typed: string, limit: number): Findable[] {
  const query = foldName(typed);
  if (query === "") return [];
  const words = query.split(" ");
  const found: { entry: Findable; score: number; length: number }[] = [];
  for (const { entry, names } of index) {
    let best = 0;
    let length = 0;
    for (const name of names) {
      const score = scoreName(name, query, words);
      if (score > best) {
        best = score;
        length = name.length;
      }
    }
    if (best > 0) found.push({ entry, score: best * 10 + KIND_WEIGHT[entry.kind], length });
  }
  return found
    .sort((a, b) => b.score - a.score || a.length - b.length || (a.entry.key < b.entry.key ? -1 : 1))
    .slice(0, limit)
    .map(({ entry }) => entry);
}

/** 9 the name itself, 7 its beginning, 5 every word begins a word of it, 3 every word is inside it, 0 not found. */
function scoreName(name: string, query: string, words: readonly string[]): number {
  if (name === query) return 9;
  if (name.startsWith(query)) return 7;
  if (words.every((word) => name.startsWith(word) || name.includes(` ${word}`))) return 5;
  const inside = words.every(
    (word) => (word.length > 2 || /[\p{Script=Han}]/u.test(word)) && name.includes(word),
  );
  return inside ? 3 : 0;
}
