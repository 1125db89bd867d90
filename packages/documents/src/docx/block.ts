/** Blocks as paragraphs and tables of Word, indented as resolutions are. Sides are logical: in Arabic all of it mirrors. */
import {
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { cleanText } from "../model/clean.ts";
import { type Block, printedNumber, type TableBlock } from "../model/index.ts";
import { label } from "../words/label.ts";
import { type DocxWriting, docxRuns, dressOf } from "./run.ts";

/** Twentieths of a point. */
const INDENT = 567;
const AFTER = 120;
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** A paragraph in the direction of the document. */
export function docxParagraph(
  children: readonly ParagraphChild[],
  writing: DocxWriting,
  options: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    spacing: { after: AFTER },
    ...options,
    bidirectional: writing.rightToLeft,
    children: [...children],
  });
}

/** Plain words in one dress. */
export function docxText(
  text: string,
  writing: DocxWriting,
  dress: { italic?: boolean; bold?: boolean; size?: number } = {},
): TextRun {
  const size = dress.size === undefined ? {} : { size: dress.size, sizeComplexScript: dress.size };
  return new TextRun({ ...dressOf(dress, writing), ...size, text: cleanText(text) });
}

export function docxBlock(block: Block, writing: DocxWriting): (Paragraph | Table)[] {
  if (block.kind === "table") return docxTable(block, writing);
  if (block.kind === "signature")
    return [
      docxParagraph(
        [
          docxText(label("signed", writing.language), writing, { italic: true }),
          docxText(` ${block.name}`, writing),
        ],
        writing,
        { spacing: { before: 2 * AFTER }, keepNext: true, indent: { start: 6 * INDENT } },
      ),
      docxParagraph([docxText(block.office, writing)], writing, { indent: { start: 6 * INDENT } }),
    ];
  const runs = docxRuns(block.runs, writing);
  const numbered = (number: string, start: number) =>
    docxParagraph([docxText(number, writing), new TextRun({ text: "\t" }), ...runs], writing, {
      indent: { start, hanging: 0 },
      tabStops: [{ type: "left", position: start + INDENT }],
    });
  switch (block.kind) {
    case "heading":
      return [docxParagraph(runs, writing, { heading: LEVELS[block.level - 1]!, keepNext: true })];
    case "organ":
    case "preambular":
      return [
        docxParagraph(
          docxRuns(
            block.kind === "organ" ? block.runs.map((run) => ({ ...run, italic: true })) : block.runs,
            writing,
          ),
          writing,
          { indent: { start: INDENT, firstLine: INDENT } },
        ),
      ];
    case "operative":
      return [
        docxParagraph(
          [docxText(`${printedNumber(block.name)}.`, writing), new TextRun({ text: "\t" }), ...runs],
          writing,
          {
            indent: { start: INDENT, firstLine: INDENT },
            tabStops: [{ type: "left", position: 3 * INDENT }],
          },
        ),
      ];
    case "sub-paragraph":
      return [numbered(block.marker, INDENT * (1 + block.depth))];
    case "item":
      return [numbered(block.marker ?? "–", INDENT * (1 + block.depth))];
    case "remark":
      return [
        docxParagraph(
          [docxText(block.label, writing, { bold: true }), docxText("  ", writing), ...runs],
          writing,
          {
            indent: { start: 2 * INDENT },
            border: {
              [writing.rightToLeft ? "right" : "left"]: {
                style: BorderStyle.SINGLE,
                size: 12,
                space: 8,
                color: "767676",
              },
            },
          },
        ),
      ];
    case "paragraph":
      return [block.number ? numbered(block.number, 0) : docxParagraph(runs, writing)];
  }
}

function docxTable({ caption, header, rows }: TableBlock, writing: DocxWriting): (Paragraph | Table)[] {
  const width = Math.max(1, header.length, ...rows.map((row) => row.length));
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: Array.from({ length: width }, (_, index) => {
        const text = docxText(cells[index] ?? "", writing, head ? { bold: true } : {});
        return new TableCell({
          margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 100, right: 100 },
          children: [docxParagraph([text], writing, { spacing: { after: 0 } })],
        });
      }),
    });
  const all = [...(header.length > 0 ? [row(header, true)] : []), ...rows.map((cells) => row(cells, false))];
  const title = caption
    ? [docxParagraph([docxText(caption, writing, { bold: true })], writing, { keepNext: true })]
    : [];
  if (all.length === 0) return title;
  return [
    ...title,
    new Table({
      rows: all,
      width: { size: 100, type: WidthType.PERCENTAGE },
      visuallyRightToLeft: writing.rightToLeft,
    }),
    docxParagraph([], writing),
  ];
}
