import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Descriptor, parseDescriptor } from "../validation/descriptor.ts";

/** The data folder of the repository. */
export const DATA_FOLDER = fileURLToPath(new URL("../../../../data", import.meta.url));

/** Tables with which the law of participation can be told, without the large ones. */
const SMALL = [
  "states",
  "themes",
  "memberships",
  "instruments",
  "instrument-sources",
  "participation",
  "coverage",
  "effect-rules",
  "provisions",
  "provisions-sources",
];

/** A copy of the data package to be damaged by a test. */
export interface PackageCopy {
  folder: string;
  /** Rewrites a file of it. */
  edit(path: string, change: (text: string) => string): Promise<void>;
  remove(): Promise<void>;
}

/** Copies some tables of the repository's data package, with a descriptor of just these, to a temporary folder. */
export async function copyPackage(names: readonly string[] = SMALL): Promise<PackageCopy> {
  const folder = await mkdtemp(join(tmpdir(), "concord-data-"));
  const whole = await readDescriptor();
  const resources = whole.resources.filter((resource) => names.includes(resource.name));
  for (const { path } of resources) await cp(join(DATA_FOLDER, path), join(folder, path));
  await writeFile(join(folder, "datapackage.json"), JSON.stringify({ ...whole, resources }));
  return {
    folder,
    async edit(path, change) {
      const file = join(folder, path);
      await writeFile(file, change(await readFile(file, "utf8")));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The descriptor of the repository's data package. */
export async function readDescriptor(): Promise<Descriptor> {
  const parsed = parseDescriptor(await readFile(join(DATA_FOLDER, "datapackage.json"), "utf8"));
  if ("problem" in parsed) throw new Error(parsed.problem);
  return parsed.descriptor;
}
