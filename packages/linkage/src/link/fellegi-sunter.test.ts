import { describe, expect, it } from "vitest";
import { seededRandom } from "../generate/random.ts";
import { countPatterns, estimateModel, matchProbability, patternWeight } from "./fellegi-sunter.ts";
import { compareFields, type Level, uniteFields } from "./field-comparison.ts";

const M = [
  [0.05, 0.1, 0.85],
  [0.02, 0.08, 0.9],
  [0.1, 0.2, 0.7],
  [0.01, 0.01, 0.98],
];
const U = [
  [0.9, 0.09, 0.01],
  [0.95, 0.04, 0.01],
  [0.85, 0.1, 0.05],
  [0.5, 0.1, 0.4],
];

/** Pairs drawn from known probabilities; a tenth of the values missing. */
function drawn(seed: number, matches: number, others: number): { levels: Level[]; match: boolean }[] {
  const random = seededRandom(seed);
  return Array.from({ length: matches + others }, (_, i) => {
    const match = i < matches;
    const levels = (match ? M : U).map((shares): Level => {
      if (random.chance(0.1)) return 3;
      const draw = random.unit();
      return draw < shares[0]! ? 0 : draw < shares[0]! + shares[1]! ? 1 : 2;
    });
    return { levels, match };
  });
}

describe("Fellegi–Sunter weights", () => {
  const pairs = drawn(1, 2000, 200_000);
  const random = countPatterns(drawn(2, 0, 100_000).map((pair) => pair.levels));
  const model = estimateModel(countPatterns(pairs.map((pair) => pair.levels)), random, pairs.length, 4);

  it("find the probabilities that the pairs were drawn from", () => {
    expect(model.converged).toBe(true);
    expect(model.prior).toBeCloseTo(2000 / 202_000, 3);
    M.forEach((shares, field) => {
      shares.forEach((share, level) => {
        expect(Math.abs(model.m[field]![level]! - share)).toBeLessThan(0.03);
      });
    });
    U.forEach((shares, field) => {
      shares.forEach((share, level) => {
        expect(Math.abs(model.u[field]![level]! - share)).toBeLessThan(0.01);
      });
    });
  });

  it("give probabilities that are right as often as they say", () => {
    for (const [low, high] of [
      [0, 0.1],
      [0.3, 0.7],
      [0.9, 1.1],
    ] as const) {
      const within = pairs.filter(({ levels }) => {
        const probability = matchProbability(model, levels);
        return probability >= low && probability < high;
      });
      const expected = within.reduce((sum, { levels }) => sum + matchProbability(model, levels), 0);
      const observed = within.filter((pair) => pair.match).length;
      expect(Math.abs(observed - expected)).toBeLessThan(4 * Math.sqrt(expected) + 5);
    }
  });

  it("candidates alone, chosen by agreement, give the same probabilities", () => {
    const chosen = pairs.filter(
      ({ levels }) => levels.filter((level) => level === 2 || level === 1).length >= 2,
    );
    const other = estimateModel(countPatterns(chosen.map((pair) => pair.levels)), random, pairs.length, 4);
    for (const levels of [
      [2, 2, 2, 2],
      [2, 2, 0, 2],
      [1, 2, 2, 0],
    ] as Level[][]) {
      expect(Math.abs(matchProbability(other, levels) - matchProbability(model, levels))).toBeLessThan(0.1);
    }
  });

  it("a missing value speaks neither for nor against", () => {
    expect(patternWeight(model, [3, 3, 3, 3])).toBe(0);
    expect(patternWeight(model, [2, 3, 3, 3])).toBeCloseTo(Math.log2(model.m[0]![2]! / model.u[0]![2]!), 9);
    expect(patternWeight(model, [0, 3, 3, 3])).toBeLessThan(0);
  });

  it("without candidates nothing matches", () => {
    const none = estimateModel([], random, 1000, 4);
    expect(none.prior).toBeLessThan(1e-6);
  });
});

describe("fields encoded apart", () => {
  const set = (...rows: number[][]) => ({ rows: Uint8Array.from(rows.flat()), count: rows.length, bytes: 3 });

  it("agree, nearly agree, disagree or are missing", () => {
    const left = set([0xff, 0x0f, 0x00]);
    expect(compareFields(left, set([0xff, 0xf0, 0x01]), 3, 0, 0)).toEqual([2, 0, 3]);
    expect(compareFields(left, set([0x1f, 0x0f, 0x00]), 3, 0, 0)).toEqual([1, 2, 3]);
  });

  it("unite to a record's filter", () => {
    expect([...uniteFields(set([1, 2, 4], [0, 0, 8]), 3).rows]).toEqual([7, 8]);
  });
});
