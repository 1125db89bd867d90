/** What a linkage writes: pairs, persons, the capture table, the report; each file appears whole or not at all. */
import { type CaptureRow, captureCsv } from "../link/capture-table.ts";
import type { Clusters, Link } from "../link/cluster.ts";
import { AtomicFile, writeAtomically } from "./atomic-file.ts";
import type { ClkSet } from "./clk-reader.ts";
import { csvCell } from "./csv-rows.ts";

/** Names of the files that a prefix gives. */
export function outputNames(
  prefix: string,
): Record<"pairs" | "clusters" | "capture" | "report" | "work", string> {
  return {
    pairs: `${prefix}.pairs.csv`,
    clusters: `${prefix}.clusters.csv`,
    capture: `${prefix}.capture.csv`,
    report: `${prefix}.report.json`,
    work: `${prefix}.work`,
  };
}

/**
 * Writes the pairs: list and identifier of both records, similarity.
 * @param path of the file
 * @param names of the lists
 * @param sets the lists
 * @param links the pairs
 */
export async function writePairs(
  path: string,
  names: readonly string[],
  sets: readonly ClkSet[],
  links: readonly Link[],
): Promise<void> {
  const file = await AtomicFile.create(path);
  try {
    file.write("left_list,left_id,right_list,right_id,score\n");
    for (const { left, right, score } of links) {
      const record = (at: Link["left"]) =>
        `${csvCell(names[at.list]!)},${csvId(sets[at.list]!.ids[at.row]!)}`;
      file.write(`${record(left)},${record(right)},${score.toFixed(6)}\n`);
      await file.drain();
    }
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** Identifiers are random base64url texts: a leading hyphen is no formula, and an apostrophe before it would break the join. */
function csvId(id: string): string {
  return /^[A-Za-z0-9_-]+$/u.test(id) ? id : csvCell(id);
}

/**
 * Writes the persons: number, list and identifier of each record that has a partner.
 * @param everyone also records that stand alone
 */
export async function writeClusters(
  path: string,
  names: readonly string[],
  sets: readonly ClkSet[],
  clusters: Clusters,
  everyone: boolean,
): Promise<void> {
  const sizes = new Uint32Array(clusters.count);
  for (const members of clusters.of) for (const number of members) sizes[number] = sizes[number]! + 1;
  const rows: [number, number, number][] = [];
  clusters.of.forEach((members, list) => {
    members.forEach((number, row) => {
      if (everyone || sizes[number]! > 1) rows.push([number, list, row]);
    });
  });
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const file = await AtomicFile.create(path);
  try {
    file.write("person,list,id\n");
    for (const [number, list, row] of rows) {
      file.write(`${number + 1},${csvCell(names[list]!)},${csvId(sets[list]!.ids[row]!)}\n`);
      await file.drain();
    }
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** Writes the capture table that `concord estimate` takes. */
export async function writeCapture(
  path: string,
  names: readonly string[],
  rows: readonly CaptureRow[],
): Promise<void> {
  await writeAtomically(path, captureCsv(names, rows));
}
