import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chiSquaredUpperTail,
  logFactorial,
  logGamma,
  logPoissonPoint,
  logSmallerPoissonTail,
  upperGammaRatio,
} from "./gamma.ts";
import { chiSquaredQuantileOne, normalProbability, normalQuantile } from "./normal.ts";
import { sampleQuantile } from "./quantile.ts";

describe("gamma function", () => {
  it("agrees with tabulated values", () => {
    expect(logGamma(0.5)).toBeCloseTo(0.5723649429247001, 13);
    expect(logGamma(1)).toBeCloseTo(0, 13);
    expect(logGamma(10)).toBeCloseTo(12.801827480081469, 12);
    expect(logGamma(0.001)).toBeCloseTo(6.907178885383853, 12);
    expect(logGamma(1e6)).toBeCloseTo(12815504.569147611, 6);
    expect(logGamma(0)).toBeNaN();
    expect(logGamma(-1.5)).toBeNaN();
  });
  it("obeys its recurrence", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (x) => {
        expect(logGamma(x + 1) - logGamma(x) - Math.log(x)).toBeCloseTo(0, 9);
      }),
    );
  });
  it("gives factorials below and above the table alike", () => {
    for (const k of [0, 1, 5, 15, 16, 254, 255, 256, 300])
      expect(logFactorial(k)).toBeCloseTo(logGamma(k + 1), 9);
  });
});

describe("Poisson tails", () => {
  it("are the smaller of the two one-sided sums, the observed count included", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.double({ min: 0.01, max: 60, noNaN: true }),
        (count, mean) => {
          let lower = 0;
          for (let k = 0; k <= count; k++) lower += Math.exp(logPoissonPoint(k, mean));
          let upper = 0;
          for (let k = count; k < count + 400; k++) upper += Math.exp(logPoissonPoint(k, mean));
          const expected = Math.min(lower, upper, 1);
          expect(Math.exp(logSmallerPoissonTail(count, mean)) / expected).toBeCloseTo(1, 8);
        },
      ),
    );
  });
  it("can be compared even where the probabilities themselves underflow", () => {
    expect(logSmallerPoissonTail(0, 2000)).toBeCloseTo(-2000, 9);
    expect(logSmallerPoissonTail(5000, 100)).toBeLessThan(logSmallerPoissonTail(4900, 100));
  });
  it("treat an expectation of nothing as certain", () => {
    expect(logPoissonPoint(0, 0)).toBe(0);
    expect(logSmallerPoissonTail(3, 0)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("chi-squared and normal", () => {
  it("agree with tabulated values", () => {
    expect(chiSquaredUpperTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquaredUpperTail(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
    expect(chiSquaredUpperTail(0, 3)).toBe(1);
    expect(chiSquaredUpperTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
    expect(upperGammaRatio(-1, 2)).toBeNaN();
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301132, 10);
    expect(normalQuantile(1e-30)).toBeCloseTo(-11.464024688444, 9);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalProbability(1.6448536269514722)).toBeCloseTo(0.95, 13);
    expect(normalProbability(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalProbability(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalProbability(Number.NaN)).toBeNaN();
    expect(chiSquaredQuantileOne(0.95)).toBeCloseTo(3.841458820694124, 11);
  });
  it("are each other's inverse", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(normalProbability(normalQuantile(p))).toBeCloseTo(p, 11);
      }),
    );
  });
});

describe("sample quantile", () => {
  it("follows definition 8 of Hyndman and Fan", () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(sampleQuantile(ten, 0.25)).toBeCloseTo(2.9166666667, 9);
    expect(sampleQuantile(ten, 0.5)).toBeCloseTo(5.5, 12);
    expect(sampleQuantile(ten, 0.975)).toBe(10);
    expect(sampleQuantile(ten, 0.001)).toBe(1);
    expect(sampleQuantile([], 0.5)).toBeNaN();
    expect(sampleQuantile(ten, Number.NaN)).toBeNaN();
  });
  it("keeps an unbounded value only where it reaches it", () => {
    const values = [1, 2, 3, Number.POSITIVE_INFINITY];
    expect(sampleQuantile(values, 0.5)).toBeCloseTo(2.5, 12);
    expect(sampleQuantile(values, 0.99)).toBe(Number.POSITIVE_INFINITY);
  });
});
