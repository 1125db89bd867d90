/** A CSV file of persons to a file of encodings, row by row, at the contributor's own machine. */
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { keyFingerprint } from "../encode/key.ts";
import type { LinkageSchema } from "../encode/schema.ts";
import type { Refusal } from "../result.ts";
import { AtomicFile } from "./atomic-file.ts";
import { ClkWriter, clkHeader, ID_BYTES, idText } from "./clk-writer.ts";
import { CsvSplitter, csvCell, readCsvText } from "./csv-rows.ts";
import { type EncodedBatch, MOST_COMPLAINTS } from "./encode-batch.ts";
import { type EncodePool, encodePool } from "./encode-pool.ts";
import { LinkageError, refusalError } from "./linkage-error.ts";

/** What to encode and where to. */
export interface EncodeJob {
  /** CSV file with a header; its columns are found by the schema's identifiers, in any order. */
  input: string;
  schema: LinkageSchema;
  secret: Uint8Array;
  /** File of encodings. */
  output: string;
  /** File that stays at home: which random identifier belongs to which row; null for none. */
  idsOutput: string | null;
  /** Column of the contributor's own record number, for that file; null to give the row number. */
  idColumn: string | null;
  /** Source of random bytes: the operating system's in use, a seeded one in tests only. */
  randomBytes: (count: number) => Uint8Array;
  /** Called now and then with the number of records done. */
  progress?: (records: number) => void;
  signal?: AbortSignal;
  /** Threads that encode; as many as there are processors for a large file unless told otherwise. */
  threads?: number;
}

/** What came of it. */
export interface EncodeReport {
  records: number;
  /** Share of the bits set, over all records. */
  meanDensity: number;
  /** Records whose filter is empty: they can't be linked. */
  empty: number;
}

/** Bytes of a file from which on threads are worth their start. */
const LARGE_FILE = 1 << 23;

/** Column of each feature in the file, after checking that header and schema fit. */
function placeColumns(header: readonly string[], job: EncodeJob): number[] {
  const names = header.map((name) => name.trim());
  const place = `${job.input}, row 1`;
  const known = new Set(job.schema.features.map((feature) => feature.identifier));
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined)
    throw new LinkageError(place, `names the column "${repeated}" twice`, "rename one of them");
  const unknown = names.filter((name) => !known.has(name) && name !== job.idColumn);
  if (unknown.length > 0) {
    throw new LinkageError(
      place,
      `has the column "${unknown[0]}", which the schema doesn't know`,
      'add it to the schema as {"identifier": …, "ignored": true}, or remove it',
    );
  }
  if (job.idColumn !== null && !names.includes(job.idColumn)) {
    throw new LinkageError(
      place,
      `has no column "${job.idColumn}"`,
      "name a column of the file with --id-column",
    );
  }
  const missing = job.schema.features.find(
    (feature) => !feature.ignored && !names.includes(feature.identifier),
  );
  if (missing !== undefined) {
    throw new LinkageError(
      place,
      `lacks the column "${missing.identifier}" of the schema`,
      "add or rename the column",
    );
  }
  return job.schema.features.map((feature) => names.indexOf(feature.identifier));
}

/**
 * Encodes a file. Either all records are taken and the output appears, or the first complaints are reported and nothing
 * appears under the final names.
 * @param job what to encode
 * @throws LinkageError naming rows and fields, never a cell's content
 */
export async function encodeFile(job: EncodeJob): Promise<EncodeReport> {
  const header = clkHeader(job.schema, keyFingerprint(job.schema, job.secret));
  const writer = await ClkWriter.create(job.output, header);
  const bytes = Math.ceil(header.bits / 8);
  const report: EncodeReport = { records: 0, meanDensity: 0, empty: 0 };
  let ids: AtomicFile | null = null;
  let pool: EncodePool | null = null;
  let bitsSet = 0;
  const complaints: Refusal[] = [];
  const underWay: Promise<EncodedBatch>[] = [];
  const take = async (batch: EncodedBatch): Promise<void> => {
    complaints.push(...batch.complaints);
    if (complaints.length >= MOST_COMPLAINTS)
      throw refusalError(job.input, complaints.slice(0, MOST_COMPLAINTS));
    if (complaints.length > 0) return;
    const draws = job.randomBytes(batch.records * ID_BYTES);
    const lines: string[] = [];
    for (let i = 0; i < batch.records; i++) {
      const filter = batch.filters.subarray(i * bytes, (i + 1) * bytes);
      writer.add(draws.subarray(i * ID_BYTES, (i + 1) * ID_BYTES), filter, batch.blocks[i] ?? []);
      if (ids !== null) lines.push(`${batch.names[i]},${idText(draws, i)}\n`);
    }
    ids?.write(lines.join(""));
    await writer.drain();
    await ids?.drain();
    bitsSet += batch.bitsSet;
    report.empty += batch.empty;
    report.records += batch.records;
    job.progress?.(report.records);
  };
  try {
    if (job.idsOutput !== null) {
      ids = await AtomicFile.create(job.idsOutput, 0o600);
      ids.write(job.idColumn === null ? "row,id\n" : `${csvCell(job.idColumn)},id\n`);
    }
    for await (const piece of readCsvText(job.input)) {
      if (job.signal?.aborted) throw new LinkageError(job.input, "encoding was stopped", "start it again");
      let { text, firstRow } = piece;
      if (pool === null) {
        const first = new CsvSplitter().whole(text, true, 1);
        pool = await startPool(job, new CsvSplitter().push(first, true)[0]!);
        text = text.slice(first.length);
        firstRow++;
      }
      underWay.push(pool.encode({ text, firstRow }));
      if (underWay.length >= pool.room) await take(await underWay.shift()!);
    }
    if (pool === null) throw new LinkageError(job.input, "is empty", "give a CSV file with a header");
    for (const batch of underWay) await take(await batch);
    if (complaints.length > 0) throw refusalError(job.input, complaints);
    await writer.commit();
    await ids?.commit();
  } catch (error) {
    await writer.discard().catch(() => {});
    await ids?.discard().catch(() => {});
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT" || code === "EISDIR" || code === "EACCES") {
      throw new LinkageError(job.input, "can't be read", "check the name and its permissions");
    }
    throw error;
  } finally {
    await pool?.close();
  }
  report.meanDensity = bitsSet / (Math.max(1, report.records) * header.bits);
  return report;
}

/** The pool for a file, after checking that its header and the schema fit. */
async function startPool(job: EncodeJob, row: readonly string[]): Promise<EncodePool> {
  const columns = placeColumns(row, job);
  const idAt = row.findIndex((name) => name.trim() === job.idColumn);
  const { size } = await stat(job.input);
  const threads = job.threads ?? (size < LARGE_FILE ? 1 : availableParallelism());
  const { schema, secret } = job;
  return encodePool({ schema, secret, columns, width: row.length, idAt }, threads);
}
