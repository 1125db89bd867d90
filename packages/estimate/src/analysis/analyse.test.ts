import { describe, expect, it } from "vitest";
import { inlineRunner } from "../pool/inline-runner.ts";
import { splitRange } from "../pool/split-range.ts";
import { startWorkerPool } from "../pool/worker-pool.ts";
import { analysisToHtml } from "../report/analysis-html.ts";
import { analysisToJson } from "../report/analysis-json.ts";
import { analysisToText, columnsOf, wrap } from "../report/analysis-text.ts";
import { escapeText, plain } from "../report/escape-text.ts";
import { drawHistogram, makeBins } from "../report/figure-histogram.ts";
import { axisTicks, drawRows } from "../report/figure-rows.ts";
import { acceptedValue, codeOf, exampleTable } from "../testing/example-tables.ts";
import { ANALYSIS_DEFAULTS, type Analysis, analyse } from "./analyse.ts";
import { simpleCompanions } from "./compare-methods.ts";

const WESTERN = exampleTable("Western");
const QUICK = { ...ANALYSIS_DEFAULTS, boot: 200, fitTables: 50, companions: false };

async function quick(change: Partial<typeof QUICK> = {}): Promise<Analysis> {
  return acceptedValue(await analyse(WESTERN, { ...QUICK, ...change }, inlineRunner()));
}

