import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Records, recordsFrom } from "../records/records.ts";
import { assessRisk } from "./assess.ts";
import { riskByKnowledge, simulateAttacks } from "./attack.ts";
import { individualRisk } from "./individual.ts";
import { checkKAnonymity, countMatching } from "./k-anonymity.ts";
import { fitPitman, logGamma, shapeOf, zayatzUniqueProbability } from "./population.ts";
import { measureLDiversity, measureTCloseness } from "./sensitive.ts";

const records = recordsFrom(
  ["sex", "age", "form"],
  [
    ["F", "9-17", "sexual"],
    ["F", "9-17", "sexual"],
    ["F", "9-17", ""],
    ["F", "", "labour"],
    ["M", "9-17", "labour"],
  ],
);

const table = fc
  .array(fc.array(fc.constantFrom("", "a", "b", "c"), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows) => ({ rows, records: recordsFrom(["x", "y", "z"], rows) }));

const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: { detail: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.detail);
  return result.value;
};

describe("k-anonymity", () => {
  it("names the smallest classes", () => {
    const check = value(checkKAnonymity(records, { quasi: ["sex", "age"], k: 3, named: 2 }));
    expect(check).toMatchObject({ satisfied: false, smallest: 1, rowsBelow: 2, classesBelow: 2, classes: 3 });
    expect(check.smallestClasses).toEqual([
      { values: { sex: "F", age: "" }, size: 1, matching: 1 },
      { values: { sex: "M", age: "9-17" }, size: 1, matching: 1 },
    ]);
  });

  it("read so that a missing value matches any, a row without age may be any of its sex", () => {
    const check = value(checkKAnonymity(records, { quasi: ["sex", "age"], k: 4, reading: "any" }));
    expect(check.smallestClasses.map(({ matching }) => matching)).toEqual([1, 4, 4]);
  });

  it("counted by bits or pair by pair, matches are the same", () => {
    fc.assert(
      fc.property(table, ({ rows, records }) => {
        const counts = value(countMatching(records, "any"));
        const agree = (a: string[], b: string[]) => a.every((cell, j) => !cell || !b[j] || cell === b[j]);
        rows.forEach((row, i) => {
          const expected = rows.filter((other) => agree(row, other)).length;
          expect(counts[records.combinationOfRow[i]!]).toBe(expected);
        });
      }),
    );
  });

  it("by the strict reading implies k-anonymity by the lenient one", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 6 }), ({ records }, k) => {
        const strict = value(checkKAnonymity(records, { k }));
        const lenient = value(checkKAnonymity(records, { k, reading: "any" }));
        expect(lenient.smallest).toBeGreaterThanOrEqual(strict.smallest);
        expect(lenient.rowsBelow).toBeLessThanOrEqual(strict.rowsBelow);
      }),
    );
  });

  it.each([1, 0, -3, 2.5, Number.NaN])("refuses k = %s", (k) => {
    const check = checkKAnonymity(records, { k });
    expect(!check.ok && check.refusal).toMatchObject({ code: "out-of-range", parameter: "--k" });
  });

  it("refuses a quasi-identifier that isn't there, or is named twice", () => {
    const unknown = checkKAnonymity(records, { quasi: ["Sex"], k: 2 });
    const twice = checkKAnonymity(records, { quasi: ["sex", "sex"], k: 2 });
    expect(!unknown.ok && unknown.refusal.cure).toMatch(/sex, age, form/);
    expect(!twice.ok && twice.refusal.detail).toMatch(/twice/);
  });
});

describe("what a class tells about a sensitive value", () => {
  it("l-diversity counts known values and the rows that give theirs away", () => {
    const diversity = value(measureLDiversity(records, { quasi: ["sex"], sensitive: "form" }));
    expect(diversity).toMatchObject({ distinct: 1, greatestShare: 1, rowsDisclosed: 1 });
    expect(diversity.worstClass).toEqual({ values: ["M"], rows: 1 });
    expect(value(measureLDiversity(records, { quasi: ["age"], sensitive: "sex" })).entropy).toBeCloseTo(1);
  });

  it("entropy l-diversity of two equally frequent values is 2", () => {
    const even = recordsFrom(
      ["q", "s"],
      [
        ["1", "a"],
        ["1", "b"],
        ["1", ""],
      ],
    );
    expect(value(measureLDiversity(even, { quasi: ["q"], sensitive: "s" }))).toMatchObject({
      distinct: 2,
      entropy: expect.closeTo(2),
      greatestShare: 0.5,
      rowsDisclosed: 0,
    });
  });

  it("t-closeness reproduces the salary example of Li, Li and Venkatasubramanian (2007)", () => {
    const salaries = ["3", "4", "5", "6", "11", "8", "7", "9", "10"];
    const rows = salaries.map((salary, i) => [i < 3 ? "first" : i < 6 ? "second" : "third", salary]);
    const paper = recordsFrom(["zip", "salary"], rows);
    const question = { quasi: ["zip"], sensitive: "salary", ordered: true };
    expect(value(measureTCloseness(paper, question)).t).toBeCloseTo(0.375, 10);
    expect(value(measureTCloseness(paper, { ...question, ordered: false })).t).toBeCloseTo(2 / 3, 10);
  });

  it("refuses a column that is both known and sensitive, and one that holds nothing", () => {
    const both = measureLDiversity(records, { quasi: ["sex"], sensitive: "sex" });
    const empty = measureLDiversity(recordsFrom(["a", "b"], [["x", ""]]), { quasi: ["a"], sensitive: "b" });
    expect(!both.ok && both.refusal.parameter).toBe("--sensitive");
    expect(!empty.ok && empty.refusal.parameter).toBe("column b");
  });
});

