import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordsFrom } from "../records/records.ts";
import { MatchIndex, positionsOf } from "./match-index.ts";

const rowsOf = fc.array(fc.array(fc.constantFrom("", "a", "b", "c"), { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 90,
});

describe("the index of rows that could be the same person", () => {
  it("finds those that pairwise comparison finds, while cells are blanked and taken back", () => {
    const deeds = fc.array(fc.record({ at: fc.nat(89), column: fc.nat(2), back: fc.boolean() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(rowsOf, deeds, fc.integer({ min: 0, max: 7 }), (rows, list, disregarded) => {
        const records = recordsFrom(["x", "y", "z"], rows);
        const index = new MatchIndex(records);
        const codes = records.codes.slice();
        for (const { at, column, back } of list) {
          const c = at % records.sizes.length;
          codes[c * 3 + column] = back ? records.codes[c * 3 + column]! : 0;
          if (back) index.restore(c, column);
          else index.blank(c, column);
        }
        expect(index.codes).toEqual(codes);
        const agree = (a: number, b: number) =>
          [0, 1, 2].every((j) => {
            const [one, other] = [codes[a * 3 + j]!, codes[b * 3 + j]!];
            return one === 0 || other === 0 || one === other || ((disregarded >> j) & 1) === 1;
          });
        for (let c = 0; c < records.sizes.length; c++) {
          const expected = [...records.sizes.keys()].filter((other) => agree(c, other));
          expect(positionsOf(index.matching(c, disregarded))).toEqual(expected);
          const many = expected.reduce((sum, other) => sum + records.sizes[other]!, 0);
          expect(index.rowsMatching(c, disregarded)).toBe(many);
          // Counting may stop as soon as there are enough, never before.
          const some = index.rowsMatching(c, disregarded, 2);
          expect(some >= Math.min(2, many) && some <= many).toBe(true);
        }
      }),
    );
  });
  it("leaves the records as they were", () => {
    const records = recordsFrom(["x"], [["a"], ["b"]]);
    const index = new MatchIndex(records);
    index.blank(0, 0);
    expect(records.codes[0]).not.toBe(0);
    expect([index.rowsMatching(0), index.rowsMatching(1)]).toEqual([2, 2]);
    index.restore(0, 0);
    expect([index.rowsMatching(0), index.rowsMatching(1)]).toEqual([1, 1]);
  });
  it("stops counting when there are enough", () => {
    const index = new MatchIndex(
      recordsFrom(
        ["x", "y"],
        [
          ["a", ""],
          ["a", "1"],
          ["a", "2"],
        ],
      ),
    );
    expect([1, 2, 3, 4].map((enough) => index.rowsMatching(0, 0, enough))).toEqual([1, 2, 3, 3]);
  });
  it("says whether it has room: a bit a value and combination, 256 MiB at most", () => {
    const sized = (values: number, combinations: number) =>
      MatchIndex.fits({
        columns: [
          { name: "x", values: new Array<string>(values - 1).fill("") },
          { name: "y", values: [""] },
        ],
        codes: new Uint32Array(),
        sizes: new Uint32Array(combinations),
      });
    expect(sized(1 << 16, 32 * 1024)).toBe(true);
    expect(sized(1 << 16, 32 * 1024 + 1)).toBe(false);
    expect(sized((1 << 16) + 1, 32 * 1024)).toBe(false);
  });
});