describe("an analysis", () => {
  it("holds estimate, intervals, diagnostics and verdict of the published table", async () => {
    const stages = new Set<string>();
    const outcome = await analyse(WESTERN, { ...QUICK, coverage: 4 }, inlineRunner(), (stage, share) => {
      stages.add(stage);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    });
    const a = acceptedValue(outcome);
    expect(a.total).toBeCloseTo(2483.384, 3);
    expect([Math.round(a.normal.lower), Math.round(a.normal.upper)]).toEqual([1657, 3830]);
    expect(a.interval).toBe(a.bootstrap!.bca);
    expect(a.steps).toHaveLength(1);
    expect(a.bootstrap!.models[0]!.share).toBeGreaterThan(0.1);
    expect(a.coverage!.simulations).toBe(4);
    expect(a.verdict.reasons.some((r) => r.code === "few-overlaps")).toBe(true);
    expect([...stages]).toEqual(["estimate", "bootstrap", "diagnostics", "coverage", "done"]);
  });
  it("without a bootstrap reports the normal interval", async () => {
    const a = await quick({ boot: 0, method: { kind: "fixed", interactions: [] } as never });
    expect(a.interval).toBe(a.normal);
    expect(a.bootstrap).toBeUndefined();
    expect(a.steps).toEqual([]);
  });
  it("with companions shows them all", async () => {
    const a = acceptedValue(
      await analyse(exampleTable("Artificial_3"), { ...QUICK, boot: 0, companions: true }, inlineRunner()),
    );
    expect(a.methods.map((m) => m.id)).toEqual([
      "main",
      "stepwise",
      "downhill-bic",
      "best-bic",
      "best-aic",
      "best-aicc",
      "average-bic",
      "lcmcr",
      "dga",
      "chao",
      "chapman",
    ]);
    expect(a.methods.every((m) => m.total !== undefined && m.interval !== undefined)).toBe(true);
  });
  it("chooses the two lists with the largest overlap for Chapman", () => {
    expect(simpleCompanions(exampleTable("UKdat"), 0.95)[1]!.name).toBe("Chapman, PF and GO alone");
  });
  it("refuses options that can't be", async () => {
    const code = async (change: object): Promise<string> =>
      codeOf(await analyse(WESTERN, { ...QUICK, ...change }, inlineRunner()));
    expect(await code({ level: 1 })).toBe("bad-level");
    expect(await code({ boot: -1 })).toBe("bad-boot");
    expect(await code({ boot: 2_000_000 })).toBe("bad-boot");
    expect(await code({ seed: 1.5 })).toBe("bad-seed");
    expect(await code({ seed: -1 })).toBe("bad-seed");
    expect(await code({ coverage: 0.5 })).toBe("bad-coverage");
    expect(await code({ method: { kind: "stepwise", threshold: 2 } })).toBe("bad-threshold");
    const artificial = exampleTable("Artificial_3");
    const exploding = { ...QUICK, method: { kind: "fixed", interactions: [3] } as never };
    expect(codeOf(await analyse(artificial, exploding, inlineRunner()))).toBe("estimate-does-not-exist");
  });
  it("stops when aborted", async () => {
    const stop = new AbortController();
    const work = analyse(WESTERN, QUICK, inlineRunner(stop.signal), (stage) => {
      if (stage === "bootstrap") stop.abort();
    });
    await expect(work).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("workers", () => {
  it("give the same figures as this thread", async () => {
    const pool = startWorkerPool(undefined, 2);
    const a = acceptedValue(await analyse(WESTERN, QUICK, pool));
    await pool.close();
    const b = await quick();
    expect([...a.bootstrap!.totals]).toEqual([...b.bootstrap!.totals]);
    expect(a.goodness).toEqual(b.goodness);
    expect(a.verdict).toEqual(b.verdict);
  });
  it("stop at once, and refuse work afterwards", async () => {
    const stop = new AbortController();
    const pool = startWorkerPool(stop.signal, 1);
    const work = pool.run(WESTERN, [
      { kind: "bootstrap", method: ANALYSIS_DEFAULTS.method, seed: 1, from: 0, to: 10_000_000 },
    ]);
    setTimeout(() => stop.abort(), 300);
    await expect(work).rejects.toMatchObject({ name: "AbortError" });
    await expect(pool.run(WESTERN, [])).rejects.toMatchObject({ name: "AbortError" });
  });
  it("report a fault instead of hanging", async () => {
    const pool = startWorkerPool(undefined, 1);
    const work = pool.run(WESTERN, [{ kind: "jackknife", method: { kind: "stepwise", threshold: 7 } }]);
    await expect(work).rejects.toThrow("not a probability");
    await pool.close();
  });
  it("share a range without gap or overlap", () => {
    for (const [total, width] of [
      [1000, 2],
      [3, 4],
      [7, 1],
    ] as const) {
      const ranges = splitRange(total, width);
      expect(ranges[0]!.from).toBe(0);
      expect(ranges.at(-1)!.to).toBe(total);
      for (let i = 1; i < ranges.length; i++) expect(ranges[i]!.from).toBe(ranges[i - 1]!.to);
    }
    expect(splitRange(0, 2)).toEqual([]);
  });
});

describe("the report", () => {
  it("is one file that loads nothing and escapes what it shows", async () => {
    const a = await quick();
    const html = analysisToHtml(a, { source: "<b>x&y</b>.csv", day: "2026-01-02" });
    expect(html).toContain("&lt;b&gt;x&amp;y&lt;/b&gt;.csv");
    expect(html).not.toMatch(/<script|http:|https:|src=/);
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<svg /g)).toHaveLength(3);
    expect(html.match(/role="img" aria-label="/g)).toHaveLength(3);
    expect(html.match(/<table>/g)!.length).toBeGreaterThanOrEqual(8);
    expect(html).toContain("2,483");
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
  it("shows methods and coverage when they were made", async () => {
    const a = acceptedValue(
      await analyse(
        exampleTable("Artificial_3"),
        { ...QUICK, boot: 50, companions: true, coverage: 3 },
        inlineRunner(),
      ),
    );
    const html = analysisToHtml(a, { source: "a.csv", day: "2026-01-02" });
    expect(html.match(/<svg /g)).toHaveLength(4);
    expect(html).toContain("Would the intervals cover the truth?");
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    expect(analysisToText(a, 80)).toContain("Coverage in 3 simulated tables");
  });
  it("as JSON has no number that JSON can't hold", async () => {
    const a = await quick({ method: { kind: "fixed", interactions: [3] } as never });
    const json = JSON.parse(JSON.stringify(analysisToJson(a)));
    expect(json.estimate).toBeCloseTo(a.total, 9);
    expect(json.observed).toBe(345);
    expect(json.pairsWithoutOverlap).toEqual(
      ["A:B", "B:E", "C:E"].filter((p) => json.pairsWithoutOverlap.includes(p)),
    );
    expect(json.model.parameters.find((p: { name: string }) => p.name === "A:B")).toEqual({
      name: "A:B",
      value: null,
      standardError: null,
      atMinusInfinity: true,
    });
    expect(json.intervals.bca.monteCarloError).toHaveLength(2);
    expect(json.bootstrap.replicates).toBe(200);
  });
  it("as text puts the verdict first", async () => {
    const text = analysisToText(await quick(), 80);
    expect(text.startsWith("About 2,480 in all")).toBe(true);
    expect(text).toContain("BCa bootstrap, model chosen anew");
    expect(text).toMatch(/Deviance 26\.58 on 24 degrees of freedom: exact p = 0\.\d{3} among 50 tables/);
    expect(
      text
        .split("\n")
        .slice(0, 6)
        .every((line) => line.length <= 80),
    ).toBe(true);
  });
});

describe("figures", () => {
  it("have round ticks that span the values", () => {
    expect(axisTicks(9000, 14_000, false)).toEqual([9000, 10_000, 11_000, 12_000, 13_000, 14_000]);
    for (const [low, high] of [
      [3, 7],
      [950, 12_000],
      [5, 5],
    ] as const) {
      const ticks = axisTicks(low, high, false);
      expect(ticks[0]!).toBeLessThanOrEqual(low);
      expect(ticks.at(-1)!).toBeGreaterThanOrEqual(high);
    }
    const wide = axisTicks(120, 900_000, true);
    expect(wide[0]!).toBeLessThanOrEqual(120);
    expect(wide.at(-1)!).toBeGreaterThanOrEqual(900_000);
    expect(wide.length).toBeLessThan(12);
  });
  it("draw a row for each estimate, words where there is none, and a logarithmic scale when it must be long", () => {
    const rows = [
      { name: "a", total: 100, lower: 50, upper: Number.POSITIVE_INFINITY, reason: "" },
      { name: "b", total: undefined, lower: undefined, upper: undefined, reason: "lists are apart" },
      { name: "c", total: 90_000, lower: undefined, upper: undefined, reason: "" },
    ];
    const svg = drawRows("Estimates", rows, 100);
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toContain("lists are apart");
    expect(svg).toContain("logarithmic scale");
    expect(drawRows("Estimates", [rows[0]!], 100)).not.toContain("logarithmic");
  });
  it("count every finite replicate in a bin", () => {
    const bins = makeBins([1, 2, 3, 4, 100, Number.POSITIVE_INFINITY], 5);
    expect(bins.reduce((sum, b) => sum + b.count, 0)).toBe(5);
    expect(makeBins([Number.POSITIVE_INFINITY])).toEqual([]);
    expect(makeBins([7, 7, 7]).reduce((sum, b) => sum + b.count, 0)).toBe(3);
    expect(drawHistogram("x", bins, 3, [1, 4])).toContain("estimate 3");
    expect(drawHistogram("x", [], 3, [1, 4])).toContain("<svg");
  });
  it("write text that is safe and numbers that people read", () => {
    expect(escapeText(`<a href="x">'&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    expect([plain(undefined), plain(Number.NaN), plain(1234.4), plain(Number.POSITIVE_INFINITY)]).toEqual([
      "–",
      "–",
      "1,234",
      "no bound",
    ]);
    expect(columnsOf(["a", "b"], [["xx", "1"]])).toEqual(["a   b", "xx  1"]);
    expect(wrap("one two three", 3)).toEqual(["one two three"]);
    expect(wrap("a".repeat(39).concat(" bb cc"), 40, "  ")).toEqual(["a".repeat(39), "  bb cc"]);
  });
});
