import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FixedChooser } from "../choice/method.ts";
import { StepwiseChooser } from "../choice/stepwise.ts";
import { fitModel } from "../model/fit-model.ts";
import { Random } from "../numerics/random.ts";
import { acceptedValue, exampleTable, KOREA } from "../testing/example-tables.ts";
import { bootstrapTotals, jackknifeTotals, resampleCases, resampleModel } from "./bootstrap.ts";
import { acceleration, bcaInterval, percentileInterval } from "./bootstrap-interval.ts";
import { normalInterval } from "./normal-interval.ts";
import { profileInterval } from "./profile-interval.ts";

describe("the normal interval", () => {
  it("gives the published ends", () => {
    const ends = (name: string, threshold: number): number[] => {
      const table = exampleTable(name);
      const choice = new StepwiseChooser(table.lists, threshold).choose(table.counts);
      const { lower, upper } = normalInterval(acceptedValue(fitModel(table, choice.interactions)), 0.95);
      return [Math.round(lower), Math.round(upper)];
    };
    expect(ends("UKdat", 0.02)).toEqual([9977, 13146]);
    expect(ends("UKdat_5", 0.02)).toEqual([9884, 13027]);
    expect(ends("UKdat", 0)).toEqual([10989, 13621]);
  });
});

describe("the profile interval", () => {
  it("lies where the multinomial likelihood of two independent lists falls by half a chi-squared quantile", () => {
    // Two lists of 60 and 50 with 20 in common: written out with the classical hypergeometric-like profile.
    const table = { lists: ["A", "B"], counts: Float64Array.from([0, 40, 30, 20]), observed: 90 };
    const { lower, upper, remarks } = profileInterval(table, [], 60, 0.95);
    const logLikelihood = (total: number): number => {
      const sum = (n: number): number => {
        let s = 0;
        for (let k = 1; k <= n; k++) s += Math.log(k);
        return s;
      };
      const terms = [60, 50].map((n) => n * Math.log(n / total) + (total - n) * Math.log(1 - n / total));
      return sum(total) - sum(total - 90) + terms[0]! + terms[1]!;
    };
    let best = Number.NEGATIVE_INFINITY;
    for (let n = 91; n < 400; n++) best = Math.max(best, logLikelihood(n));
    const inside = (n: number): boolean => logLikelihood(n) > best - 3.841458820694124 / 2;
    let first = 91;
    while (!inside(first)) first++;
    let last = 399;
    while (!inside(last)) last--;
    expect(lower).toBeGreaterThan(first - 1.01);
    expect(lower).toBeLessThanOrEqual(first + 0.01);
    expect(upper).toBeGreaterThanOrEqual(last - 0.01);
    expect(upper).toBeLessThan(last + 1.01);
    expect(remarks).toEqual([]);
  });
  it("is near the normal one for the published model, and never below the observed number", () => {
    const table = exampleTable("UKdat");
    const choice = new StepwiseChooser(table.lists, 0.02).choose(table.counts);
    const fit = acceptedValue(fitModel(table, choice.interactions));
    const profile = profileInterval(table, choice.interactions, fit.hidden, 0.95);
    expect(profile.lower).toBeGreaterThan(9900);
    expect(profile.upper).toBeLessThan(13_300);
    const few = { lists: ["A", "B"], counts: Float64Array.from([0, 1, 1, 30]), observed: 32 };
    expect(profileInterval(few, [], 1 / 30, 0.95).lower).toBe(32);
  });
  it("narrows with the level", () => {
    const a = profileInterval(KOREA, [3], 145.8, 0.8);
    const b = profileInterval(KOREA, [3], 145.8, 0.99);
    expect(b.lower).toBeLessThan(a.lower);
    expect(b.upper).toBeGreaterThan(a.upper);
  });
});

describe("resampling", () => {
  it("keeps the number of cases and never invents a combination", () => {
    const table = exampleTable("Western");
    const draw = resampleCases(table);
    const into = new Float64Array(table.counts.length).fill(9);
    for (let i = 0; i < 50; i++) {
      draw(new Random(3, i), into);
      expect(into.reduce((a, b) => a + b)).toBe(345);
      for (let h = 0; h < into.length; h++) if (table.counts[h] === 0) expect(into[h]).toBe(0);
    }
  });
  it("from the model leaves the hidden out of the table", () => {
    const fit = acceptedValue(fitModel(KOREA, [3]));
    const draw = resampleModel(fit.expected);
    const into = new Float64Array(8);
    let sum = 0;
    for (let i = 0; i < 400; i++) {
      draw(new Random(5, i), into);
      expect(into[0]).toBe(0);
      sum += into.reduce((a, b) => a + b);
    }
    expect(Math.abs(sum / 400 - 123)).toBeLessThan(2);
  });
  it("gives the same replicates however the range is divided", () => {
    const table = exampleTable("Western");
    const chooser = new StepwiseChooser(table.lists, 0.02);
    const draw = resampleCases(table);
    const whole = bootstrapTotals(chooser, draw, 32, 7, 0, 40);
    const first = bootstrapTotals(chooser, draw, 32, 7, 0, 15);
    const rest = bootstrapTotals(chooser, draw, 32, 7, 15, 40);
    expect([...first.totals, ...rest.totals]).toEqual([...whole.totals]);
    expect([...whole.models.values()].reduce((a, b) => a + b)).toBe(40);
  });
  it("stops when it is told to", () => {
    const table = exampleTable("Western");
    const chooser = new StepwiseChooser(table.lists, 0.02);
    const some = bootstrapTotals(chooser, resampleCases(table), 32, 7, 0, 40, (done) => done < 5);
    expect(some.totals).toHaveLength(5);
  });
});

