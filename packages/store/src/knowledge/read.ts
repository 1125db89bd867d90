import type { Knowledge } from "@concord/core/instruments";
import { type DataRow, readDataBytes, readDataRows } from "../data-files.ts";
import { StoreError } from "../error.ts";
import { KNOWLEDGE_FILES, type KnowledgeFile, knowledgeFromRows } from "./from-rows.ts";

/**
 * Reads what the instruments room reasons on straight from the data files, without a database: the command
 * line answers from it, and it is the measure that the database is tested against.
 *
 * The files are taken as valid: `validateDataPackage` is what checks them.
 *
 * @param dataFolder the folder that holds `datapackage.json`
 * @returns rows in the order of the files
 * @throws StoreError `data-missing` or `data-invalid`, naming the file
 */
export async function readKnowledge(dataFolder: string): Promise<Knowledge> {
  const read = await Promise.all(
    KNOWLEDGE_FILES.map(async (file) => [file, await readDataRows(dataFolder, file)] as const),
  );
  const rows = Object.fromEntries(read) as Record<KnowledgeFile, DataRow[]>;
  return knowledgeFromRows(await readCollectedOn(dataFolder), rows);
}

/** The day on which the package was collected, from its descriptor. */
async function readCollectedOn(dataFolder: string): Promise<string> {
  const descriptor: unknown = parseJson(
    (await readDataBytes(dataFolder, "datapackage.json")).toString("utf8"),
  );
  if (typeof descriptor === "object" && descriptor !== null && "collectedOn" in descriptor) {
    const { collectedOn } = descriptor;
    if (typeof collectedOn === "string") return collectedOn;
  }
  throw new StoreError(
    "data-invalid",
    "datapackage.json does not say when the data were collected (collectedOn).",
    "Restore the file from the repository.",
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoreError(
      "data-invalid",
      "datapackage.json is not valid JSON.",
      "Restore it from the repository.",
      cause,
    );
  }
}
