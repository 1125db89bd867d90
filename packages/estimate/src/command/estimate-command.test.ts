import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { CommandInput, CommandWorld } from "./command-shape.ts";
import { estimateCommand } from "./estimate-command.ts";
import { startProgress } from "./progress-line.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "estimate-"));
const DATA = new URL("../../../../data/mse/", import.meta.url).pathname;
afterAll(() => rmSync(FOLDER, { recursive: true }));

interface Told {
  code: number | undefined;
  out: string;
  err: string;
  error: string;
}

async function type(
  positionals: string[],
  options: CommandInput["options"] = {},
  world: Partial<CommandWorld> = {},
): Promise<Told> {
  const told: Told = { code: undefined, out: "", err: "", error: "" };
  const io: CommandWorld = {
    out: async (text) => {
      told.out += text;
    },
    err: (text) => {
      told.err += text;
    },
    input: async () => "",
    errTerminal: false,
    terminal: false,
    columns: 80,
    cwd: FOLDER,
    today: "2026-01-02",
    signal: new AbortController().signal,
    ...world,
  };
  try {
    told.code = await estimateCommand.run({ positionals, options }, io);
  } catch (error) {
    told.error = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return told;
}

const FAST = { boot: "50", quick: true };

describe("concord estimate", () => {
  it("prints the verdict and the tables", async () => {
    const told = await type([`${DATA}UKdat.csv`], FAST);
    expect(told.code).toBe(0);
    expect(told.out).toContain("total 11,418 by stepwise at p < 0.02");
    expect(told.out).toMatch(/normal, model taken for granted +9,977 +13,146/);
    expect(told.err).toBe("");
  });
  it("prints JSON that a program reads", async () => {
    const told = await type([`${DATA}UKdat.csv`], { ...FAST, method: "downhill", boot: "0", json: true });
    const json = JSON.parse(told.out);
    expect(json.model.bic.toFixed(2)).toBe("244.12");
    expect(Math.round(json.estimate)).toBe(12350);
  });
  it("takes a threshold, a criterion, an order, a model, a level and a seed", async () => {
    const estimate = async (options: CommandInput["options"], name = "UKdat_5"): Promise<number> =>
      Math.round(
        JSON.parse(
          (await type([`${DATA}${name}.csv`], { boot: "0", quick: true, json: true, ...options })).out,
        ).estimate,
      );
    expect(await estimate({ method: "best", criterion: "BIC" })).toBe(22991);
    expect(await estimate({ method: "best", order: "4" })).toBe(25311);
    expect(await estimate({ method: "main" }, "UKdat")).toBe(12214);
    expect(await estimate({ model: "LA:NG, LA:PF, NG:GP, PF:GP, GO:GP, PF:NCA" }, "UKdat")).toBe(12350);
    expect(await estimate({ threshold: "0.001" }, "UKdat")).toBe(13181);
    expect(await estimate({ method: "average" })).toBe(18020);
  });
  it("gives the same figures for the same seed and others for another", async () => {
    const run = async (seed: string): Promise<string> =>
      (await type([`${DATA}Western.csv`], { ...FAST, seed })).out;
    expect(await run("5")).toBe(await run("5"));
    expect(await run("5")).not.toBe(await run("6"));
  });
  it("writes the report under its name, whole", async () => {
    const told = await type([`${DATA}Western.csv`], { ...FAST, report: "r.html" });
    expect(told.code).toBe(0);
    expect(readFileSync(join(FOLDER, "r.html"), "utf8")).toContain("How many are hidden: Western.csv");
    expect(existsSync(join(FOLDER, "r.html.partial"))).toBe(false);
  });
  it("reads case rows and standard input", async () => {
    writeFileSync(
      join(FOLDER, "cases.csv"),
      `id,A,B,town\n${"1,1,0,x\n".repeat(30)}${"2,0,1,y\n".repeat(20)}${"3,1,1,z\n".repeat(9)}`,
    );
    const told = await type(["cases.csv"], { ...FAST, lists: "A, B" });
    expect(told.out).toContain("Observed 59 on 2 lists");
    const piped = await type(["-"], FAST, { input: async () => "A,B,count\n1,0,30\n0,1,20\n1,1,9\n" });
    expect(piped.out).toBe(told.out);
    const named = await type(
      ["-"],
      { ...FAST, count: "k" },
      { input: async () => "A,B,k\n1,0,30\n0,1,20\n1,1,9\n" },
    );
    expect(named.out).toBe(told.out);
  });
  it("gives the companions alone", async () => {
    expect((await type([`${DATA}UKdat_5.csv`], { method: "dga" })).out).toContain("decomposable graphs");
    expect(JSON.parse((await type([`${DATA}UKdat.csv`], { method: "chao", json: true })).out).id).toBe(
      "chao",
    );
    expect((await type([`${DATA}UKdat.csv`], { method: "chapman" })).out).toContain("PF and GO");
    expect((await type([`${DATA}NewOrl.csv`], { method: "dga" })).error).toContain("at most 6");
    expect((await type([`${DATA}UKdat.csv`], { method: "chao", level: "2" })).error).toContain("--level 2");
    expect((await type([`${DATA}UKdat.csv`], { method: "chao", report: "x.html" })).error).toContain(
      "--report",
    );
  });
  it("shows progress on a terminal and clears it", async () => {
    const told = await type([`${DATA}Western.csv`], FAST, { errTerminal: true });
    expect(told.err).toContain("bootstrap");
    expect(told.err.endsWith("\r\u001b[2K")).toBe(true);
    let line = "";
    const quiet = startProgress({
      errTerminal: true,
      columns: 80,
      err: (t: string) => {
        line += t;
      },
    } as CommandWorld);
    quiet.tell("x", 0.5);
    const once = line;
    quiet.tell("x", 0.5);
    expect(line).toBe(once);
  });
  it("stops when the person stops it, with exit code 130 and no report", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 400);
    const told = await type(
      [`${DATA}NewOrl.csv`],
      { boot: "1000000", quick: true, report: "s.html" },
      { signal: stop.signal },
    );
    expect(told.code).toBe(130);
    expect(existsSync(join(FOLDER, "s.html"))).toBe(false);
  });
});

