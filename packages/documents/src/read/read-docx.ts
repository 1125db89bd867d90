import type { Language, Theme } from "@concord/core/vocabulary";
import { done, type Outcome } from "../outcome.ts";
import { describeText } from "./describe.ts";
import type { ImportedText, ImportNotice } from "./imported.ts";
import { READING_LIMITS, type ReadingLimits, ReadingStopped, sayBytes } from "./limit.ts";
import { readNotes } from "./note.ts";
import { type Numbering, readNumbering } from "./numbering.ts";
import { findParts } from "./package-part.ts";
import { type ParagraphStyle, readStyles } from "./style.ts";
import { readWordText } from "./word-text.ts";
import { encrypted, readDirectory } from "./zip.ts";

export interface DocxReading {
  /** Language of the text; found by its letters and small words when absent. */
  language?: Language;
  /** The rows of `themes.csv`, to suggest themes by; none are suggested without. */
  themes?: readonly Theme[];
  /** Limits other than {@link READING_LIMITS}. */
  limits?: Partial<ReadingLimits>;
}

/** The first bytes of an OLE compound file: a `.doc`, or a `.docx` behind a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a Word file (`.docx`, ECMA-376) into paragraphs that can be pointed to, each with a suggestion of what it is and to
 * which themes it belongs. Tracked changes are read as accepted and listed; macros, pictures, embedded files and all that lies
 * outside the file are left out with a notice. The file is treated as hostile: sizes, depth, counts and growth are limited.
 *
 * @param file the bytes
 * @returns the text, or a refusal that names the part of the file, the limit and the cure. Never throws for what a file holds
 */
export function readDocx(file: Uint8Array, reading: DocxReading = {}): Outcome<ImportedText> {
  const limits = { ...READING_LIMITS, ...reading.limits };
  try {
    return done(readFile(file, limits, reading));
  } catch (error) {
    if (error instanceof ReadingStopped) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function readFile(file: Uint8Array, limits: ReadingLimits, reading: DocxReading): ImportedText {
  if (file.length > limits.fileBytes)
    throw new ReadingStopped(
      "too-large",
      "file",
      `The file has ${sayBytes(file.length)}; the limit is ${sayBytes(limits.fileBytes)}.`,
      "Save the text without pictures, or divide it into several files.",
    );
  if (COMPOUND.every((byte, index) => file[index] === byte)) throw compound(file);
  const entries = readDirectory(file, limits);
  const { parts, notices } = findParts(file, entries, limits);
  const styles: Map<string, ParagraphStyle> = parts.styles
    ? readStyles(file, parts.styles, limits)
    : new Map();
  const numbering: Numbering = parts.numbering
    ? readNumbering(file, parts.numbering, limits)
    : { lists: new Map(), uses: new Map() };
  const text = readWordText(file, parts.text, limits, styles, numbering);
  const notes = [
    ...(parts.footnotes ? readNotes(file, parts.footnotes, limits, "f") : []),
    ...(parts.endnotes ? readNotes(file, parts.endnotes, limits, "e") : []),
  ];
  if (text.paragraphs.length === 0)
    throw new ReadingStopped(
      "no-text",
      parts.text.name,
      "The file holds no words.",
      "Check that it is the right file; words inside pictures can't be read.",
    );
  return describeText(text.paragraphs, notes, [...notices, ...leftOut(text)], reading);
}

function leftOut(text: { hiddenRuns: number; contentsLines: number }): ImportNotice[] {
  const notices: ImportNotice[] = [];
  if (text.hiddenRuns > 0)
    notices.push({
      code: "hidden-text-dropped",
      count: text.hiddenRuns,
      detail: "Hidden text was left out.",
    });
  if (text.contentsLines > 0)
    notices.push({
      code: "contents-dropped",
      count: text.contentsLines,
      detail: "The table of contents was left out: it follows from the headings.",
    });
  return notices;
}

/** Behind a password a `.docx` is a compound file that says so in UTF-16; else it is the older `.doc`. */
function compound(file: Uint8Array): ReadingStopped {
  const words = new TextDecoder("utf-16le").decode(file.subarray(0, Math.min(file.length, 1_000_000)));
  if (words.includes("EncryptedPackage") || words.includes("EncryptionInfo")) return encrypted();
  return new ReadingStopped(
    "not-a-word-file",
    "file",
    "The file is in the older form .doc.",
    "Open it in a word processor, save it as .docx, and try with the new file.",
  );
}
