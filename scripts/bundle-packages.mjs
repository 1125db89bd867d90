// Puts the packages that the server loads at once into a few files: Node spends its time on each file it opens, and these
// packages are some 400. Loading them takes a tenth of the time (2.6 s against 0.25 s of processor time on a busy machine).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PACKAGED_NODE, ROOT } from "./install.mjs";

/** Where the files are; forgotten together with `node_modules`. */
const BUNDLED = join(ROOT, "node_modules", ".cache", "concord-packages");
const STAMP = join(BUNDLED, ".bundled-from");

/** Plain JavaScript alone: what brings WebAssembly or binaries finds them beside its own files. */
const PACKAGES = [
  "@hono/node-server",
  "@hono/zod-openapi",
  "drizzle-orm",
  "drizzle-orm/casing",
  "drizzle-orm/migrator",
  "drizzle-orm/pg-core",
  "drizzle-orm/pglite",
  "drizzle-orm/postgres-js",
  "hono",
  "pg-boss",
  "postgres",
  "zod",
];

/** A package's file, e.g. `drizzle-orm/pg-core` → `drizzle-orm__pg-core.mjs`. */
const fileNameOf = (name) => `${name.replaceAll("/", "__")}.mjs`;

/**
 * Leaves the files up to date with `package-lock.json`. Without them everything works, only slower; so what goes wrong here
 * stops nothing.
 * @returns {Promise<Record<string, string>>} the file of each package, empty when they could not be made
 */
export async function bundlePackages() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .update(PACKAGES.join())
    .digest("hex");
  const files = Object.fromEntries(PACKAGES.map((name) => [name, join(BUNDLED, fileNameOf(name))]));
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return files;
  try {
    rmSync(BUNDLED, { recursive: true, force: true });
    const { rolldown } = await import("rolldown");
    const bundle = await rolldown({
      cwd: join(ROOT, "packages", "server"),
      input: Object.fromEntries(PACKAGES.map((name) => [name.replaceAll("/", "__"), name])),
      platform: "node",
      external: [/^node:/, /^@electric-sql\//, "pg-native"],
      treeshake: false,
      logLevel: "silent",
    });
    await bundle.write({
      dir: BUNDLED,
      format: "esm",
      entryFileNames: "[name].mjs",
      chunkFileNames: "[name]-[hash].mjs",
    });
    // A file that can't be loaded would keep the server from starting: all are tried once.
    const trial = PACKAGES.map((name) => `await import(${JSON.stringify(pathToFileURL(files[name]).href)});`);
    const tried = spawnSync(PACKAGED_NODE, ["--input-type=module", "-e", trial.join("\n")]);
    if (tried.status !== 0) return {};
    writeFileSync(STAMP, wanted);
    return files;
  } catch {
    return {};
  }
}