describe("jackknife and acceleration", () => {
  it("leave out one case of each combination and count it as often as it occurs", () => {
    const chooser = new FixedChooser(KOREA.lists, [3]);
    const left = jackknifeTotals(chooser, KOREA);
    expect(left).toHaveLength(6);
    expect(left.reduce((sum, l) => sum + l.count, 0)).toBe(123);
    // Written out case by case.
    const totals = left.flatMap((l) => new Array<number>(l.count).fill(l.total));
    const mean = totals.reduce((a, b) => a + b, 0) / 123;
    const cubes = totals.reduce((s, t) => s + (mean - t) ** 3, 0);
    const squares = totals.reduce((s, t) => s + (mean - t) ** 2, 0);
    expect(acceleration(left)).toBeCloseTo(cubes / (6 * squares ** 1.5), 12);
    expect([...KOREA.counts]).toEqual([0, 5, 5, 54, 41, 6, 0, 12]);
  });
  it("is nought when cases have no influence", () => {
    expect(acceleration([{ history: 1, count: 3, total: 10 }])).toBe(0);
  });
});

describe("bootstrap intervals", () => {
  const thousand = Float64Array.from({ length: 999 }, (_, i) => i + 1);
  it("are percentiles when there is neither bias nor acceleration", () => {
    const bca = bcaInterval(thousand, 500, 0, 0.9);
    const percentile = percentileInterval(thousand, 0.9);
    expect(bca.bias).toBeCloseTo(0, 2);
    expect(Math.abs(bca.lower - percentile.lower)).toBeLessThan(3);
    expect(Math.abs(bca.upper - percentile.upper)).toBeLessThan(3);
    expect(percentile.lower).toBeCloseTo(50, 0);
    expect(bca.monteCarloError[0]).toBeGreaterThan(5);
    expect(bca.monteCarloError[0]).toBeLessThan(10);
  });
  it("move by the bias and the acceleration as Efron's formula says", () => {
    const bca = bcaInterval(thousand, 400, 0.05, 0.95);
    // Share below 400 is 399/999: z0 = −0.2549; then Φ(z0 + (z0 + z)/(1 − a(z0 + z))).
    expect(bca.bias).toBeCloseTo(-0.2549, 4);
    expect(bca.shares[0]).toBeCloseTo(0.012258, 6);
    expect(bca.shares[1]).toBeCloseTo(0.946199, 6);
  });
  it("say what is doubtful", () => {
    const wild = [
      ...Array.from({ length: 90 }, (_, i) => i),
      ...new Array(10).fill(Number.POSITIVE_INFINITY),
    ];
    expect(percentileInterval(wild, 0.95).upper).toBe(Number.POSITIVE_INFINITY);
    expect(percentileInterval(wild, 0.95).remarks[0]).toContain("10 of 100");
    const outside = bcaInterval([5, 6, 7], 1, 0, 0.9);
    expect(outside.remarks.join(" ")).toContain("at or above the estimate");
    expect(bcaInterval([5, 6, 7], 9, Number.NaN, 0.9).remarks.join(" ")).toContain("below the estimate");
    expect(bcaInterval([5, 6, 7], 6, Number.NaN, 0.9).remarks.join(" ")).toContain(
      "acceleration is taken as 0",
    );
    expect(bcaInterval(thousand, 100, 0, 0.95).remarks.join(" ")).toContain("more replicates");
  });
  it("of the five-list table come near the published ones, 8,800 to 14,700", () => {
    const table = exampleTable("UKdat_5");
    const chooser = new StepwiseChooser(table.lists, 0.02);
    const { totals } = bootstrapTotals(chooser, resampleCases(table), 32, 1, 0, 1000);
    const bca = bcaInterval(totals, 11_313, acceleration(jackknifeTotals(chooser, table)), 0.95);
    // Between seeds the ends of 1,000 replicates vary by some 300 and 400.
    expect(Math.abs(bca.lower - 9000)).toBeLessThan(700);
    expect(Math.abs(bca.upper - 14_700)).toBeLessThan(1000);
  });
  it("lie within the range of the replicates, lower end below upper end", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 5, maxLength: 60 }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        (totals, estimate, a) => {
          const { lower, upper } = bcaInterval(totals, estimate, a, 0.9);
          expect(lower).toBeLessThanOrEqual(upper);
          expect(lower).toBeGreaterThanOrEqual(Math.min(...totals));
          expect(upper).toBeLessThanOrEqual(Math.max(...totals));
        },
      ),
    );
  });
});
