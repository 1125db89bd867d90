import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignGreedily, assignOptimally, type ScoredPair } from "./assign.ts";

const sum = (pairs: readonly ScoredPair[]) => pairs.reduce((total, pair) => total + pair.score, 0);
const isOneToOne = (pairs: readonly ScoredPair[]) =>
  new Set(pairs.map((pair) => pair.left)).size === pairs.length &&
  new Set(pairs.map((pair) => pair.right)).size === pairs.length;

/** The best sum by trying every choice. */
function bestSum(pairs: readonly ScoredPair[]): number {
  const [first, ...rest] = pairs;
  if (first === undefined) return 0;
  const without = bestSum(rest);
  const compatible = rest.filter((pair) => pair.left !== first.left && pair.right !== first.right);
  return Math.max(without, first.score + bestSum(compatible));
}

const graphs = fc
  .array(
    fc.record({
      left: fc.nat(5),
      right: fc.nat(5),
      score: fc.integer({ min: 1, max: 20 }).map((n) => n / 20),
    }),
    { maxLength: 12 },
  )
  .map((pairs) =>
    pairs.filter(
      (pair, i) => pairs.findIndex((other) => other.left === pair.left && other.right === pair.right) === i,
    ),
  );

describe("one-to-one assignment", () => {
  it("greedy takes the best pair first, the optimum the best sum", () => {
    const pairs = [
      { left: 0, right: 0, score: 0.95 },
      { left: 0, right: 1, score: 0.9 },
      { left: 1, right: 0, score: 0.92 },
    ];
    expect(assignGreedily(pairs)).toEqual([pairs[0]]);
    expect(assignOptimally(pairs)).toEqual([pairs[2], pairs[1]]);
  });

  it("the optimum has the largest sum of all choices, and both are one-to-one", () => {
    fc.assert(
      fc.property(graphs, (pairs) => {
        const optimal = assignOptimally(pairs);
        expect(isOneToOne(optimal)).toBe(true);
        expect(sum(optimal)).toBeCloseTo(bestSum(pairs), 9);
        const greedy = assignGreedily(pairs);
        expect(isOneToOne(greedy)).toBe(true);
        expect(2 * sum(greedy)).toBeGreaterThanOrEqual(sum(optimal) - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("neither depends on the order of the pairs", () => {
    fc.assert(
      fc.property(graphs, (pairs) => {
        expect(assignGreedily([...pairs].reverse())).toEqual(assignGreedily(pairs));
        expect(sum(assignOptimally([...pairs].reverse()))).toBeCloseTo(sum(assignOptimally(pairs)), 9);
      }),
    );
  });
});
