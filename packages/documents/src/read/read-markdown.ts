/** Reads a text typed with simple marks: `#` headings, `*italic*`, `**bold**`, numbers, `(a)`, `-` items, `[^1]` footnotes. */
import type { Language, Theme } from "@concord/core/vocabulary";
import type { Footnote, Run } from "../model/index.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { describeText } from "./describe.ts";
import type { ImportedText, RawParagraph } from "./imported.ts";
import { READING_LIMITS } from "./limit.ts";

/**
 * Reads a text in Markdown, the part of it that a resolution needs; anything else stays as it was typed.
 * @returns the text with suggestions as {@link readDocx} gives them; a refusal when there are no words or too many
 */
export function readMarkdown(
  source: string,
  reading: { language?: Language; themes?: readonly Theme[] } = {},
): Outcome<ImportedText> {
  if (source.length > READING_LIMITS.fileBytes)
    return refused(
      "too-large",
      "file",
      "The text is longer than 25 MB; that is the limit.",
      "Divide it into several files.",
    );
  const notes: Footnote[] = [];
  const raw: RawParagraph[] = [];
  for (const part of source
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n|\n(?=#)|(?<=^#[^\n]*)\n/m)) {
    const text = part.trim();
    if (text === "") continue;
    const note = /^\[\^([\w-]{1,40})\]:\s*(.*)$/s.exec(text);
    if (note?.[1] !== undefined) notes.push({ id: note[1], runs: readInline(oneLine(note[2] ?? "")) });
    else raw.push(...readPart(text));
  }
  if (raw.length === 0)
    return refused("no-text", "file", "The text holds no words.", "Check that it is the right file.");
  if (raw.length > READING_LIMITS.paragraphs)
    return refused(
      "too-many-paragraphs",
      "file",
      `The text has more than ${READING_LIMITS.paragraphs} paragraphs; that is the limit.`,
      "Divide it into several files.",
    );
  return done(describeText(raw, notes, [], reading));
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

function readPart(text: string): RawParagraph[] {
  const heading = /^(#{1,6})\s+(.*)$/s.exec(text);
  if (heading)
    return [
      {
        runs: readInline(oneLine(heading[2] ?? "")),
        headingLevel: (heading[1]?.length ?? 1) - 1,
        depth: 0,
        rightToLeft: false,
      },
    ];
  const lines = text.split("\n");
  const listed = lines.every((line) => /^\s*(?:[-*•]|\d{1,4}[.)]|\([a-z]{1,4}\))\s/.test(line));
  const paragraphs = listed ? lines : [oneLine(text)];
  return paragraphs.map((line) => ({
    runs: readInline(line.trim().replace(/^\*(?=\s)/, "-")),
    depth: listed ? Math.min(8, Math.floor(/^\s*/.exec(line)![0].length / 2)) : 0,
    rightToLeft: false,
  }));
}

/** Emphasis and footnote marks within a line. */
function readInline(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) runs.push({ text: text.slice(at, to) });
  };
  for (const match of text.matchAll(
    /\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|(?<![\p{L}\d])_([^_\n]+)_(?![\p{L}\d])|\[\^([\w-]{1,40})\]/gu,
  )) {
    plain(match.index);
    const [whole, bold, star, underscore, note] = match;
    if (bold !== undefined) runs.push({ text: bold, bold: true });
    else if (note !== undefined) runs.push({ text: "", note });
    else runs.push({ text: star ?? underscore ?? "", italic: true });
    at = match.index + whole.length;
  }
  plain(text.length);
  return runs;
}
