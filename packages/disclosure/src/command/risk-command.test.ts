import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inCases } from "../testing/cases-folder.ts";
import { runCommand } from "../testing/run-command.ts";
import { riskCommand } from "./risk-command.ts";

describe("concord risk", () => {
  it("names the smallest classes, and answers no on request when there are any below k", async () => {
    await inCases(async (folder) => {
      const { code, out } = await runCommand(riskCommand, folder, [
        "cases.csv",
        "--without",
        "case",
        "--k",
        "5",
        "--check",
      ]);
      expect(code).toBe(1);
      expect(out).toMatch(/1 rows in 1 classes agree with fewer than 5/);
      expect(out).toMatch(/X +48\+ +ATL +1999 +1/);
      expect(out).toMatch(/prosecutor +100\.0 %/);
    });
  });

  it("answers yes when none is, prints JSON and writes a page", async () => {
    await inCases(async (folder) => {
      const line = [
        "cases.csv",
        "--quasi",
        "gender",
        "--sensitive",
        "country",
        "--k",
        "2",
        "--json",
        "--report",
        "r.html",
      ];
      const { out } = await runCommand(riskCommand, folder, [
        ...line,
        "--without",
        "case",
        "--fraction",
        "0.5",
      ]);
      const { risk } = JSON.parse(out).figures;
      expect(risk.quasi).toEqual(["gender"]);
      expect(risk.sensitive[0].diversity.distinct).toBe(1);
      expect(risk.population.persons).toBe(1262);
      expect(await readFile(join(folder, "r.html"), "utf8")).toContain("<h2>Attacks</h2>");
      const all = await runCommand(riskCommand, folder, [
        "cases.csv",
        "--quasi",
        "year",
        "--k",
        "2",
        "--columns",
        "year",
      ]);
      expect(all.code).toBe(0);
    });
  });
});
