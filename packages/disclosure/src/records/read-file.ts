import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { ok, type Refused, type Result, refuse } from "../refusal.ts";
import { neutralizeFormulas, refuseFormulas } from "./formula.ts";
import { KernelScanner } from "./kernel-scan.ts";
import { splitRecord } from "./plain-scan.ts";
import type { Records } from "./records.ts";
import { type ColumnChoice, chooseColumns, MOST_CELLS, MOST_VALUES } from "./scan-plan.ts";

export interface ReadOptions extends ColumnChoice {
  /** One character; a comma unless said otherwise. */
  delimiter?: string;
  /** Puts formula-like values behind an apostrophe instead of refusing the file. */
  neutralizeFormulas?: boolean;
  mostValues?: number;
  mostCells?: number;
  signal?: AbortSignal;
  /** Told now and then how far the reading is: bytes read of the bytes of the file, and rows. */
  progress?: (bytes: number, total: number, rows: number) => void;
}

const HEADER_BYTES = 1 << 20;

/** A file's bytes in order, unpacked where it is gzip. */
interface ByteSource {
  /** Fills the beginning of `into`; resolves to the number of bytes, 0 at the end. */
  read(into: Uint8Array): Promise<number>;
  /** Bytes of the file on disk taken in so far. */
  position(): number;
  close(): Promise<void>;
}

/**
 * Reads case records from a CSV file (RFC 4180, UTF-8), plain or gzip, in one pass and in memory that grows with the
 * distinct combinations, not with the file.
 * @returns the records, or a refusal that names the row and column and what to do
 */
export async function readRecords(path: string, options: ReadOptions = {}): Promise<Result<Records>> {
  const delimiter = options.delimiter ?? ",";
  if (delimiter.length !== 1 || delimiter.charCodeAt(0) > 127 || '"\r\n'.includes(delimiter))
    return refuse(
      "unknown-option",
      "--delimiter",
      `"${delimiter}" can't stand between values.`,
      "Give one character, such as , or ; (a tab: $'\\t').",
    );
  let handle: FileHandle;
  try {
    handle = await open(path);
  } catch (error) {
    return refuseUnreadable(path, error);
  }
  let source: ByteSource | undefined;
  try {
    const { size } = await handle.stat();
    source = await openSource(handle, path);
    return await readFrom(source, path, delimiter, size, options);
  } catch (error) {
    return refuseUnreadable(path, error);
  } finally {
    await source?.close();
    await handle.close();
  }
}

function refuseUnreadable(path: string, error: unknown): Refused {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT")
    return refuse("unreadable-file", path, "There is no such file.", "Check the name and the folder.");
  if (code === "EISDIR") return refuse("unreadable-file", path, "It is a folder.", "Name a CSV file in it.");
  if (code === "EACCES")
    return refuse("unreadable-file", path, "It may not be read.", "Ask its owner for the right to read it.");
  if (code.startsWith("Z_"))
    return refuse(
      "damaged-file",
      path,
      "The gzip data are cut off or damaged.",
      "Fetch or pack the file again.",
    );
  throw error;
}

async function openSource(handle: FileHandle, path: string): Promise<ByteSource> {
  const magic = new Uint8Array(2);
  await handle.read(magic, 0, 2, 0);
  if (magic[0] === 0x1f && magic[1] === 0x8b) return openGzip(path);
  let position = 0;
  return {
    async read(into) {
      const { bytesRead } = await handle.read(into, 0, into.length, position);
      position += bytesRead;
      return bytesRead;
    },
    position: () => position,
    close: async () => undefined,
  };
}

