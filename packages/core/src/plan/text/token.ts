/**
 * Cuts a text into the pieces that are compared: words with their marks and inner apostrophes or hyphens, single Chinese, Japanese
 * and Korean characters, runs of space, and every other character by itself. The pieces joined are the text. No dictionary is used, so
 * that a log is replayed alike wherever it is read. **[convention]**
 */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}\p{M}])+(?:['’ʼ\u2010\u2011-](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}\p{M}])+)*|\s+|(?:.\p{M}*[\u200d\ufe0e\ufe0f]*)/gsu;

/** @returns the pieces of a text, in order; none for the empty text */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Whether a piece carries meaning by itself: a word or a Chinese character, not space or punctuation. */
export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}
