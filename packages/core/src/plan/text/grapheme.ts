/**
 * Positions between characters as a reader sees them (grapheme clusters, UAX #29): a range of words never cuts a letter from its
 * accent, an Arabic letter from its vowel sign, or an emoji in two. Positions are UTF-16 offsets, as in every JavaScript string.
 */

/** A stretch of a text: from the offset `from` up to, not including, `to`. Equal: a place between two characters. */
export interface TextRange {
  from: number;
  to: number;
}

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Letters that never join a neighbour: Latin, Greek, Cyrillic, plain Arabic letters and Chinese characters. */
function standsAlone(code: number): boolean {
  return (
    (code >= 0x20 && code < 0x300) ||
    (code >= 0x370 && code < 0x483) ||
    (code >= 0x620 && code < 0x64b) ||
    (code >= 0x4e00 && code < 0xa000)
  );
}

/** Whether a position stands between two characters. */
export function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return at === 0 || at === text.length;
  if (standsAlone(text.charCodeAt(at)) && standsAlone(text.charCodeAt(at - 1))) return true;
  return segmenter.segment(text).containing(at)?.index === at;
}

/** Widens a range to whole characters. A range that cuts none is returned as it is. */
export function wholeCharacters(text: string, { from, to }: TextRange): TextRange {
  let start = from;
  let end = to;
  while (!isBoundary(text, start)) start -= 1;
  while (!isBoundary(text, end)) end += 1;
  return { from: start, to: end };
}

/** Whether a range lies within a text. */
export function isWithin(text: string, { from, to }: TextRange): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= text.length;
}
