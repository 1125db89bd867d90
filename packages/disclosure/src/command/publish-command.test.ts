import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDescriptor, inCases, publish, readReleased } from "../testing/cases-folder.ts";

describe("concord publish --method kanon", () => {
  it("writes rows of which each is like k − 1 others, sorted, with codebook, descriptor and an internal report", async () => {
    await inCases(async (folder) => {
      const { code, out } = await publish(folder, "--method", "kanon", "--k", "11");
      expect(code).toBe(0);
      expect(out).toMatch(/cells suppressed/);
      const [head, ...rows] = (await readReleased(folder, "data.csv")).trimEnd().split("\n");
      expect(head).toBe("gender,age,country,year");
      expect(rows.length).toBe(631);
      const sizes = new Map<string, number>();
      for (const row of rows) sizes.set(row, (sizes.get(row) ?? 0) + 1);
      expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(11);
      expect(rows.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => ",,,"));
      expect(await readReleased(folder, "codebook.csv")).toContain("data,country,string,MDA,30,");
      expect(await readReleased(folder, "not-for-release", "report.html")).toContain("ATL");
      for (const file of ["data.csv", "codebook.csv", "datapackage.json"])
        expect(await readReleased(folder, file)).not.toContain("ATL");
      await checkDescriptor(folder);
      expect((await readdir(folder)).sort()).toEqual(["cases.csv", "release"]);
    });
  });

  it("takes hierarchies, bands, weights, microaggregation and the lenient reading", async () => {
    await inCases(async (folder) => {
      await writeFile(join(folder, "places.csv"), "PHL,Asia\nUKR,Europe\nMDA,Europe\nATL,Nowhere\n");
      const line = [
        "--method",
        "kanon",
        "--hierarchy",
        "country=places.csv",
        "--bands",
        "year=5,10",
        "--most-below",
        "0.01",
      ];
      const { code } = await publish(folder, ...line, "--missing", "any", "--weight", "age=3", "--k", "25");
      expect(code).toBe(0);
      const report = JSON.parse(await readReleased(folder, "not-for-release", "report.json"));
      expect(report.figures.reading).toBe("any");
      expect(report.sections.map(({ heading }: { heading: string }) => heading)).toContain("Broader values");
      const means = await publish(
        folder,
        "--method",
        "kanon",
        "--microaggregate",
        "year",
        "--quasi",
        "year",
        "--replace",
      );
      expect(means.code).toBe(0);
      expect((await readReleased(folder, "data.csv")).split("\n")[1]).toMatch(/^F,9-17,PHL,201\d$/);
    });
  });
});

describe("concord publish --method tables", () => {
  it("hides small counts and what would give them away", async () => {
    await inCases(async (folder) => {
      const { out, code } = await publish(
        folder,
        "--method",
        "tables",
        "--table",
        "gender,age",
        "--table",
        "gender,country",
        "--display",
        "below",
      );
      expect(code).toBe(0);
      expect(out).toContain("proved it for every hidden cell");
      expect(await readReleased(folder, "data-1.csv")).toContain("X,48+,<11");
      await checkDescriptor(folder);
    });
  });

  it("or rounds all counts with their sums", async () => {
    await inCases(async (folder) => {
      await publish(folder, "--method", "tables", "--table", "gender", "--round", "5");
      expect(await readReleased(folder, "data.csv")).toBe("gender,count\nF,430\nM,200\nX,0\n(all),630\n");
    });
  });
});
