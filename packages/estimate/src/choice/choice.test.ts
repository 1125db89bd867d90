import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateExists } from "../model/existence.ts";
import { allTerms, closeModel, modelKey, sayModel, sayTerm } from "../model/model.ts";
import { buildCaptureTable } from "../table/capture-table.ts";
import { reorderLists } from "../table/reshape-table.ts";
import { acceptedValue, exampleTable, KOREA, termsOf } from "../testing/example-tables.ts";
import { BestPairwiseChooser } from "./branch-and-bound.ts";
import {
  AveragingChooser,
  BestModelChooser,
  DownhillChooser,
  type Scored,
  weighModels,
} from "./criterion-search.ts";
import { enumerateModels, neighbourModels, partsOf } from "./enumerate-models.ts";
import { StepwiseChooser } from "./stepwise.ts";

describe("stepwise choice", () => {
  it("gives the published models and estimates at p < 0.02", () => {
    const uk = exampleTable("UKdat");
    const chosen = new StepwiseChooser(uk.lists, 0.02).choose(uk.counts);
    expect(Math.round(chosen.total)).toBe(11418);
    const published = closeModel(termsOf(uk, "PF:NCA LA:NG NG:GP LA:PF PF:GP GO:GP NG:GO"));
    expect(chosen.interactions).toEqual(published);
    expect(sayTerm(uk.lists, chosen.steps[0]!.pair)).toBe("PF:NCA");
    expect(chosen.steps.every((s) => s.logP < Math.log(0.02))).toBe(true);
    const five = exampleTable("UKdat_5");
    expect(Math.round(new StepwiseChooser(five.lists, 0.02).choose(five.counts).total)).toBe(11313);
    const western = exampleTable("Western");
    const ae = new StepwiseChooser(western.lists, 0.02).choose(western.counts);
    expect([sayModel(western.lists, ae.interactions), ae.total.toFixed(3)]).toEqual([
      "[A:E, B, C, D]",
      "2483.384",
    ]);
    expect(new StepwiseChooser(KOREA.lists, 0.02).choose(KOREA.counts).total).toBeCloseTo(268.7777778, 6);
  });
  it("is main effects at threshold 0 and the model of all pairs at 1", () => {
    const uk = exampleTable("UKdat");
    expect(Math.round(new StepwiseChooser(uk.lists, 0).choose(uk.counts).total)).toBe(12214);
    expect(new StepwiseChooser(uk.lists, 1).choose(uk.counts).interactions).toHaveLength(15);
    const artificial = exampleTable("Artificial_3");
    const most = new StepwiseChooser(artificial.lists, 1).choose(artificial.counts);
    expect(estimateExists(artificial.counts, allTerms(3, most.interactions))).toBe(true);
    expect(most.interactions.length).toBeLessThan(3);
  });
  it("passes over pairs that would leave no estimate, and says which", () => {
    const table = exampleTable("Artificial_3");
    const chosen = new StepwiseChooser(table.lists, 0.5).choose(table.counts);
    expect(chosen.passedOver).toContain(3);
    expect(Number.isFinite(chosen.total)).toBe(true);
  });
  it("has no finite estimate when no two lists overlap", () => {
    const chosen = new StepwiseChooser(["A", "B"], 0.02).choose(Float64Array.from([0, 5, 6, 0]));
    expect(chosen.total).toBe(Number.POSITIVE_INFINITY);
    const inside = new StepwiseChooser(["A", "B"], 0.02).choose(Float64Array.from([0, 5, 0, 6]));
    expect(inside.total).toBe(Number.POSITIVE_INFINITY);
  });
  it("goes on without a list that became empty in a resampled table", () => {
    const counts = Float64Array.from([0, 5, 6, 3, 0, 0, 0, 0]);
    const chosen = new StepwiseChooser(["A", "B", "C"], 0.02).choose(counts);
    expect(chosen.total).toBeCloseTo((8 * 9) / 3, 6);
  });
});

