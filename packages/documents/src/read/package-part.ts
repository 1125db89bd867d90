/** Finds the parts of a Word file (ECMA-376 part 2): which one is the text, and what it draws in from elsewhere. */
import type { ImportNotice } from "./imported.ts";
import { type ReadingLimits, ReadingStopped } from "./limit.ts";
import { readXml } from "./xml.ts";
import type { ZipEntry } from "./zip.ts";

export interface WordParts {
  text: ZipEntry;
  styles?: ZipEntry;
  numbering?: ZipEntry;
  footnotes?: ZipEntry;
  endnotes?: ZipEntry;
}

interface Relationship {
  type: string;
  target: string;
  external: boolean;
}

function readRelationships(file: Uint8Array, entry: ZipEntry, limits: ReadingLimits): Relationship[] {
  const found: Relationship[] = [];
  readXml(file, entry, limits, {
    open(element) {
      if (element.name !== "Relationship") return;
      found.push({
        type: element.attribute("Type")?.split("/").at(-1) ?? "",
        target: element.attribute("Target") ?? "",
        external: element.attribute("TargetMode") === "External",
      });
    },
    close() {},
  });
  return found;
}

/** `../media/a.png` seen from the folder `word/` is `media/a.png`; a name that leaves the archive matches nothing. */
function resolveTarget(folder: string, target: string): string {
  const path: string[] = target.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/**
 * Finds the parts of the text.
 * @throws ReadingStopped when the archive holds no text of a word processor
 */
export function findParts(
  file: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  limits: ReadingLimits,
): { parts: WordParts; notices: ImportNotice[] } {
  const root = entries.get("_rels/.rels");
  const main = root
    ? readRelationships(file, root, limits).find(
        ({ type, external }) => type === "officeDocument" && !external,
      )
    : undefined;
  const name = main ? resolveTarget("", main.target) : "word/document.xml";
  const text = entries.get(name);
  if (
    text === undefined ||
    !/\.xml$/i.test(name) ||
    entries.has("xl/workbook.xml") ||
    entries.has("ppt/presentation.xml")
  )
    throw new ReadingStopped(
      "not-a-word-file",
      "file",
      `The archive holds no text of a word processor${kindOfArchive(entries)}.`,
      "Open it in the program it was made with, and save the text as .docx.",
    );
  const folder = name.split("/").slice(0, -1).join("/");
  const relationshipsOfText = entries.get(
    `${folder === "" ? "" : `${folder}/`}_rels/${name.split("/").at(-1)}.rels`,
  );
  const related = relationshipsOfText ? readRelationships(file, relationshipsOfText, limits) : [];
  const parts: WordParts = { text };
  for (const { type, target, external } of related) {
    const entry = external ? undefined : entries.get(resolveTarget(folder, target));
    if (entry && (type === "styles" || type === "numbering" || type === "footnotes" || type === "endnotes"))
      parts[type] = entry;
  }
  return { parts, notices: noticesOf(file, entries, related, limits) };
}

function kindOfArchive(entries: ReadonlyMap<string, ZipEntry>): string {
  if (entries.has("xl/workbook.xml")) return ": it is a spreadsheet";
  if (entries.has("ppt/presentation.xml")) return ": it is a presentation";
  if (entries.has("mimetype") && entries.has("content.xml")) return ": it is an OpenDocument file";
  return "";
}

function noticesOf(
  file: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  related: readonly Relationship[],
  limits: ReadingLimits,
): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const names = [...entries.keys()];
  const macros = names.filter((name) => /vbaProject\.bin$|vbaData\.xml$/i.test(name)).length;
  if (macros > 0)
    notices.push({
      code: "macros-dropped",
      count: macros,
      detail: "The file holds macros; they were neither read nor kept.",
    });
  const settings = entries.get("word/_rels/settings.xml.rels");
  const all = [...related, ...(settings ? readRelationships(file, settings, limits) : [])];
  const outside = all.filter(({ external, type }) => external && type !== "hyperlink").length;
  if (outside > 0)
    notices.push({
      code: "external-ignored",
      count: outside,
      detail: "The file points to templates, pictures or objects elsewhere; nothing was fetched.",
    });
  const embedded =
    names.filter((name) => /\/(embeddings|activeX)\/./i.test(name)).length +
    all.filter(({ type }) => type === "aFChunk").length;
  if (embedded > 0)
    notices.push({
      code: "embedded-dropped",
      count: embedded,
      detail: "Files embedded in the text were left out.",
    });
  const pictures = names.filter((name) => /\/media\/./i.test(name)).length;
  if (pictures > 0)
    notices.push({
      code: "pictures-dropped",
      count: pictures,
      detail: "Pictures were left out: only words are read.",
    });
  if (names.some((name) => /^word\/comments\.xml$/i.test(name)))
    notices.push({ code: "comments-dropped", count: 1, detail: "Comments in the margin were left out." });
  return notices;
}
