import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { bandHierarchy, type Hierarchy, readHierarchy } from "../generalize/hierarchy.ts";
import { splitRecord } from "../records/plain-scan.ts";
import { readRecords } from "../records/read-file.ts";
import type { Records } from "../records/records.ts";
import { BadInput, type CommandInput, type CommandWorld } from "./command-shape.ts";
import { isOn, namesOf, orRefuse, pairsOf, textOf } from "./typed.ts";

/** Options of every command that reads case records. */
export const READ_OPTIONS = {
  columns: { type: "string", placeholder: "A,B,…", summary: "columns to read (default: all)" },
  without: { type: "string", placeholder: "A,B,…", summary: "columns to leave out, such as case numbers" },
  delimiter: {
    type: "string",
    placeholder: "SIGN",
    summary: "what stands between values (default: a comma)",
  },
  "neutralize-formulas": {
    type: "boolean",
    summary: "put an apostrophe before values that a spreadsheet would run, instead of refusing them",
  },
} as const;

/** Milliseconds between two words on progress. */
const PROGRESS_EVERY = 200;

/** Reads the case records that a command names. */
export async function readInput(args: CommandInput, io: CommandWorld): Promise<Records> {
  const [file = ""] = args.positionals;
  if (file === "-")
    throw new BadInput('"-": standard input is not read. Save the records to a file and name it.');
  const columns = namesOf(args, "columns");
  const without = namesOf(args, "without");
  const delimiter = textOf(args, "delimiter");
  let told = performance.now();
  const read = await readRecords(resolve(io.cwd, file), {
    ...(columns ? { columns } : {}),
    ...(without ? { without } : {}),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === "\\t" ? "\t" : delimiter }),
    neutralizeFormulas: isOn(args, "neutralize-formulas"),
    signal: io.signal,
    progress: (bytes, total, rows) => {
      if (!io.errTerminal || performance.now() - told < PROGRESS_EVERY) return;
      told = performance.now();
      io.err(
        `\r\u001b[KReading ${file}: ${Math.floor((100 * bytes) / Math.max(1, total))} %, ${rows.toLocaleString("en")} rows`,
      );
    },
  });
  if (io.errTerminal) io.err("\r\u001b[K");
  return orRefuse(read);
}

/** Hierarchies from `--hierarchy COLUMN=FILE` and `--bands COLUMN=5,10`. */
export function readHierarchies(args: CommandInput, io: CommandWorld, records: Records): Hierarchy[] {
  const fromFiles = pairsOf(args, "hierarchy").map(([column, file]) => {
    let text: string;
    try {
      text = readFileSync(resolve(io.cwd, file), "utf8");
    } catch {
      throw new BadInput(`--hierarchy ${column}: ${file} can't be read. Check the name and the folder.`);
    }
    return orRefuse(readHierarchy(column, splitLines(text, file)));
  });
  const fromBands = pairsOf(args, "bands").map(([name, widths]) => {
    const column = records.columns.find((one) => one.name === name);
    if (!column)
      throw new BadInput(
        `--bands: There is no column "${name}". The file has: ${records.columns.map((one) => one.name).join(", ")}.`,
      );
    return orRefuse(bandHierarchy(column, widths.split(",").map(Number)));
  });
  return [...fromFiles, ...fromBands];
}

function splitLines(text: string, file: string): string[][] {
  const rows: string[][] = [];
  const start = text.startsWith("\ufeff") ? 1 : 0;
  for (let at = start; ; ) {
    const record = splitRecord(text, at, ",");
    if (!record) return rows;
    if ("fault" in record)
      throw new BadInput(
        `${file}, row ${rows.length + 1}: a double quote is out of place. Double it, or close it.`,
      );
    if (record.values.some((value) => value !== "")) rows.push(record.values);
    at = record.next;
  }
}
