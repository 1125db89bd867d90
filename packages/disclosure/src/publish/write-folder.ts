import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { ok, type Result, refuse } from "../refusal.ts";
import { writeCodebook } from "./codebook.ts";
import { describeRelease, type WrittenTable } from "./descriptor.ts";
import type { Publication } from "./publication.ts";
import { reportAsHtml, reportAsJson } from "./report.ts";

/** Folder for what stays with those who decide on a release. */
export const INTERNAL_FOLDER = "not-for-release";

/** Checks, before any work and before any privacy is spent, that the folder can be written. */
export function checkFolder(path: string, replace: boolean): Result<string> {
  if (!existsSync(dirname(path)))
    return refuse(
      "unreadable-file",
      "--out",
      `There is no folder ${dirname(path)}.`,
      "Create it, or name another.",
    );
  if (existsSync(path) && !replace)
    return refuse(
      "already-there",
      "--out",
      `${path} is already there.`,
      "Name another folder, or pass --replace.",
    );
  return ok(path);
}

/**
 * Writes a release into a folder of its own. All files are written and flushed under another name first; then the folder
 * appears under its name at once. A crash leaves nothing under that name, or what was there before.
 * @param today `YYYY-MM-DD`; @returns paths of the files, from the folder
 */
export function writeRelease(
  path: string,
  publication: Publication,
  today: string,
  replace: boolean,
  signal?: AbortSignal,
): Result<string[]> {
  const checked = checkFolder(path, replace);
  if (!checked.ok) return checked;
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const files = writeFiles(temporary, publication, today, signal);
    moveIntoPlace(temporary, path);
    return ok(files);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOSPC" || code === "EACCES" || code === "EROFS")
      return refuse(
        "unreadable-file",
        "--out",
        `${path} can't be written (${code}).`,
        "Make room, or name another folder.",
      );
    throw error;
  }
}

function writeFiles(folder: string, publication: Publication, today: string, signal?: AbortSignal): string[] {
  mkdirSync(folder);
  const files: string[] = [];
  const write = (name: string, pieces: Iterable<string>) => {
    files.push(name);
    return writeFlushed(join(folder, name), pieces, signal);
  };
  const written = publication.tables.map(
    (table): WrittenTable => ({ table, ...write(`${table.name}.csv`, table.pieces()) }),
  );
  const codebook = writeCodebook(publication.tables);
  write("codebook.csv", [codebook]);
  write("datapackage.json", [describeRelease(publication, today, written, codebook)]);
  const reportFolder = publication.reportIsInternal ? `${INTERNAL_FOLDER}/` : "";
  if (reportFolder) mkdirSync(join(folder, INTERNAL_FOLDER));
  write(`${reportFolder}report.html`, [reportAsHtml(publication.report)]);
  write(`${reportFolder}report.json`, [reportAsJson(publication.report)]);
  flushFolder(folder);
  return files;
}

/** Bytes gathered before they go to the disk. */
const BLOCK = 1 << 20;

function writeFlushed(
  path: string,
  pieces: Iterable<string>,
  signal?: AbortSignal,
): { bytes: number; hash: string } {
  const file = openSync(path, "wx");
  const hash = createHash("sha256");
  let bytes = 0;
  let waiting = "";
  const flush = () => {
    const block = Buffer.from(waiting);
    hash.update(block);
    bytes += block.length;
    for (let at = 0; at < block.length; ) at += writeSync(file, block, at);
    waiting = "";
  };
  try {
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < BLOCK) continue;
      signal?.throwIfAborted();
      flush();
    }
    flush();
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { bytes, hash: hash.digest("hex") };
}

function moveIntoPlace(temporary: string, path: string): void {
  const old = `${temporary}.old`;
  const replaced = existsSync(path);
  if (replaced) renameSync(path, old);
  try {
    renameSync(temporary, path);
  } catch (error) {
    if (replaced) renameSync(old, path);
    throw error;
  }
  flushFolder(dirname(path));
  rmSync(old, { recursive: true, force: true });
}

function flushFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
