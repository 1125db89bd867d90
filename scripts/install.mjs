// What a fresh clone needs before anything else runs: a Node that npm supports, and the packages of the lock file.
// Plain JavaScript, because it runs on the reader's own Node before the packaged one is there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The Node that comes with the packages (the server and the tools run on it, whatever Node typed the command). */
export const PACKAGED_NODE = join(
  ROOT,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

const STAMP = join(ROOT, "node_modules", ".concord-installed");

/** Ends the command with one line on standard error and exit code 2: what is wrong and what cures it. */
export function giveUp(line) {
  console.error(`concord: ${line}`);
  process.exit(2);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(`this is Node ${process.versions.node}; Node 20.19 or newer is needed (https://nodejs.org)`);
  }
}

/** Runs npm, the very one that called us where that is known, and shows its progress. */
function npm(args) {
  const npmScript = process.env.npm_execpath;
  const asScript = npmScript?.endsWith(".js") || npmScript?.endsWith(".cjs");
  const [command, commandArgs] = asScript ? [process.execPath, [npmScript, ...args]] : ["npm", args];
  return spawnSync(command, commandArgs, {
    cwd: ROOT,
    stdio: "inherit",
    shell: !asScript && process.platform === "win32",
  });
}

/**
 * Installs the packages of `package-lock.json` when they are missing or from another lock file.
 * Interrupted half-way, the next call starts again: the stamp is written last.
 */
export function installPackages() {
  refuseOldNode();
  const wanted = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  const have = existsSync(STAMP) && existsSync(PACKAGED_NODE) ? readFileSync(STAMP, "utf8") : "";
  if (have === wanted) return;
  console.log("Installing packages (once, about a minute) …");
  const done = npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (done.error?.code === "ENOENT")
    giveUp("npm is not on the PATH; install Node with npm (https://nodejs.org)");
  if (done.status !== 0)
    giveUp("npm ci did not finish; its message stands above. Check the network and the disk, then try again");
  if (!existsSync(PACKAGED_NODE)) {
    giveUp(
      "the packaged Node is missing: install scripts were not allowed. Run `npm rebuild node`, then try again",
    );
  }
  writeFileSync(STAMP, wanted);
}
