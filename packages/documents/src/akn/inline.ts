/** Runs as the inline elements of Akoma Ntoso: emphasis, insertions and deletions, footnotes, references. */
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import { attribution, stretchesOf } from "../frame/rolling.ts";
import { cleanText } from "../model/clean.ts";
import type { Run, Runs } from "../model/index.ts";
import { findSymbols, parseSymbol } from "../symbol/index.ts";
import type { AknWriting } from "./writing.ts";

export function appendRuns(parent: XMLBuilder, runs: Runs, writing: AknWriting): void {
  for (const { change, runs: inner } of stretchesOf(runs)) {
    if (change === undefined) for (const run of inner) appendRun(parent, run, writing);
    else {
      const element = parent.ele(change.kind === "insertion" ? "ins" : "del", {
        refersTo: `#${writing.authors.get(change.author) ?? "concord"}`,
        title: cleanText(attribution(change, writing.language)),
      });
      for (const run of inner) appendRun(element, run, writing);
    }
  }
}

function appendRun(parent: XMLBuilder, { text, italic, bold, note }: Run, writing: AknWriting): void {
  const words = cleanText(text);
  if (words !== "") {
    let target = parent;
    if (bold) target = target.ele("b");
    if (italic) target = target.ele("i");
    appendWithReferences(target, words);
  }
  const number = note === undefined ? undefined : writing.numbers.get(note);
  if (note === undefined || number === undefined) return;
  const marker = String(number);
  const id = writing.noteIds.get(note);
  if (id !== undefined) {
    parent.ele("noteRef", { href: `#${id}`, marker });
    return;
  }
  const eId = writing.giveId(`fn_${number}`);
  writing.noteIds.set(note, eId);
  const runs = writing.footnotes.get(note) ?? [];
  const paragraph = parent.ele("authorialNote", { eId, marker, placement: "bottom" }).ele("p");
  appendRuns(
    paragraph,
    runs.map(({ note: _, ...run }) => run),
    writing,
  );
}

/** Text in which each right symbol of the United Nations leads to the document. */
function appendWithReferences(parent: XMLBuilder, text: string): void {
  let at = 0;
  for (const { symbol, at: from } of findSymbols(text)) {
    const parsed = parseSymbol(symbol);
    if (!parsed.ok || parsed.value.series !== "united-nations") continue;
    if (from > at) parent.txt(text.slice(at, from));
    parent.ele("ref", { href: `https://undocs.org/${symbol}` }).txt(symbol);
    at = from + symbol.length;
  }
  if (at < text.length) parent.txt(text.slice(at));
}
