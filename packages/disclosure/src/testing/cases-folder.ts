import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { publishCommand } from "../command/publish-command.ts";
import { inFolder, runCommand } from "./run-command.ts";

/** Cases of fictional persons: three common combinations, a less common one, and one of a single person. */
export const CASES = [
  "case,gender,age,country,year",
  ...Array.from(
    { length: 600 },
    (_, i) =>
      `${i},${i % 3 ? "F" : "M"},${i % 3 ? "9-17" : "18-20"},${i % 2 ? "PHL" : "UKR"},${2015 + (i % 4)}`,
  ),
  ...Array.from({ length: 30 }, (_, i) => `x${i},F,30-38,MDA,2015`),
  "alone,X,48+,ATL,1999",
].join("\n");

/** Publishes `cases.csv` of a folder, without its case numbers, into its folder `release`. */
export const publish = (folder: string, ...line: string[]) =>
  runCommand(publishCommand, folder, ["cases.csv", "--without", "case", "--out", "release", ...line]);
/** Calls a function with a folder that holds `cases.csv`. */
export const inCases = <T>(use: (folder: string) => Promise<T>, content: string | Buffer = CASES) =>
  inFolder(async (folder) => {
    await writeFile(join(folder, "cases.csv"), content);
    return use(folder);
  });
/** A file of the release. */
export const readReleased = (folder: string, ...path: string[]) =>
  readFile(join(folder, "release", ...path), "utf8");

/** Checks the descriptor against the files: names, sizes, hashes, fields. */
export async function checkDescriptor(folder: string): Promise<void> {
  const descriptor = JSON.parse(await readReleased(folder, "datapackage.json"));
  expect(descriptor.$schema).toContain("datapackage");
  for (const { path, bytes, hash, schema } of descriptor.resources) {
    const content = readFileSync(join(folder, "release", path));
    expect(content.length).toBe(bytes);
    expect(hash).toBe(`sha256:${createHash("sha256").update(content).digest("hex")}`);
    const [head = ""] = content.toString().split("\n");
    expect(head.split(",")).toEqual(schema.fields.map(({ name }: { name: string }) => name));
  }
}
