import { describe, expect, it } from "vitest";
import { recordsFrom } from "../records/records.ts";
import { riskByKnowledge, simulateAttacks } from "./attack.ts";
import { fitPitman, shapeOf, zayatzUniqueProbability } from "./population.ts";

describe("an attacker who knows some columns", () => {
  const records = recordsFrom(
    ["sex", "age", "form"],
    [
      ["F", "1", "s"],
      ["F", "1", "s"],
      ["F", "2", "l"],
      ["F", "2", "l"],
      ["M", "3", "s"],
      ["M", "3", "l"],
    ],
  );
  it("gets the shares that counting by hand gives, and the worst choice is named", () => {
    const [one, two, three] = riskByKnowledge(records, [0, 1, 2], 3);
    // Alone, no column singles anyone out; age leaves all six in classes of two, sex two of six.
    expect(one).toMatchObject({
      columnsKnown: 1,
      worstUniqueShare: 0,
      meanUniqueShare: 0,
      worstBelowShare: 1,
      worstColumns: ["age"],
    });
    // Sex and form, or age and form, single out the last two; sex and age nobody.
    expect(two!.worstUniqueShare).toBeCloseTo(2 / 6, 12);
    expect(two!.meanUniqueShare).toBeCloseTo((2 / 6 + 2 / 6) / 3, 12);
    expect(two!.worstBelowShare).toBe(1);
    expect(two!.worstColumns).toEqual(["age", "form"]);
    expect(three).toMatchObject({ columnsKnown: 3, worstColumns: ["sex", "age", "form"] });
    expect(riskByKnowledge(records, [0], 2)[0]).toMatchObject({ worstBelowShare: 0, worstColumns: ["sex"] });
    expect(riskByKnowledge(records, [0], 3)[0]!.worstBelowShare).toBeCloseTo(2 / 6, 12);
  });
  it("is looked at for up to 1,000 choices of columns", () => {
    const wide = (columns: number) => {
      const names = Array.from({ length: columns }, (_, j) => `c${j}`);
      const table = recordsFrom(names, [names.map(() => "a"), names.map(() => "b")]);
      return riskByKnowledge(table, [...names.keys()], 2).map((risk) => risk.columnsKnown);
    };
    // 13 columns: 715 choices of four, 1,287 of five, 1,716 of six.
    expect(wide(13)).toEqual([1, 2, 3, 4, 9, 10, 11, 12, 13]);
  });
});

describe("three attackers", () => {
  it("count a row as at risk above the threshold, not at it", () => {
    const at = (threshold: number) => simulateAttacks([2, 1], [2, 1], 1, threshold).prosecutor.rowsAbove;
    expect([at(0.49), at(0.5), at(0.99), at(1)]).toEqual([3, 1, 1, 0]);
    // 1/3 as it comes out of another division is not above itself.
    expect(simulateAttacks([3], [3], 1, 1 - 2 / 3).prosecutor.rowsAbove).toBe(0);
  });
});

describe("uniques in the population", () => {
  it("by Zayatz: weighs class sizes by the hypergeometric chance of showing one row", () => {
    const choose = (n: number, k: number): number =>
      k < 0 || k > n ? 0 : Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
    const shape = shapeOf([1, 1, 1, 2, 2, 4]);
    const population = 30;
    const one = (size: number) =>
      (size * choose(population - size, shape.rows - 1)) / choose(population, shape.rows);
    const expected = (3 * one(1)) / (3 * one(1) + 2 * one(2) + one(4));
    expect(zayatzUniqueProbability(shape, population)).toBeCloseTo(expected, 10);
    expect(zayatzUniqueProbability(shapeOf([2, 3]), 30)).toBe(0);
    // With nobody outside the sample only true uniques show one row.
    expect(zayatzUniqueProbability(shape, shape.rows)).toBeCloseTo(1, 10);
  });
  it("by Pitman: no parameters near by are likelier, and uniques follow the formula", () => {
    const sizes = [1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 5, 8, 20];
    const shape = shapeOf(sizes);
    const model = fitPitman(shape, 500)!;
    // The sampling formula written out factor by factor.
    const likelihood = (theta: number, alpha: number) => {
      let value = 0;
      for (let i = 1; i < sizes.length; i++) value += Math.log(theta + i * alpha);
      for (let i = 1; i < shape.rows; i++) value -= Math.log(theta + i);
      for (const size of sizes) for (let i = 1; i < size; i++) value += Math.log(i - alpha);
      return value;
    };
    const best = likelihood(model.theta, model.alpha);
    for (const [theta, alpha] of [
      [1.01, 1],
      [0.99, 1],
      [1, 1.005],
      [1, 0.995],
      [1.02, 0.99],
      [0.98, 1.01],
    ] as const)
      expect(likelihood(model.theta * theta, model.alpha * alpha)).toBeLessThan(best);
    let uniques = 500;
    for (let i = 1; i < 500; i++) uniques *= (model.theta + model.alpha + i - 1) / (model.theta + i);
    expect(model.populationUniques).toBeCloseTo(uniques, 6);
  });
  it("by Pitman: none where nobody is alone, or everybody", () => {
    expect(fitPitman(shapeOf([2, 2, 3]), 100)).toBeUndefined();
    expect(fitPitman(shapeOf([1, 1, 1]), 100)).toBeUndefined();
    expect(fitPitman(shapeOf([]), 100)).toBeUndefined();
    expect(fitPitman(shapeOf([1, 1, 2]), 100)).toBeDefined();
  });
});
