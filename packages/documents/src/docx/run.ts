/** Runs as Word has them, proposals as tracked changes with author and date. */
import type { Language } from "@concord/core/vocabulary";
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  FootnoteReferenceRun,
  type ICommentOptions,
  InsertedTextRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import { attribution, stretchesOf } from "../frame/rolling.ts";
import { cleanText } from "../model/clean.ts";
import type { Change, Run, Runs } from "../model/index.ts";

/** What is known while one Word file is written. */
export interface DocxWriting {
  language: Language;
  rightToLeft: boolean;
  /** Printed numbers of footnotes; each is written at its first mark. */
  numbers: ReadonlyMap<string, number>;
  /** Gives each tracked change a number of its own. */
  nextChange: () => number;
  /** Instant of a change that bears none. */
  fallbackDate: string;
  /** Who supports and who opposes a proposal, as comments on its words. */
  comments: ICommentOptions[];
}

/** Chinese has no italic: such words are set in the typeface Kai. Nor has Arabic: there they are bold. */
const KAI = "KaiTi";

export function dressOf({ italic, bold }: Pick<Run, "italic" | "bold">, writing: DocxWriting): IRunOptions {
  const kai = italic === true && writing.language === "zh";
  const heavy = bold === true || (italic === true && writing.rightToLeft);
  return {
    ...(italic && !kai && !writing.rightToLeft ? { italics: true, italicsComplexScript: true } : {}),
    ...(kai ? { font: { ascii: "Times New Roman", eastAsia: KAI, hint: "eastAsia" } } : {}),
    ...(heavy ? { bold: true, boldComplexScript: true } : {}),
    ...(writing.rightToLeft ? { rightToLeft: true } : {}),
  };
}

export function docxRuns(runs: Runs, writing: DocxWriting): ParagraphChild[] {
  return stretchesOf(runs).flatMap(({ change, runs: inner }) => {
    const children = inner.flatMap((run) => docxRun(run, change, writing));
    const stands = (change?.supported?.length ?? 0) + (change?.opposed?.length ?? 0) > 0;
    return change && stands ? commented(children, change, writing) : children;
  });
}

function docxRun(run: Run, change: Change | undefined, writing: DocxWriting): ParagraphChild[] {
  const options = { ...dressOf(run, writing), text: cleanText(run.text) };
  const children: ParagraphChild[] = [];
  if (options.text !== "") {
    if (change) {
      const tracked = { ...options, ...trackOf(change, writing) };
      children.push(change.kind === "insertion" ? new InsertedTextRun(tracked) : new DeletedTextRun(tracked));
    } else children.push(new TextRun(options));
  }
  const number = run.note === undefined ? undefined : writing.numbers.get(run.note);
  if (number !== undefined) children.push(new FootnoteReferenceRun(number));
  return children;
}

function trackOf({ author, at }: Change, writing: DocxWriting): { id: number; author: string; date: string } {
  const instant = at === undefined ? Number.NaN : Date.parse(at);
  return {
    id: writing.nextChange(),
    author: cleanText(author) || "–",
    date: Number.isNaN(instant)
      ? writing.fallbackDate
      : new Date(instant).toISOString().replace(/\.\d+Z$/, "Z"),
  };
}

function commented(children: ParagraphChild[], change: Change, writing: DocxWriting): ParagraphChild[] {
  const { author, date } = trackOf(change, writing);
  const id = writing.comments.length;
  writing.comments.push({
    id,
    author,
    date: new Date(date),
    children: [
      new Paragraph({
        bidirectional: writing.rightToLeft,
        children: [
          new TextRun({
            text: cleanText(attribution(change, writing.language)),
            rightToLeft: writing.rightToLeft,
          }),
        ],
      }),
    ],
  });
  return [
    new CommentRangeStart(id),
    ...children,
    new CommentRangeEnd(id),
    new TextRun({ children: [new CommentReference(id)] }),
  ];
}
