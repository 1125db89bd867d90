/**
 * Checks the data package and writes the size and hash of each file into its descriptor. To be run after a change
 * of the data.
 *
 * Run: node packages/store/src/packaging/describe.ts [FOLDER]
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DESCRIPTOR_FILE, hashOf, openDataPackage } from "../validation/data-package.ts";
import { describeFinding, type Finding } from "../validation/finding.ts";

const WIDTH = 118;

/**
 * Writes sizes and hashes of the files into the descriptor; writes nothing while there is a fault.
 * @param dataFolder the folder that holds `datapackage.json`
 * @returns what is wrong, empty when the descriptor was written
 */
export async function writeDescription(dataFolder: string): Promise<readonly Finding[]> {
  const { descriptor, findings } = await openDataPackage(dataFolder, { compareHashes: false });
  if (!descriptor || findings.length > 0) return findings;
  for (const resource of descriptor.resources) {
    const bytes = await readFile(join(dataFolder, resource.path));
    resource.bytes = bytes.byteLength;
    resource.hash = hashOf(bytes);
  }
  await writeFile(join(dataFolder, DESCRIPTOR_FILE), `${compactJson(descriptor)}\n`);
  return [];
}

/** JSON with short objects on one line, so that a table's columns read as a table. */
function compactJson(value: unknown, depth = 0): string {
  const short = JSON.stringify(value);
  const indent = "  ".repeat(depth);
  if (typeof value !== "object" || value === null || short.length + indent.length <= WIDTH) return short;
  const inside = Array.isArray(value)
    ? value.map((item) => compactJson(item, depth + 1))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${compactJson(item, depth + 1)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${inside.map((line) => `${indent}  ${line}`).join(",\n")}\n${indent}${close}`;
}

if (import.meta.main) {
  const findings = await writeDescription(
    process.argv[2] ?? fileURLToPath(new URL("../../../../data", import.meta.url)),
  );
  for (const finding of findings) console.error(describeFinding(finding));
  if (findings.length > 0) process.exit(2);
}