function openGzip(path: string): ByteSource {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  const unpacked = createGunzip({ chunkSize: 1 << 20 });
  pipeline(file, unpacked, () => undefined);
  const blocks: AsyncIterator<Buffer> = unpacked[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  return {
    async read(into) {
      if (rest.length === 0) {
        const next = await blocks.next();
        if (next.done) return 0;
        rest = next.value;
      }
      const taken = Math.min(rest.length, into.length);
      into.set(rest.subarray(0, taken));
      rest = rest.subarray(taken);
      return taken;
    },
    position: () => file.bytesRead,
    async close() {
      unpacked.destroy();
      file.destroy();
    },
  };
}

async function readFrom(
  source: ByteSource,
  path: string,
  delimiter: string,
  total: number,
  options: ReadOptions,
): Promise<Result<Records>> {
  const head = await readHeader(source, path, delimiter);
  if (!head.ok) return head;
  const { header, rest } = head.value;
  const kept = chooseColumns(header, options);
  if (!kept.ok) return kept;
  const scanner = new KernelScanner({
    header,
    kept: kept.value,
    delimiter,
    mostValues: options.mostValues ?? MOST_VALUES,
    mostCells: options.mostCells ?? MOST_CELLS,
  });
  const check = (bytes: Uint8Array) => refuseOtherEncoding(bytes, scanner.rows);
  let pending = rest;
  for (;;) {
    options.signal?.throwIfAborted();
    const room = scanner.room();
    let written: number;
    if (pending.length > 0) {
      written = Math.min(pending.length, room.length);
      room.set(pending.subarray(0, written));
      pending = pending.subarray(written);
    } else {
      written = await source.read(room);
    }
    const last = written === 0;
    const refused = scanner.take(written, last, check);
    if (refused) return refused;
    options.progress?.(source.position(), total, scanner.rows);
    if (last) break;
  }
  if (scanner.rows === 0)
    return refuse(
      "no-rows",
      path,
      "There is no row below the header.",
      "Give a file with at least one case.",
    );
  const records = scanner.finish();
  if (!records.ok) return records;
  if (options.neutralizeFormulas) return ok(neutralizeFormulas(records.value));
  return refuseFormulas(records.value) ?? records;
}

/** Reads up to the end of the first record, which names the columns. */
async function readHeader(
  source: ByteSource,
  path: string,
  delimiter: string,
): Promise<Result<{ header: string[]; rest: Uint8Array }>> {
  const bytes = new Uint8Array(HEADER_BYTES);
  let length = 0;
  let ended = false;
  while (length < bytes.length && !ended) {
    const read = await source.read(bytes.subarray(length));
    length += read;
    ended = read === 0;
    if (bytes.subarray(length - read, length).includes(10)) break;
  }
  const known = bytes.subarray(0, length);
  const foreign = refuseForeignFile(known, path);
  if (foreign) return foreign;
  const start = known[0] === 0xef && known[1] === 0xbb && known[2] === 0xbf ? 3 : 0;
  // One character a byte: the positions found below are positions of bytes.
  const text = Buffer.from(known.subarray(start)).toString("latin1");
  const record = splitRecord(text, 0, delimiter);
  if (!record)
    return refuse(
      "no-rows",
      path,
      "The file is empty.",
      "Give a CSV file with the column names in its first line.",
    );
  if ("fault" in record)
    return refuse(
      "stray-quote",
      "header",
      "A double quote stands inside a column name or doesn't close.",
      "Put the whole name between double quotes.",
    );
  const names = record.values.map((name) => Buffer.from(name, "latin1"));
  if (!names.every((name) => isUtf8(name)))
    return refuse("wrong-encoding", "header", "It isn't valid UTF-8.", ENCODING_CURE);
  const header = names.map((name) => name.toString("utf8"));
  const [only = ""] = header;
  const likelier =
    header.length === 1 ? [";", "\t", "|", ","].find((sign) => only.includes(sign)) : undefined;
  if (likelier)
    return refuse(
      "wrong-width",
      "header",
      `With the delimiter "${delimiter}" the file has one column, named ${JSON.stringify(only.slice(0, 60))}.`,
      `Pass --delimiter ${likelier === "\t" ? "$'\\t'" : `'${likelier}'`} if that stands between the values.`,
    );
  return ok({ header, rest: known.subarray(Math.min(start + record.next, length)) });
}

const ENCODING_CURE =
  'Save it as "CSV UTF-8", or convert it: iconv -f WINDOWS-1252 -t UTF-8 in.csv > out.csv.';

function refuseForeignFile(bytes: Uint8Array, path: string): Refused | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0))
    return refuse("wrong-encoding", path, "It is UTF-16 text or no text at all.", ENCODING_CURE);
  if (first === 0x50 && second === 0x4b)
    return refuse(
      "wrong-encoding",
      path,
      "It is a spreadsheet or a zip archive, not CSV.",
      'Save it as "CSV UTF-8".',
    );
  return undefined;
}

/** Refuses bytes that aren't UTF-8 and names the row; @param rows rows read before these bytes */
function refuseOtherEncoding(bytes: Uint8Array, rows: number): Refused | undefined {
  if (isUtf8(bytes)) return undefined;
  let lineStart = 0;
  let row = rows + 1;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 10 && at + 1 < bytes.length) continue;
    if (!isUtf8(bytes.subarray(lineStart, at + 1))) break;
    lineStart = at + 1;
    row++;
  }
  const line = bytes.subarray(lineStart, lineStart + 200);
  const shown = JSON.stringify(new TextDecoder().decode(line).split("\n")[0]?.slice(0, 80));
  return refuse("wrong-encoding", `row ${row}`, `It isn't valid UTF-8: ${shown}.`, ENCODING_CURE);
}
