import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { budgetOf, type PrivacyLoss } from "../accounting/zcdp.ts";
import { countPrivately, planPrivateCounts } from "../counts/private-counts.ts";
import { RandomBits } from "../noise/random-bits.ts";
import { type Records, recordsFrom, valuesOf } from "../records/records.ts";
import { seededBytes } from "../testing/seeded-bytes.ts";
import { compareCounts } from "../utility/count-error.ts";
import { allot, projectOntoSimplex } from "./allot.ts";
import { planFrequent, releaseFrequent } from "./frequent.ts";
import { planGraph, synthesizeByGraph } from "./graph.ts";
import { attackMembership, countExactMatches, measureAttributeDisclosure } from "./leakage.ts";
import { synthesizeFromCounts } from "./seeded.ts";

const bits = (seed: number) => new RandomBits(seededBytes(seed));
const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: { detail: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.detail);
  return result.value;
};
const amountOf = (epsilon: number): PrivacyLoss => value(budgetOf({ epsilon, delta: 1e-6 }));

/** Cases in which the country depends on the sex and the form on the country, plus one person unlike all others. */
function cases(count: number): Records {
  const source = bits(42);
  const rows = Array.from({ length: count }, () => {
    const sex = source.below(3) === 0 ? "M" : "F";
    const country =
      source.below(10) < 8 ? (sex === "M" ? "UKR" : "PHL") : ["MDA", "KHM", ""][source.below(3)]!;
    const form = source.below(10) < 9 ? (country === "UKR" ? "labour" : "sexual") : "";
    return [sex, country, form, `${2010 + source.below(8)}`];
  });
  rows.push(["X", "ATL", "other", "1999"]);
  return recordsFrom(["sex", "country", "form", "year"], rows);
}

describe("dividing rows among choices", () => {
  it("gives each its share rounded down or up, and nothing to a choice without weight", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(weights, fc.nat(500), fc.nat(99), (weights, rows, seed) => {
        const shares = allot(rows, weights, bits(seed));
        expect(shares.reduce((a, b) => a + b, 0)).toBe(rows);
        const total = weights.reduce((a, b) => a + b, 0);
        if (total === 0) return;
        shares.forEach((share, i) => {
          const exact = (rows * weights[i]!) / total;
          expect(share).toBeGreaterThanOrEqual(Math.floor(exact - 1e-9));
          expect(share).toBeLessThanOrEqual(Math.ceil(exact + 1e-9));
        });
      }),
    );
  });

  it("noisy counts become non-negative and add up to the total, by the same shift", () => {
    expect([...projectOntoSimplex([5, 3, -2], 4)]).toEqual([3, 1, 0]);
    expect([...projectOntoSimplex([1, 1], 4)]).toEqual([2, 2]);
  });
});

