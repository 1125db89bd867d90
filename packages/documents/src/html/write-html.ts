import type { Language } from "@concord/core/vocabulary";
import { type Frame, frameOf } from "../frame/frame.ts";
import { attribution, bracketOpening, visibleStretches } from "../frame/rolling.ts";
import {
  type Block,
  footnoteNumbers,
  type ItemBlock,
  printedNumber,
  type Run,
  type Runs,
  type TableBlock,
  type UnDocument,
} from "../model/index.ts";
import { label } from "../words/label.ts";
import { escapeHtml } from "./escape.ts";
import { STYLE } from "./style.ts";

interface Writing {
  language: Language;
  numbers: ReadonlyMap<string, number>;
  /** Footnotes whose mark has been written: the link back goes to the first. */
  marked: Set<string>;
}

/**
 * Writes a document as one HTML page that stands alone: no script, no font, no address is fetched. It reads well by screen
 * reader (headings, landmarks, marks linked with their notes), mirrors for Arabic and prints on A4.
 */
export function writeHtml(document: UnDocument): string {
  const frame = frameOf(document);
  const writing: Writing = {
    language: document.language,
    numbers: footnoteNumbers(document),
    marked: new Set(),
  };
  const annexes = document.annexes.map(
    ({ blocks }, index) =>
      `<section class="annex" aria-labelledby="annex-${index + 1}"><h2 id="annex-${index + 1}">${escapeHtml(frame.annexes[index]!.heading)}</h2>
<p><strong>${escapeHtml(frame.annexes[index]!.title)}</strong></p>
${writeBlocks(blocks, writing, `annex-${index + 1}-`)}</section>`,
  );
  const title = [frame.symbol, frame.title].filter((part) => part !== "").join(" – ");
  return `<!doctype html>
<html lang="${document.language}" dir="${frame.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${writeHead(frame)}
${writeBlocks(document.blocks, writing, "")}
${annexes.join("\n")}
${writeNotes(document, writing, frame.notes)}
<footer><p>${escapeHtml(frame.series)}</p></footer>
</main>
</body>
</html>
`;
}

function writeHead(frame: Frame): string {
  const line = (text: string) => (text === "" ? "" : `<p>${escapeHtml(text)}</p>`);
  const banner =
    frame.banner === ""
      ? ""
      : `<div class="banner" role="note"><strong>${escapeHtml(frame.banner)}</strong>${escapeHtml(frame.bannerNote)}</div>`;
  return `<header>
<div class="first"><span class="organ">${escapeHtml(frame.organ)}</span><span class="symbol"><bdi>${escapeHtml(frame.symbol)}</bdi></span></div>
<div class="second">${line(frame.distribution)}${line(frame.date)}${line(frame.original)}</div>
<div class="agenda">${line(frame.session)}${line(frame.agendaItem)}${line(frame.agendaTitle)}</div>
${banner}
</header>
<p class="kind">${escapeHtml(frame.kind)}</p>
${line(frame.sponsors)}
<h1>${escapeHtml(frame.title)}</h1>`;
}

function writeBlocks(blocks: readonly Block[], writing: Writing, prefix: string): string {
  const parts: string[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.kind === "item") {
      const items: ItemBlock[] = [];
      for (let one = blocks[at]; one?.kind === "item"; one = blocks[++at]) items.push(one);
      at -= 1;
      parts.push(writeList(items, writing));
    } else parts.push(writeBlock(block, writing, prefix));
  }
  return parts.join("\n");
}

/** An id that an address can end with: `OP3 bis` is `OP3-bis`. */
function idOf(prefix: string, name: string | undefined): string {
  const id = name?.replace(/[^\p{L}\d]+/gu, "-").replace(/-$/, "");
  return id ? ` id="${escapeHtml(prefix + id)}"` : "";
}