describe("individual risk", () => {
  it("is 1/f when the whole population is in the records, and p·ln(1/p)/(1 − p) for a unique", () => {
    expect(individualRisk(4, 1)).toBe(0.25);
    expect(individualRisk(1, 0.1)).toBeCloseTo((0.1 / 0.9) * Math.log(10), 12);
  });

  it("agrees with the sum over population sizes by the negative binomial law", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (f, p) => {
          let term = p ** f;
          let sum = term / f;
          for (let population = f + 1; population < 60_000 && term > 1e-18 * sum; population++) {
            term *= ((population - 1) / (population - f)) * (1 - p);
            sum += term / population;
          }
          expect(individualRisk(f, p)).toBeCloseTo(sum, 8);
        },
      ),
    );
  });
});

describe("population uniques", () => {
  it("logGamma is right at known points", () => {
    expect(logGamma(1)).toBeCloseTo(0, 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 10);
  });

  it("Pitman's model finds its own parameters again and foretells uniques of the population", () => {
    const { sizes, sampleSizes, population, rows } = drawPitman(20, 0.6, 40_000, 4_000);
    const model = fitPitman(shapeOf(sampleSizes), population);
    expect(model?.alpha).toBeGreaterThan(0.5);
    expect(model?.alpha).toBeLessThan(0.7);
    const truth = sizes.filter((size) => size === 1).length;
    expect(rows).toBe(4_000);
    expect(Math.abs((model?.populationUniques ?? 0) / truth - 1)).toBeLessThan(0.15);
  });

  it("Zayatz gives 1 when the sample is the population and less when it is a part", () => {
    const shape = shapeOf([1, 1, 1, 2, 5]);
    expect(zayatzUniqueProbability(shape, 10)).toBeCloseTo(1, 12);
    expect(zayatzUniqueProbability(shape, 100)).toBeLessThan(1);
    expect(zayatzUniqueProbability(shapeOf([2, 2]), 100)).toBe(0);
  });

  it("Pitman's model is not fitted to nothing but uniques, or to none", () => {
    expect(fitPitman(shapeOf([1, 1, 1]), 100)).toBeUndefined();
    expect(fitPitman(shapeOf([2, 3]), 100)).toBeUndefined();
  });
});

describe("attacks", () => {
  it("of a prosecutor succeed with one over the class, of a marketer on as many rows as there are classes", () => {
    const risk = simulateAttacks([1, 4, 5], [1, 4, 5], 1, 1 / 5);
    expect(risk.prosecutor).toMatchObject({ highest: 1, rowsAbove: 5, mean: expect.closeTo(0.3) });
    expect(risk.marketer).toMatchObject({
      expectedRows: expect.closeTo(3),
      expectedShare: expect.closeTo(0.3),
    });
  });

  it("of a journalist succeed less often, since others of the population may fit", () => {
    const risk = simulateAttacks([1, 4, 5], [1, 4, 5], 0.1, 1 / 5);
    expect(risk.journalist.highest).toBeCloseTo(individualRisk(1, 0.1));
    expect(risk.journalist.mean).toBeLessThan(risk.prosecutor.mean);
  });

  it("single out more rows the more columns are known", () => {
    const risks = riskByKnowledge(records, [0, 1, 2], 2);
    expect(risks.map(({ columnsKnown }) => columnsKnown)).toEqual([1, 2, 3]);
    expect(risks[0]).toMatchObject({ worstUniqueShare: 0.2 });
    expect(risks[2]).toMatchObject({ worstUniqueShare: 0.6, meanUniqueShare: expect.closeTo(0.6) });
  });
});

describe("the risk report", () => {
  it("holds each part, the population's where the records are a share of it", () => {
    const report = value(assessRisk(records, { k: 2, sensitive: ["form"], fraction: 0.2 }));
    expect(report).toMatchObject({ quasi: ["sex", "age"], rows: 5, missingCells: 1, sampleUniques: 2 });
    expect(report.population).toMatchObject({ persons: 25 });
    expect(report.sensitive[0]?.diversity.distinct).toBe(1);
    expect(value(assessRisk(records, { k: 2 })).population).toBeUndefined();
  });

  it.each([0, -1, 1.2, Number.NaN])("refuses a share of %s", (fraction) => {
    const report = assessRisk(records as Records, { k: 2, fraction });
    expect(!report.ok && report.refusal.parameter).toBe("--fraction");
  });
});

/** Draws persons one by one by Pitman's urn; the first `rows` are the sample (the urn is exchangeable). */
function drawPitman(theta: number, alpha: number, population: number, rows: number) {
  let state = 12345;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const sizes: number[] = [];
  const personClass: number[] = [];
  for (let person = 0; person < population; person++) {
    const isNew = random() * (theta + person) < theta + alpha * sizes.length;
    let chosen = sizes.length;
    while (!isNew) {
      // An earlier person's class is drawn by its size; accepting with (size − α)/size makes it size − α.
      chosen = personClass[Math.floor(random() * person)]!;
      if (random() * sizes[chosen]! < sizes[chosen]! - alpha) break;
    }
    sizes[chosen] = (sizes[chosen] ?? 0) + 1;
    personClass.push(chosen);
  }
  const sample: number[] = [];
  for (const chosen of personClass.slice(0, rows)) sample[chosen] = (sample[chosen] ?? 0) + 1;
  return { sizes, sampleSizes: sample.filter((size) => size > 0), population, rows };
}
