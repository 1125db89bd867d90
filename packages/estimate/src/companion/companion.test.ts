import { describe, expect, it } from "vitest";
import { logGamma } from "../numerics/gamma.ts";
import { Random } from "../numerics/random.ts";
import { drawNormal } from "../numerics/sampling.ts";
import { acceptedValue, codeOf, exampleTable } from "../testing/example-tables.ts";
import { decomposableGraphs, perfectOrder } from "./chordal-graph.ts";
import { averageDecomposable } from "./decomposable.ts";
import { LATENT_CLASS_DEFAULTS, runLatentClasses } from "./latent-class.ts";
import { chaoLowerBound, chapmanEstimate } from "./simple-estimators.ts";
import { summarizeChains } from "./summarize-chains.ts";

describe("decomposable graphs", () => {
  it("are as many as are known, less the complete one", () => {
    expect([2, 3, 4, 5].map((n) => [...decomposableGraphs(n)].length)).toEqual([1, 7, 60, 821]);
  });
  it("exclude a ring of four without a chord", () => {
    expect(perfectOrder([0b1010, 0b0101, 0b1010, 0b0101])).toBeUndefined();
    expect(perfectOrder([0b1110, 0b0101, 0b1011, 0b0101])).toHaveLength(4);
  });
  it("give a posterior that equals the sum written out, for two independent lists", () => {
    const table = { lists: ["A", "B"], counts: Float64Array.from([0, 40, 30, 20]), observed: 90 };
    const delta = 0.25;
    const posterior = acceptedValue(averageDecomposable(table, { delta }));
    // Independence: the probability of the table factors into two Beta-binomial margins.
    const beta = (on: number, off: number, alpha: number): number =>
      logGamma(alpha + on) +
      logGamma(alpha + off) -
      logGamma(2 * alpha + on + off) -
      2 * logGamma(alpha) +
      logGamma(2 * alpha);
    const values: number[] = [];
    for (let h = 0; h <= 2000; h++) {
      const total = 90 + h;
      values.push(
        logGamma(total + 1) -
          logGamma(h + 1) -
          Math.log(total) +
          beta(60, total - 60, 2 * delta) +
          beta(50, total - 50, 2 * delta),
      );
    }
    const top = Math.max(...values);
    const weights = values.map((v) => Math.exp(v - top));
    const all = weights.reduce((a, b) => a + b);
    const mean = weights.reduce((sum, w, h) => sum + w * (90 + h), 0) / all;
    expect(Math.abs(posterior.mean / mean - 1)).toBeLessThan(1e-3);
    expect(posterior.graphs).toEqual([{ edges: [], weight: 1 }]);
    let sum = 0;
    let median = 0;
    while (sum < 0.5) sum += weights[median++]! / all;
    expect(Math.abs(posterior.quantile(0.5) - (90 + median - 1))).toBeLessThanOrEqual(1);
  });
  it("weigh all seven graphs on three lists as cliques and separators do", () => {
    const counts = Float64Array.from([0, 60, 49, 4, 247, 112, 142, 12]);
    const table = { lists: ["A", "B", "C"], counts, observed: 626 };
    const logPrior = (n: number): number => -(((n - 740) / 40) ** 2);
    const posterior = acceptedValue(averageDecomposable(table, { delta: 1, logPrior }));
    // Log evidence of one margin of the complete table under a Dirichlet prior of eight cases in all.
    const margin = (set: number, hidden: number): number => {
      const sums = new Map<number, number>();
      for (let h = 0; h < 8; h++)
        sums.set(h & set, (sums.get(h & set) ?? 0) + (h === 0 ? hidden : counts[h]!));
      const alpha = 8 / sums.size;
      let value = logGamma(8) - logGamma(8 + 626 + hidden);
      for (const n of sums.values()) value += logGamma(alpha + n) - logGamma(alpha);
      return value;
    };
    const [A, B, C] = [1, 2, 4];
    const graphs: [number[], number[]][] = [
      [[A, B, C], []],
      [[A | B, C], []],
      [[A | C, B], []],
      [[B | C, A], []],
      [[A | B, B | C], [B]],
      [[A | B, A | C], [A]],
      [[A | C, B | C], [C]],
    ];
    const logs: { n: number; log: number }[] = [];
    for (let h = 0; h <= 400; h++) {
      const n = 626 + h;
      for (const [cliques, separators] of graphs) {
        const evidence =
          cliques.reduce((sum, c) => sum + margin(c, h), 0) -
          separators.reduce((sum, c) => sum + margin(c, h), 0);
        logs.push({ n, log: evidence + logGamma(n + 1) - logGamma(h + 1) + logPrior(n) });
      }
    }
    const top = Math.max(...logs.map((l) => l.log));
    const all = logs.reduce((sum, l) => sum + Math.exp(l.log - top), 0);
    const mean = logs.reduce((sum, l) => sum + l.n * Math.exp(l.log - top), 0);
    expect(Math.abs(posterior.mean - mean / all)).toBeLessThan(0.5);
    expect(posterior.graphs.reduce((sum, g) => sum + g.weight, 0)).toBeCloseTo(1, 6);
    expect(posterior.quantile(1)).toBeGreaterThan(posterior.quantile(0.5));
  });
  it("are refused for more than six lists", () => {
    expect(codeOf(averageDecomposable(exampleTable("NewOrl")))).toBe("too-many-lists");
  });
});

