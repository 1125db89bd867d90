/** A CSV file of persons to a file of encodings, row by row, at the contributor's own machine. */
import { popcount } from "../encode/filter.ts";
import { keyFingerprint } from "../encode/key.ts";
import { isRefusal, recordEncoder } from "../encode/record-encoder.ts";
import { encodedFeatures, type LinkageSchema } from "../encode/schema.ts";
import type { Refusal } from "../result.ts";
import { AtomicFile } from "./atomic-file.ts";
import { ClkWriter, clkHeader, ID_BYTES, idText } from "./clk-writer.ts";
import { csvCell, readCsvRows } from "./csv-rows.ts";
import { LinkageError, refusalError } from "./linkage-error.ts";
import { loadPinyin } from "./pinyin.ts";

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
}

/** What came of it. */
export interface EncodeReport {
  records: number;
  /** Share of the bits set, over all records. */
  meanDensity: number;
  /** Records whose filter is empty: they can't be linked. */
  empty: number;
}

const MOST_COMPLAINTS = 20;
/** Identifiers drawn at a time. */
const DRAWS = 1024;

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
  const latin = encodedFeatures(job.schema).some((feature) => feature.normalize.includes("latin"));
  const encoder = recordEncoder(job.schema, job.secret, latin ? await loadPinyin() : undefined);
  const writer = await ClkWriter.create(
    job.output,
    clkHeader(job.schema, keyFingerprint(job.schema, job.secret)),
  );
  let ids: AtomicFile | null = null;
  const report: EncodeReport = { records: 0, meanDensity: 0, empty: 0 };
  const filter = new Uint8Array(encoder.bytes);
  let bitsSet = 0;
  const complaints: Refusal[] = [];
  let draws: Uint8Array = new Uint8Array();
  let drawn = DRAWS;
  let kept: string[] = [];
  try {
    if (job.idsOutput !== null) {
      ids = await AtomicFile.create(job.idsOutput, 0o600);
      ids.write(job.idColumn === null ? "row,id\n" : `${csvCell(job.idColumn)},id\n`);
    }
    let columns: number[] | null = null;
    let width = 0;
    let idAt = -1;
    for await (const { firstRow, rows } of readCsvRows(job.input)) {
      if (job.signal?.aborted) throw new LinkageError(job.input, "encoding was stopped", "start it again");
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]!;
        if (columns === null) {
          columns = placeColumns(row, job);
          width = row.length;
          idAt = row.findIndex((name) => name.trim() === job.idColumn);
          continue;
        }
        if (row.length === 0) continue;
        const place = `row ${firstRow + i}`;
        if (row.length !== width) {
          complaints.push({
            place,
            reason: `has ${row.length} cells, the header ${width}`,
            cure: "check commas and quotes",
          });
        } else {
          const cells = columns.map((column) => (column < 0 ? "" : row[column]!.trim()));
          const blocks = encoder.encodeInto(cells, filter, 0);
          if (isRefusal(blocks)) complaints.push({ ...blocks, place: `${place}, ${blocks.place}` });
          else if (complaints.length === 0) {
            if (drawn === DRAWS) {
              draws = job.randomBytes(DRAWS * ID_BYTES);
              drawn = 0;
            }
            writer.add(draws.subarray(drawn * ID_BYTES, (drawn + 1) * ID_BYTES), filter, blocks);
            if (ids !== null)
              kept.push(`${idAt < 0 ? firstRow + i : csvCell(row[idAt]!)},${idText(draws, drawn)}\n`);
            drawn++;
            const count = popcount(filter);
            bitsSet += count;
            if (count === 0) report.empty++;
            report.records++;
          }
        }
        if (complaints.length >= MOST_COMPLAINTS) throw refusalError(job.input, complaints);
      }
      ids?.write(kept.join(""));
      kept = [];
      await writer.drain();
      await ids?.drain();
      job.progress?.(report.records);
    }
    if (columns === null) throw new LinkageError(job.input, "is empty", "give a CSV file with a header");
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
  }
  const bits = Math.max(1, report.records) * clkHeader(job.schema, "").bits;
  report.meanDensity = bitsSet / bits;
  return report;
}