function writeBlock(block: Exclude<Block, ItemBlock>, writing: Writing, prefix: string): string {
  switch (block.kind) {
    case "heading": {
      const tag = `h${block.level + 1}`;
      return `<${tag}>${writeRuns(block.runs, writing)}</${tag}>`;
    }
    case "organ":
      return `<p class="organ-line">${writeRuns(block.runs, writing)}</p>`;
    case "preambular":
      return `<p class="preambular"${idOf(prefix, block.name)}>${writeRuns(block.runs, writing)}</p>`;
    case "operative":
      return `<p class="operative"${idOf(prefix, block.name)}><span class="number">${escapeHtml(printedNumber(block.name))}.</span> ${writeRuns(block.runs, writing)}</p>`;
    case "sub-paragraph":
      return `<p class="sub" style="--depth:${block.depth}"${idOf(prefix, block.name)}><span class="number">${escapeHtml(block.marker)}</span> ${writeRuns(block.runs, writing)}</p>`;
    case "paragraph": {
      const number = block.number ? `<span class="number">${escapeHtml(block.number)}</span> ` : "";
      return `<p${idOf(prefix, block.name)}>${number}${writeRuns(block.runs, writing)}</p>`;
    }
    case "remark":
      return `<div class="remark"><p><strong>${escapeHtml(block.label)}</strong></p><p>${writeRuns(block.runs, writing)}</p></div>`;
    case "signature":
      return `<div class="signature"><p><em>${escapeHtml(label("signed", writing.language))}</em> ${escapeHtml(block.name)}</p><p>${escapeHtml(block.office)}</p></div>`;
    case "table":
      return writeTable(block);
  }
}

function writeTable({ caption, header, rows }: TableBlock): string {
  const head = header.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`);
  return `<table>${caption ? `<caption>${escapeHtml(caption)}</caption>` : ""}${head ? `<thead><tr>${head}</tr></thead>` : ""}<tbody>${body.join("")}</tbody></table>`;
}

/** Items one below another, nested by depth: a list of dashes, or of the markers they bear. */
function writeList(items: readonly ItemBlock[], writing: Writing): string {
  const depth = Math.min(...items.map((item) => item.depth));
  const marked = items[0]?.marker !== undefined;
  const parts: string[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const below: ItemBlock[] = [];
    while (at + 1 < items.length && items[at + 1]!.depth > depth) below.push(items[++at]!);
    const own =
      item.depth > depth
        ? writeList([item, ...below], writing)
        : `${item.marker ? `<span class="number">${escapeHtml(item.marker)}</span> ` : ""}${writeRuns(item.runs, writing)}${below.length > 0 ? writeList(below, writing) : ""}`;
    parts.push(`<li>${own}</li>`);
  }
  return marked ? `<ol class="marked">${parts.join("")}</ol>` : `<ul>${parts.join("")}</ul>`;
}

function writeRuns(runs: Runs, writing: Writing): string {
  return visibleStretches(runs)
    .map(({ change, runs: inner }) => {
      const text = inner.map((run) => writeRun(run, writing)).join("");
      if (!change) return text;
      const tag = change.kind === "insertion" ? "ins" : "del";
      const when = change.at ? ` datetime="${escapeHtml(change.at)}"` : "";
      const by = `<span class="by"> – ${escapeHtml(attribution(change, writing.language))}</span>`;
      return `${escapeHtml(bracketOpening(change, writing.language))}<${tag}${when}>${text}</${tag}>${by}]`;
    })
    .join("");
}

function writeRun({ text, italic, bold, note }: Run, writing: Writing): string {
  let html = escapeHtml(text);
  if (html !== "" && bold) html = `<strong>${html}</strong>`;
  if (html !== "" && italic) html = `<em>${html}</em>`;
  const number = note === undefined ? undefined : writing.numbers.get(note);
  if (note === undefined || number === undefined) return html;
  const id = writing.marked.has(note) ? "" : ` id="mark-${number}"`;
  writing.marked.add(note);
  return `${html}<sup><a${id} href="#note-${number}" role="doc-noteref">${number}</a></sup>`;
}

function writeNotes(document: UnDocument, writing: Writing, heading: string): string {
  const notes = [...writing.numbers].map(([id, number]) => {
    const runs = document.footnotes.find((footnote) => footnote.id === id)?.runs ?? [];
    return `<li id="note-${number}">${writeRuns(runs, { ...writing, numbers: new Map() })} <a href="#mark-${number}" role="doc-backlink" aria-label="${number}">↩</a></li>`;
  });
  if (notes.length === 0) return "";
  return `<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">${escapeHtml(heading)}</h2><ol>${notes.join("")}</ol></section>`;
}