describe("simple estimators", () => {
  const table = { lists: ["A", "B"], counts: Float64Array.from([0, 40, 30, 20]), observed: 90 };
  it("Chapman and Lincoln–Petersen on two lists", () => {
    const pair = chapmanEstimate(table, 0, 1, 0.95);
    expect(pair.lincolnPetersen).toBe(150);
    expect(pair.total).toBeCloseTo((61 * 51) / 21 - 1, 12);
    expect(pair.standardError).toBeCloseTo(Math.sqrt((61 * 51 * 40 * 30) / (21 * 21 * 22)), 10);
    expect(pair.interval.lower).toBeGreaterThan(90);
    expect(pair.interval.upper).toBeGreaterThan(pair.total);
    const apart = chapmanEstimate(
      { ...table, counts: Float64Array.from([0, 4, 3, 0]), observed: 7 },
      0,
      1,
      0.95,
    );
    expect(apart.lincolnPetersen).toBe(Number.POSITIVE_INFINITY);
    expect(apart.total).toBe(19);
  });
  it("Chapman of two lists that are one gives what was seen", () => {
    const same = chapmanEstimate(
      { ...table, counts: Float64Array.from([0, 0, 0, 9]), observed: 9 },
      0,
      1,
      0.95,
    );
    expect([same.interval.lower, same.interval.upper]).toEqual([9, 9]);
  });
  it("Chao's bound from cases on one and on two lists", () => {
    const bound = acceptedValue(chaoLowerBound(table, 0.95));
    expect(bound.total).toBeCloseTo(90 + (0.5 * 70 * 69) / (2 * 21), 10);
    expect(bound.interval.lower).toBeGreaterThan(90);
    expect(bound.standardError).toBeGreaterThan(10);
    const none = { ...table, counts: Float64Array.from([0, 0, 0, 9]) };
    expect(codeOf(chaoLowerBound(none, 0.95))).toBe("nobody-once");
  });
});

describe("latent classes", () => {
  const options = { ...LATENT_CLASS_DEFAULTS, sweeps: 3000, burnIn: 1000, seed: 4 };
  it("recover the total of simulated independent lists", () => {
    // 2,000 people, four independent lists with chances 0.3, 0.25, 0.2, 0.15, at their expected counts.
    const chances = [0.3, 0.25, 0.2, 0.15];
    const counts = new Float64Array(16);
    for (let h = 1; h < 16; h++) {
      counts[h] = Math.round(chances.reduce((p, c, j) => p * ((h >> j) & 1 ? c : 1 - c), 2000));
    }
    const table = { lists: ["A", "B", "C", "D"], counts, observed: counts.reduce((a, b) => a + b) };
    const draws = runLatentClasses(table, options);
    const summary = summarizeChains([draws, runLatentClasses(table, { ...options, chain: 1 })], 0.95);
    expect(summary.interval.lower).toBeLessThan(2000);
    expect(summary.interval.upper).toBeGreaterThan(2000);
    expect(summary.rHat).toBeLessThan(1.2);
  });
  it("give the same draws for the same seed and chain, and stop when told to", () => {
    const table = exampleTable("Western");
    const short = { ...options, sweeps: 300, burnIn: 100 };
    expect([...runLatentClasses(table, short)]).toEqual([...runLatentClasses(table, short)]);
    expect([...runLatentClasses(table, { ...short, chain: 1 })]).not.toEqual([
      ...runLatentClasses(table, short),
    ]);
    expect(runLatentClasses(table, short, (done) => done < 200)).toHaveLength(100);
    expect(runLatentClasses(table, { ...short, classes: 1 }).every((n) => n >= 345)).toBe(true);
  });
  it("agree on the five-list table with the published program, about 22,970", () => {
    const table = exampleTable("UKdat_5");
    const chains = [0, 1].map((chain) =>
      runLatentClasses(table, { ...LATENT_CLASS_DEFAULTS, chain, sweeps: 12_000 }),
    );
    const { median } = summarizeChains(chains, 0.95);
    // The posterior is wide (15,000 to 35,000) and a chain of this length tells its median to some 2,000.
    expect(Math.abs(median - 22_500)).toBeLessThan(3500);
  });
});

describe("the summary of chains", () => {
  const chain = (seed: number, shift: number): Float64Array => {
    const random = new Random(seed);
    return Float64Array.from({ length: 4000 }, () => Math.exp(shift + 0.1 * drawNormal(random)));
  };
  it("is content with chains that agree", () => {
    const summary = summarizeChains([chain(1, 5), chain(2, 5)], 0.9);
    expect(summary.rHat).toBeLessThan(1.01);
    expect(summary.effectiveDraws).toBeGreaterThan(6000);
    expect(summary.interval.remarks).toEqual([]);
    expect(summary.median).toBeCloseTo(Math.exp(5), -1);
    expect(summary.interval.upper / summary.interval.lower).toBeCloseTo(Math.exp(0.1 * 2 * 1.645), 1);
    expect(summary.mean).toBeGreaterThan(summary.interval.lower);
  });
  it("says when they do not", () => {
    const summary = summarizeChains([chain(1, 5), chain(2, 6)], 0.9);
    expect(summary.rHat).toBeGreaterThan(2);
    expect(summary.interval.remarks[0]).toContain("do not agree");
  });
  it("counts dependent draws for less", () => {
    const random = new Random(9);
    let x = 0;
    const slow = Float64Array.from({ length: 4000 }, () => {
      x = 0.95 * x + drawNormal(random);
      return Math.exp(x / 10);
    });
    expect(summarizeChains([slow], 0.9).effectiveDraws).toBeLessThan(600);
    expect(summarizeChains([new Float64Array(8).fill(3)], 0.9).rHat).toBe(1);
  });
});
