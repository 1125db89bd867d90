import { describe, expect, it } from "vitest";
import { makeChooser, sayMethod } from "../choice/method.ts";
import { fitModel } from "../model/fit-model.ts";
import { removeCase } from "../table/reshape-table.ts";
import { acceptedValue, codeOf, exampleTable, KOREA, termsOf } from "../testing/example-tables.ts";
import { simulateCoverage, summarizeCoverage } from "./coverage.ts";
import { judgeFit } from "./goodness.ts";
import { followThresholds, influenceOfCells, leaveEachListOut, mergeEachPair } from "./influence.ts";

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
  it("adds up residuals and compares the deviance with those of tables that have the same statistics", () => {
    const fit = acceptedValue(fitModel(KOREA, [3]));
    const drawn = [fit.deviance - 1, fit.deviance - 1e-12, fit.deviance + 1];
    const judged = judgeFit(KOREA, fit, drawn);
    expect(judged.deviance).toBeCloseTo(8.566946, 5);
    expect(judged.degreesOfFreedom).toBe(2);
    expect(judged.chiSquaredP).toBeCloseTo(0.0138, 3);
    // Two as large, rounding aside, and the table itself, of three and the table itself.
    expect(judged.exactP).toBe(3 / 4);
    expect(judged.tablesDrawn).toBe(3);
    expect(judged.histories).toBe(7);
    expect(judged.sparseHistories).toBe(3);
    const pearson = [...KOREA.counts].reduce(
      (s, y, h) => (h === 0 ? s : s + (y - fit.expected[h]!) ** 2 / fit.expected[h]!),
      0,
    );
    expect(judged.pearson).toBeCloseTo(pearson, 9);
    expect(Math.abs(judged.worst[0]!.residual)).toBeGreaterThanOrEqual(Math.abs(judged.worst[1]!.residual));
    expect(judgeFit(KOREA, fit, []).exactP).toBeNaN();
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
