import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitModel, type ModelFit } from "../model/fit-model.ts";
import { allTerms, closeModel } from "../model/model.ts";
import { sumOverSupersets } from "../model/transform.ts";
import { logFactorial } from "../numerics/gamma.ts";
import { Random } from "../numerics/random.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import { acceptedValue, exampleTable } from "../testing/example-tables.ts";
import { ConditionalWalk, conditionalDeviances, devianceOf } from "./conditional-fit.ts";
import { ConditionalMoves } from "./conditional-moves.ts";

function tableOf(counts: readonly number[]): CaptureTable {
  const lists = ["A", "B", "C", "D", "E"].slice(0, Math.log2(counts.length));
  return { lists, counts: Float64Array.from(counts), observed: counts.reduce((a, b) => a + b, 0) };
}

function fitted(table: CaptureTable, model: readonly number[]): { fit: ModelFit; terms: Int32Array } {
  return { fit: acceptedValue(fitModel(table, model)), terms: allTerms(table.lists.length, model) };
}

/** Every table with the same statistics, found by trying all, with its conditional probability. */
function listAll(table: CaptureTable, terms: Int32Array): { counts: number[]; probability: number }[] {
  const cells = table.counts.length;
  const wanted = Array.from(terms, (t) => statistic(table.counts, t));
  const found: { counts: number[]; weight: number }[] = [];
  const counts = new Array<number>(cells).fill(0);
  const place = (history: number, left: number): void => {
    if (history === cells) {
      if (left === 0 && wanted.every((sum, i) => statistic(counts, terms[i]!) === sum)) {
        const weight = Math.exp(-counts.reduce((sum, y) => sum + logFactorial(y), 0));
        found.push({ counts: [...counts], weight });
      }
      return;
    }
    for (let y = 0; y <= left; y++) {
      counts[history] = y;
      place(history + 1, left - y);
    }
    counts[history] = 0;
  };
  place(1, table.observed);
  const all = found.reduce((sum, one) => sum + one.weight, 0);
  return found.map((one) => ({ counts: one.counts, probability: one.weight / all }));
}

function statistic(counts: ArrayLike<number>, term: number): number {
  return Array.from(counts).reduce((sum, y, h) => ((h & term) === term ? sum + y : sum), 0);
}

const CASES: [string, number[], number[]][] = [
  ["independent lists", [0, 4, 3, 1, 2, 0, 1, 1], []],
  ["one pair", [0, 4, 1, 3, 3, 1, 0, 1], [3]],
  ["two pairs", [0, 3, 1, 3, 2, 2, 1, 2], [3, 5]],
  ["two lists that never meet, with their term in the model", [0, 4, 3, 0, 3, 2, 2, 0], [3]],
  ["four lists", [0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0], [3]],
];

