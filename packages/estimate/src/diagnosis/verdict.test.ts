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
      exactP: 0.4,
      tablesDrawn: 999,
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
  it("believes the exact p-value before the chi-squared one", () => {
    const judged = (chiSquaredP: number, exactP: number) => ({
      goodness: { ...calm.goodness, chiSquaredP, exactP },
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

  it("says every reason in full, with its figures", () => {
    const sentences = (change: Partial<Evidence>): string[] =>
      reachVerdict({ ...calm, ...change }).reasons.map((r) => r.sentence);
    expect(sentences({ table: exampleTable("NewOrl") })).toEqual([
      "Only 13 of 185 cases are on more than one list; all that is known about the hidden comes from them.",
      "18 of 28 pairs of lists have no case in common, so how they depend on each other can hardly be told.",
    ]);
    expect(sentences({ leftOut: [variant("without P", undefined)] })).toEqual([
      "Nothing can be estimated without P: The lists are apart.",
    ]);
    expect(sentences({ leftOut: [variant("without P", 1000, 500, 1400)] })).toEqual([
      "The interval is 4.5 times as wide when it is made without P.",
    ]);
    expect(sentences({ leftOut: [variant("without P", 1500, 900, 1100)] })).toEqual([
      "The estimate becomes 1,500 when it is made without P.",
    ]);
    expect(
      sentences({ cells: [{ history: 3, name: "A:B", count: 1, lessOne: 1200, lessAll: 1200 }] }),
    ).toEqual(["One case more or less matters: without a single case on A:B the estimate becomes 1,200."]);
    const path = [
      variant("main", 1),
      variant("a", 1000),
      variant("b", 1450),
      variant("c", 1100),
      variant("all", 1),
    ];
    expect(sentences({ thresholds: path })).toEqual([
      "It hangs on the threshold of stepwise choice: estimates run from 1,000 to 1,450.",
    ]);
    expect(sentences({ methods: [method("b", 1500), method("c", 1200), method("a", 1000)] })).toEqual([
      "Methods disagree: from 1,000 (a) to 1,500 (b).",
    ]);
    expect(sentences({ methods: [method("downhill-bic", 1000), method("best-bic", 1100)] })).toEqual([
      "The downhill search by BIC stops at a local optimum (1,000); the best BIC of all models gives 1,100.",
    ]);
    expect(sentences({ methods: [method("chao", 1300, 1200, 1400, false)] })).toEqual([
      "Chao's lower bound (1,300) lies above the whole interval: people probably differ in how easily they are found, which pairwise models miss.",
    ]);
    expect(sentences({ interval: { ...interval, upper: Number.POSITIVE_INFINITY } })).toEqual([
      "The data set no upper bound on the total.",
    ]);
    expect(sentences({ interval: { ...interval, upper: 1300 } })).toEqual([
      "Counting in that the model was chosen from the same data makes the interval 2 times as wide as the usual one.",
    ]);
    expect(sentences({ sameModelShare: 0.05 })).toEqual([
      "The chosen model comes back in only 5 % of the resampled tables.",
    ]);
    const poor = { ...calm.goodness, deviance: 12.34, chiSquaredP: 0.03, exactP: 0.02 };
    expect(sentences({ goodness: poor })).toEqual([
      "The model fits poorly: its deviance is 12.3, p = 0.020 by the exact test.",
    ]);
    expect(sentences({ goodness: { ...poor, exactP: Number.NaN } })).toEqual([
      "The model fits poorly: its deviance is 12.3, p = 0.030.",
    ]);
  });
  it("draws each line exactly where it says", () => {
    const overlap = (n: number) => ({ table: { ...dense, counts: Float64Array.from([0, 400, 300, n]) } });
    expect([29, 30, 99, 100].map((n) => codes(overlap(n)).join())).toEqual([
      "few-overlaps heavy",
      "few-overlaps light",
      "few-overlaps light",
      "",
    ]);
    // Two of four pairs and more apart: half is still light.
    const apart = { lists: ["A", "B", "C", "D"], counts: new Float64Array(16), observed: 900 };
    for (const h of [3, 6, 12]) apart.counts[h] = 300;
    expect(codes({ table: apart })).toEqual(["lists-apart light"]);
    const list = (total: number, upper = 1100) =>
      codes({ leftOut: [variant("without P", total, 900, upper)] }).join();
    expect([list(1399), list(1400), list(1999), list(2000)]).toEqual([
      "",
      "list-influential light",
      "list-influential light",
      "list-influential heavy",
    ]);
    expect([list(1000, 1399), list(1000, 1400), list(1000, 1899), list(1000, 1900)]).toEqual([
      "",
      "list-influential light",
      "list-influential light",
      "list-influential heavy",
    ]);
    expect(
      reachVerdict({ ...calm, leftOut: [variant("without P", 1000, 900, 1600)] }).reasons[0]!.sentence,
    ).toContain("is 3.5 times as wide");
    const cell = (lessOne: number) =>
      codes({ cells: [{ history: 3, name: "A", count: 1, lessOne, lessAll: 1 }] }).join();
    expect([cell(1149), cell(1150), cell(1499), cell(1500)]).toEqual([
      "",
      "case-influential light",
      "case-influential light",
      "case-influential heavy",
    ]);
    const span = (high: number) =>
      codes({ thresholds: ["m", "a", "b", "z"].map((n, i) => variant(n, i === 2 ? high : 1000)) }).join();
    expect([span(1399), span(1400), span(1999), span(2000)]).toEqual([
      "",
      "thresholds light",
      "thresholds light",
      "thresholds heavy",
    ]);
    expect(
      codes({ thresholds: [variant("m", 1), variant("a", 1000), variant("b", undefined), variant("z", 1)] }),
    ).toEqual([]);
    const methods = (high: number) => codes({ methods: [method("a", 1000), method("b", high)] }).join();
    expect([methods(1399), methods(1400), methods(1999), methods(2000)]).toEqual([
      "",
      "methods-disagree light",
      "methods-disagree light",
      "methods-disagree heavy",
    ]);
    const without = { ...method("c", 9000), total: undefined };
    expect(codes({ methods: [method("a", 1000), without, method("d", Number.POSITIVE_INFINITY)] })).toEqual(
      [],
    );
    expect(codes({ methods: [method("downhill-bic", 1000), method("best-bic", 1005)] })).toEqual([]);
    expect(codes({ methods: [method("downhill-bic", 1000), without] })).toEqual([]);
    expect(codes({ methods: [method("best-bic", 1000)] })).toEqual([]);
    expect(codes({ methods: [method("chao", 1300, 1100, 1400, false)] })).toEqual([]);
    expect(codes({ methods: [method("other", 1000, 1200, 1400, false)] })).toEqual([]);
    const wide = (upper: number) => codes({ interval: { ...interval, upper } }).join();
    expect([wide(1199), wide(1200), wide(1499), wide(1500)]).toEqual([
      "",
      "choice-matters light",
      "choice-matters light",
      "choice-matters heavy",
    ]);
    expect(codes({ sameModelShare: 0.1 })).toEqual([]);
    const p = (value: number) => codes({ goodness: { ...calm.goodness, exactP: value } }).join();
    expect([p(0.05), p(0.049), p(0.005), p(0.0049)]).toEqual([
      "",
      "poor-fit light",
      "poor-fit light",
      "poor-fit heavy",
    ]);
  });
  it("is with care for one heavy reason and for any number of light ones", () => {
    const grade = (change: Partial<Evidence>) => reachVerdict({ ...calm, ...change });
    expect(grade({ cells: [{ history: 1, name: "A", count: 1, lessOne: 2000, lessAll: 1 }] }).grade).toBe(
      "with care",
    );
    const light = grade({ sameModelShare: 0.01, methods: [method("a", 1000), method("b", 1500)] });
    expect(light.grade).toBe("with care");
    expect(light.headline).toContain("Use it with care, for the reasons below.");
    const two = grade({
      sameModelShare: 0.01,
      thresholds: ["m", "a", "b", "z"].map((n, i) => variant(n, i === 2 ? 3000 : 1000)),
      cells: [{ history: 1, name: "A", count: 1, lessOne: 2000, lessAll: 1 }],
    });
    expect(two.headline).toContain("Do not rely on this one number, for the reasons below.");
    expect(two.reasons.map((r) => r.code)).toEqual(["case-influential", "thresholds", "model-unstable"]);
    const mixed = grade({
      leftOut: [variant("without P", 1450)],
      cells: [{ history: 1, name: "A", count: 1, lessOne: 2000, lessAll: 1 }],
    });
    expect(mixed.reasons.map((r) => r.weight)).toEqual(["heavy", "light"]);
  });
});
