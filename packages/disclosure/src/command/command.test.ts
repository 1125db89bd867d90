import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLedger } from "../accounting/ledger.ts";
import { inFolder, runCommand } from "../testing/run-command.ts";
import { publishCommand } from "./publish-command.ts";
import { riskCommand } from "./risk-command.ts";

/** Cases of fictional persons: three common combinations, a less common one, and one of a single person. */
const CASES = [
  "case,gender,age,country,year",
  ...Array.from(
    { length: 600 },
    (_, i) =>
      `${i},${i % 3 ? "F" : "M"},${i % 3 ? "9-17" : "18-20"},${i % 2 ? "PHL" : "UKR"},${2015 + (i % 4)}`,
  ),
  ...Array.from({ length: 30 }, (_, i) => `x${i},F,30-38,MDA,2015`),
  "alone,X,48+,ATL,1999",
].join("\n");

const publish = (folder: string, ...line: string[]) =>
  runCommand(publishCommand, folder, ["cases.csv", "--without", "case", "--out", "release", ...line]);
const inCases = <T>(use: (folder: string) => Promise<T>, content: string | Buffer = CASES) =>
  inFolder(async (folder) => {
    await writeFile(join(folder, "cases.csv"), content);
    return use(folder);
  });
const read = (folder: string, ...path: string[]) => readFile(join(folder, "release", ...path), "utf8");

/** Checks the descriptor against the files: names, sizes, hashes, fields. */
async function checkDescriptor(folder: string): Promise<void> {
  const descriptor = JSON.parse(await read(folder, "datapackage.json"));
  expect(descriptor.$schema).toContain("datapackage");
  for (const { path, bytes, hash, schema } of descriptor.resources) {
    const content = readFileSync(join(folder, "release", path));
    expect(content.length).toBe(bytes);
    expect(hash).toBe(`sha256:${createHash("sha256").update(content).digest("hex")}`);
    const [head = ""] = content.toString().split("\n");
    expect(head.split(",")).toEqual(schema.fields.map(({ name }: { name: string }) => name));
  }
}

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

describe("concord publish --method kanon", () => {
  it("writes rows of which each is like k − 1 others, sorted, with codebook, descriptor and an internal report", async () => {
    await inCases(async (folder) => {
      const { code, out } = await publish(folder, "--method", "kanon", "--k", "11");
      expect(code).toBe(0);
      expect(out).toMatch(/cells suppressed/);
      const [head, ...rows] = (await read(folder, "data.csv")).trimEnd().split("\n");
      expect(head).toBe("gender,age,country,year");
      expect(rows.length).toBe(631);
      const sizes = new Map<string, number>();
      for (const row of rows) sizes.set(row, (sizes.get(row) ?? 0) + 1);
      expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(11);
      expect(rows.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => ",,,"));
      expect(await read(folder, "codebook.csv")).toContain("data,country,string,MDA,30,");
      expect(await read(folder, "not-for-release", "report.html")).toContain("ATL");
      for (const file of ["data.csv", "codebook.csv", "datapackage.json"])
        expect(await read(folder, file)).not.toContain("ATL");
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
      const report = JSON.parse(await read(folder, "not-for-release", "report.json"));
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
      expect((await read(folder, "data.csv")).split("\n")[1]).toMatch(/^F,9-17,PHL,201\d$/);
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
      expect(await read(folder, "data-1.csv")).toContain("X,48+,<11");
      await checkDescriptor(folder);
    });
  });

  it("or rounds all counts with their sums", async () => {
    await inCases(async (folder) => {
      await publish(folder, "--method", "tables", "--table", "gender", "--round", "5");
      expect(await read(folder, "data.csv")).toBe("gender,count\nF,430\nM,200\nX,0\n(all),630\n");
    });
  });
});

