/**
 * Writes a file of encodings. It is one JSON document, laid out a record a line so that it can be read as a stream:
 * a header (format, schema hash, key fingerprint, bits), then `clks`, `ids` and, when the schema has blocking rules,
 * `blockKeys`, each a list with one line a record; at the end the number of records and the SHA-256 of all before it.
 * Programs that read clkhash's files find the filters where they expect them, in `clks`.
 */
import { filterToText } from "../encode/filter.ts";
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

/** Writes records as they come; identifiers and blocking keys are kept until the end (about 30 bytes a record). */
export class ClkWriter {
  private readonly file: AtomicFile;
  private readonly header: ClkHeader;
  private readonly ids: string[] = [];
  private readonly blocks: string[] = [];

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
   * @param id its random identifier
   * @param filter its bytes
   * @param blocks its blocking keys, one a rule
   */
  add(id: string, filter: Uint8Array, blocks: readonly string[]): void {
    const separator = this.ids.length === 0 ? "\n" : ",\n";
    this.ids.push(id);
    if (this.header.blocks.length > 0) this.blocks.push(JSON.stringify(blocks));
    this.file.write(`${separator}"${filterToText(filter)}"`);
  }

  /** Writes what waits when it is much. To be awaited between batches of records. */
  async drain(): Promise<void> {
    await this.file.drain();
  }

  /** Finishes the file and gives it its name. */
  async commit(): Promise<void> {
    await this.list("ids", this.ids, (id) => `"${id}"`);
    if (this.header.blocks.length > 0) await this.list("blockKeys", this.blocks, (keys) => keys);
    this.file.write(`\n],\n"records":${this.ids.length},\n`);
    const digest = await this.file.digest();
    this.file.write(`"sha256":"${digest}"}\n`);
    await this.file.commit();
  }

  /** Gives up: nothing stays under the final name. */
  async discard(): Promise<void> {
    await this.file.discard();
  }

  private async list(name: string, items: readonly string[], write: (item: string) => string): Promise<void> {
    this.file.write(`\n],\n"${name}":[`);
    for (let i = 0; i < items.length; i++) {
      this.file.write(`${i === 0 ? "\n" : ",\n"}${write(items[i]!)}`);
      if ((i & 0xffff) === 0xffff) await this.file.drain();
    }
  }
}
