/**
 * The published schemas against which output is validated. They are not part of this repository: they lie in the folder that
 * CONCORD_STANDARDS names, or in `shared/standards` beside the repository.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const BESIDE = fileURLToPath(new URL("../../../../../shared/standards", import.meta.url));

/**
 * Reads a schema.
 * @param path within the folder of standards: `akn-3.0/akomantoso30.xsd`
 * @returns undefined, after a line that says so, where the folder is missing at somebody's own machine
 * @throws where it is missing in continuous integration, with a line that says how to get it
 */
export function readStandard(path: string): string | undefined {
  const file = join(process.env.CONCORD_STANDARDS ?? BESIDE, path);
  if (existsSync(file)) return readFileSync(file, "utf8");
  const missing = `${file} is not there: put the published schema in that folder, or name the folder of standards in CONCORD_STANDARDS.`;
  if (process.env.CI) throw new Error(missing);
  console.warn(`Not validated against the schema, only read as XML. ${missing}`);
  return undefined;
}
