import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CASES, inCases, publish, readReleased } from "../testing/cases-folder.ts";
import { runCommand } from "../testing/run-command.ts";
import { publishCommand } from "./publish-command.ts";

describe("bad input ends with exit code 2, one line and nothing under the final name", () => {
  const million = () => `id,a\n${Array.from({ length: 70_000 }, (_, i) => `${i},x`).join("\n")}\n`;
  it.each<[string, string[], RegExp, (string | Buffer)?]>([
    [
      "a quasi-identifier that isn't there",
      ["--method", "kanon", "--quasi", "sex"],
      /--quasi: There is no column "sex"\. .*gender/,
    ],
    ["k below 2", ["--method", "kanon", "--k", "1"], /--k: k is 1.*at least 2/],
    ["k that is no number", ["--method", "kanon", "--k", "many"], /--k: "many" is no number/],
    ["ε of 0", ["--method", "dp", "--epsilon", "0"], /--epsilon: ε is 0: it must be above 0/],
    ["ε below 0", ["--method", "synthetic", "--epsilon=-1"], /--epsilon: ε is -1/],
    ["no ε", ["--method", "dp"], /--epsilon is missing/],
    ["no method", [], /--method is missing/],
    ["an unknown method", ["--method", "magic"], /--method: "magic" is none of/],
    ["no table", ["--method", "tables"], /--table: No table is named/],
    [
      "a hierarchy that isn't there",
      ["--method", "kanon", "--hierarchy", "age=none.csv"],
      /--hierarchy age: none.csv can't be read/,
    ],
    [
      "a hierarchy without column",
      ["--method", "kanon", "--hierarchy", "none.csv"],
      /--hierarchy: "none.csv" has no "="/,
    ],
    [
      "bands of an unknown column",
      ["--method", "kanon", "--bands", "born=5"],
      /--bands: There is no column "born"/,
    ],
    [
      "too many values",
      ["--method", "kanon"],
      /column id: It has more than 65,536 distinct values.*--without id/,
      million(),
    ],
    [
      "invalid UTF-8",
      ["--method", "kanon"],
      /row 1: It isn't valid UTF-8/,
      Buffer.from("case,a\n1,\xff\n", "latin1"),
    ],
    [
      "a formula",
      ["--method", "kanon"],
      /row 1, column a: The value "=1\+1".*--neutralize-formulas/,
      "case,a\n1,=1+1\n",
    ],
    ["standard input", ["--method", "kanon"], /standard input is not read/],
  ])("%s", async (name, line, words, content = CASES) => {
    await inCases(async (folder) => {
      const file = name === "standard input" ? "-" : "cases.csv";
      const without = name === "too many values" ? [] : ["--without", "case"];
      const typed = [file, ...without, "--out", "release", ...line];
      const { code, err } = await runCommand(publishCommand, folder, typed);
      expect(code).toBe(2);
      expect(err).toMatch(words);
      expect(err).not.toContain("\n");
      expect(await readdir(folder)).not.toContain("release");
    }, content);
  });

  it("an output folder that is there, or whose parent isn't", async () => {
    await inCases(async (folder) => {
      await mkdir(join(folder, "release"));
      expect((await publish(folder, "--method", "kanon")).err).toMatch(/--out: .*already there.*--replace/);
      const nowhere = await runCommand(publishCommand, folder, [
        "cases.csv",
        "--method",
        "kanon",
        "--out",
        "no/where",
      ]);
      expect(nowhere.err).toMatch(/--out: There is no folder/);
      const missing = await runCommand(publishCommand, folder, ["cases.csv", "--method", "kanon"]);
      expect(missing.err).toMatch(/--out is missing/);
    });
  });

  it("formulas are written behind an apostrophe on request", async () => {
    await inCases(async (folder) => {
      const { code } = await publish(folder, "--method", "kanon", "--k", "2", "--neutralize-formulas");
      expect(code).toBe(0);
      expect(await readReleased(folder, "data.csv")).toBe("a\n'=1+1\n'=1+1\n");
    }, "case,a\n1,=1+1\n2,=1+1\n");
  });

  it("Ctrl-C ends with 130 and leaves nothing", async () => {
    await inCases(async (folder) => {
      const line = ["cases.csv", "--method", "kanon", "--out", "release", "--without", "case"];
      const { code } = await runCommand(publishCommand, folder, line, { signal: AbortSignal.abort() });
      expect(code).toBe(130);
      expect(await readdir(folder)).toEqual(["cases.csv"]);
    });
  });
});
