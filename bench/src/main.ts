/**
 * `npm run bench`: speed, as figures and as ratios to a named baseline in the same run. `npm run bench -- matrix http` runs some;
 * each also runs alone, `node bench/src/matrix.ts`. Nothing here passes or fails: machines differ, ratios tell.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";

/** What is measured, in this order: a file of this folder each. */
const SUBJECTS = [
  "instruments",
  "matrix",
  "http",
  "access",
  "pages",
  "plan",
  "estimate",
  "linkage",
  "disclosure",
  "leakage",
  "documents",
];

const asked = process.argv.slice(2);
const unknown = asked.filter((subject) => !SUBJECTS.includes(subject));
if (unknown.length > 0) {
  console.error(`concord: no bench is called ${unknown.join(", ")}; there are ${SUBJECTS.join(", ")}`);
  process.exit(2);
}

const [cpu] = cpus();
console.log(
  `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}, ${process.platform} ${process.arch}`,
);
let failed = false;
for (const subject of SUBJECTS) {
  if (asked.length > 0 && !asked.includes(subject)) continue;
  const file = fileURLToPath(new URL(`${subject}.ts`, import.meta.url));
  if (!existsSync(file)) continue;
  console.log(`\n── ${subject}`);
  const { status } = spawnSync(process.execPath, [file], { stdio: "inherit" });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
