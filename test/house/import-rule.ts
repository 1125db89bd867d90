import { posix } from "node:path";
import type { ImportedModule } from "./tree.ts";

/** Which packages of the project a package may import. Anything not listed is refused. */
const PACKAGE_MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  estimate: [],
  linkage: [],
  disclosure: [],
  exchange: ["core", "estimate", "linkage", "disclosure"],
  documents: ["core"],
  store: ["core", "exchange"],
  server: ["core", "exchange", "documents", "store", "estimate", "linkage", "disclosure"],
  // A worker is a server without pages: the command line only starts it.
  cli: ["core", "exchange", "documents", "store", "estimate", "linkage", "disclosure", "server"],
  web: ["core"],
};

/** Packages whose types alone may be imported. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = { web: ["server"] };

/** Which rooms of core a room may import, always through the other's `index.ts`. */
const ROOM_MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  vocabulary: [],
  access: ["vocabulary"],
  instruments: ["vocabulary", "access"],
  actors: ["vocabulary", "access"],
  plan: ["vocabulary", "access"],
  commitments: ["vocabulary", "access"],
  evidence: ["vocabulary", "access"],
  referral: ["vocabulary", "access"],
  chain: ["vocabulary", "access", "instruments", "actors", "plan", "commitments", "evidence", "referral"],
};

const TEST_FILE = /\.test\.tsx?$|\/testing\//;

/**
 * Judges one import against the order in which data flow.
 * @param file path of the importing file from the root, e.g. `packages/core/src/plan/draft.ts`
 * @returns why it is refused, or undefined when it is allowed
 */
export function refuseImport(file: string, imported: ImportedModule): string | undefined {
  const [, importer, inside] = /^packages\/([^/]+)\/src\/(.*)$/.exec(file) ?? [];
  if (!importer || inside === undefined) return undefined;
  const { specifier } = imported;
  if (specifier.startsWith("@concord/")) {
    const target = specifier.split("/")[1] ?? "";
    if (PACKAGE_MAY_IMPORT[importer]?.includes(target)) return undefined;
    if (imported.typeOnly && TYPES_ONLY[importer]?.includes(target)) return undefined;
    return `${importer} may not import ${target}`;
  }
  if (specifier.startsWith(".")) {
    const target = posix.normalize(posix.join(posix.dirname(file), specifier));
    if (!target.startsWith(`packages/${importer}/`))
      return "another package is imported by its name, not by its path";
    return importer === "core" ? refuseRoom(inside, target) : undefined;
  }
  if (
    importer === "core" &&
    !TEST_FILE.test(file) &&
    (specifier.startsWith("node:") || specifier !== "highs")
  ) {
    return `core is pure: it may not import ${specifier}`;
  }
  return undefined;
}

function refuseRoom(inside: string, target: string): string | undefined {
  const room = inside.split("/")[0] ?? "";
  const [, targetRoom, targetFile] = /^packages\/core\/src\/([^/]+)\/(.*)$/.exec(target) ?? [];
  if (!targetRoom || room === targetRoom || room === "testing" || targetRoom === "testing") {
    return targetRoom === "testing" && !TEST_FILE.test(`/${inside}`)
      ? "only tests import testing"
      : undefined;
  }
  if (!ROOM_MAY_IMPORT[room]?.includes(targetRoom))
    return `the room ${room} may not import the room ${targetRoom}`;
  return targetFile === "index.ts" ? undefined : `a room is imported through its index.ts, not ${targetFile}`;
}
