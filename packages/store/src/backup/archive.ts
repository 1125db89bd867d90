/**
 * The form of a backup: a line that names it, then frames of one letter, a length and that many bytes, in this order:
 *
 *     H  head      what is in it: JSON
 *     T  table     a table begins: JSON
 *     D  data      rows in PostgreSQL's COPY form, packed with gzip, at most a few mebibytes, ending with a whole row
 *     E  end       the table ends: its rows, bytes and SHA-256, JSON
 *     Z  close     how many tables and rows there are, and the SHA-256 over head and ends: JSON
 *
 * It is written and read in one pass in bounded memory, knows nothing of the engine, and a file that was cut off or changed is told by the
 * table in which it happened.
 */
import { createHash, type Hash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import { StoreError } from "../error.ts";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

const MAGIC = "CONCORD BACKUP 1\n";
/** No frame is longer; a length beyond it is damage. */
const LONGEST_FRAME = 1 << 30;
const LF = 10;

const HEAD = z.object({
  /** Version of the product that wrote it. */
  version: z.string(),
  /** Moment of the snapshot, ISO 8601. */
  takenAt: z.string(),
  engine: z.enum(["embedded", "server"]),
  /** Hashes of the migrations, in their order. */
  migrations: z.array(z.string()),
  /** Counters, with the number last given out; null when none was. */
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
});
const TABLE = z.object({ name: z.string(), columns: z.array(z.string()) });
const TABLE_END = z.object({ name: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() });
const CLOSE = z.object({ tables: z.number(), rows: z.number(), sha256: z.string() });

export type BackupHead = z.output<typeof HEAD>;
export type BackupTable = z.output<typeof TABLE>;
export type BackupTableEnd = z.output<typeof TABLE_END>;
export type BackupClose = z.output<typeof CLOSE>;

/** What a reader meets, in this order. */
export type BackupPart =
  | { kind: "head"; head: BackupHead }
  | { kind: "table"; table: BackupTable }
  | { kind: "rows"; text: Buffer }
  | { kind: "table end"; end: BackupTableEnd }
  | { kind: "close"; close: BackupClose };

function frame(letter: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter, "latin1");
  head.writeUInt32BE(content.byteLength, 1);
  return Buffer.concat([head, content]);
}

const json = (letter: string, value: unknown) => frame(letter, Buffer.from(JSON.stringify(value)));