describe("the exact conditional test", () => {
  it.each(CASES)("draws tables with their probabilities: %s", (_, counts, model) => {
    const table = tableOf(counts);
    const { fit, terms } = fitted(table, model);
    const all = listAll(table, terms);
    const draws = 2000;
    const walk = new ConditionalWalk(table.counts, fit.expected, terms);
    const seen = new Map<string, number>();
    const random = new Random(5);
    for (let i = 0; i < draws; i++) {
      walk.walk(random);
      const key = walk.counts.join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(all.length).toBeGreaterThan(3);
    // No table is drawn that isn't one, and Pearson's statistic of the draws is as it should be.
    const known = new Set(all.map((one) => one.counts.join()));
    for (const key of seen.keys()) expect(known.has(key)).toBe(true);
    let pearson = 0;
    for (const one of all) {
      const expected = draws * one.probability;
      pearson += ((seen.get(one.counts.join()) ?? 0) - expected) ** 2 / expected;
    }
    expect(pearson).toBeLessThan(all.length - 1 + 5 * Math.sqrt(2 * all.length));
  });
  it.each(CASES)("gives the p-value that listing all tables gives: %s", (_, counts, model) => {
    const table = tableOf(counts);
    const { fit, terms } = fitted(table, model);
    const exact = listAll(table, terms)
      .filter((one) => devianceOf(one.counts, fit.expected) >= fit.deviance - 1e-9)
      .reduce((sum, one) => sum + one.probability, 0);
    const deviances = conditionalDeviances(table.counts, fit.expected, terms, 3, 0, 2000);
    const share = deviances.filter((d) => d >= fit.deviance - 1e-9).length / 2000;
    expect(Math.abs(share - exact)).toBeLessThan(
      4 * Math.sqrt(Math.max(0, exact * (1 - exact)) / 2000) + 1e-9,
    );
  });
  it("keeps every statistic of the model, whatever the table", () => {
    const count = fc.integer({ min: 0, max: 30 });
    const models = [[], [3], [3, 5, 6], [3, 12], [3, 5, 6, 7, 9, 10, 12]].map(closeModel);
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 15, maxLength: 15 }),
        fc.constantFrom(...models),
        fc.integer(),
        (counts, model, seed) => {
          const observed = [0, ...counts.map((y) => (y > 20 ? y * 100 : y > 8 ? 0 : y))];
          const terms = allTerms(4, model);
          // Fitted counts matter only by where they are 0: where no case is on all lists of a term.
          const gone = [...terms].filter((t) => t > 0 && statistic(observed, t) === 0);
          const expected = Float64Array.from(observed, (__, h) => (gone.some((t) => (h & t) === t) ? 0 : 1));
          const walk = new ConditionalWalk(observed, expected, terms);
          walk.walk(new Random(seed));
          const before = Float64Array.from(observed);
          const after = walk.counts.slice();
          sumOverSupersets(before);
          sumOverSupersets(after);
          for (const term of terms) expect(after[term]).toBe(before[term]);
          expect(walk.counts.every((y) => y >= 0 && Number.isInteger(y))).toBe(true);
          expect(walk.counts[0]).toBe(0);
        },
      ),
    );
  });
  it("agrees with the chi-squared distribution where counts are large", () => {
    const table = tableOf([0, 905, 790, 410, 1010, 480, 415, 190]);
    const { fit, terms } = fitted(table, []);
    const deviances = conditionalDeviances(table.counts, fit.expected, terms, 1, 0, 400).sort();
    // Median of the chi-squared distribution on three degrees of freedom, 2.366, and its 95 % quantile, 7.815.
    expect(fit.degreesOfFreedom).toBe(3);
    expect(Math.abs(deviances[200]! - 2.366)).toBeLessThan(0.4);
    expect(Math.abs(deviances[380]! - 7.815)).toBeLessThan(1.5);
  });
  it("sees that the lists of the published table are not independent", () => {
    const uk = exampleTable("UKdat");
    const { fit, terms } = fitted(uk, []);
    const bad = conditionalDeviances(uk.counts, fit.expected, terms, 1, 0, 50);
    expect(Math.max(...bad)).toBeLessThan(fit.deviance / 2);
  });
  it("gives the same tables however the work is divided, and stops when told so", () => {
    const table = tableOf(CASES[0]![1]);
    const { fit, terms } = fitted(table, []);
    const draw = (from: number, to: number) => [
      ...conditionalDeviances(table.counts, fit.expected, terms, 9, from, to),
    ];
    expect(draw(0, 12)).toEqual([...draw(0, 5), ...draw(5, 12)]);
    expect(new Set(draw(0, 12)).size).toBeGreaterThan(3);
    const done: number[] = [];
    const some = conditionalDeviances(table.counts, fit.expected, terms, 9, 4, 12, (n) => done.push(n) < 3);
    expect([...some]).toEqual(draw(4, 7));
    expect(done).toEqual([1, 2, 3]);
  });
  it("leaves a table alone that its statistics determine", () => {
    const table = tableOf([0, 5, 3, 2]);
    const { fit, terms } = fitted(table, []);
    const walk = new ConditionalWalk(table.counts, fit.expected, terms);
    expect(walk.length).toBe(0);
    walk.walk(new Random(1));
    expect([...walk.counts]).toEqual([0, 5, 3, 2]);
    const deviances = [...conditionalDeviances(table.counts, fit.expected, terms, 1, 0, 2)];
    expect(deviances.map((d) => Math.abs(d) < 1e-9)).toEqual([true, true]);
  });
  it("walks longer where there are more ways to go, within bounds", () => {
    const lengths = [3, 6, 8, 12].map((lists) => {
      const expected = new Float64Array(1 << lists).fill(1);
      return new ConditionalWalk(expected, expected, allTerms(lists, [])).length;
    });
    // 15 pairs of six lists, each with 15 sets of others, and 105 pairs of pairs: 330 kinds of step.
    expect(lengths).toEqual([200, 4 * 330, 5000, 5000]);
  });
});

describe("the steps between tables", () => {
  it("are those of lists that the model leaves independent", () => {
    const moves = (model: readonly number[]) =>
      new ConditionalMoves(new Float64Array(8).fill(1), allTerms(3, model)).size;
    // Three pairs, each with the third list on or off; off, two pairs together.
    expect(moves([])).toBe(3 + 3);
    expect(moves([3])).toBe(2 + 1);
    expect(moves([3, 5])).toBe(1);
    // The three-way term alone changes the hidden history, and nothing can take that back.
    expect(moves([3, 5, 6])).toBe(0);
  });
  it("are as likely as their opposites", () => {
    const moves = new ConditionalMoves(new Float64Array(16).fill(1), allTerms(4, [3]));
    const random = new Random(2);
    const seen = new Map<string, number>();
    for (let i = 0; i < 5000; i++) {
      moves.draw(random);
      const touched = new Set(moves.touched.subarray(0, moves.touchedSize));
      expect(touched.size).toBe(moves.touchedSize);
      moves.change.forEach((by, h) => {
        expect(by !== 0).toBe(touched.has(h));
      });
      const key = moves.change.join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    for (const [key, times] of seen) {
      if (times < 50) continue;
      const opposite = key
        .split(",")
        .map((by) => (by === "0" ? by : by.startsWith("-") ? by.slice(1) : `-${by}`))
        .join();
      expect(Math.abs((seen.get(opposite) ?? 0) - times)).toBeLessThan(5 * Math.sqrt(2 * times));
    }
  });
});
