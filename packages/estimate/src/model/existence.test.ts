import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nullSpace, provesFullColumnRank, separatingDirection } from "../numerics/exact-linear.ts";
import { add, divide, fraction, multiply, ONE, signOf, subtract, toNumber } from "../numerics/fraction.ts";
import { exampleTable } from "../testing/example-tables.ts";
import { checkExistence, estimateExists } from "./existence.ts";
import { allTerms, interactionsUpTo } from "./model.ts";

describe("fractions", () => {
  it("are exact, reduced, with the sign above the line", () => {
    expect(fraction(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(add(fraction(1, 3), fraction(1, 6))).toEqual({ n: 1n, d: 2n });
    expect(add(fraction(1, 4), fraction(1, 4))).toEqual({ n: 1n, d: 2n });
    expect(subtract(fraction(1, 3), fraction(1, 3)).n).toBe(0n);
    expect(subtract(fraction(1, 2), fraction(1, 3))).toEqual({ n: 1n, d: 6n });
    expect(multiply(fraction(2, 3), fraction(3, 4))).toEqual({ n: 1n, d: 2n });
    expect(divide(fraction(1, 2), fraction(-1, 4))).toEqual({ n: -2n, d: 1n });
    expect(divide(fraction(1, 2), fraction(1, 4))).toEqual({ n: 2n, d: 1n });
    expect([signOf(fraction(-1)), signOf(fraction(0)), signOf(ONE)]).toEqual([-1, 0, 1]);
    expect(toNumber(fraction(-3, 4))).toBe(-0.75);
  });
});

describe("exact linear algebra", () => {
  it("proves independence of columns, never claims it falsely", () => {
    const rows = [
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 0],
    ].map((r) => Int32Array.from(r));
    expect(provesFullColumnRank(rows, 3)).toBe(true);
    const dependent = [
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 2],
    ].map((r) => Int32Array.from(r));
    expect(provesFullColumnRank(dependent, 3)).toBe(false);
    expect(provesFullColumnRank(rows.slice(0, 2), 3)).toBe(false);
  });
  it("finds the null space", () => {
    const basis = nullSpace(
      [
        [1, 0, 1],
        [0, 1, 1],
        [1, 1, 2],
      ].map((r) => r.map((v) => fraction(v))),
      3,
    );
    expect(basis.map((v) => v.map(toNumber))).toEqual([[-1, -1, 1]]);
    expect(nullSpace([[fraction(2)]], 1)).toEqual([]);
  });
  it("finds a direction exactly when no positive weights balance the vectors", () => {
    const vectors = fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(vectors, (rows) => {
        const d = separatingDirection(rows.map((r) => r.map((v) => fraction(v))))?.map(toNumber);
        // In the plane the answer can be had by trying the directions at right angles to each vector, and the vectors.
        const tries = rows.flatMap(([x, y]) => [
          [x!, y!],
          [-y!, x!],
          [y!, -x!],
        ]);
        const separates = ([x, y]: number[]): boolean =>
          rows.every((r) => r[0]! * x! + r[1]! * y! >= 0) && rows.some((r) => r[0]! * x! + r[1]! * y! > 0);
        expect(d !== undefined).toBe(tries.some(separates));
        if (d) expect(separates(d)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(separatingDirection([])).toBeUndefined();
  });
});

describe("existence and identifiability", () => {
  const artificial = exampleTable("Artificial_3").counts;
  const check = (model: number[]): [boolean, boolean] => {
    const found = checkExistence(artificial, allTerms(3, model));
    return [found.exists, found.identifiable];
  };
  it("are as published for the three models of the artificial table", () => {
    expect(check([3, 5, 6])).toEqual([true, false]);
    expect(check([3])).toEqual([false, true]);
    expect(check([5, 6])).toEqual([true, true]);
    expect(check([])).toEqual([true, true]);
  });
  it("hold for the full pairwise model of the published tables", () => {
    for (const name of ["UKdat", "UKdat_5", "Ned", "Ned_5", "NewOrl", "NewOrl_5", "Western"]) {
      const table = exampleTable(name);
      const terms = allTerms(table.lists.length, interactionsUpTo(table.lists.length, 2));
      expect(estimateExists(table.counts, terms), name).toBe(true);
    }
  });
  it("fail without any overlap: the hidden are beyond bounds", () => {
    const found = checkExistence([0, 5, 6, 0], allTerms(2, []));
    expect(found.exists).toBe(false);
    expect(found.unbounded).toEqual([
      { term: 0, towards: 1 },
      { term: 1, towards: -1 },
      { term: 2, towards: -1 },
    ]);
  });
  it("say that the hidden shrink to nothing when one list holds everybody", () => {
    const found = checkExistence([0, 5, 0, 6], allTerms(2, []));
    expect(found.exists).toBe(false);
    expect(found.unbounded.find((u) => u.term === 0)?.towards).toBe(-1);
  });
  it("leave out an empty list and judge the rest", () => {
    const found = checkExistence([0, 5, 6, 2, 0, 0, 0, 0], allTerms(3, []));
    expect(found.atMinusInfinity).toEqual([4]);
    expect([found.exists, found.identifiable]).toEqual([true, true]);
  });
});

describe("the answer without reasons", () => {
  it("is that with reasons, on any three or four lists", () => {
    const table = fc
      .constantFrom(8, 16)
      .chain((n) => fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n }));
    const models = [[], [3], [3, 5], [3, 5, 6], [3, 5, 6, 7]].map((model) => [...model]);
    fc.assert(
      fc.property(table, fc.constantFrom(...models), (counts, model) => {
        counts[0] = 0;
        if (counts.every((y) => y === 0)) return;
        const terms = allTerms(
          Math.log2(counts.length),
          counts.length === 8 ? model.filter((t) => t < 7) : model,
        );
        const { exists, identifiable } = checkExistence(counts, terms);
        expect(estimateExists(counts, terms)).toBe(exists && identifiable);
      }),
      { numRuns: 300 },
    );
  });
  it("is no when lists never meet, yes when they do", () => {
    expect(estimateExists([0, 5, 6, 0], allTerms(2, []))).toBe(false);
    expect(estimateExists([0, 5, 6, 1], allTerms(2, []))).toBe(true);
  });
});

/** Agreement with the definition: a table with the same statistics and every remaining history positive. */
describe("existence agrees with a direct search", () => {
  it("by nudging observed counts along the null space of the statistics, on three lists", () => {
    const support = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    const models = [[], [3], [5], [3, 5], [3, 6], [3, 5, 6]];
    fc.assert(
      fc.property(support, fc.constantFrom(...models), (seen, model) => {
        const counts = seen.map((s, h) => (s && h > 0 ? 1 : 0));
        const terms = [...allTerms(3, model)];
        const active = terms.filter((t) => counts.some((c, h) => c > 0 && (h & t) === t));
        const gone = terms.filter((t) => !active.includes(t));
        if (!active.includes(0)) return;
        const alive = [1, 2, 3, 4, 5, 6, 7].filter((h) => !gone.some((t) => (h & t) === t));
        const rows = active.map((t) => alive.map((h) => fraction((h & t) === t ? 1 : 0)));
        const moves = nullSpace(rows, alive.length).map((v) => v.map(toNumber));
        const silent = alive.map((h, i) => ({ h, i })).filter(({ h }) => counts[h] === 0);
        // Some mix of moves raises every silent history: try all mixes with small whole weights.
        let raised = silent.length === 0;
        const mix = (k: number, sum: number[]): void => {
          if (raised) return;
          if (k === moves.length) {
            raised = silent.every(({ i }) => sum[i]! > 0);
            return;
          }
          for (let w = -6; w <= 6; w++)
            mix(
              k + 1,
              sum.map((s, i) => s + w * moves[k]![i]!),
            );
        };
        mix(
          0,
          alive.map(() => 0),
        );
        expect(checkExistence(counts, terms).exists).toBe(raised);
      }),
      { numRuns: 150 },
    );
  });
});
