/** Walks through the text of a Word file (WordprocessingML) and gathers paragraphs, tables and tracked changes. */
import type { Change, Run } from "../model/index.ts";
import type { RawParagraph } from "./imported.ts";
import { type ReadingLimits, ReadingStopped } from "./limit.ts";
import type { Numbering } from "./numbering.ts";
import { counter } from "./numbering.ts";
import { headingLevelOf, isOn, type ParagraphStyle, resolveStyle } from "./style.ts";
import { readXml, type XmlElement, type XmlHandlers } from "./xml.ts";
import type { ZipEntry } from "./zip.ts";

export interface WordText {
  paragraphs: RawParagraph[];
  hiddenRuns: number;
  contentsLines: number;
}

interface OpenParagraph {
  runs: Run[];
  styleId?: string;
  outlineLevel?: number;
  numId?: string;
  depth?: number;
  rightToLeft: boolean;
  /** The end of the paragraph is deleted: with the change accepted it runs on into the next. */
  endDeleted: boolean;
}

interface OpenRun {
  italic: boolean | undefined;
  bold: boolean | undefined;
  hidden: boolean;
}

const KAI = /^(KaiTi|楷体|STKaiti|Kaiti SC|DFKai-SB|標楷體)/i;

/** Gathers the paragraphs of a part; one for each part. */
export class WordWalker implements XmlHandlers {
  readonly found: WordText = { paragraphs: [], hiddenRuns: 0, contentsLines: 0 };
  private readonly open_: OpenParagraph[] = [];
  private readonly changes: Change[] = [];
  private readonly tables: { rows: string[][] }[] = [];
  private run: OpenRun | undefined;
  private inParagraphProperties = 0;
  private inRunProperties = 0;
  private inText = false;
  private fallback = 0;
  private carried: Run[] = [];
  private readonly place: string;
  private readonly limits: ReadingLimits;
  private readonly styles: ReadonlyMap<string, ParagraphStyle>;
  private readonly nextMarker: (numId: string, depth: number) => string | undefined;
  private readonly notePrefix: string;

  constructor(
    place: string,
    limits: ReadingLimits,
    styles: ReadonlyMap<string, ParagraphStyle>,
    numbering: Numbering,
    notePrefix: string,
  ) {
    this.place = place;
    this.limits = limits;
    this.styles = styles;
    this.nextMarker = counter(numbering);
    this.notePrefix = notePrefix;
  }

  open(element: XmlElement): void {
    // A drawing and its stand-in for older programs hold the same words: the stand-in is passed over.
    if (element.name === "Fallback") this.fallback += 1;
    if (this.fallback > 0) return;
    const paragraph = this.open_.at(-1);
    switch (element.name) {
      case "w:p":
        this.open_.push({
          runs: this.open_.length === 0 ? this.carried : [],
          rightToLeft: false,
          endDeleted: false,
        });
        if (this.open_.length === 1) this.carried = [];
        return;
      case "w:pPr":
        this.inParagraphProperties += 1;
        return;
      case "w:rPr":
        this.inRunProperties += 1;
        return;
      case "w:r":
        this.run = { italic: undefined, bold: undefined, hidden: false };
        return;
      case "w:tbl":
        this.tables.push({ rows: [] });
        return;
      case "w:tr":
        this.tables.at(-1)?.rows.push([]);
        return;
      case "w:tc":
        this.tables.at(-1)?.rows.at(-1)?.push("");
        return;
      case "w:ins":
      case "w:moveTo":
      case "w:del":
      case "w:moveFrom":
        this.openChange(element, paragraph);
        return;
      case "w:t":
      case "w:delText":
        this.inText = true;
        return;
    }
    if (this.inParagraphProperties > 0 && this.inRunProperties === 0)
      this.readParagraphProperty(element, paragraph);
    else if (this.inRunProperties > 0) this.readRunProperty(element);
    else this.readInline(element);
  }

  private openChange(element: XmlElement, paragraph: OpenParagraph | undefined): void {
    const kind = element.name === "w:ins" || element.name === "w:moveTo" ? "insertion" : "deletion";
    if (this.inRunProperties > 0) {
      if (paragraph && this.inParagraphProperties > 0 && kind === "deletion") paragraph.endDeleted = true;
      return;
    }
    const at = element.attribute("date");
    this.changes.push({
      kind,
      author: element.attribute("author") ?? "",
      ...(at === undefined ? {} : { at }),
    });
  }

  private readParagraphProperty(element: XmlElement, paragraph: OpenParagraph | undefined): void {
    if (!paragraph) return;
    const value = element.attribute("val");
    if (element.name === "w:pStyle" && value !== undefined) paragraph.styleId = value;
    else if (element.name === "w:numId" && value !== undefined) paragraph.numId = value;
    else if (element.name === "w:ilvl") paragraph.depth = depthOf(value);
    else if (element.name === "w:outlineLvl") paragraph.outlineLevel = Number(value);
    else if (element.name === "w:bidi") paragraph.rightToLeft = isOn(element);
  }

  private readRunProperty(element: XmlElement): void {
    if (!this.run) return;
    if (element.name === "w:i" || element.name === "w:iCs") this.run.italic = isOn(element);
    else if (element.name === "w:b" || element.name === "w:bCs") this.run.bold = isOn(element);
    else if (element.name === "w:vanish") this.run.hidden = isOn(element);
    else if (element.name === "w:rFonts" && KAI.test(element.attribute("eastAsia") ?? ""))
      this.run.italic = true;
  }