/** Counts and hashes the rows of one table. */
class TableSum {
  rows = 0;
  bytes = 0;
  readonly #hash: Hash = createHash("sha256");
  add(text: Uint8Array): void {
    this.bytes += text.byteLength;
    for (let at = text.indexOf(LF); at >= 0; at = text.indexOf(LF, at + 1)) this.rows += 1;
    this.#hash.update(text);
  }
  end(name: string): BackupTableEnd {
    return { name, rows: this.rows, bytes: this.bytes, sha256: this.#hash.digest("hex") };
  }
}

/** Where the bytes of a backup go; resolves when there is room for more. */
export type BackupSink = (bytes: Uint8Array) => Promise<void>;

/**
 * Writes a backup.
 * @param rows the rows of a table, in pieces that end with a whole row
 */
export async function writeArchive(
  head: BackupHead,
  tables: readonly BackupTable[],
  rows: (table: BackupTable) => AsyncIterable<Uint8Array>,
  sink: BackupSink,
): Promise<BackupClose> {
  const whole = createHash("sha256");
  const close: BackupClose = { tables: tables.length, rows: 0, sha256: "" };
  const headFrame = json("H", head);
  whole.update(headFrame);
  await sink(Buffer.from(MAGIC));
  await sink(headFrame);
  for (const table of tables) {
    await sink(json("T", table));
    const sum = new TableSum();
    for await (const piece of rows(table)) {
      sum.add(piece);
      await sink(frame("D", await pack(piece, { level: 1 })));
    }
    const end = sum.end(table.name);
    const endFrame = json("E", end);
    whole.update(endFrame);
    await sink(endFrame);
    close.rows += end.rows;
  }
  close.sha256 = whole.digest("hex");
  await sink(json("Z", close));
  return close;
}

/** Takes exactly so many bytes at a time from a stream of chunks. */
class Taker {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #left: Buffer = Buffer.alloc(0);
  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }
  /** The next `count` bytes; fewer when the stream ends before. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [this.#left];
    let have = this.#left.byteLength;
    while (have < count) {
      const next = await this.#chunks.next();
      if (next.done) break;
      const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
      parts.push(chunk);
      have += chunk.byteLength;
    }
    const all = parts.length === 1 ? this.#left : Buffer.concat(parts);
    this.#left = all.subarray(count);
    return all.subarray(0, count);
  }
}

function damaged(where: string, what: string, cause?: unknown): StoreError {
  return new StoreError(
    "backup-damaged",
    `The backup is damaged ${where}: ${what}.`,
    "Fetch the file again from where it is kept, or take an older backup. Nothing was changed.",
    cause,
  );
}

/**
 * Reads a backup and checks all of it: every length, every hash, every count.
 * @throws StoreError `backup-damaged`, naming the table; `backup-newer` for a form that this version doesn't know
 */
export async function* readArchive(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<BackupPart, void> {
  const taker = new Taker(chunks);
  const magic = (await taker.take(MAGIC.length)).toString("latin1");
  if (magic !== MAGIC) throw refuseForm(magic);
  const whole = createHash("sha256");
  let where = "at its head";
  let open: { table: BackupTable; sum: TableSum } | undefined;
  let tables = 0;
  let rows = 0;
  const parsed = <Shape extends z.ZodType>(shape: Shape, content: Buffer): z.output<Shape> => {
    try {
      return shape.parse(JSON.parse(content.toString("utf8")));
    } catch (cause) {
      throw damaged(where, "what it says about itself can't be read", cause);
    }
  };
  for (;;) {
    const start = await taker.take(5);
    if (start.byteLength < 5) throw damaged(where, "the file ends too early");
    const letter = start.toString("latin1", 0, 1);
    const length = start.readUInt32BE(1);
    if (length > LONGEST_FRAME) throw damaged(where, "it names a length that can't be");
    const content = await taker.take(length);
    if (content.byteLength < length) throw damaged(where, "the file ends too early");
    if (letter === "H" && tables === 0 && !open) {
      whole.update(start).update(content);
      yield { kind: "head", head: parsed(HEAD, content) };
    } else if (letter === "T" && !open) {
      const table = parsed(TABLE, content);
      open = { table, sum: new TableSum() };
      where = `in the table ${table.name}`;
      yield { kind: "table", table };
    } else if (letter === "D" && open) {
      const text = await unpack(content).catch((cause: unknown) => {
        throw damaged(where, "its rows can't be unpacked", cause);
      });
      open.sum.add(text);
      yield { kind: "rows", text };
    } else if (letter === "E" && open) {
      const end = parsed(TABLE_END, content);
      const found = open.sum.end(open.table.name);
      if (JSON.stringify(found) !== JSON.stringify(end))
        throw damaged(where, "its rows aren't those that were written");
      whole.update(start).update(content);
      tables += 1;
      rows += end.rows;
      where = `after the table ${end.name}`;
      open = undefined;
      yield { kind: "table end", end };
    } else if (letter === "Z" && !open) {
      const close = parsed(CLOSE, content);
      if (close.tables !== tables || close.rows !== rows || close.sha256 !== whole.digest("hex"))
        throw damaged("at its close", "tables are missing or were exchanged");
      yield { kind: "close", close };
      return;
    } else throw damaged(where, "a part is missing");
  }
}

function refuseForm(magic: string): StoreError {
  if (magic.startsWith("CONCORD BACKUP "))
    return new StoreError(
      "backup-newer",
      "The backup has a form that this version of Concord doesn't know.",
      "Restore it with the version that wrote it, or a newer one.",
    );
  return new StoreError(
    "backup-damaged",
    "The file is no backup of Concord, or its beginning is damaged.",
    "Name a file that `concord admin backup` wrote.",
  );
}
