import { parseDay } from "@concord/core/vocabulary";
import { describe, expect, it } from "vitest";
import { boundByYear } from "./bound-by-year.ts";

const day = (text: string) => parseDay(text) ?? Number.NaN;
const points = [
  { date: "2003-12-25", in_force: 40 },
  { date: "2005-01-01", in_force: 70 },
];

describe("a curve of joinings year by year", () => {
  it("gives the number bound at the end of each year; the first of January belongs to the year it begins", () => {
    const years = boundByYear(points, day("2002-07-01"), day("2005-06-30"));
    expect(years.map(({ year, in_force }) => [year, in_force])).toEqual([
      [2002, 0],
      [2003, 40],
      [2004, 40],
      [2005, 70],
    ]);
  });

  it("covers the span drawn without a hole", () => {
    const years = boundByYear(points, day("2002-07-01"), day("2005-06-30"));
    expect(years[0]?.from).toBe(day("2002-07-01"));
    expect(years.at(-1)?.to).toBe(day("2005-06-30"));
    for (const [at, { to }] of years.slice(0, -1).entries()) expect(to).toBe(years[at + 1]?.from);
  });

  it("is empty where nothing is drawn", () => {
    expect(boundByYear(points, 10, 10)).toEqual([]);
  });
});
