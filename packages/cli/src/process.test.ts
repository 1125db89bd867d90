import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const PROGRAM = fileURLToPath(new URL("../bin/concord.mjs", import.meta.url));

function concord(...words: string[]) {
  return spawnSync(process.execPath, [PROGRAM, ...words], { encoding: "utf8" });
}

describe("the real process", () => {
  it("answers on standard output with exit code 0", () => {
    const { status, stdout, stderr } = concord("holdouts", "palermo-protocol", "--json");
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout).instrument).toBe("palermo-protocol");
  });

  it("says one line on standard error with exit code 2", () => {
    const { status, stdout, stderr } = concord("profile", "ZZZ");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.trim().split("\n").length).toBe(1);
  });

  it("writes long answers whole into a pipe", () => {
    const { stdout } = concord("matrix", "--csv");
    expect(stdout.trimEnd().split("\r\n").length).toBe(197 * 59 + 1);
  });

  it("ends quietly when its reader goes away", async () => {
    const child = spawn(process.execPath, [PROGRAM, "matrix", "--csv"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, errors]).toEqual([0, ""]);
  });
});
