import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordsFrom, valuesOf } from "../records/records.ts";
import { checkKAnonymity } from "../risk/k-anonymity.ts";
import { generalize } from "./generalize.ts";
import { bandHierarchy, codeHierarchy, type Hierarchy, readHierarchy } from "./hierarchy.ts";
import { searchLattice } from "./lattice.ts";

const value = <T>(
  result: { ok: true; value: T } | { ok: false; refusal: { parameter: string; detail: string } },
): T => {
  if (!result.ok) throw new Error(`${result.refusal.parameter}: ${result.refusal.detail}`);
  return result.value;
};

/** Two columns with hierarchies of three and four levels. */
const years = Array.from({ length: 12 }, (_, i) => `${2008 + i}`);
const places = ["PHL", "IDN", "KHM", "UKR", "MDA", "GHA"];
const continents = ["Asia", "Asia", "Asia", "Europe", "Europe", "Africa"];
const placeHierarchy = value(
  readHierarchy(
    "place",
    places.map((place, i) => [place, continents[i]!, "World"]),
  ),
);
const yearHierarchy = value(bandHierarchy({ name: "year", values: ["", ...years] }, [2, 4, 12]));

describe("hierarchies", () => {
  it("bands of years nest", () => {
    expect(yearHierarchy.levels.get("2017")).toEqual(["2016-2017", "2016-2019", "2016-2027"]);
  });

  it("tell for each level what a value becomes and what that loses", () => {
    const coded = value(codeHierarchy({ name: "place", values: ["", ...places] }, placeHierarchy));
    expect(coded.values[1]).toEqual(["", "Asia", "Europe", "Africa"]);
    expect([...coded.loss[1]!]).toEqual([0, 2 / 5, 1 / 5, 0]);
    expect([...coded.loss[2]!]).toEqual([0, 1]);
  });

  it.each<[string, string[][], string]>([
    ["rows without broader values", [["a"], ["b"]], "hierarchy of x"],
    [
      "rows of different length",
      [
        ["a", "A"],
        ["b", "B", "C"],
      ],
      "row 2",
    ],
    [
      "a value that comes twice",
      [
        ["a", "A"],
        ["a", "B"],
      ],
      "row 2",
    ],
    [
      "values that meet and part again",
      [
        ["a", "A", "1"],
        ["b", "A", "2"],
      ],
      "row 2",
    ],
  ])("refuse %s", (_, rows, place) => {
    const read = readHierarchy("x", rows);
    expect(!read.ok && read.refusal.parameter).toContain(place);
  });

  it.each([[[]], [[1]], [[2, 3]], [[2, 2]], [[4, 2]]])("refuse bands of widths %j", (widths) => {
    expect(bandHierarchy({ name: "year", values: ["", "2017"] }, widths).ok).toBe(false);
  });

  it("refuse bands of what is no number, and a value they don't know", () => {
    expect(bandHierarchy({ name: "year", values: ["", "May 2017"] }, [5]).ok).toBe(false);
    const coded = codeHierarchy({ name: "place", values: ["", "FRA"] }, placeHierarchy);
    expect(!coded.ok && coded.refusal.detail).toContain("FRA");
  });
});

const cases = fc.array(fc.tuple(fc.constantFrom("", ...places), fc.constantFrom("", ...years)), {
  minLength: 5,
  maxLength: 80,
});

describe("generalization", () => {
  it("finds the way that loses least, as trying out every way does", () => {
    fc.assert(
      fc.property(
        cases,
        fc.integer({ min: 2, max: 6 }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (rows, k, share) => {
          const records = recordsFrom(["place", "year"], rows);
          const hierarchies = records.columns.map((column) =>
            value(codeHierarchy(column, column.name === "place" ? placeHierarchy : yearHierarchy)),
          );
          const mostBelow = Math.floor(share * rows.length);
          const found = searchLattice(records, hierarchies, k, mostBelow);
          let least = Number.POSITIVE_INFINITY;
          for (let place = 0; place < 3; place++) {
            for (let year = 0; year < 4; year++) {
              const one = [hierarchies[0]!, hierarchies[1]!].map((hierarchy, j) => {
                const level = j === 0 ? place : year;
                return {
                  codes: [hierarchy.codes[level]!],
                  values: [hierarchy.values[level]!],
                  loss: [hierarchy.loss[level]!],
                };
              });
              const only = searchLattice(records, one, k, mostBelow).best;
              if (only) least = Math.min(least, only.loss);
            }
          }
          expect(found.best?.loss ?? Number.POSITIVE_INFINITY).toBeCloseTo(least, 10);
          expect(found.evaluated).toBeLessThanOrEqual(2 * found.nodes);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("leaves at most the allowed share of rows below k and only broadens", () => {
    const rows = Array.from({ length: 300 }, (_, i) => [places[i % 5]!, years[(i * 7) % 12]!, `case ${i}`]);
    const records = recordsFrom(["place", "year", "note"], rows);
    const done = value(
      generalize(records, {
        k: 20,
        quasi: ["place", "year"],
        hierarchies: [placeHierarchy, yearHierarchy],
        mostBelow: 0.05,
      }),
    );
    const check = value(checkKAnonymity(done.records, { quasi: ["place", "year"], k: 20 }));
    expect(check.rowsBelow).toBe(done.rowsBelow);
    expect(check.rowsBelow).toBeLessThanOrEqual(15);
    const first = valuesOf(done.records, done.records.combinationOfRow[0]!);
    expect(first[2]).toBe("case 0");
    const level = done.levelOf.place!;
    expect(first[0]).toBe(level === 0 ? "PHL" : placeHierarchy.levels.get("PHL")![level - 1]);
    expect(done.evaluated).toBeLessThan(done.ways + 1);
  });

  it("refuses what no way can reach, columns without place, shares and hierarchies that don't fit", () => {
    const records = recordsFrom(
      ["place", "year"],
      [
        ["PHL", "2010"],
        ["UKR", "2011"],
      ],
    );
    const place = (question: {
      k: number;
      hierarchies: Hierarchy[];
      mostBelow?: number;
      quasi?: string[];
    }) => {
      const done = generalize(records, question);
      return done.ok ? "" : done.refusal.parameter;
    };
    expect(place({ k: 2, hierarchies: [placeHierarchy], mostBelow: 0 })).toBe("--most-below");
    expect(place({ k: 2, hierarchies: [], mostBelow: 1 })).toBe("--most-below");
    expect(place({ k: 2, hierarchies: [placeHierarchy], quasi: ["year"] })).toBe("--hierarchy");
    expect(place({ k: 1, hierarchies: [] })).toBe("--k");
    expect(place({ k: 2, hierarchies: [{ column: "place", levels: new Map([["PHL", ["Asia"]]]) }] })).toBe(
      "hierarchy of place",
    );
  });
});
