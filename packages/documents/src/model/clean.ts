/**
 * Text without what no format can carry: half surrogates, and the control signs that XML doesn't allow. Line breaks and tabs
 * become spaces, because a run is a stretch of one line.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\r\u0085\u2028\u2029]+/g, " ")
    .replace(/[^\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
