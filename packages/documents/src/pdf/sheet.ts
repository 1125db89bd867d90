/** A document as the plain data that the layout reads: every word in place, nothing left to decide but where lines break. */
import { type Frame, frameOf } from "../frame/frame.ts";
import { attribution, bracketOpening, visibleStretches } from "../frame/rolling.ts";
import { cleanText } from "../model/clean.ts";
import {
  type Block,
  footnoteNumbers,
  type ItemBlock,
  plainText,
  printedNumber,
  type Runs,
  type UnDocument,
} from "../model/index.ts";
import { label } from "../words/label.ts";

interface Piece {
  runs: { text: string; italic?: true; bold?: true; note?: string }[];
  change?: { kind: string; opening: string; by: string };
}

/** How far the number stands in, in ems. */
const FIRST_SHIFT = 2.4;

export interface Sheet {
  language: string;
  title: string;
  signed: string;
  frame: Frame;
  notes: Record<string, string>;
  blocks: object[];
  annexes: { heading: string; title: string; blocks: object[] }[];
}

export function sheetOf(document: UnDocument): Sheet {
  const frame = frameOf(document);
  const { language } = document;
  const numbers = footnoteNumbers(document);
  const notes = Object.fromEntries(
    document.footnotes.flatMap(({ id, runs }) =>
      numbers.has(id) ? [[`n${numbers.get(id)}`, cleanText(plainText(runs))]] : [],
    ),
  );
  const piecesOf = (runs: Runs): Piece[] =>
    visibleStretches(runs).map(({ change, runs: inner }) => ({
      runs: inner.map(({ text, italic, bold, note }) => ({
        text: cleanText(text),
        ...(italic ? { italic } : {}),
        ...(bold ? { bold } : {}),
        ...(note !== undefined && numbers.has(note) ? { note: `n${numbers.get(note)}` } : {}),
      })),
      ...(change
        ? {
            change: {
              kind: change.kind,
              opening: bracketOpening(change, language),
              by: cleanText(attribution(change, language)),
            },
          }
        : {}),
    }));
  const blocks = (all: readonly Block[]) =>
    gatherLists(all).map((block) =>
      Array.isArray(block)
        ? { kind: "list", items: nestItems(block, piecesOf) }
        : sheetBlock(block, piecesOf),
    );
  return {
    language,
    title: [frame.symbol, frame.title].filter((part) => part !== "").join(" – ") || frame.kind,
    signed: label("signed", language),
    frame,
    notes,
    blocks: blocks(document.blocks),
    annexes: document.annexes.map((annex, index) => ({
      ...frame.annexes[index]!,
      blocks: blocks(annex.blocks),
    })),
  };
}

type Listed = Exclude<Block, ItemBlock> | ItemBlock[];

/** Neighbouring items without a marker become one list. */
function gatherLists(blocks: readonly Block[]): Listed[] {
  const gathered: Listed[] = [];
  for (const block of blocks) {
    const last = gathered.at(-1);
    if (block.kind !== "item") gathered.push(block);
    else if (Array.isArray(last)) last.push(block);
    else gathered.push([block]);
  }
  return gathered;
}

interface NestedItem {
  runs: Piece[];
  below: NestedItem[];
}

function nestItems(items: readonly ItemBlock[], piecesOf: (runs: Runs) => Piece[]): NestedItem[] {
  const top: NestedItem[] = [];
  const open: { depth: number; item: NestedItem }[] = [];
  for (const { depth, marker, runs } of items) {
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    const item: NestedItem = { runs: piecesOf(marker ? [{ text: `${marker} ` }, ...runs] : runs), below: [] };
    (open.at(-1)?.item.below ?? top).push(item);
    open.push({ depth, item });
  }
  return top;
}

function sheetBlock(block: Exclude<Block, ItemBlock>, piecesOf: (runs: Runs) => Piece[]): object {
  switch (block.kind) {
    case "operative":
      return {
        kind: "numbered",
        number: `${printedNumber(block.name)}.`,
        shift: FIRST_SHIFT,
        runs: piecesOf(block.runs),
      };
    case "sub-paragraph":
      return {
        kind: "numbered",
        number: block.marker,
        shift: FIRST_SHIFT * (1 + block.depth),
        runs: piecesOf(block.runs),
      };
    case "paragraph":
      return block.number
        ? { kind: "numbered", number: block.number, shift: 0, runs: piecesOf(block.runs) }
        : { kind: "paragraph", runs: piecesOf(block.runs) };
    case "table": {
      const columns = Math.max(1, block.header.length, ...block.rows.map((row) => row.length));
      const fill = (cells: readonly string[]) =>
        Array.from({ length: columns }, (_, index) => cleanText(cells[index] ?? ""));
      return {
        kind: "table",
        caption: cleanText(block.caption ?? ""),
        columns,
        header: block.header.length > 0 ? fill(block.header) : [],
        rows: block.rows.map(fill),
      };
    }
    case "signature":
      return block;
    case "heading":
      return { kind: "heading", level: block.level, runs: piecesOf(block.runs) };
    case "remark":
      return { kind: "remark", label: cleanText(block.label), runs: piecesOf(block.runs) };
    default:
      return { kind: block.kind, runs: piecesOf(block.runs) };
  }
}
