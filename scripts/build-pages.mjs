// Builds the web pages when their sources have changed since the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { giveUp, PACKAGED_NODE, ROOT } from "./install.mjs";

const PAGES = join(ROOT, "packages", "web");
const STAMP = join(PAGES, "dist", ".built-from");
const SOURCES = ["packages/web", "packages/core/src", "package-lock.json"];
const LEFT_OUT = new Set(["node_modules", "dist"]);

/** Hash over names and contents of every file that a build reads. */
function hashSources() {
  const hash = createHash("sha256");
  const add = (path) => {
    hash.update(path);
    hash.update(readFileSync(join(ROOT, path)));
  };
  const walk = (folder) => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (LEFT_OUT.has(entry.name)) continue;
      if (entry.isDirectory()) walk(`${folder}/${entry.name}`);
      else add(`${folder}/${entry.name}`);
    }
  };
  for (const source of SOURCES) {
    if (source.endsWith(".json")) add(source);
    else walk(source);
  }
  return hash.digest("hex");
}

/** Leaves `packages/web/dist` up to date; says so only when there is something to build. */
export function buildPages() {
  const wanted = hashSources();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  console.log("Building the pages …");
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  const built = spawnSync(PACKAGED_NODE, [vite, "build", "--logLevel", "warn"], {
    cwd: PAGES,
    stdio: "inherit",
  });
  if (built.status !== 0) giveUp("the pages could not be built; the message stands above");
  writeFileSync(STAMP, wanted);
}
