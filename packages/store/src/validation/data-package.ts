import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { readCsv } from "@concord/exchange";
import { checkOfField } from "./cell-check.ts";
import { checkCounts } from "./count-check.ts";
import type { DataTable } from "./data-table.ts";
import { type Descriptor, parseDescriptor, type Resource } from "./descriptor.ts";
import { type Finding, FindingList } from "./finding.ts";
import { checkKeys, checkReferences } from "./key-check.ts";
import { checkRanges } from "./range-check.ts";
import { checkTreatyActions } from "./treaty-check.ts";

export const DESCRIPTOR_FILE = "datapackage.json";
const RESTORE = "Restore the file from the repository.";
/** An unpacked file larger than this is taken as damaged; the largest of the package has 4 MB. */
const UNPACKED_BYTES_AT_MOST = 512 * 1024 * 1024;

/** A data package as read and checked. `tables` holds what could be read, by resource name. */
export interface DataPackage {
  descriptor: Descriptor | undefined;
  tables: ReadonlyMap<string, DataTable>;
  findings: readonly Finding[];
}

export interface PackageReading {
  /** Compare each file's size and hash with the descriptor (default), or not: before they are written anew. */
  compareHashes?: boolean;
}

/**
 * Reads and checks a data package: every table described in `datapackage.json`, its types, keys, references, sources,
 * counts and the order of treaty actions. Never throws for what the files hold: every fault is a finding.
 *
 * @param dataFolder the folder that holds `datapackage.json`
 */
export async function openDataPackage(
  dataFolder: string,
  reading: PackageReading = {},
): Promise<DataPackage> {
  const findings = new FindingList();
  const tables = new Map<string, DataTable>();
  const descriptor = await readDescriptor(dataFolder, findings);
  if (descriptor) {
    await Promise.all(
      descriptor.resources.map(async (resource) => {
        const table = await readTable(dataFolder, resource, reading.compareHashes ?? true, findings);
        if (table) tables.set(resource.name, table);
      }),
    );
    for (const { name } of descriptor.resources) {
      const table = tables.get(name);
      if (!table) continue;
      checkCells(table, findings);
      checkKeys(table, findings);
      checkReferences(table, tables, findings);
    }
    checkTreatyActions(tables, descriptor.collectedOn, findings);
    checkRanges(tables, findings);
    checkCounts(tables, findings);
    await findUndescribed(dataFolder, descriptor, findings);
  }
  return { descriptor, tables, findings: findings.all() };
}

/** What {@link openDataPackage} finds wrong with a data package; empty when it may be loaded. */
export async function validateDataPackage(dataFolder: string): Promise<readonly Finding[]> {
  return (await openDataPackage(dataFolder)).findings;
}

async function readDescriptor(dataFolder: string, findings: FindingList): Promise<Descriptor | undefined> {
  const fault = (code: "missing-file" | "bad-descriptor", detail: string, cure: string) => {
    findings.add({ file: DESCRIPTOR_FILE, line: 0, column: "", code, detail, cure });
    return undefined;
  };
  let text: string;
  try {
    text = await readFile(join(dataFolder, DESCRIPTOR_FILE), "utf8");
  } catch {
    return fault("missing-file", `it can't be read in ${dataFolder}`, "Point to the folder that holds it.");
  }
  const parsed = parseDescriptor(text);
  return "descriptor" in parsed ? parsed.descriptor : fault("bad-descriptor", parsed.problem, RESTORE);
}

async function readTable(
  dataFolder: string,
  resource: Resource,
  compareHashes: boolean,
  findings: FindingList,
): Promise<DataTable | undefined> {
  const file = resource.path;
  let packed: Buffer;
  try {
    packed = await readFile(join(dataFolder, file));
  } catch {
    findings.add({
      file,
      line: 0,
      column: "",
      code: "missing-file",
      detail: "it can't be read",
      cure: RESTORE,
    });
    return undefined;
  }
  if (compareHashes && (packed.byteLength !== resource.bytes || hashOf(packed) !== resource.hash))
    findings.add({
      file,
      line: 0,
      column: "",
      code: "changed-file",
      detail: "it is not the file that datapackage.json describes",
      cure: "Restore it, or, if the change is meant, run: node packages/store/src/packaging/describe.ts",
    });
  const text = await decode(packed, resource);
  if (text === undefined) {
    const detail = resource.compression ? "it can't be unpacked as UTF-8 text" : "it is not UTF-8 text";
    findings.add({ file, line: 0, column: "", code: "damaged-file", detail, cure: RESTORE });
    return undefined;
  }
  const csv = readCsv(text);
  for (const { line, detail, cure } of csv.problems)
    findings.add({ file, line, column: "", code: "bad-csv", detail, cure });
  const expected = resource.schema.fields.map((field) => field.name);
  if (csv.header.join(",") === expected.join(",")) return { resource, rows: csv.rows };
  findings.add({
    file,
    line: 1,
    column: "",
    code: "wrong-columns",
    detail: `its columns are not those described`,
    cure: `The first line must read: ${expected.join(",")}.`,
  });
  return undefined;
}

async function decode(packed: Buffer, resource: Resource): Promise<string | undefined> {
  try {
    const bytes = resource.compression
      ? await promisify(gunzip)(packed, { maxOutputLength: UNPACKED_BYTES_AT_MOST })
      : packed;
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Hash as the descriptor writes it. */
export function hashOf(bytes: Buffer): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

function checkCells(table: DataTable, findings: FindingList): void {
  const { path, schema } = table.resource;
  const columns = schema.fields.map((field) => ({ name: field.name, check: checkOfField(field) }));
  for (const { line, cells } of table.rows)
    for (const [index, { name, check }] of columns.entries()) {
      const fault = check(cells[index] ?? "");
      if (fault) findings.add({ file: path, line, column: name, ...fault });
    }
}

/** A table that nobody described would be loaded by nobody and missed by everybody. */
async function findUndescribed(
  dataFolder: string,
  descriptor: Descriptor,
  findings: FindingList,
): Promise<void> {
  const described = new Set(descriptor.resources.map((resource) => resource.path));
  for (const file of await readdir(dataFolder, { recursive: true })) {
    const path = file.replaceAll("\\", "/");
    if (/\.csv(\.gz)?$/.test(path) && !described.has(path))
      findings.add({
        file: path,
        line: 0,
        column: "",
        code: "undescribed-file",
        detail: "datapackage.json does not describe it",
        cure: "Describe its columns, source and licence there, or take it out.",
      });
  }
}
