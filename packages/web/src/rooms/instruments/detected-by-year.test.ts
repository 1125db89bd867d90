import type { DetectionYear } from "@concord/core/instruments/tables";
import { describe, expect, it } from "vitest";
import { detectedByYear } from "./detected-by-year.ts";

const row = (part: Partial<DetectionYear>): DetectionYear => ({
  measure: "detected-victims",
  year: 2019,
  sex: "total",
  age: "total",
  category: "",
  value: 7,
  low: 7,
  high: 7,
  flag: "",
  ...part,
});

describe("detections by year", () => {
  it("shows <5 as 0 to 4", () => {
    expect(detectedByYear([row({ value: null, low: 0, high: 4 })])).toEqual([
      { year: 2019, low: 0, high: 4 },
    ]);
  });

  it("spans conflicting values of one year instead of adding them", () => {
    expect(detectedByYear([row({}), row({ value: 12, low: 12, high: 12, flag: "conflict" })])).toEqual([
      { year: 2019, low: 7, high: 12 },
    ]);
  });

  it("never adds parts by sex or age, nor other measures", () => {
    expect(
      detectedByYear([row({ sex: "female" }), row({ age: "child" }), row({ measure: "persons-convicted" })]),
    ).toEqual([]);
  });
});
