import { describe, expect, it } from "vitest";
import { makeChooser, sayMethod } from "../choice/method.ts";
import { fitModel } from "../model/fit-model.ts";
import { removeCase } from "../table/reshape-table.ts";
import { acceptedValue, codeOf, exampleTable, KOREA, termsOf } from "../testing/example-tables.ts";
import { simulateCoverage, summarizeCoverage } from "./coverage.ts";
import { judgeFit, simulateDeviances } from "./goodness.ts";
import { followThresholds, influenceOfCells, leaveEachListOut, mergeEachPair } from "./influence.ts";
import { type Evidence, reachVerdict, say } from "./verdict.ts";

const STEPWISE = { kind: "stepwise", threshold: 0.02 } as const;

describe("methods as data", () => {
  const lists = ["A", "B", "C"];
  it("are named for people", () => {
    expect(sayMethod(lists, STEPWISE)).toBe("stepwise at p < 0.02");
    expect(sayMethod(lists, { kind: "fixed", interactions: [] })).toBe("main effects");
    expect(sayMethod(lists, { kind: "fixed", interactions: [3] })).toBe("model [A:B, C]");
    expect(sayMethod(lists, { kind: "downhill", criterion: "bic", order: 2 })).toContain("BIC");
    expect(sayMethod(lists, { kind: "best", criterion: "aic", order: 0 })).toBe("best");
  });
  it("are refused when they make no sense", () => {
    const code = (method: Parameters<typeof makeChooser>[1], names: readonly string[] = lists): string =>
      codeOf(makeChooser(names, method));
    expect(code({ kind: "stepwise", threshold: 1.5 })).toBe("bad-threshold");
    expect(code({ kind: "stepwise", threshold: Number.NaN })).toBe("bad-threshold");
    expect(code({ kind: "best", criterion: "bic", order: 0 })).toBe("bad-order");
    expect(code({ kind: "downhill", criterion: "bic", order: 1.5 })).toBe("bad-order");
    expect(code({ kind: "best", criterion: "bic", order: 3 }, "ABCDEFGHI".split(""))).toBe("too-many-models");
    expect(code({ kind: "average", criterion: "bic", order: 2 }, "ABCDEFGHI".split(""))).toBe(
      "too-many-models",
    );
  });
  it("search only the best models when told so", () => {
    const five = exampleTable("UKdat_5");
    const method = { kind: "best", criterion: "bic", order: 2, top: 20 } as const;
    const chooser = acceptedValue(makeChooser(five.lists, method, five.counts));
    expect(chooser.name).toContain("20 models");
    expect(Math.round(chooser.choose(five.counts).total)).toBe(22991);
    const average = { kind: "average", criterion: "bic", order: 2 } as const;
    expect(acceptedValue(makeChooser(five.lists, average)).choose(five.counts).total).toBeCloseTo(18019.7, 0);
  });
  it("a fixed model without estimate gives an unbounded total", () => {
    const table = exampleTable("Artificial_3");
    const chooser = acceptedValue(makeChooser(table.lists, { kind: "fixed", interactions: [3] }));
    expect(chooser.choose(table.counts).total).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("goodness of fit", () => {
  it("adds up residuals and compares the deviance with simulated ones", () => {
    const fit = acceptedValue(fitModel(KOREA, [3]));
    const simulated = simulateDeviances(KOREA, [3], fit.expected, 1, 0, 400);
    const judged = judgeFit(KOREA, fit, simulated);
    expect(judged.deviance).toBeCloseTo(8.566946, 5);
    expect(judged.degreesOfFreedom).toBe(2);
    expect(judged.chiSquaredP).toBeCloseTo(0.0138, 3);
    expect(judged.simulatedP).toBeGreaterThan(0);
    expect(judged.simulatedP).toBeLessThan(0.06);
    expect(judged.histories).toBe(7);
    expect(judged.sparseHistories).toBe(3);
    const pearson = [...KOREA.counts].reduce(
      (s, y, h) => (h === 0 ? s : s + (y - fit.expected[h]!) ** 2 / fit.expected[h]!),
      0,
    );
    expect(judged.pearson).toBeCloseTo(pearson, 9);
    expect(Math.abs(judged.worst[0]!.residual)).toBeGreaterThanOrEqual(Math.abs(judged.worst[1]!.residual));
    expect(judgeFit(KOREA, fit, []).simulatedP).toBeNaN();
  });
  it("has a p-value that is evenly spread when the model is true", () => {
    // Dense counts: the chi-squared distribution with 2 degrees of freedom has mean 2.
    const truth = acceptedValue(fitModel(KOREA, [3])).expected.map((x) => 100 * x);
    const deviances = simulateDeviances(KOREA, [3], truth, 3, 0, 600);
    const mean = deviances.reduce((a, b) => a + b, 0) / deviances.length;
    expect(Math.abs(mean - 2)).toBeLessThan(0.3);
    expect(simulateDeviances(KOREA, [3], truth, 3, 0, 600, (done) => done < 3)).toHaveLength(3);
  });
});

describe("influence", () => {
  const uk = exampleTable("UKdat");
  it("of a list left out, with its interval and model", () => {
    const variants = leaveEachListOut(uk, STEPWISE, 0.95);
    const withoutPf = variants.find((v) => v.name === "without PF");
    expect(Math.round(withoutPf!.total!)).toBe(19845);
    expect(withoutPf!.interval!.upper).toBeGreaterThan(25_000);
    expect(withoutPf!.model).toContain("LA:NG");
  });
  it("of a list left out of a fixed model takes its interactions along", () => {
    const method = { kind: "fixed", interactions: termsOf(uk, "LA:NG NG:GP PF:NCA") } as const;
    const variants = leaveEachListOut(uk, method, 0.95);
    expect(variants[1]!.model).toBe("[PF:NCA, LA, GO, GP]");
    expect(variants[0]!.model).toBe("[NG:GP, PF:NCA, GO]");
    expect(variants[5]!.model).toBe("[LA:NG, NG:GP, PF, GO]");
  });
  it("says why nothing can be had", () => {
    const variants = leaveEachListOut(exampleTable("Artificial_3"), STEPWISE, 0.95);
    expect(variants[0]!.total).toBeUndefined();
    expect(variants[0]!.reason.length).toBeGreaterThan(10);
    const two = { lists: ["A", "B"], counts: Float64Array.from([0, 4, 3, 2]), observed: 9 };
    expect(leaveEachListOut(two, STEPWISE, 0.95)[0]!.reason).toContain("only one list");
    expect(mergeEachPair(two, STEPWISE, 0.95)).toEqual([]);
  });
  it("of merging two lists: PF and NCA merged is the published five-list table", () => {
    const merged = mergeEachPair(uk, STEPWISE, 0.95).find((v) => v.name === "PF and NCA merged");
    expect(Math.round(merged!.total!)).toBe(11313);
    expect(mergeEachPair(uk, STEPWISE, 0.95)).toHaveLength(15);
  });
  it("of the threshold, from main effects to all pairs", () => {
    const path = followThresholds(uk, 0.95);
    expect(path.map((v) => v.name).slice(0, 2)).toEqual(["main effects", "p < 0.001"]);
    expect(path.at(-1)!.name).toBe("all pairs");
    expect(Math.round(path[0]!.total!)).toBe(12214);
    expect(Math.round(path.find((v) => v.name === "p < 0.02")!.total!)).toBe(11418);
  });
  it("of single cases, the weightiest first", () => {
    const western = exampleTable("Western");
    const cells = influenceOfCells(western, STEPWISE);
    expect(cells).toHaveLength(13);
    expect(cells[0]!.name).toBe("B:C:D");
    const without = acceptedValue(makeChooser(western.lists, STEPWISE)).choose(
      removeCase(western, cells[0]!.history).counts,
    );
    expect(cells[0]!.lessOne).toBeCloseTo(without.total, 6);
    expect(cells[0]!.lessAll).toBe(cells[0]!.lessOne);
    const many = cells.find((c) => c.name === "C")!;
    expect(many.lessAll).not.toBe(many.lessOne);
    expect(influenceOfCells(western, { kind: "stepwise", threshold: 7 })).toEqual([]);
  });
});

describe("coverage by simulation", () => {
  it("is near the nominal level where the theory says so: a fixed true model with large counts", () => {
    const uk = exampleTable("UKdat_5");
    const fit = acceptedValue(fitModel(uk, []));
    const method = { kind: "fixed", interactions: [] } as const;
    const request = { method, expected: fit.expected, level: 0.95, boot: 0, seed: 1, from: 0, to: 400 };
    const summary = summarizeCoverage(simulateCoverage(uk, request), fit.total, 0.95);
    // 400 simulations: standard error 1.1 points.
    expect(Math.abs(summary.normal - 0.95)).toBeLessThan(0.035);
    expect(summary.standardError).toBeCloseTo(0.0109, 3);
    expect(Math.abs(summary.medianTotal / fit.total - 1)).toBeLessThan(0.02);
    expect(summary.bca).toBeNaN();
  });
  it("falls short for the interval that takes a chosen model for granted", () => {
    const uk = exampleTable("UKdat_5");
    const chosen = acceptedValue(makeChooser(uk.lists, STEPWISE)).choose(uk.counts);
    const fit = acceptedValue(fitModel(uk, chosen.interactions));
    const request = {
      method: STEPWISE,
      expected: fit.expected,
      level: 0.95,
      boot: 60,
      seed: 1,
      from: 0,
      to: 60,
    };
    const summary = summarizeCoverage(simulateCoverage(uk, request), fit.total, 0.95);
    expect(summary.normal).toBeLessThan(0.93);
    expect(summary.percentile).toBeGreaterThan(summary.normal);
    expect(summary.simulations).toBe(60);
  });
  it("stops when told, and is empty for an impossible method", () => {
    const request = {
      method: STEPWISE,
      expected: KOREA.counts,
      level: 0.95,
      boot: 0,
      seed: 1,
      from: 0,
      to: 9,
    };
    expect(simulateCoverage(KOREA, request, (done) => done < 2)).toHaveLength(2);
    expect(simulateCoverage(KOREA, { ...request, method: { kind: "stepwise", threshold: 9 } })).toEqual([]);
    expect(summarizeCoverage([], 5, 0.95).medianTotal).toBeNaN();
  });
});

describe("the verdict", () => {
  const interval = { method: "bca", level: 0.95, lower: 900, upper: 1100, remarks: [] } as const;
  const uk = exampleTable("UKdat");
  const dense = { lists: ["A", "B"], counts: Float64Array.from([0, 400, 300, 200]), observed: 900 };
  const calm: Evidence = {
    table: dense,
    total: 1000,
    interval,
    conditional: interval,
    leftOut: [],
    cells: [],
    thresholds: [],
    methods: [],
    goodness: {
      deviance: 1,
      pearson: 1,
      degreesOfFreedom: 1,
      chiSquaredP: 0.5,
      simulatedP: 0.4,
      sparseHistories: 0,
      histories: 3,
      worst: [],
    },
    sameModelShare: 0.9,
  };
  const variant = (name: string, total: number | undefined, lower = 900, upper = 1100) => ({
    name,
    total,
    interval: total === undefined ? undefined : { ...interval, lower, upper },
    model: "",
    reason: "The lists are apart.",
  });
  const method = (id: string, total: number, lower = 900, upper = 1100, comparable = true) => ({
    id,
    name: id,
    total,
    interval: { ...interval, lower, upper },
    note: "",
    comparable,
  });
  const codes = (change: Partial<Evidence>): string[] =>
    reachVerdict({ ...calm, ...change }).reasons.map((r) => `${r.code} ${r.weight}`);

  it("is robust when nothing shakes the estimate", () => {
    const verdict = reachVerdict(calm);
    expect(verdict).toEqual({
      grade: "robust",
      headline: "About 1,000 in all (95 % interval 900 to 1,100). None of the checks below shakes it.",
      reasons: [],
    });
  });
  it("rounds as people do", () => {
    expect([say(12_345), say(0.5), say(Number.POSITIVE_INFINITY)]).toEqual(["12,300", "0.5", "no bound"]);
  });
  it("weighs how little overlap there is", () => {
    const few = { ...dense, counts: Float64Array.from([0, 400, 300, 20]) };
    const some = { ...dense, counts: Float64Array.from([0, 400, 300, 60]) };
    expect(codes({ table: few })).toEqual(["few-overlaps heavy"]);
    expect(codes({ table: some })).toEqual(["few-overlaps light"]);
    expect(codes({ table: uk })).toEqual(["lists-apart light"]);
    expect(codes({ table: exampleTable("NewOrl") })).toEqual(["few-overlaps heavy", "lists-apart heavy"]);
  });
  it("names the list that the estimate hangs on", () => {
    const verdict = reachVerdict({
      ...calm,
      leftOut: [variant("without P", 1450, 1000, 1600), variant("without Q", 1010)],
    });
    expect(verdict.reasons).toHaveLength(1);
    expect(verdict.reasons[0]!.sentence).toBe(
      "The estimate becomes 1,450 and the interval triples when it is made without P.",
    );
    expect(verdict.grade).toBe("with care");
    expect(codes({ leftOut: [variant("without P", 2100)] })).toEqual(["list-influential heavy"]);
    expect(codes({ leftOut: [variant("without P", 480)] })).toEqual(["list-influential heavy"]);
    expect(codes({ leftOut: [variant("without P", 1000, 500, 1700)] })).toEqual(["list-influential heavy"]);
    expect(codes({ leftOut: [variant("without P", undefined)] })).toEqual(["list-indispensable light"]);
  });
  it("names a single case that matters", () => {
    const cell = (lessOne: number) => [{ history: 3, name: "A:B", count: 1, lessOne, lessAll: lessOne }];
    expect(codes({ cells: cell(1100) })).toEqual([]);
    expect(codes({ cells: cell(1200) })).toEqual(["case-influential light"]);
    expect(codes({ cells: cell(600) })).toEqual(["case-influential heavy"]);
  });
  it("shows what the threshold does, main effects and all pairs aside", () => {
    const path = [variant("main", 100), variant("a", 1000), variant("b", 1450), variant("all", 9000)];
    expect(codes({ thresholds: path })).toEqual(["thresholds light"]);
    expect(codes({ thresholds: [path[0]!, variant("a", 1000), variant("b", 2500), path[3]!] })).toEqual([
      "thresholds heavy",
    ]);
  });
  it("shows where methods disagree, and that a downhill search stopped too early", () => {
    expect(codes({ methods: [method("a", 1000), method("b", 1500)] })).toEqual(["methods-disagree light"]);
    expect(codes({ methods: [method("a", 1000), method("b", 2500)] })).toEqual(["methods-disagree heavy"]);
    expect(codes({ methods: [method("a", 1000), method("b", 2500, 1, 2, false)] })).toEqual([]);
    expect(codes({ methods: [method("downhill-bic", 1000), method("best-bic", 1100)] })).toEqual([
      "local-optimum light",
    ]);
    expect(codes({ methods: [method("chao", 1300, 1200, 1400, false)] })).toEqual(["below-chao light"]);
  });
  it("compares the interval with the one that takes the model for granted", () => {
    expect(codes({ interval: { ...interval, upper: 1300 } })).toEqual(["choice-matters light"]);
    expect(codes({ interval: { ...interval, upper: 1600 } })).toEqual(["choice-matters heavy"]);
    expect(codes({ interval: { ...interval, upper: Number.POSITIVE_INFINITY } })).toEqual([
      "no-upper-bound heavy",
    ]);
    expect(codes({ sameModelShare: 0.05 })).toEqual(["model-unstable light"]);
    expect(codes({ sameModelShare: undefined })).toEqual([]);
  });
  it("believes the simulated p-value before the chi-squared one", () => {
    const judged = (chiSquaredP: number, simulatedP: number) => ({
      goodness: { ...calm.goodness, chiSquaredP, simulatedP },
    });
    expect(codes(judged(0.001, 0.4))).toEqual([]);
    expect(codes(judged(0.9, 0.02))).toEqual(["poor-fit light"]);
    expect(codes(judged(0.001, Number.NaN))).toEqual(["poor-fit heavy"]);
  });
  it("is unreliable with two heavy reasons, which come first", () => {
    const verdict = reachVerdict({
      ...calm,
      table: exampleTable("NewOrl"),
      sameModelShare: 0.01,
    });
    expect(verdict.grade).toBe("unreliable");
    expect(verdict.reasons.map((r) => r.weight)).toEqual(["heavy", "heavy", "light"]);
  });
});
