/**
 * Writes a file of encodings. It is one JSON document, laid out a record a line so that it can be read as a stream:
 * a header (format, schema hash, key fingerprint, bits), then `clks`, `ids` and, when the schema has blocking rules,
 * `blockKeys`, each a list with one line a record; at the end the number of records and the SHA-256 of all before it.
 * Programs that read clkhash's files find the filters where they expect them, in `clks`.
 */
import { writeFilterText } from "../encode/filter.ts";
import { type LinkageSchema, recordBits } from "../encode/schema.ts";
import { fieldNames } from "../encode/schema-check.ts";
import { AtomicFile } from "./atomic-file.ts";

/** What a file of encodings says about itself; nothing in it identifies a person or the contributor. */
export interface ClkHeader {
  format: "concord-clk";
  version: 1;
  note: string;
  /** SHA-256 of the linkage schema. */
  schema: string;
  /** Fingerprint of schema and secret, eight hexadecimal digits. */
  key: string;
  /** Bits of one record. */
  bits: number;
  /** Names of the fields when they were encoded apart, each with bits / fields bits; else empty. */
  apart: readonly string[];
  /** Names of the blocking rules. */
  blocks: readonly string[];
}

const NOTE =
  "Keyed encodings of records: no names, no dates, no record numbers of the contributor. The key isn't here.";

/** The header for a schema and a key fingerprint. */
export function clkHeader(schema: LinkageSchema, fingerprint: string): ClkHeader {
  return {
    format: "concord-clk",
    version: 1,
    note: NOTE,
    schema: schema.hash,
    key: fingerprint,
    bits: recordBits(schema),
    apart: schema.apart ? fieldNames(schema) : [],
    blocks: schema.blocks.map((rule) => rule.name),
  };
}

/** Bytes of a record's random identifier. */
export const ID_BYTES = 12;
/** Lines written at a time. */
const LINES = 16_384;
const CHUNK = 1 << 20;
const [COMMA, QUOTE, LINE] = [44, 34, 10];

/** Writes records as they come; identifiers and blocking keys are kept until the end (12 bytes, and the keys, a record). */
export class ClkWriter {
  private readonly file: AtomicFile;
  private readonly header: ClkHeader;
  private ids = new Uint8Array(1 << 16);
  private readonly blocks: string[] = [];
  private chunk = new Uint8Array(CHUNK);
  private used = 0;
  private records = 0;

  private constructor(file: AtomicFile, header: ClkHeader) {
    this.file = file;
    this.header = header;
  }

  /**
   * Starts a file.
   * @param path the final name
   * @param header what the file says about itself
   */
  static async create(path: string, header: ClkHeader): Promise<ClkWriter> {
    const writer = new ClkWriter(await AtomicFile.create(path), header);
    writer.file.write(`${JSON.stringify(header).slice(0, -1)},\n"clks":[`);
    return writer;
  }

  /**
   * Adds a record.
   * @param id its random identifier, 12 bytes
   * @param filter its bytes
   * @param blocks its blocking keys, one a rule
   */
  add(id: Uint8Array, filter: Uint8Array, blocks: readonly string[]): void {
    if ((this.records + 1) * ID_BYTES > this.ids.length) {
      const larger = new Uint8Array(this.ids.length * 2);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids.set(id, this.records * ID_BYTES);
    if (this.header.blocks.length > 0) this.blocks.push(JSON.stringify(blocks));
    const room = 4 * Math.ceil(filter.length / 3) + 4;
    if (this.used + room > this.chunk.length) this.release(room);
    const { chunk } = this;
    let at = this.used;
    if (this.records > 0) chunk[at++] = COMMA;
    chunk[at++] = LINE;
    chunk[at++] = QUOTE;
    at = writeFilterText(filter, chunk, at);
    chunk[at++] = QUOTE;
    this.used = at;
    this.records++;
  }

  /** Hands the chunk on and starts another. */
  private release(room: number): void {
    this.file.writeBytes(this.chunk.subarray(0, this.used));
    this.chunk = new Uint8Array(Math.max(CHUNK, room));
    this.used = 0;
  }

  /** Writes what waits when it is much. To be awaited between batches of records. */
  async drain(): Promise<void> {
    await this.file.drain();
  }

  /** Finishes the file and gives it its name. */
  async commit(): Promise<void> {
    this.release(0);
    await this.list("ids", (record) => `"${idText(this.ids, record)}"`);
    if (this.header.blocks.length > 0) await this.list("blockKeys", (record) => this.blocks[record]!);
    this.file.write(`\n],\n"records":${this.records},\n`);
    const digest = await this.file.digest();
    this.file.write(`"sha256":"${digest}"}\n`);
    await this.file.commit();
  }

  /** Gives up: nothing stays under the final name. */
  async discard(): Promise<void> {
    await this.file.discard();
  }

  private async list(name: string, item: (record: number) => string): Promise<void> {
    this.file.write(`\n],\n"${name}":[`);
    for (let from = 0; from < this.records; from += LINES) {
      const to = Math.min(this.records, from + LINES);
      const lines = Array.from({ length: to - from }, (_, i) => item(from + i));
      this.file.write(`${from === 0 ? "\n" : ",\n"}${lines.join(",\n")}`);
      await this.file.drain();
    }
  }
}

/** The text of the identifier at a place: 16 characters, base64url. */
export function idText(ids: Uint8Array, record: number): string {
  return Buffer.from(ids.buffer, ids.byteOffset + record * ID_BYTES, ID_BYTES).toString("base64url");
}