  private readInline(element: XmlElement): void {
    if (element.name === "w:tab") this.add("\t");
    else if (element.name === "w:br" || element.name === "w:cr") this.add(" ");
    else if (element.name === "w:noBreakHyphen") this.add("\u2011");
    else if (element.name === "w:footnoteReference" || element.name === "w:endnoteReference") {
      const prefix = element.name === "w:footnoteReference" ? "f" : "e";
      const id = element.attribute("id");
      if (id !== undefined && this.notePrefix === "") this.add("", `${prefix}${id}`);
    }
  }

  text(text: string): void {
    if (this.inText && this.fallback === 0) this.add(text);
  }

  private add(text: string, note?: string): void {
    const paragraph = this.open_.at(-1);
    if (!paragraph || !this.run) return;
    if (this.run.hidden) {
      this.found.hiddenRuns += 1;
      return;
    }
    const change = this.changes.at(-1);
    const last = paragraph.runs.at(-1);
    const { italic = false, bold = false } = this.run;
    if (
      note === undefined &&
      last &&
      last.note === undefined &&
      last.change === change &&
      (last.italic ?? false) === italic &&
      (last.bold ?? false) === bold
    )
      last.text += text;
    else
      paragraph.runs.push({
        text,
        ...(italic ? { italic } : {}),
        ...(bold ? { bold } : {}),
        ...(change ? { change } : {}),
        ...(note === undefined ? {} : { note }),
      });
  }

  close(name: string): void {
    if (name === "Fallback") this.fallback -= 1;
    if (this.fallback > 0) return;
    switch (name) {
      case "w:p":
        this.closeParagraph();
        return;
      case "w:pPr":
        this.inParagraphProperties -= 1;
        return;
      case "w:rPr":
        this.inRunProperties -= 1;
        return;
      case "w:r":
        this.run = undefined;
        return;
      case "w:t":
      case "w:delText":
        this.inText = false;
        return;
      case "w:ins":
      case "w:moveTo":
      case "w:del":
      case "w:moveFrom":
        if (this.inRunProperties === 0) this.changes.pop();
        return;
      case "w:tbl":
        this.closeTable();
        return;
    }
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const rows = table.rows.filter((row) => row.length > 0);
    const outer = this.tables.at(-1)?.rows.at(-1);
    if (outer && outer.length > 0) outer.push(`${outer.pop()} ${rows.flat().join(" ")}`.trim());
    else if (rows.length > 0) this.keep({ runs: [], depth: 0, rightToLeft: false, table: rows });
  }

  private keep(paragraph: RawParagraph): void {
    this.found.paragraphs.push(paragraph);
    if (this.found.paragraphs.length > this.limits.paragraphs)
      throw new ReadingStopped(
        "too-many-paragraphs",
        this.place,
        `The text has more than ${this.limits.paragraphs} paragraphs; that is the limit.`,
        "Divide the text into several files.",
      );
  }

  private closeParagraph(): void {
    const paragraph = this.open_.pop();
    if (!paragraph) return;
    const cells = this.tables.at(-1)?.rows.at(-1);
    if (cells && cells.length > 0) {
      const words = paragraph.runs
        .filter(({ change }) => change?.kind !== "deletion")
        .map(({ text }) => text);
      cells.push(`${cells.pop()} ${words.join("")}`.trim());
      return;
    }
    if (paragraph.endDeleted && this.open_.length === 0) {
      this.carried = paragraph.runs;
      return;
    }
    const style = resolveStyle(this.styles, paragraph.styleId);
    if (/^toc \d$/i.test(style.name)) {
      this.found.contentsLines += 1;
      return;
    }
    const outline = paragraph.outlineLevel;
    const headingLevel = outline !== undefined && outline < 9 ? outline + 1 : headingLevelOf(style);
    const numId = paragraph.numId ?? style.numId;
    const depth = paragraph.depth ?? depthOf(String(style.listLevel ?? 0));
    const marker = numId === undefined || numId === "0" ? undefined : this.nextMarker(numId, depth);
    if (
      paragraph.runs.every(({ text, note }) => text.trim() === "" && note === undefined) &&
      marker === undefined
    )
      return;
    this.keep({
      runs: dressed(paragraph.runs, style, headingLevel),
      ...(headingLevel === undefined ? {} : { headingLevel }),
      ...(marker === undefined ? {} : { marker }),
      depth,
      rightToLeft: paragraph.rightToLeft,
    });
  }
}

/** What a style makes of a whole paragraph; in a heading it says nothing. */
function dressed(runs: readonly Run[], style: ParagraphStyle, headingLevel: number | undefined): Run[] {
  if (headingLevel !== undefined || (!style.italic && !style.bold)) return [...runs];
  return runs.map((run) => ({
    ...run,
    ...(style.italic ? { italic: true } : {}),
    ...(style.bold ? { bold: true } : {}),
  }));
}

function depthOf(value: string | undefined): number {
  const depth = Number(value);
  return Number.isInteger(depth) && depth >= 0 && depth < 9 ? depth : 0;
}

/**
 * Reads the text of a part.
 * @throws ReadingStopped for what {@link readXml} refuses, and for too many paragraphs
 */
export function readWordText(
  file: Uint8Array,
  entry: ZipEntry,
  limits: ReadingLimits,
  styles: ReadonlyMap<string, ParagraphStyle>,
  numbering: Numbering,
): WordText {
  const walker = new WordWalker(entry.name, limits, styles, numbering, "");
  readXml(file, entry, limits, walker);
  return walker.found;
}