describe("synthetic rows from a graphical model", () => {
  it("keep the relations between columns", () => {
    const truth = cases(6000);
    const synthetic = synthesizeByGraph(truth, value(planGraph(4, amountOf(2))), bits(1));
    expect(Math.abs(synthetic.combinationOfRow.length - 6001)).toBeLessThan(300);
    expect(compareCounts(truth, synthetic, 2).weightedError).toBeLessThan(0.08);
    expect(compareCounts(truth, synthetic, 4).weightedError).toBeLessThan(0.2);
  });

  it("by the tree alone keep pairs too, and longer combinations less well", () => {
    const truth = cases(6000);
    const plan = value(planGraph(4, amountOf(2), false));
    expect(plan.frequent).toBeUndefined();
    const synthetic = synthesizeByGraph(truth, plan, bits(1));
    expect(compareCounts(truth, synthetic, 2).weightedError).toBeLessThan(0.1);
    expect(compareCounts(truth, synthetic, 3).weightedError).toBeLessThan(0.25);
  });

  it("never hold a value or combination that one person has alone", () => {
    const truth = cases(1500);
    for (let seed = 0; seed < 25; seed++) {
      const synthetic = synthesizeByGraph(truth, value(planGraph(4, amountOf(4))), bits(seed));
      for (const { values } of synthetic.columns)
        for (const alone of ["X", "ATL", "other", "1999"]) expect(values).not.toContain(alone);
    }
  });

  it("spend no more than they were given", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.integer({ min: 2, max: 30 }),
        fc.boolean(),
        (epsilon, columns, withFrequent) => {
          const amount = amountOf(epsilon);
          const plan = value(planGraph(columns, amount, withFrequent));
          expect(plan.loss.rho).toBeLessThanOrEqual(amount.rho);
          expect(plan.loss.delta).toBeLessThanOrEqual(amount.delta);
          expect(plan.loss.rho).toBeGreaterThan(0.97 * amount.rho);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("can be made of very few rows, of rows without values, and of one row", () => {
    for (const rows of [
      [["a", "b"]],
      [
        ["", ""],
        ["", ""],
      ],
      Array.from({ length: 5 }, () => ["a", ""]),
    ]) {
      const synthetic = synthesizeByGraph(
        recordsFrom(["p", "q"], rows),
        value(planGraph(2, amountOf(1))),
        bits(3),
      );
      expect(synthetic.columns.map(({ name }) => name)).toEqual(["p", "q"]);
    }
  });

  it("are refused for a single column and for amounts too small to divide", () => {
    expect(planGraph(1, amountOf(1)).ok).toBe(false);
    expect(planGraph(3, { rho: 9, delta: 9 }).ok).toBe(false);
  });

  it("frequent combinations leave the others whole", () => {
    const truth = cases(2000);
    const { released, counts, rest } = releaseFrequent(truth, planFrequent(0.2, 1e-7), bits(9));
    expect(released.length + rest.sizes.length).toBe(truth.sizes.length);
    const shown = released.reduce((sum, c) => sum + truth.sizes[c]!, 0);
    expect(shown + rest.sizes.reduce((a, b) => a + b, 0)).toBe(2001);
    counts.forEach((count, at) => {
      expect(Math.abs(count - truth.sizes[released[at]!]!)).toBeLessThan(15);
    });
  });
});

describe("synthetic rows from counts", () => {
  it("show no combination that wasn't released, and keep the released counts", () => {
    const truth = cases(6000);
    const released = countPrivately(truth, value(planPrivateCounts(4, { longest: 2 }, amountOf(4))), bits(2));
    const synthetic = synthesizeFromCounts(truth.columns, released, bits(4));
    const known = new Set(
      released.marginals.flatMap(({ columns, codes, counts }) =>
        [...counts].map((_, cell) =>
          columns
            .map(
              (column, j) => `${column}=${truth.columns[column]!.values[codes[cell * columns.length + j]!]}`,
            )
            .join(),
        ),
      ),
    );
    synthetic.sizes.forEach((_, c) => {
      const values = valuesOf(synthetic, c);
      for (let a = 0; a < 4; a++) {
        for (let b = a + 1; b < 4; b++) {
          if (values[a] && values[b]) expect(known).toContain(`${a}=${values[a]},${b}=${values[b]}`);
        }
      }
    });
    expect(synthetic.combinationOfRow.length).toBe(released.rows);
    expect(compareCounts(truth, synthetic, 2).weightedError).toBeLessThan(0.1);
  });
});

describe("what synthetic rows give away", () => {
  const truth = recordsFrom(
    ["a", "b"],
    [
      ["x", "1"],
      ["x", "1"],
      ["x", "2"],
      ["y", "3"],
    ],
  );

  it("exact matches with persons who are alone or rare", () => {
    const synthetic = recordsFrom(
      ["a", "b"],
      [
        ["x", "2"],
        ["x", "2"],
        ["z", "9"],
        ["x", "1"],
      ],
    );
    expect(countExactMatches(truth, synthetic, 3)).toEqual({
      matchingShare: 0.75,
      uniques: 2,
      uniquesShown: 1,
      rare: 3,
      rareShown: 2,
    });
  });

  it("values that can be guessed from the others better than from the commonest value", () => {
    const [, second] = measureAttributeDisclosure(truth, truth, 3);
    expect(second).toEqual({ column: "b", rows: 4, rightShare: 0.75, baselineShare: 0.5 });
  });

  it("membership, when rows are handed out as they are; not when they are drawn with privacy", () => {
    const rows = Array.from({ length: 400 }, (_, i) => [`${i}`, `${i % 7}`, `${i % 3}`]);
    const unique = recordsFrom(["id", "b", "c"], rows);
    const copied = attackMembership(unique, 11, (half) => half, bits(1));
    expect(copied.area).toBeGreaterThan(0.95);
    expect(copied.rare).toEqual({
      members: 200,
      others: 200,
      area: copied.area,
      advantage: copied.advantage,
    });
    const plan = value(planGraph(4, amountOf(1)));
    const guarded = attackMembership(
      cases(3000),
      11,
      (half) => synthesizeByGraph(half, plan, bits(2)),
      bits(3),
    );
    expect(Math.abs(guarded.area - 0.5)).toBeLessThan(0.05);
    expect(guarded.advantage).toBeLessThan(0.1);
  });
});
