/** Reads the footnotes and endnotes of a Word file. */
import type { Run } from "../model/index.ts";
import type { ReadingLimits } from "./limit.ts";
import { WordWalker } from "./word-text.ts";
import { readXml } from "./xml.ts";
import type { ZipEntry } from "./zip.ts";

/** Reads footnotes or endnotes: by id, each as one line of runs. Those that only draw the line above are passed over. */
export function readNotes(
  file: Uint8Array,
  entry: ZipEntry,
  limits: ReadingLimits,
  prefix: "f" | "e",
): { id: string; runs: Run[] }[] {
  const notes: { id: string; runs: Run[] }[] = [];
  const walker = new WordWalker(entry.name, limits, new Map(), { lists: new Map(), uses: new Map() }, prefix);
  let from = 0;
  let id: string | undefined;
  readXml(file, entry, limits, {
    open(element) {
      if (element.name === "w:footnote" || element.name === "w:endnote") {
        id =
          element.attribute("type") === undefined || element.attribute("type") === "normal"
            ? element.attribute("id")
            : undefined;
        from = walker.found.paragraphs.length;
      }
      walker.open(element);
    },
    text: (text) => walker.text(text),
    close(name) {
      walker.close(name);
      if ((name !== "w:footnote" && name !== "w:endnote") || id === undefined) return;
      const runs = walker.found.paragraphs.slice(from).flatMap((paragraph) => paragraph.runs);
      const first = runs[0];
      notes.push({
        id: `${prefix}${id}`,
        runs: first ? [{ ...first, text: first.text.trimStart() }, ...runs.slice(1)] : [],
      });
    },
  });
  return notes;
}