describe("concord publish with a budget", () => {
  it("dp: writes noisy counts without the combinations of single persons, and spends the promise once", async () => {
    await inCases(async (folder) => {
      const { out, code } = await publish(folder, "--method", "dp", "--epsilon", "3", "--length", "2");
      expect(code).toBe(0);
      expect(out).toContain("100.0 % of the promise ε = 3, δ = 0.000001 is spent");
      const data = await read(folder, "data.csv");
      expect(data).toMatch(/^gender,age,country,year,values_combined,noisy_count\n,,,,0,\d+\n/);
      expect(data).toMatch(/^F,9-17,,,2,\d+$/m);
      expect(data).not.toMatch(/ATL|1999|48\+/);
      await checkDescriptor(folder);
      const again = await publish(folder, "--method", "dp", "--epsilon", "0.5", "--replace");
      expect(again.code).toBe(2);
      expect(again.err).toMatch(/cases\.csv\.ledger.*there is left ρ = 0\.000/);
      expect(await read(folder, "data.csv")).toBe(data);
    });
  });

  it("several releases share a promise until it is used up", async () => {
    await inCases(async (folder) => {
      const budget = ["--method", "dp", "--epsilon", "1", "--noise", "laplace", "--replace"];
      expect((await publish(folder, ...budget, "--budget", "2")).code).toBe(0);
      expect((await publish(folder, ...budget)).code).toBe(0);
      let releases = 2;
      while ((await publish(folder, ...budget)).code === 0) releases++;
      // zCDP: k releases of ε = 1 together cost about √k, so that of 2 affords nearly four.
      expect(releases).toBe(3);
      const ledger = readLedger(await readFile(join(folder, "cases.csv.ledger"), "utf8"), "x");
      expect(
        ledger.ok && ledger.value.spent.rho <= ledger.value.budget.rho && ledger.value.granted.length,
      ).toBe(3);
      expect((await publish(folder, ...budget, "--budget", "5")).err).toMatch(
        /--budget: the ledger cases.csv.ledger was begun with 2/,
      );
    });
  });

  it.each([
    ["graph", []],
    ["tree", ["--no-attack"]],
    ["counts", ["--length", "3"]],
  ])(
    "synthetic by %s: no row is a case, the report tells what it is worth and what it gives away",
    async (model, more) => {
      await inCases(async (folder) => {
        const { out, code } = await publish(
          folder,
          "--method",
          "synthetic",
          "--epsilon",
          "4",
          "--model",
          model,
          ...more,
        );
        expect(code).toBe(0);
        expect(out).toMatch(/Of 1 combinations of one person 0 appear/);
        expect(await read(folder, "data.csv")).not.toMatch(/ATL/);
        const { figures } = JSON.parse(await read(folder, "not-for-release", "report.json"));
        expect(figures.errors[0].weightedError).toBeLessThan(0.25);
        if (model !== "tree") expect(figures.attack.members).toBe(315);
        await checkDescriptor(folder);
      });
    },
  );

  it("a release that is killed leaves no folder, and what it had spent stays spent", async () => {
    await inCases(async (folder) => {
      const program = `
        const { publishCommand } = await import(${JSON.stringify(new URL("./publish-command.ts", import.meta.url).href)});
        const io = { out: async () => {}, err: () => {}, errTerminal: false, cwd: ${JSON.stringify(folder)}, today: "2026-01-02", signal: new AbortController().signal };
        const { writeSync } = await import("node:fs");
        const { syncBuiltinESMExports } = await import("node:module");
        const fs = (await import("node:fs")).default;
        fs.renameSync = () => { writeSync(1, "now"); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); };
        syncBuiltinESMExports();
        await publishCommand.run({ positionals: ["cases.csv"], options: { method: "dp", epsilon: "2", out: "release", without: "case" } }, io);`;
      await new Promise<void>((done) => {
        const child = spawn(process.execPath, ["--input-type=module", "-e", program]);
        child.stdout.on("data", () => child.kill("SIGKILL"));
        child.on("close", () => done());
      });
      expect(await readdir(folder)).not.toContain("release");
      const ledger = readLedger(await readFile(join(folder, "cases.csv.ledger"), "utf8"), "x");
      expect(ledger.ok && ledger.value.granted.length).toBe(1);
      expect((await publish(folder, "--method", "dp", "--epsilon", "2")).code).toBe(2);
    });
  });
});

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
      expect(await read(folder, "data.csv")).toBe("a\n'=1+1\n'=1+1\n");
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
