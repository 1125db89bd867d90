import { INTL_LOCALES } from "@concord/core/vocabulary";
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ICommentOptions,
  type IStylesOptions,
  Packer,
  PageNumber,
  type Paragraph,
  type Table,
  TextRun,
} from "docx";
import { type Frame, frameOf } from "../frame/frame.ts";
import { cleanText } from "../model/clean.ts";
import { footnoteNumbers, type UnDocument } from "../model/index.ts";
import { docxBlock, docxParagraph, docxText } from "./block.ts";
import { type DocxWriting, docxRuns } from "./run.ts";

/** A4 and its margins, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = 1134;
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
/** Date of a proposal that bears none, in a document that bears none: the form asks for one. */
const NO_DATE = "2000-01-01";

/**
 * Writes a document for word processors (ECMA-376), laid out as delegations know it: masthead, agenda item, title, indented
 * paragraphs, footnotes at the foot, symbol and page number on each page. Proposals in a rolling text are tracked changes
 * (`w:ins`, `w:del`) with author and date, which a reader may accept or reject; who stands for or against is a comment.
 *
 * @returns the bytes of the `.docx`
 */
export async function writeDocx(document: UnDocument): Promise<Uint8Array> {
  const frame = frameOf(document);
  let change = 0;
  const comments: ICommentOptions[] = [];
  const writing: DocxWriting = {
    language: document.language,
    rightToLeft: frame.direction === "rtl",
    numbers: footnoteNumbers(document),
    nextChange: () => ++change,
    fallbackDate: `${document.masthead.date ?? NO_DATE}T00:00:00Z`,
    comments,
  };
  const body = document.blocks.flatMap((block) => docxBlock(block, writing));
  const annexes = document.annexes.flatMap(({ blocks }, index) => [
    ...annexHead(frame.annexes[index]!, writing),
    ...blocks.flatMap((block) => docxBlock(block, writing)),
  ]);
  const file = new Document({
    title: cleanText(frame.title),
    creator: "Concord",
    description: cleanText(`${frame.symbol} ${frame.kind}`.trim()),
    styles: stylesOf(document),
    footnotes: footnotesOf(document, writing),
    ...(comments.length > 0 ? { comments: { children: comments } } : {}),
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: PAGE, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        headers: {
          first: new Header({ children: [docxParagraph([], writing)] }),
          default: new Header({
            children: [
              docxParagraph([docxText(frame.symbol, writing)], writing, { alignment: AlignmentType.END }),
            ],
          }),
        },
        footers: { first: footer(frame, writing), default: footer(frame, writing) },
        children: [...head(frame, writing), ...body, ...annexes],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
  return bytes;
}

function footer(frame: Frame, writing: DocxWriting): Footer {
  const page = new TextRun({ children: [PageNumber.CURRENT], size: 16, sizeComplexScript: 16 });
  return new Footer({
    children: [
      docxParagraph(
        [docxText(frame.series, writing, { size: 16 }), new TextRun({ text: "\t" }), page],
        writing,
        {
          tabStops: [{ type: "right", position: TEXT_WIDTH }],
        },
      ),
    ],
  });
}

function head(frame: Frame, writing: DocxWriting): (Paragraph | Table)[] {
  const rule = (size: number) => ({ bottom: { style: BorderStyle.SINGLE, size, space: 4, color: "1B1B1B" } });
  const right = (text: string) =>
    text === ""
      ? []
      : [
          docxParagraph([docxText(text, writing)], writing, {
            alignment: AlignmentType.END,
            spacing: { after: 0 },
          }),
        ];
  const bold = (text: string, after = 0) =>
    text === ""
      ? []
      : [
          docxParagraph([docxText(text, writing, { bold: true })], writing, {
            spacing: { after },
            keepNext: true,
          }),
        ];
  const banner =
    frame.banner === ""
      ? []
      : [
          docxParagraph([docxText(frame.bannerNote, writing, { bold: true })], writing, {
            spacing: { before: 160, after: 160 },
            border: Object.fromEntries(
              ["top", "bottom", "left", "right"].map((side) => [
                side,
                { style: BorderStyle.SINGLE, size: 8, space: 6, color: "767676" },
              ]),
            ),
          }),
        ];
  return [
    docxParagraph(
      [
        docxText(frame.organ, writing, { bold: true }),
        new TextRun({ text: "\t" }),
        docxText(frame.symbol, writing, { size: 28 }),
      ],
      writing,
      { border: rule(6), tabStops: [{ type: "right", position: TEXT_WIDTH }] },
    ),
    ...right(frame.distribution),
    ...right(frame.date),
    ...right(frame.original),
    docxParagraph([], writing, { border: rule(18), spacing: { after: 200 } }),
    ...bold(frame.session),
    ...bold(frame.agendaItem),
    ...bold(frame.agendaTitle, 160),
    ...banner,
    ...bold(frame.kind, 60),
    ...(frame.sponsors === "" ? [] : [docxParagraph([docxText(frame.sponsors, writing)], writing)]),
    docxParagraph([docxText(frame.title, writing)], writing, { heading: HeadingLevel.TITLE }),
  ];
}

function annexHead(
  { heading, title }: { heading: string; title: string },
  writing: DocxWriting,
): Paragraph[] {
  return [
    docxParagraph([docxText(heading, writing)], writing, {
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
    }),
    docxParagraph([docxText(title, writing, { bold: true })], writing),
  ];
}

function footnotesOf(document: UnDocument, writing: DocxWriting): Record<string, { children: Paragraph[] }> {
  const without = { ...writing, numbers: new Map<string, number>() };
  return Object.fromEntries(
    document.footnotes.flatMap(({ id, runs }) => {
      const number = writing.numbers.get(id);
      if (number === undefined) return [];
      return [
        [
          String(number),
          {
            children: [
              docxParagraph([docxText(" ", writing), ...docxRuns(runs, without)], writing, {
                spacing: { after: 0 },
              }),
            ],
          },
        ],
      ];
    }),
  );
}

function stylesOf({ language }: UnDocument): IStylesOptions {
  const font = {
    ascii: "Times New Roman",
    hAnsi: "Times New Roman",
    cs: "Times New Roman",
    eastAsia: "SimSun",
  };
  const locale = INTL_LOCALES[language].split("-u-")[0]!;
  const heading = (size: number) => ({
    run: { bold: true, boldComplexScript: true, size, sizeComplexScript: size, font, color: "1B1B1B" },
    paragraph: { spacing: { before: 240, after: 120 } },
  });
  return {
    default: {
      document: {
        run: {
          size: 21,
          sizeComplexScript: language === "ar" ? 25 : 21,
          font,
          language: { value: locale, eastAsia: "zh-CN", bidirectional: "ar" },
        },
        paragraph: { spacing: { line: 276 } },
      },
      title: heading(30),
      heading1: heading(26),
      heading2: heading(23),
      heading3: heading(21),
    },
  };
}