describe("bad input is one line that names the place and the cure", () => {
  const bad = async (options: CommandInput["options"], file = `${DATA}Western.csv`): Promise<string> =>
    (await type([file], options)).error;
  it("options", async () => {
    expect(await bad({ method: "magic" })).toContain(
      "--method magic: there is no such method. Methods: stepwise",
    );
    expect(await bad({ threshold: "x" })).toContain("--threshold x: this is not a number");
    expect(await bad({ threshold: "2" })).toContain("not a probability");
    expect(await bad({ criterion: "dic" })).toContain("Criteria: aic, aicc, bic");
    expect(await bad({ model: "A:Q" })).toContain('There is no list "Q"');
    expect(await bad({ boot: "" })).toContain("--boot");
    expect(await bad({ level: "0" })).toContain("not between 0 and 1");
    expect(await bad({ method: "best", order: "9.5" })).toContain("order");
    expect(await bad({ method: "fixed", model: "A:B" }, `${DATA}Artificial_3.csv`)).toContain(
      "No maximum likelihood estimate exists",
    );
    expect(await bad({ ...FAST, report: "no/such/folder.html" })).toContain("can't be written");
  });
  it("files", async () => {
    expect(await bad({}, "nowhere.csv")).toContain("BadInput: nowhere.csv: there is no such file.");
    expect(await bad({}, FOLDER)).toContain("not a file");
    writeFileSync(join(FOLDER, "latin.csv"), Buffer.from([0x41, 0x2c, 0xe9, 0x0a]));
    expect(await bad({}, "latin.csv")).toContain("not UTF-8");
    writeFileSync(join(FOLDER, "cut.csv"), Buffer.from([0x41, 0x2c, 0xc3]));
    expect(await bad({}, "cut.csv")).toContain("not UTF-8");
    writeFileSync(join(FOLDER, "minus.csv"), "A,B,count\n1,0,-3\n");
    expect(await bad({}, "minus.csv")).toBe(
      "BadInput: minus.csv, line 2, column count: The count -3 is negative. Write how many cases were seen on exactly these lists: 0 or more.",
    );
  });
});
