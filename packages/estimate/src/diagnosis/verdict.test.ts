import { describe, expect, it } from "vitest";
import { exampleTable } from "../testing/example-tables.ts";
import { type Evidence, reachVerdict, say } from "./verdict.ts";

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
