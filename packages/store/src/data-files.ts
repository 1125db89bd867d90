import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type CsvTable, readCsv } from "@concord/exchange";
import { StoreError } from "./error.ts";

/** A row of a data file, read by column name. */
export interface DataRow {
  line: number;
  /** The cell of a column as text; refuses a column that the file lacks. */
  cell(column: string): string;
}

/**
 * Reads a data file's bytes, unpacked when its name ends in `.gz`.
 * @param dataFolder the folder that holds `datapackage.json`
 * @param path the file within it, e.g. `indicators/values.csv.gz`
 * @throws StoreError `data-missing` when it can't be read, `data-invalid` when it can't be unpacked
 */
export async function readDataBytes(dataFolder: string, path: string): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(dataFolder, path));
  } catch (cause) {
    throw new StoreError(
      "data-missing",
      `The data file ${join(dataFolder, path)} can't be read.`,
      "Restore it from the repository, or point to the folder that holds datapackage.json.",
      cause,
    );
  }
  if (!path.endsWith(".gz")) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new StoreError(
      "data-invalid",
      `The data file ${join(dataFolder, path)} is damaged: it can't be unpacked.`,
      "Restore it from the repository.",
      cause,
    );
  }
}

/** Reads a CSV data file whole (see {@link readDataBytes}); problems of its text are in the table. */
async function readDataTable(dataFolder: string, path: string): Promise<CsvTable> {
  return readCsv((await readDataBytes(dataFolder, path)).toString("utf8"));
}

/**
 * Reads a CSV data file as rows addressed by column name.
 * @throws StoreError `data-invalid`, naming file and line, when the text is no CSV or a column is missing
 */
export async function readDataRows(dataFolder: string, path: string): Promise<DataRow[]> {
  const table = await readDataTable(dataFolder, path);
  const problem = table.problems[0];
  if (problem)
    throw new StoreError("data-invalid", `${path}, line ${problem.line}: ${problem.detail}.`, problem.cure);
  const columns = new Map(table.header.map((name, index) => [name, index]));
  return table.rows.map(({ line, cells }) => ({
    line,
    cell(column) {
      const index = columns.get(column);
      if (index === undefined)
        throw new StoreError(
          "data-invalid",
          `${path}, line 1: the column ${column} is missing.`,
          "Restore the header of the file from the repository.",
        );
      return cells[index] ?? "";
    },
  }));
}
