/** Columns that a text takes on a terminal: Chinese characters take two, combining marks none. */

const LETTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Scripts and forms that terminals draw two columns wide (Unicode Standard Annex #11, wide and full width). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const PLAIN_ASCII = /^[\x20-\x7e]*$/;

function letterWidth(letter: string): number {
  if (NO_WIDTH.test(letter)) return 0;
  return WIDE.test(letter) ? 2 : 1;
}

/** Width of a text in columns. */
export function textWidth(text: string): number {
  if (PLAIN_ASCII.test(text)) return text.length;
  let width = 0;
  for (const { segment } of LETTERS.segment(text)) width += letterWidth(segment);
  return width;
}

/** Fills a text with spaces up to a width; a longer one is left as it is. */
export function padTo(text: string, width: number, side: "start" | "end" = "end"): string {
  const fill = " ".repeat(Math.max(0, width - textWidth(text)));
  return side === "end" ? text + fill : fill + text;
}

/** Breaks a text at spaces into lines of at most `width` columns; a word that is longer stays whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
