import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededBytes } from "../testing/seeded-bytes.ts";
import { bernoulliExp } from "./bernoulli.ts";
import { discreteGaussian, gaussianTail, varianceOf } from "./discrete-gaussian.ts";
import { discreteLaplace, laplaceTail } from "./discrete-laplace.ts";
import { RandomBits } from "./random-bits.ts";

const bits = (seed: number) => new RandomBits(seededBytes(seed));

/** Chi-squared statistic of drawn whole numbers against probabilities, over cells expected at least five times. */
function chiSquared(draws: readonly number[], probability: (x: number) => number, reach: number) {
  const counts = new Map<number, number>();
  for (const x of draws) counts.set(x, (counts.get(x) ?? 0) + 1);
  let statistic = 0;
  let cells = 0;
  for (let x = -reach; x <= reach; x++) {
    const expected = draws.length * probability(x);
    if (expected < 5) continue;
    statistic += ((counts.get(x) ?? 0) - expected) ** 2 / expected;
    cells++;
  }
  return { statistic, limit: cells + 4 * Math.sqrt(2 * cells) };
}

describe("whole numbers from random bytes", () => {
  it("stay below the bound, small and large, and are even", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(1000), (bound, seed) => {
        const below = bound + 1;
        const drawn = bits(seed).below(below);
        expect(Number.isSafeInteger(drawn) && drawn >= 0 && drawn < below).toBe(true);
      }),
    );
    const source = bits(3);
    const draws = Array.from({ length: 30_000 }, () => source.below(10));
    const { statistic, limit } = chiSquared(draws, (x) => (x >= 0 ? 0.1 : 0), 9);
    expect(statistic).toBeLessThan(limit);
    const big = 10n ** 30n;
    for (let i = 0; i < 100; i++) expect(source.belowBig(big) < big).toBe(true);
  });

  it.each([0, -1, 1.5, 2 ** 54])("there is none below %s", (below) => {
    expect(() => bits(1).below(below)).toThrow(RangeError);
  });
});

describe("exact noise", () => {
  it("coins fall with probability exp(−γ), with small numbers and large ones", () => {
    const source = bits(7);
    for (const [numerator, denominator, gamma] of [
      [1, 2, 0.5],
      [7, 3, 7 / 3],
      [0, 5, 0],
      [5n * 10n ** 20n, 10n ** 21n, 0.5],
      [2 ** 52, 2 ** 51, 2],
    ] as const) {
      const rounds = 20_000;
      let heads = 0;
      for (let i = 0; i < rounds; i++) if (bernoulliExp(source, numerator, denominator)) heads++;
      expect(Math.abs(heads / rounds - Math.exp(-gamma))).toBeLessThan(0.015);
    }
  });

  it.each([
    [1, 2],
    [3, 1],
    [25, 2],
  ])("discrete Laplace of scale %i/%i has its distribution", (numerator, denominator) => {
    const source = bits(11);
    const draws = Array.from({ length: 30_000 }, () => discreteLaplace(source, { numerator, denominator }));
    const ratio = Math.exp(-denominator / numerator);
    const probability = (x: number) => ((1 - ratio) / (1 + ratio)) * ratio ** Math.abs(x);
    const { statistic, limit } = chiSquared(draws, probability, 200);
    expect(statistic).toBeLessThan(limit);
  });

  it.each([0.3, 2.5, 90, 3000])("discrete Gaussian of variance %d has its distribution", (atLeast) => {
    const source = bits(13);
    const variance = varianceOf(atLeast);
    const sigma2 = variance.numerator / variance.denominator;
    expect(sigma2).toBeGreaterThanOrEqual(atLeast);
    expect(sigma2).toBeLessThan(atLeast * 1.01);
    const draws = Array.from({ length: 20_000 }, () => discreteGaussian(source, variance));
    let sum = 0;
    for (let x = -1000; x <= 1000; x++) sum += Math.exp((-x * x) / (2 * sigma2));
    const { statistic, limit } = chiSquared(draws, (x) => Math.exp((-x * x) / (2 * sigma2)) / sum, 400);
    expect(statistic).toBeLessThan(limit);
  });

  it("is exact also where numbers outgrow 2⁵³", () => {
    const source = bits(17);
    const variance = { numerator: 9 * 10 ** 9 + 1, denominator: 10 ** 9 };
    const draws = Array.from({ length: 4_000 }, () => discreteGaussian(source, variance));
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    const spread = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.25);
    expect(Math.abs(spread - 9)).toBeLessThan(0.9);
  });

  it("tails are no smaller than the true ones and close to them", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 60, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (sigma2, least) => {
          const variance = varianceOf(sigma2);
          const doubled = (2 * variance.numerator) / variance.denominator;
          let tail = 0;
          let all = 0;
          for (let x = -300; x <= 300; x++) {
            const term = Math.exp((-x * x) / doubled);
            all += term;
            if (x >= least) tail += term;
          }
          expect(gaussianTail(variance, least)).toBeGreaterThanOrEqual(tail / all);
          expect(gaussianTail(variance, least)).toBeLessThanOrEqual((tail / all) * 1.00001 + 1e-300);
        },
      ),
    );
    const wide = { numerator: 20_000, denominator: 1 };
    expect(gaussianTail(wide, 425)).toBeGreaterThan(0.00132);
    expect(gaussianTail(wide, 425)).toBeLessThan(0.0016);
    const ratio = Math.exp(-1 / 3);
    expect(laplaceTail({ numerator: 3, denominator: 1 }, 2)).toBeCloseTo(
      ((1 - ratio) / (1 + ratio)) * (ratio ** 2 / (1 - ratio)),
      12,
    );
  });
});
