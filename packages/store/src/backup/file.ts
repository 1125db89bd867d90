/** A backup as a file: under its name it is either whole or not there. */
import { createReadStream } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { StoreError, systemCodeOf } from "../error.ts";
import { type BackupClose, type BackupSink, readArchive } from "./archive.ts";

/** Opens a file to write; tests pass their own. */
type OpenFile = (path: string) => Promise<Pick<FileHandle, "writeFile" | "sync" | "close">>;

/** New, and for its owner alone: a backup holds what everybody may not read. */
const openNew: OpenFile = (path) => open(path, "wx", 0o600);

function fileError(path: string, error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const code = systemCodeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT")
    return new StoreError(
      "disk-full",
      `The disk is full: ${path} could not be written.`,
      "Make room, or name a file on another disk. Nothing was left under that name.",
      error,
    );
  if (/^E(ACCES|PERM|ROFS|NOENT|NOTDIR|ISDIR)$/.test(code))
    return new StoreError(
      "folder-unwritable",
      `The file ${path} can't be written.`,
      "Name a file in a folder that exists and that this user may write to.",
      error,
    );
  return error;
}

/**
 * Writes a backup file: beside its place, to the disk, read again and checked whole, and only then given its name.
 * @param path refused when there is such a file already
 * @param produce gives the bytes to the sink
 * @throws StoreError `disk-full`, `folder-unwritable`, `backup-damaged`; nothing is left then
 */
export async function writeBackupFile(
  path: string,
  produce: (sink: BackupSink) => Promise<unknown>,
  openFile: OpenFile = openNew,
): Promise<BackupClose & { bytes: number }> {
  const draft = `${path}.${process.pid}.part`;
  if (await stat(path).catch(() => undefined))
    throw new StoreError(
      "folder-unwritable",
      `There is a file ${path} already.`,
      "Name another one, or move it away.",
    );
  try {
    const file = await openFile(draft);
    let bytes = 0;
    try {
      await produce(async (piece) => {
        bytes += piece.byteLength;
        await file.writeFile(piece);
      });
      await file.sync();
    } finally {
      await file.close();
    }
    const close = await checkBackupFile(draft);
    await rename(draft, path);
    return { ...close, bytes };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw fileError(path, error);
  }
}

/** The bytes of a backup file. @throws StoreError `data-missing` when it can't be read */
export async function* readBackupFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 20 });
  } catch (cause) {
    throw new StoreError(
      "data-missing",
      `The file ${path} can't be read.`,
      "Name a file that `concord admin backup` wrote.",
      cause,
    );
  }
}

/** Reads a backup file whole and checks it. @throws StoreError `backup-damaged`, `backup-newer`, `data-missing` */
export async function checkBackupFile(path: string): Promise<BackupClose> {
  for await (const part of readArchive(readBackupFile(path))) if (part.kind === "close") return part.close;
  throw new Error("a backup that was read to its end has a close");
}
