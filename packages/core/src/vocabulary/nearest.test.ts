import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearestWord } from "./nearest.ts";

describe("what was probably meant", () => {
  it("counts insertions, deletions, changes and swaps of neighbours as one step each", () => {
    expect(editDistance("date", "dates")).toBe(1);
    expect(editDistance("date", "dat")).toBe(1);
    expect(editDistance("date", "data")).toBe(1);
    expect(editDistance("date", "daet")).toBe(1);
    expect(editDistance("", "abc")).toBe(3);
  });

  it("is the same in both directions, and zero for equal words alone", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right)).toBe(editDistance(right, left));
        expect(editDistance(left, right) === 0).toBe(left === right);
      }),
    );
  });

  it("names the nearest word, and none when nothing is near", () => {
    expect(nearestWord("dta", ["date", "limit"])).toBe("date");
    expect(nearestWord("Palermo-Protocl", ["untoc", "palermo-protocol"])).toBe("palermo-protocol");
    expect(nearestWord("xyzzy", ["date", "limit"])).toBeUndefined();
  });
});
