// `npm test`: types, lint, rules, both databases, browser journeys. Nothing is skipped silently; the last line counts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPages } from "./build-pages.mjs";
import { findChromium } from "./chromium.mjs";
import { giveUp, installPackages, PACKAGED_NODE, ROOT } from "./install.mjs";

installPackages();
const tool = (...parts) => join(ROOT, "node_modules", ...parts);
const results = mkdtempSync(join(tmpdir(), "concord-test-"));
let passed = 0;
let failed = 0;
let skipped = 0;

function run(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  return (
    spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } }).status === 0
  );
}

/** A check without test cases of its own (types, lint): counts as one. */
function check(title, args) {
  if (run(title, PACKAGED_NODE, args)) passed++;
  else failed++;
}

/** One project of vitest.config.ts, counted from the runner's own result. */
function suite(title, project, env) {
  const file = join(results, `${project}.json`);
  const args = [
    tool("vitest", "vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const fine = run(title, PACKAGED_NODE, args, env);
  let result;
  try {
    result = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    failed++;
    return;
  }
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests + result.numTodoTests;
  if (result.numTotalTests === 0 || (!fine && result.numFailedTests === 0)) failed++;
}

const chromium = findChromium();
if (chromium.missing) giveUp(chromium.missing);

check("types", [tool("typescript", "bin", "tsc"), "--noEmit", "-p", "."]);
check("format and lint", [tool("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."]);
check("unused files, exports and dependencies", [tool("knip", "bin", "knip.js")]);
suite("rules", "rules");
suite("databases: embedded and PostgreSQL server", "databases");
buildPages();
suite("journeys in the browser", "journeys", { CHROMIUM_PATH: chromium.path });

rmSync(results, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed ? 1 : 0);
