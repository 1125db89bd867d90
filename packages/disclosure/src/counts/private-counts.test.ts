import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { budgetOf, type PrivacyLoss } from "../accounting/zcdp.ts";
import { RandomBits } from "../noise/random-bits.ts";
import { recordsFrom } from "../records/records.ts";
import { seededBytes } from "../testing/seeded-bytes.ts";
import { countCombinations, type Marginal } from "./marginal.ts";
import { countPrivately, type PrivateCountsQuestion, planPrivateCounts } from "./private-counts.ts";

const amountOf = (epsilon: number): PrivacyLoss => {
  const budget = budgetOf({ epsilon, delta: 1e-6 });
  if (!budget.ok) throw new Error(budget.refusal.detail);
  return budget.value;
};
function planOf(columns: number, question: PrivateCountsQuestion, epsilon: number) {
  const plan = planPrivateCounts(columns, question, amountOf(epsilon));
  if (!plan.ok) throw new Error(plan.refusal.detail);
  return plan.value;
}
const bits = (seed: number) => new RandomBits(seededBytes(seed));
const rows = Array.from({ length: 4000 }, (_, i) => [
  ["x", "y", "z", ""][(i * i) % 4]!,
  i % 3 === 0 ? "p" : "q",
  i % 97 === 0 ? "rare" : `${i % 5}`,
  i === 7 ? "one person only" : "many",
]);
const records = recordsFrom(["a", "b", "c", "d"], rows);

const cellsOf = ({ columns, codes, counts }: Marginal) =>
  [...counts].map((count, cell) => ({
    at: new Map(columns.map((column, j) => [column, codes[cell * columns.length + j]!])),
    count,
  }));

describe("private counts", () => {
  it.each(["gaussian", "laplace"] as const)("with %s noise spend no more than they were given", (noise) => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 10, noNaN: true }),
        fc.integer({ min: 2, max: 9 }),
        (epsilon, columns) => {
          const amount = amountOf(epsilon);
          const plan = planOf(columns, { longest: Math.min(3, columns), noise }, epsilon);
          expect(plan.loss.rho).toBeLessThanOrEqual(amount.rho);
          expect(plan.loss.delta).toBeLessThanOrEqual(amount.delta);
          expect(plan.loss.rho).toBeGreaterThan(0.9 * amount.rho);
        },
      ),
    );
  });

  it("at a large ε are near the true counts and never show a combination of one person", () => {
    for (const noise of ["gaussian", "laplace"] as const) {
      const released = countPrivately(records, planOf(4, { longest: 3, noise }, 8), bits(5));
      expect(Math.abs(released.rows - 4000)).toBeLessThan(200);
      const truth = new Map(
        countCombinations(records, 3).flatMap((marginal) =>
          cellsOf(marginal).map(({ at, count }) => [JSON.stringify([...at]), count] as const),
        ),
      );
      for (const { at, count } of released.marginals.flatMap(cellsOf)) {
        const exact = truth.get(JSON.stringify([...at])) ?? 0;
        expect(exact).toBeGreaterThan(1);
        expect(Math.abs(count - exact)).toBeLessThan(0.15 * exact + 60);
      }
      expect(released.released[0]!.combinations).toBeGreaterThan(8);
    }
  });

  it("agree with each other: parts are released, none is larger than a part of it, splits don't exceed the whole", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0.3, max: 4, noNaN: true }), (seed, epsilon) => {
        const { marginals, rows: total } = countPrivately(
          records,
          planOf(4, { longest: 3 }, epsilon),
          bits(seed),
        );
        const known = new Map<string, number>([["[]", total]]);
        const sums = new Map<string, number>();
        for (const { at, count } of marginals.flatMap(cellsOf)) {
          expect(Number.isSafeInteger(count) && count >= 1).toBe(true);
          for (const left of at.keys()) {
            const part = JSON.stringify([...at].filter(([column]) => column !== left));
            expect(known.has(part)).toBe(true);
            expect(count).toBeLessThanOrEqual(known.get(part)!);
            const split = `${part} by ${left}`;
            sums.set(split, (sums.get(split) ?? 0) + count);
            expect(sums.get(split)).toBeLessThanOrEqual(known.get(part)!);
          }
          known.set(JSON.stringify([...at]), count);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("set thresholds that one person passes no more often than δ allows", () => {
    const plan = planOf(2, { longest: 1, noise: "laplace" }, 20);
    const lone = recordsFrom(["a", "b"], [["only", "here"]]);
    let passed = 0;
    for (let seed = 0; seed < 300; seed++) {
      const { marginals } = countPrivately(lone, plan, bits(seed));
      if (marginals.some(({ counts }) => counts.length > 0)) passed++;
    }
    expect(passed).toBe(0);
    expect(plan.lengths[0]!.threshold).toBeGreaterThan(2);
  });

  it.each([0, 5, 1.5])("refuse combinations of length %s of four columns", (longest) => {
    const plan = planPrivateCounts(4, { longest }, amountOf(1));
    expect(!plan.ok && plan.refusal.parameter).toBe("--length");
  });

  it("refuse an amount too small to divide", () => {
    const plan = planPrivateCounts(4, { longest: 3 }, { rho: 3, delta: 2 });
    expect(!plan.ok && plan.refusal.parameter).toBe("--epsilon");
  });
});
