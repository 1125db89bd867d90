import { describe, expect, it } from "vitest";
import { recordsFrom } from "../records/records.ts";
import { compareDistributions, cramersV } from "./association.ts";
import { compareCounts } from "./count-error.ts";

const repeat = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const truth = recordsFrom(["a", "b"], [...repeat(60, ["x", "1"]), ...repeat(40, ["y", "2"]), ["x", ""]]);

describe("error of counts", () => {
  it("is 0 for the records themselves, whatever the order of their values", () => {
    const same = recordsFrom(["a", "b"], [["x", ""], ...repeat(40, ["y", "2"]), ...repeat(60, ["x", "1"])]);
    for (const length of [1, 2]) {
      expect(compareCounts(truth, same, length)).toMatchObject({
        weightedError: 0,
        missedShare: 0,
        madeUpShare: 0,
      });
    }
  });

  it("weighs each combination by its rows and counts what is missed or made up", () => {
    const off = recordsFrom(["a", "b"], [...repeat(54, ["x", "1"]), ...repeat(4, ["z", "3"])]);
    expect(compareCounts(truth, off, 2)).toEqual({
      length: 2,
      combinations: 2,
      weightedError: (6 + 40 + 4) / 100,
      missedShare: 0.5,
      madeUpShare: 0.5,
      bySize: [
        { from: 11, to: 50, combinations: 1, meanAbsoluteError: 40, meanRelativeError: 1 },
        { from: 51, to: 100, combinations: 1, meanAbsoluteError: 6, meanRelativeError: 0.1 },
      ],
    });
  });

  it("can compare shares where the release has another number of rows", () => {
    const half = recordsFrom(["a", "b"], [...repeat(30, ["x", "1"]), ...repeat(20, ["y", "2"])]);
    expect(compareCounts(truth, half, 2, 2).weightedError).toBe(0);
  });
});

describe("distributions and associations", () => {
  it("Cramér's V is 1 where one column tells the other and 0 where they are independent", () => {
    const square = ["x", "y"].flatMap((a) => ["1", "2"].flatMap((b) => repeat(5, [a, b])));
    expect(cramersV(truth, 0, 1)).toBeCloseTo(1);
    expect(cramersV(recordsFrom(["a", "b"], square), 0, 1)).toBeCloseTo(0);
    expect(cramersV(recordsFrom(["a", "b"], repeat(3, ["x", "1"])), 0, 1)).toBe(0);
  });

  it("tells how shares, associations and tables differ", () => {
    const released = recordsFrom(
      ["a", "b"],
      [...repeat(50, ["x", "1"]), ...repeat(10, ["x", "2"]), ...repeat(40, ["y", "2"])],
    );
    const compared = compareDistributions(truth, released);
    expect(compared.totalVariation.a).toBeCloseTo(61 / 101 - 0.6, 10);
    expect(compared.associations[0]?.true).toBeCloseTo(1);
    expect(compared.greatestAssociationError).toBeCloseTo(1 - compared.associations[0]!.released);
    // Groups of 50 rows and more: x (share of 1 falls from 1 to 5/6) and 1 (share of x stays 1).
    expect(compared.meanShareError).toBeCloseTo((100 * (1 / 6)) / 2);
  });
});
