import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedValue, codeOf, exampleTable } from "../testing/example-tables.ts";
import { casesOn } from "./capture-table.ts";
import {
  leaveListOut,
  mergeLists,
  observedHistories,
  removeCase,
  reorderLists,
  withCounts,
} from "./reshape-table.ts";

describe("tables made from a table", () => {
  it("leaving a list out hides the cases on that list alone", () => {
    const uk = exampleTable("UKdat");
    const rest = acceptedValue(leaveListOut(uk, 4));
    expect(rest.lists).toEqual(["LA", "NG", "PF", "GO", "NCA"]);
    expect(rest.observed).toBe(2744 - 316);
    expect(casesOn(rest, 1 << 4)).toBe(102);
  });
  it("merging PF and NCA gives the published five-list table", () => {
    const merged = acceptedValue(mergeLists(exampleTable("UKdat"), 2, 5));
    const published = exampleTable("UKdat_5");
    expect(merged.lists).toEqual(["LA", "NG", "PF+NCA", "GO", "GP"]);
    expect([...merged.counts]).toEqual([...published.counts]);
    expect([...acceptedValue(mergeLists(exampleTable("UKdat"), 5, 2)).counts]).toEqual([...published.counts]);
  });
  it("a list isn't merged with itself and two lists aren't merged into one", () => {
    expect(codeOf(mergeLists(exampleTable("UKdat"), 2, 2))).toBe("same-list");
    const three = exampleTable("Artificial_3");
    expect(codeOf(leaveListOut(acceptedValue(leaveListOut(three, 2)), 0))).toBe("too-few-lists");
  });
  it("reordering lists and back changes nothing", () => {
    const uk = exampleTable("UKdat");
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
        const moved = acceptedValue(reorderLists(uk, order));
        const back = order.map((_, i) => order.indexOf(i));
        expect(acceptedValue(reorderLists(moved, back))).toEqual(uk);
      }),
    );
  });
  it("removing a case takes one from one history, never below zero", () => {
    const uk = exampleTable("UKdat");
    expect(removeCase(uk, 1).observed).toBe(2743);
    expect(removeCase(uk, 63).observed).toBe(2744);
    expect(withCounts(uk, new Float64Array(64)).observed).toBe(0);
    const histories = observedHistories(uk);
    expect(histories).toHaveLength(25);
    expect(uk.counts[histories[0]!]).toBe(907);
  });
});
