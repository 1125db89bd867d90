import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXAMPLE_SCHEMA } from "../encode/example-schema.ts";
import { fictionalLists, PERSON_FIELDS } from "../generate/persons.ts";
import { seededRandom } from "../generate/random.ts";
import { inFolder, runCommand } from "../testing/folder.ts";
import { encodeCommand } from "./encode-command.ts";
import { linkCommand } from "./link-command.ts";

const link = (folder: string, line: readonly string[], signal?: AbortSignal) =>
  runCommand(linkCommand, folder, line, signal);

/** Lists of fictional persons, encoded, with the truth. */
async function prepared(
  folder: string,
  population: number,
  inclusion: readonly number[],
  schema: object = EXAMPLE_SCHEMA,
): Promise<string[]> {
  const { lists } = fictionalLists(seededRandom(5), population, inclusion);
  await writeFile(join(folder, "our.key"), "a secret that is long enough", { mode: 0o600 });
  await writeFile(join(folder, "schema.json"), JSON.stringify(schema));
  const truth = ["id,person"];
  const files: string[] = [];
  for (const [i, list] of lists.entries()) {
    const name = "abcd"[i]!;
    const rows = list.map(({ person, who }) =>
      [who, ...PERSON_FIELDS.map((field) => person[field])].join(","),
    );
    await writeFile(
      join(folder, `${name}.csv`),
      `${["who", ...PERSON_FIELDS].join(",")}\n${rows.join("\n")}\n`,
    );
    const line = [`${name}.csv`, "--schema", "schema.json", "--secret-file", "our.key", "--id-column", "who"];
    const { code, err } = await runCommand(encodeCommand, folder, line);
    if (code !== 0) throw new Error(err);
    const ids = (await readFile(join(folder, `${name}.clk.ids.csv`), "utf8")).trim().split("\n").slice(1);
    truth.push(...ids.map((row) => row.split(",").reverse().join(",")));
    files.push(`${name}.clk`);
  }
  await writeFile(join(folder, "truth.csv"), `${truth.join("\n")}\n`);
  return files;
}

const capture = (folder: string, prefix = "linkage") =>
  readFile(join(folder, `${prefix}.capture.csv`), "utf8");
const report = async (folder: string, prefix = "linkage") =>
  JSON.parse(await readFile(join(folder, `${prefix}.report.json`), "utf8"));

