import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { getTableName, sql } from "drizzle-orm";
import type { DataRow } from "../data-files.ts";
import { CHANGING_LOCK } from "../engine/migrate.ts";
import { ownerOf } from "../engine/owner.ts";
import { StoreError } from "../error.ts";
import { KNOWLEDGE_FILES, type KnowledgeFile, knowledgeFromRows } from "../knowledge/from-rows.ts";
import { dataPackages } from "../schema/index.ts";
import type { ReadTx, Store } from "../store.ts";
import { type DataPackage, DESCRIPTOR_FILE, openDataPackage } from "../validation/data-package.ts";
import { columnOf, type DataTable } from "../validation/data-table.ts";
import { describeFinding } from "../validation/finding.ts";
import { actorRows } from "./actor-rows.ts";
import { copyTarget, copyText, fill, type TableLoad } from "./copy-text.ts";
import { evidenceRows } from "./evidence-rows.ts";
import { instrumentRows } from "./instrument-rows.ts";
import { planRows } from "./plan-rows.ts";
import { vocabularyRows } from "./vocabulary-rows.ts";

/** To be raised when the way files become rows changes, so that every database loads them anew. */
const WAY_OF_LOADING = 2;
const FINDINGS_SHOWN = 10;

/** How far loading has come. */
export interface LoadingProgress {
  step: "checking" | "loading";
  /** Table that has been filled last; empty while checking. */
  table: string;
  rows: number;
  rowsOfAll: number;
}

export interface LoadingOutcome {
  /** False when the database held this very package already. */
  loaded: boolean;
  rows: number;
}

/**
 * Fills the database from the data package, in one transaction: readers see the old facts or the new ones, and a process killed
 * half way leaves the old ones. A package that is loaded already costs the time of hashing its files. Of several processes that start at
 * once, one loads and the others wait.
 *
 * @param dataFolder the folder that holds `datapackage.json`
 * @param onProgress called after each table
 * @throws StoreError `data-invalid` with the first findings, by file, line, column and cure; nothing is changed then
 */
export async function loadDataPackage(
  store: Store,
  dataFolder: string,
  onProgress: (progress: LoadingProgress) => void = () => undefined,
): Promise<LoadingOutcome> {
  const fingerprint = await fingerprintOf(dataFolder);
  if ((await store.read(loadedFingerprint)) === fingerprint) return { loaded: false, rows: 0 };
  onProgress({ step: "checking", table: "", rows: 0, rowsOfAll: 0 });
  const found = await openDataPackage(dataFolder);
  if (found.findings.length > 0 || !found.descriptor) throw refusal(dataFolder, found);
  const loads = tableLoads(found, fingerprint);
  const rowsOfAll = loads.reduce((sum, load) => sum + load.rows.length, 0);
  return ownerOf(store).transaction(false, async (tx) => {
    await tx.db.execute(sql`SELECT pg_advisory_xact_lock(${CHANGING_LOCK})`);
    if ((await loadedFingerprint(tx)) === fingerprint) return { loaded: false, rows: 0 };
    const names = loads.map(({ table }) => `"${getTableName(table)}"`).join(", ");
    await tx.db.execute(sql.raw(`TRUNCATE ${names}`));
    let rows = 0;
    for (const load of loads) {
      await tx.copy(copyTarget(load), copyText(load));
      rows += load.rows.length;
      onProgress({ step: "loading", table: getTableName(load.table), rows, rowsOfAll });
    }
    await tx.db.execute(sql.raw(`ANALYZE ${names}`));
    return { loaded: true, rows };
  });
}

/** Every table to be filled, those that others refer to first. */
function tableLoads(found: DataPackage, fingerprint: string): TableLoad[] {
  const { collectedOn = "", version = "" } = found.descriptor ?? {};
  const files = KNOWLEDGE_FILES.map((file) => [file, rowsOfFile(found, file)] as const);
  const knowledge = knowledgeFromRows(
    collectedOn,
    Object.fromEntries(files) as Record<KnowledgeFile, DataRow[]>,
  );
  return [
    ...vocabularyRows(found, knowledge),
    ...instrumentRows(found, knowledge),
    ...actorRows(found),
    ...planRows(found),
    ...evidenceRows(found),
    fill(dataPackages, [{ only: true, version, collectedOn, fingerprint }]),
  ];
}

function rowsOfFile({ tables }: DataPackage, path: string): DataRow[] {
  const table: DataTable | undefined = [...tables.values()].find((one) => one.resource.path === path);
  if (!table)
    throw new StoreError(
      "data-missing",
      `The data package does not describe ${path}.`,
      "Restore datapackage.json from the repository.",
    );
  const columns = new Map(table.resource.schema.fields.map(({ name }) => [name, columnOf(table, name)]));
  return table.rows.map(({ line, cells }) => ({
    line,
    cell: (column) => cells[columns.get(column) ?? -1] ?? "",
  }));
}

async function loadedFingerprint(tx: Pick<ReadTx, "db">): Promise<string | undefined> {
  const [found] = await tx.db.select({ fingerprint: dataPackages.fingerprint }).from(dataPackages);
  return found?.fingerprint;
}

/** A hash over the descriptor and all table files, and over the way they are loaded. */
async function fingerprintOf(dataFolder: string): Promise<string> {
  const hash = createHash("sha256").update(`way of loading ${WAY_OF_LOADING}\n`);
  try {
    const files = (await readdir(dataFolder, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
    for (const file of files.filter((one) => one === DESCRIPTOR_FILE || /\.csv(\.gz)?$/.test(one)).sort())
      hash.update(`${file}\n`).update(await readFile(join(dataFolder, file)));
  } catch (cause) {
    throw new StoreError(
      "data-missing",
      `The data folder ${dataFolder} can't be read.`,
      "Point to the folder that holds datapackage.json.",
      cause,
    );
  }
  return hash.digest("hex");
}

function refusal(dataFolder: string, { findings }: DataPackage): StoreError {
  const shown = findings.slice(0, FINDINGS_SHOWN).map((finding) => `  ${describeFinding(finding)}`);
  const more = findings.length > FINDINGS_SHOWN ? [`  … and ${findings.length - FINDINGS_SHOWN} more.`] : [];
  return new StoreError(
    "data-invalid",
    [`The data in ${dataFolder} can't be loaded:`, ...shown, ...more].join("\n"),
    "Put these right, or restore the folder from the repository. The database is unchanged.",
  );
}
