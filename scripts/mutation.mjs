// `npm run mutation -w @concord/estimate [-- FOLDER…]`: changes the rules of a package, one small change at a time, and counts
// how many of the changes the tests beside them notice. Fails below the score in the package's stryker.config.json.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGED_NODE, ROOT } from "./install.mjs";

const [name, ...wanted] = process.argv.slice(2);
const home = join("packages", name);
const scope = JSON.parse(readFileSync(join(ROOT, home, "stryker.config.json"), "utf8"));
const results = join("var", "mutation", name);
mkdirSync(join(ROOT, results), { recursive: true });

const folderOf = (pattern) => pattern.split("/")[1]; // src/FOLDER/*.ts
const folders = [...new Set(scope.mutate.filter((one) => !one.startsWith("!")).map(folderOf))];
for (const folder of wanted.length > 0 ? wanted : folders) mutate(folder);
const reached = report();
process.exitCode = reached < scope.thresholds.break ? 1 : 0;

/** One run of Stryker over a folder. */
function mutate(folder) {
  const inFolder = scope.mutate.filter((one) => folderOf(one) === folder);
  if (inFolder.length === 0) throw new Error(`${folder} is not among ${folders.join(", ")}`);
  const configuration = join(results, `${folder}.config.json`);
  const whole = {
    ...scope,
    mutate: [
      ...inFolder.map((one) => (one.startsWith("!") ? `!${home}/${one.slice(1)}` : `${home}/${one}`)),
      "!**/*.test.ts",
      "!**/*.as.ts",
    ],
    vitest: { configFile: "scripts/mutation.config.mjs" },
    ignorePatterns: [
      "/*",
      "!/scripts",
      "!/packages",
      "/packages/*",
      `!/${home}`,
      "!/data",
      "!/docs",
      "!/package.json",
    ],
    jsonReporter: { fileName: join(results, `${folder}.json`) },
    incrementalFile: join(results, `${folder}.incremental.json`),
    tempDirName: join("var", "mutation", "sandbox"),
    // The score is that of the package, counted below over all its folders.
    thresholds: { ...scope.thresholds, break: null },
  };
  writeFileSync(join(ROOT, configuration), JSON.stringify(whole));
  const { status } = spawnSync(
    PACKAGED_NODE,
    [join("node_modules", ".bin", "stryker"), "run", configuration],
    {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, MUTATED_FOLDER: `${home}/src/${folder}` },
    },
  );
  if (status !== 0) throw new Error(`${folder}: Stryker stopped`);
}

/** Prints one line a folder and one for the package, of the folders that were run. @returns the share of changes noticed, in percent */
function report() {
  let [noticed, all] = [0, 0];
  for (const folder of folders) {
    const file = join(ROOT, results, `${folder}.json`);
    if (!existsSync(file)) {
      console.log(` not run            ${home}/src/${folder}`);
      continue;
    }
    const { files } = JSON.parse(readFileSync(file, "utf8"));
    const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
    const caught = states.filter((state) => state === "Killed" || state === "Timeout").length;
    const missed = states.filter((state) => state === "Survived" || state === "NoCoverage").length;
    console.log(`${score(caught, caught + missed)}  ${caught} of ${caught + missed}  ${home}/src/${folder}`);
    noticed += caught;
    all += caught + missed;
  }
  console.log(`${score(noticed, all)}  ${noticed} of ${all}  ${home}`);
  return (100 * noticed) / all;
}

function score(caught, all) {
  return `${((100 * caught) / Math.max(1, all)).toFixed(1)} %`.padStart(8);
}