describe("concord link", () => {
  it("finds most persons on three lists, hardly any wrongly, and counts them by list", async () => {
    await inFolder(async (folder) => {
      const files = await prepared(folder, 800, [0.5, 0.5, 0.4]);
      const { code, out } = await link(folder, [
        ...files,
        "--truth",
        "truth.csv",
        "--names",
        "A,B,C",
        "--threshold",
        "0.75",
      ]);
      expect(code).toBe(0);
      const { truth, persons, links } = await report(folder);
      expect(truth.precision).toBeGreaterThan(0.99);
      expect(truth.recall).toBeGreaterThan(0.9);
      expect(out).toContain("persons, by");
      const table = (await capture(folder)).trim().split("\n");
      expect(table[0]).toBe("A,B,C,count");
      const counts = table.slice(1).map((row) => Number(row.split(",")[3]));
      expect(counts.reduce((a, b) => a + b, 0)).toBe(persons);
      const pairs = (await readFile(join(folder, "linkage.pairs.csv"), "utf8")).trim().split("\n");
      expect(pairs[0]).toBe("left_list,left_id,right_list,right_id,score");
      expect(pairs).toHaveLength(links + 1);
      expect(await readdir(folder)).not.toContain("linkage.work");
    });
  });

  it("gives the same with one thread or several, and whether blocking by Hamming or none when all is found", async () => {
    await inFolder(async (folder) => {
      const files = await prepared(folder, 400, [0.6, 0.6]);
      await link(folder, [...files, "--threads", "1"]);
      await link(folder, [...files, "--threads", "3", "--out", "three"]);
      expect(await capture(folder, "three")).toBe(await capture(folder));
      for (const block of ["hamming", "minhash"]) {
        const { out } = await link(folder, [
          ...files,
          "--block",
          block,
          "--recall",
          "0.999",
          "--out",
          block,
          "--threads",
          "2",
        ]);
        expect(out).toMatch(/Blocking found (9\d|100)\.\d %/u);
        const { links, blockingRecall } = await report(folder, block);
        expect(blockingRecall.value).toBeGreaterThan(0.95);
        expect(links).toBeGreaterThanOrEqual(0.95 * (await report(folder)).links);
      }
    });
  });

  it("blocks by keyed phonetic keys that the schema asks for", async () => {
    await inFolder(async (folder) => {
      const parts = (...features: string[]) =>
        features.map((feature) => ({ feature, reduce: feature === "born" ? "year" : "phonetic" }));
      const blocks = [
        { name: "family-year", parts: parts("family", "born") },
        { name: "names", parts: parts("family", "given") },
      ];
      const clkConfig = { ...EXAMPLE_SCHEMA.clkConfig, concord: { blocks } };
      const files = await prepared(folder, 400, [0.6, 0.6], { ...EXAMPLE_SCHEMA, clkConfig });
      const { code } = await link(folder, [...files, "--block", "keys", "--truth", "truth.csv"]);
      expect(code).toBe(0);
      const { truth, blockingRecall, comparisons } = await report(folder);
      expect(truth.precision).toBeGreaterThan(0.98);
      expect(blockingRecall.value).toBeGreaterThan(0.8);
      expect(comparisons).toBeLessThan(10_000);
    });
  });

  it("weighs fields that were encoded apart, and finds more than one threshold does", async () => {
    await inFolder(async (folder) => {
      const clkConfig = { ...EXAMPLE_SCHEMA.clkConfig, xorFolds: 0, concord: { apart: true } };
      const files = await prepared(folder, 600, [0.6, 0.6], { ...EXAMPLE_SCHEMA, clkConfig });
      const { code, out } = await link(folder, [...files, "--weights", "--truth", "truth.csv"]);
      expect(code).toBe(0);
      expect(out).toContain("weight of agreement in bits: family");
      const { truth, weights } = await report(folder);
      expect(weights[0].converged).toBe(true);
      expect(truth.precision).toBeGreaterThan(0.98);
      expect(truth.recall).toBeGreaterThan(0.97);
      await link(folder, [...files, "--truth", "truth.csv", "--out", "plain"]);
      expect((await report(folder, "plain")).truth.recall).toBeLessThan(truth.recall);
    });
  });

  it("looks for duplicates in a single list", async () => {
    await inFolder(async (folder) => {
      await prepared(folder, 300, [0.7, 0.7]);
      const [one, two] = await Promise.all(
        ["a", "b"].map((name) => readFile(join(folder, `${name}.csv`), "utf8")),
      );
      await writeFile(join(folder, "both.csv"), one! + two!.slice(two!.indexOf("\n") + 1));
      const line = ["both.csv", "--schema", "schema.json", "--secret-file", "our.key", "--id-column", "who"];
      await runCommand(encodeCommand, folder, line);
      const { code } = await link(folder, ["both.clk", "--assign", "hungarian"]);
      expect(code).toBe(0);
      const { links, persons, lists } = await report(folder);
      expect(links).toBeGreaterThan(80);
      expect(persons).toBe(lists[0].records - links);
    });
  });

  it("shares the work among machines, whose job files together give the same result", async () => {
    await inFolder(async (folder) => {
      const files = await prepared(folder, 300, [0.6, 0.6, 0.6]);
      await link(folder, [...files, "--out", "alone"]);
      const first = await link(folder, [...files, "--out", "one", "--part", "1/2", "--threads", "1"]);
      expect(first.err).toContain("jobs are done");
      await link(folder, [...files, "--out", "two", "--part", "2/2", "--threads", "1"]);
      await cp(join(folder, "two.work"), join(folder, "one.work"), { recursive: true });
      expect((await link(folder, [...files, "--out", "one"])).code).toBe(0);
      expect(await capture(folder, "one")).toBe(await capture(folder, "alone"));
    });
  });

  it("goes on after a stop: what was done isn't done again, and a damaged part is named", async () => {
    await inFolder(async (folder) => {
      const files = await prepared(folder, 200, [0.6, 0.6, 0.6]);
      const stop = new AbortController();
      stop.abort();
      const stopped = await link(folder, files, stop.signal);
      expect(stopped.code).toBe(130);
      expect(await readdir(folder)).not.toContain("linkage.capture.csv");
      await link(folder, [...files, "--part", "1/2", "--threads", "1"]);
      const jobs = (await readdir(join(folder, "linkage.work"))).filter((name) => name.startsWith("job-"));
      await writeFile(join(folder, "linkage.work", jobs[0]!), "half");
      expect((await link(folder, files)).err).toContain("is damaged; remove it");
    });
  });

  it("refuses to go on with another linkage's work", async () => {
    await inFolder(async (folder) => {
      const files = await prepared(folder, 50, [0.6, 0.6]);
      await mkdir(join(folder, "linkage.work"));
      await writeFile(join(folder, "linkage.work", "plan.json"), "{}\n");
      expect((await link(folder, files)).err).toContain("unfinished work of another linkage");
    });
  });

  it("reads clkhash's files, which hold filters alone", async () => {
    await inFolder(async (folder) => {
      const files = await prepared(folder, 100, [0.8, 0.8]);
      for (const file of files) {
        const { clks } = JSON.parse(await readFile(join(folder, file), "utf8"));
        await writeFile(join(folder, `${file}.json`), JSON.stringify({ clks }));
      }
      await link(folder, files);
      expect(
        (await link(folder, files.map((file) => `${file}.json`).concat("--out", "plain", "--names", "a,b")))
          .code,
      ).toBe(0);
      expect(await capture(folder, "plain")).toBe(await capture(folder));
    });
  });

  it.each<[string, string[], string]>([
    ["a threshold of 0", ["-t", "0"], '--threshold: is "0"; give a number above 0 to 1'],
    ["a threshold that isn't a number", ["-t", "high"], '--threshold: is "high"'],
    ["an unknown assignment", ["--assign", "best"], "use one of: greedy, hungarian, none"],
    ["keys that aren't there", ["--block", "keys"], "holds no blocking keys"],
    ["too few names", ["--names", "A"], "gives 1 names for 2 files"],
    ["a name twice", ["--names", "A,A"], 'names of the lists: "A" is empty, taken twice or reserved'],
    ["a reserved name", ["--names", "A,count"], '"count" is empty, taken twice or reserved'],
    ["a part beyond the last", ["--part", "4/3"], "--part"],
    ["weights without fields encoded apart", ["--weights"], "encoded apart"],
    ["a missing truth", ["--truth", "none.csv"], "none.csv: can't be read"],
  ])("refuses %s", async (_what, line, complaint) => {
    await inFolder(async (folder) => {
      const files = await prepared(folder, 30, [0.8, 0.8]);
      const { code, err } = await link(folder, [...files, ...line]);
      expect(code).toBe(2);
      expect(err).toContain(complaint);
    });
  });
});
