import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordsFrom, valuesOf } from "../records/records.ts";
import { microaggregateMany } from "./mdav.ts";
import { microaggregate } from "./microaggregate.ts";
import { microaggregateOne } from "./univariate.ts";

/** Least sum of squares within groups over all ways to cut the sorted numbers into groups of at least k. */
function leastByTrial(sorted: readonly number[], k: number): number {
  if (sorted.length === 0) return 0;
  if (sorted.length < k) return Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (let size = k; size <= sorted.length; size++) {
    const group = sorted.slice(0, size);
    const mean = group.reduce((a, b) => a + b, 0) / size;
    const within = group.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    least = Math.min(least, within + leastByTrial(sorted.slice(size), k));
  }
  return least;
}

function groupSizes(values: readonly (readonly number[])[]): number[] {
  const counts = new Map<string, number>();
  for (const point of values) counts.set(point.join(), (counts.get(point.join()) ?? 0) + 1);
  return [...counts.values()];
}

describe("microaggregation", () => {
  it("of one column finds the best grouping, as trying out all does", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 12 }),
        fc.integer({ min: 2, max: 4 }),
        (numbers, k) => {
          const { values, loss } = microaggregateOne(numbers, k);
          const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
          const total = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0);
          expect(loss * total).toBeCloseTo(
            leastByTrial(
              numbers.toSorted((a, b) => a - b),
              k,
            ),
            6,
          );
          for (const size of groupSizes(values.map((x) => [Math.round(x * 1e9)])))
            expect(size).toBeGreaterThanOrEqual(k);
        },
      ),
    );
  });

  it("of several columns makes groups of at least k and keeps the means", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 9 })), {
          minLength: 5,
          maxLength: 60,
        }),
        fc.integer({ min: 2, max: 5 }),
        (points, k) => {
          const { values, loss } = microaggregateMany(points, k);
          for (const size of groupSizes(values)) expect(size).toBeGreaterThanOrEqual(k);
          for (const j of [0, 1]) {
            const before = points.reduce((sum, point) => sum + point[j]!, 0);
            expect(values.reduce((sum, point) => sum + point[j]!, 0)).toBeCloseTo(before, 6);
          }
          expect(loss).toBeGreaterThanOrEqual(0);
          expect(loss).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    );
  });

  it("of records leaves missing numbers missing and other columns alone, and blanks what fewer than k share", () => {
    const rows = [
      ["1", "10", "a"],
      ["2", "11", "b"],
      ["9", "50", "c"],
      ["8", "52", "d"],
      ["", "7", "e"],
      ["", "9", "f"],
      ["3", "", "g"],
      ["", "", "h"],
    ];
    const done = microaggregate(recordsFrom(["months", "age", "note"], rows), {
      columns: ["months", "age"],
      k: 2,
      decimals: 1,
    });
    if (!done.ok) throw new Error(done.refusal.detail);
    const { records } = done.value;
    expect([...records.combinationOfRow].map((c) => valuesOf(records, c))).toEqual([
      ["1.5", "10.5", "a"],
      ["1.5", "10.5", "b"],
      ["8.5", "51.0", "c"],
      ["8.5", "51.0", "d"],
      ["", "8.0", "e"],
      ["", "8.0", "f"],
      ["", "", "g"],
      ["", "", "h"],
    ]);
    expect(done.value.rowsBlanked).toBe(1);
  });

  it("refuses what is no number", () => {
    const done = microaggregate(recordsFrom(["age"], [["30-38"], ["9"]]), { columns: ["age"], k: 2 });
    expect(!done.ok && done.refusal).toMatchObject({
      parameter: "column age",
      detail: expect.stringContaining("30-38"),
    });
  });
});
