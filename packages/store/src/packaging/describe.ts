/**
 * Checks the data package and writes the size and hash of each file into its descriptor. To be run after a change
 * of the data; writes nothing while there is a fault.
 *
 * Run: node packages/store/src/packaging/describe.ts [FOLDER]
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DESCRIPTOR_FILE, hashOf, openDataPackage } from "../validation/data-package.ts";
import { describeFinding } from "../validation/finding.ts";

const WIDTH = 118;

/** Writes JSON with short objects on one line, so that a table's columns read as a table. */
export function writeCompactJson(value: unknown, depth = 0): string {
  const short = JSON.stringify(value);
  const indent = "  ".repeat(depth);
  if (typeof value !== "object" || value === null || short.length + indent.length <= WIDTH) return short;
  const inside = Array.isArray(value)
    ? value.map((item) => writeCompactJson(item, depth + 1))
    : Object.entries(value).map(
        ([name, item]) => `${JSON.stringify(name)}: ${writeCompactJson(item, depth + 1)}`,
      );
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${inside.map((line) => `${indent}  ${line}`).join(",\n")}\n${indent}${close}`;
}

if (import.meta.main) {
  const folder = process.argv[2] ?? fileURLToPath(new URL("../../../../data", import.meta.url));
  const { descriptor, findings } = await openDataPackage(folder, { compareHashes: false });
  for (const finding of findings) console.error(describeFinding(finding));
  if (!descriptor || findings.length > 0) process.exit(2);
  for (const resource of descriptor.resources) {
    const bytes = await readFile(join(folder, resource.path));
    resource.bytes = bytes.byteLength;
    resource.hash = hashOf(bytes);
  }
  await writeFile(join(folder, DESCRIPTOR_FILE), `${writeCompactJson(descriptor)}\n`);
  console.log(`${descriptor.resources.length} tables described`);
}
