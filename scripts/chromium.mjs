// Finds the system's Chromium for the browser journeys, or installs Debian's.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath() {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of NAMES) if (executable(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

/**
 * @returns {{path?: string, missing?: string}} the browser, or the line that says what to install
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named)
    return executable(named)
      ? { path: named }
      : { missing: `CHROMIUM_PATH names ${named}, which can't be run` };
  const found = onPath();
  if (found) return { path: found };
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    console.log("Installing Chromium from Debian's packages for the browser journeys …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"], env });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], {
      stdio: ["ignore", "ignore", "inherit"],
      env,
    });
    const installed = onPath();
    if (installed) return { path: installed };
  }
  return {
    missing:
      "the browser journeys need Chromium: install the package `chromium`, or name one in CHROMIUM_PATH",
  };
}
