/** Blocks as the hierarchy of Akoma Ntoso: sections under their headings, numbered paragraphs, sub-paragraphs. */
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import { cleanText } from "../model/clean.ts";
import { type Block, type HeadingBlock, printedNumber, type SubParagraphBlock } from "../model/index.ts";
import { label } from "../words/label.ts";
import { appendRuns } from "./inline.ts";
import type { AknWriting } from "./writing.ts";

/** A heading with all below it, or a block with the sub-paragraphs below it. */
interface Node {
  block: Block;
  below: Node[];
}

const rankOf = (block: HeadingBlock | SubParagraphBlock) =>
  block.kind === "heading" ? block.level : 10 + block.depth;

/** Nests headings by level and sub-paragraphs by depth. */
function nest(blocks: readonly Block[]): Node[] {
  const top: Node[] = [];
  const open: { rank: number; node: Node }[] = [];
  for (const block of blocks) {
    const rank = block.kind === "heading" || block.kind === "sub-paragraph" ? rankOf(block) : 9;
    while (open.length > 0 && open.at(-1)!.rank >= rank) open.pop();
    const node: Node = { block, below: [] };
    (open.at(-1)?.node.below ?? top).push(node);
    open.push({ rank, node });
  }
  return top;
}

/** Appends blocks to a main body; an empty one gets the empty paragraph that the schema asks for. */
export function appendBody(
  parent: XMLBuilder,
  blocks: readonly Block[],
  writing: AknWriting,
  prefix = "",
): void {
  const nodes = nest(blocks);
  if (nodes.length === 0) parent.ele("p");
  for (const node of nodes) appendNode(parent, node, writing, prefix);
}

function appendNode(parent: XMLBuilder, { block, below }: Node, writing: AknWriting, prefix: string): void {
  if (block.kind === "heading") {
    const section = parent.ele("section", { eId: writing.giveId(`${prefix}sec_1`) });
    appendRuns(section.ele("heading"), block.runs, writing);
    for (const node of below) appendNode(section, node, writing, prefix);
    return;
  }
  const eId = writing.giveId(prefix + wishOf(block));
  const element = parent.ele(block.kind === "sub-paragraph" ? "subparagraph" : "paragraph", {
    eId,
    ...classOf(block),
  });
  const number = numberOf(block);
  if (number) element.ele("num").txt(cleanText(number));
  const holder =
    below.length > 0
      ? element.ele("intro", { eId: writing.giveId(`${eId}__intro`) })
      : contentOf(element, eId, writing);
  appendContent(holder, block, writing);
  for (const node of below) appendNode(element, node, writing, "");
}

function contentOf(element: XMLBuilder, eId: string, writing: AknWriting): XMLBuilder {
  return element.ele("content", { eId: writing.giveId(`${eId}__content`) });
}

function wishOf(block: Block): string {
  if (block.kind === "operative") return `para_${printedNumber(block.name)}`;
  if (block.kind === "sub-paragraph") return `subpara_${block.name}`;
  if (block.kind === "paragraph" && block.number) return `para_${block.number.replace(/\.$/, "")}`;
  return block.kind === "preambular" ? `rec_${block.name}` : "para_u1";
}

function classOf(block: Block): { class?: string } {
  return ["remark", "signature", "item", "organ", "preambular"].includes(block.kind)
    ? { class: block.kind }
    : {};
}

function numberOf(block: Block): string | undefined {
  if (block.kind === "operative") return `${printedNumber(block.name)}.`;
  if (block.kind === "sub-paragraph" || block.kind === "item") return block.marker;
  return block.kind === "paragraph" ? block.number : undefined;
}

function appendContent(holder: XMLBuilder, block: Exclude<Block, HeadingBlock>, writing: AknWriting): void {
  switch (block.kind) {
    case "table": {
      const table = holder.ele("table", { eId: writing.giveId("table_1") });
      if (block.caption) table.ele("caption").txt(cleanText(block.caption));
      const row = (cells: readonly string[], tag: "th" | "td") => {
        const tr = table.ele("tr");
        for (const cell of cells) tr.ele(tag).ele("p").txt(cleanText(cell));
      };
      if (block.header.length > 0) row(block.header, "th");
      for (const cells of block.rows) if (cells.length > 0) row(cells, "td");
      if (block.header.length === 0 && block.rows.every((cells) => cells.length === 0)) row([""], "td");
      return;
    }
    case "signature": {
      const line = holder.ele("p");
      line.ele("i").txt(label("signed", writing.language));
      line.txt(` ${cleanText(block.name)}`);
      holder.ele("p").txt(cleanText(block.office));
      return;
    }
    case "remark":
      holder.ele("p").ele("b").txt(cleanText(block.label));
      appendRuns(holder.ele("p"), block.runs, writing);
      return;
    default:
      appendRuns(holder.ele("p"), block.runs, writing);
  }
}