describe("choice by criterion", () => {
  it("goes downhill to the published models", () => {
    const uk = exampleTable("UKdat");
    const down = new DownhillChooser(6, 2, "bic").choose(uk.counts);
    expect(down.score.toFixed(2)).toBe("244.12");
    expect(Math.round(down.total)).toBe(12350);
    const five = exampleTable("UKdat_5");
    expect(Math.round(new DownhillChooser(5, 2, "bic").choose(five.counts).total)).toBe(12262);
    expect(new DownhillChooser(3, 2, "bic").choose(KOREA.counts).total).toBeCloseTo(157.1667, 4);
  });
  it("finds that the downhill optimum of the five-list table is a local one", () => {
    const five = exampleTable("UKdat_5");
    const models = enumerateModels(5, 2, 2000)!;
    const best = new BestModelChooser(5, models, "bic");
    expect(models).toHaveLength(1024);
    expect(Math.round(best.choose(five.counts).total)).toBe(22991);
    const all = enumerateModels(5, 4, 10_000)!;
    expect(Math.round(new BestModelChooser(5, all, "bic").choose(five.counts).total)).toBe(25311);
  });
  it("finds the best pairwise model without fitting them all, exactly", () => {
    for (const criterion of ["bic", "aic", "aicc"] as const) {
      const bounded = new BestPairwiseChooser(5, criterion);
      const every = new BestModelChooser(5, enumerateModels(5, 2, 2000)!, criterion);
      for (const name of ["UKdat_5", "Ned_5", "NewOrl_5", "Western"]) {
        const table = exampleTable(name);
        expect(bounded.choose(table.counts).total, name).toBeCloseTo(every.choose(table.counts).total, 4);
        expect(bounded.fitted).toBeLessThan(300);
        expect(bounded.complete).toBe(true);
      }
    }
    const eight = exampleTable("NewOrl");
    const wide = new BestPairwiseChooser(8, "bic");
    expect(wide.name).toBe("smallest BIC of all 268,435,456 pairwise models");
    expect(Math.round(wide.choose(eight.counts).total)).toBe(1184);
    expect(wide.fitted).toBeLessThan(3000);
    const two = new BestPairwiseChooser(2, "aic");
    expect(two.choose(Float64Array.from([0, 40, 30, 20])).total).toBeCloseTo(150, 6);
  });
  it("agrees with the exhaustive search on any sparse table", () => {
    const every = new BestModelChooser(4, enumerateModels(4, 2, 100)!, "bic");
    const bounded = new BestPairwiseChooser(4, "bic");
    const counts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(counts, (list) => {
        const table = Float64Array.from(list);
        table[0] = 0;
        const [a, b] = [bounded.choose(table), every.choose(table)].map((c) => (c as Scored).score);
        expect(a === b || Math.abs(a! - b!) < 1e-6).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
  it("averages with weights that add to one and fall with the score", () => {
    const five = exampleTable("UKdat_5");
    const models = enumerateModels(5, 2, 2000)!;
    const weighted = weighModels(new BestModelChooser(5, models, "aicc").rank(five.counts));
    expect(weighted.reduce((sum, w) => sum + w.weight, 0)).toBeCloseTo(1, 12);
    expect(weighted[0]!.weight).toBeGreaterThan(weighted[1]!.weight);
    expect(weighted[0]!.weight / weighted[1]!.weight).toBeCloseTo(
      Math.exp((weighted[1]!.score - weighted[0]!.score) / 2),
      9,
    );
    const average = new AveragingChooser(5, models, "aicc");
    const mean = weighted.reduce((sum, w) => sum + w.weight * w.total, 0);
    expect(average.choose(five.counts).total).toBeCloseTo(mean, 9);
    expect(average.name).toContain("AICc");
    expect(new AveragingChooser(2, [[]], "aic").choose(Float64Array.from([0, 5, 6, 0])).total).toBe(Infinity);
  });
});

describe("models", () => {
  it("are all listed once, each hierarchical", () => {
    expect(enumerateModels(2, 2, 10)).toEqual([[]]);
    expect(enumerateModels(3, 2, 10)).toHaveLength(8);
    expect(enumerateModels(4, 2, 100)).toHaveLength(64);
    // 113 hierarchical models on four lists, as published for the Kosovo table.
    const four = enumerateModels(4, 3, 1000)!;
    expect(four).toHaveLength(113);
    expect(new Set(four.map(modelKey)).size).toBe(113);
    for (const model of four) expect(closeModel(model)).toEqual(model);
    expect(enumerateModels(6, 2, 1000)).toBeUndefined();
    expect(enumerateModels(12, 2, 1000)).toBeUndefined();
  });
  it("have neighbours a term away, all hierarchical", () => {
    expect(partsOf(0b111).sort()).toEqual([0b011, 0b101, 0b110]);
    const model = closeModel([0b111]);
    const neighbours = neighbourModels(4, model, 3);
    for (const next of neighbours) {
      expect(closeModel(next)).toEqual(next);
      expect(Math.abs(next.length - model.length)).toBe(1);
    }
    expect(neighbours).toContainEqual([0b011, 0b101, 0b110]);
    expect(neighbours.some((next) => next.includes(0b1011))).toBe(false);
    expect(neighbourModels(3, [3, 5, 6], 3)).toHaveLength(3);
  });
});

describe("estimates do not depend on the order of the lists", () => {
  const table = fc
    .array(fc.integer({ min: 0, max: 30 }), { minLength: 15, maxLength: 15 })
    .map((counts) =>
      buildCaptureTable(
        ["P", "Q", "R", "S"],
        counts.map((count, i) => ({ history: i + 1, count, place: "" })),
      ),
    )
    .filter((outcome) => outcome.ok)
    .map(acceptedValue);
  it("stepwise and by criterion", () => {
    fc.assert(
      fc.property(table, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (t, order) => {
        const moved = acceptedValue(reorderLists(t, order));
        const a = new StepwiseChooser(t.lists, 0.05).choose(t.counts).total;
        const b = new StepwiseChooser(moved.lists, 0.05).choose(moved.counts).total;
        expect(Math.abs(a / b - 1) < 1e-6 || a === b).toBe(true);
        const models = enumerateModels(4, 2, 100)!;
        const c = new BestModelChooser(4, models, "aic").choose(t.counts).total;
        const d = new BestModelChooser(4, models, "aic").choose(moved.counts).total;
        expect(Math.abs(c / d - 1) < 1e-6 || c === d).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
