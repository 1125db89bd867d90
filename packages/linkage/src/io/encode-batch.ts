/** Encodes a piece of a file: whole rows in, filters out. The same in this thread and in a worker. */
import { popcount } from "../encode/filter.ts";
import { isRefusal, type RecordEncoder, recordEncoder } from "../encode/record-encoder.ts";
import { encodedFeatures, type LinkageSchema } from "../encode/schema.ts";
import type { ReadChinese } from "../normalize/steps.ts";
import type { Refusal } from "../result.ts";
import { CsvSplitter, csvCell } from "./csv-rows.ts";
import { LinkageError } from "./linkage-error.ts";
import { loadPinyin } from "./pinyin.ts";

/** What all pieces of a file share. */
export interface BatchSetting {
  schema: LinkageSchema;
  secret: Uint8Array;
  /** Column of each feature in the file; −1 for one that isn't there. */
  columns: readonly number[];
  /** Cells of the header. */
  width: number;
  /** Column of the contributor's own record number; −1 to give the row number. */
  idAt: number;
}

/** Whole rows of a file. */
export interface RowText {
  text: string;
  /** Number of the first row in the file. */
  firstRow: number;
}

/** The records of a piece. */
export interface EncodedBatch {
  records: number;
  /** One filter after another. */
  filters: Uint8Array;
  /** The contributor's own number of each record, ready for a CSV file. */
  names: string[];
  /** Blocking keys of each record; empty when the schema has no blocking rules. */
  blocks: (readonly string[])[];
  bitsSet: number;
  /** Records whose filter is empty. */
  empty: number;
  /** What is wrong, the first 20 at most; then the records don't count. */
  complaints: Refusal[];
}

export const MOST_COMPLAINTS = 20;

/** Characters that the table of Chinese names may know, also such as become them in normalization. */
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\u{1f200}-\u{1f2ff}\u{20000}-\u{3ffff}]/u;

/** Encodes pieces one after another, remembering names and places that come again. */
export class BatchEncoder {
  private readonly setting: BatchSetting;
  private readonly encoder: RecordEncoder;
  private readonly latin: boolean;
  /** Loaded when the first Chinese character comes: it takes longer than encoding a thousand records. */
  private readChinese: ReadChinese | null = null;

  constructor(setting: BatchSetting) {
    this.setting = setting;
    const { schema, secret } = setting;
    this.latin = encodedFeatures(schema).some((feature) => feature.normalize.includes("latin"));
    this.encoder = recordEncoder(schema, secret, (text) => this.readChinese?.(text) ?? text);
  }

  /** Encodes whole rows, one piece at a time. Complaints name rows and fields, never a cell's content. */
  async encode({ text, firstRow }: RowText): Promise<EncodedBatch> {
    if (this.latin && this.readChinese === null && CHINESE.test(text)) this.readChinese = await loadPinyin();
    const { columns, width, idAt, schema } = this.setting;
    const { bytes } = this.encoder;
    const complaints: Refusal[] = [];
    let rows: string[][] = [];
    try {
      rows = new CsvSplitter(firstRow).push(text, true);
    } catch (error) {
      if (!(error instanceof LinkageError)) throw error;
      complaints.push(...error.refusals);
    }
    const filters = new Uint8Array(rows.length * bytes);
    const batch: EncodedBatch = {
      records: 0,
      filters,
      names: [],
      blocks: [],
      bitsSet: 0,
      empty: 0,
      complaints,
    };
    const cells = new Array<string>(columns.length);
    for (let i = 0; i < rows.length && complaints.length < MOST_COMPLAINTS; i++) {
      const row = rows[i]!;
      if (row.length === 0) continue;
      const place = `row ${firstRow + i}`;
      if (row.length !== width) {
        const reason = `has ${row.length} cells, the header ${width}`;
        complaints.push({ place, reason, cure: "check commas and quotes" });
        continue;
      }
      for (let j = 0; j < columns.length; j++) cells[j] = columns[j]! < 0 ? "" : row[columns[j]!]!.trim();
      const filter = filters.subarray(batch.records * bytes, (batch.records + 1) * bytes);
      const blocks = this.encoder.encodeInto(cells, filter, 0);
      if (isRefusal(blocks)) {
        complaints.push({ ...blocks, place: `${place}, ${blocks.place}` });
        continue;
      }
      if (schema.blocks.length > 0) batch.blocks.push(blocks);
      batch.names.push(idAt < 0 ? String(firstRow + i) : csvCell(row[idAt]!));
      const count = popcount(filter);
      batch.bitsSet += count;
      if (count === 0) batch.empty++;
      batch.records++;
    }
    return batch;
  }
}
