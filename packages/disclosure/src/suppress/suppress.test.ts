import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Records, recordsFrom, valuesOf } from "../records/records.ts";
import { type Suppression, type SuppressionQuestion, suppressCells } from "./suppress.ts";

function suppress(records: Records, question: SuppressionQuestion): Suppression {
  const done = suppressCells(records, question);
  if (!done.ok) throw new Error(`${done.refusal.parameter}: ${done.refusal.detail}`);
  return done.value;
}
const rowsOf = (records: Records) => [...records.combinationOfRow].map((c) => valuesOf(records, c));
const repeat = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([width, spread]) =>
    fc.array(
      fc.array(
        fc.integer({ min: 0, max: spread }).map((n) => (n === 0 ? "" : `v${n}`)),
        {
          minLength: width,
          maxLength: width,
        },
      ),
      { minLength: 2, maxLength: 80 },
    ),
  );

describe.each(["own", "any"] as const)("cell suppression, a missing value read as %s", (reading) => {
  it("leaves every row with k − 1 others like it, changes nothing but blanks, and counts them", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 12 }), (rows, k) => {
        const names = rows[0]!.map((_, j) => `c${j}`);
        const done = suppressCells(recordsFrom(names, rows), { k, reading });
        if (!done.ok) {
          expect(rows.length).toBeLessThan(k);
          return;
        }
        const after = rowsOf(done.value.records);
        let cells = 0;
        after.forEach((row, i) => {
          row.forEach((cell, j) => {
            if (cell === rows[i]![j]) return;
            expect(cell).toBe("");
            cells++;
          });
          const alike = after.filter((other) =>
            other.every(
              (cell, j) => cell === row[j] || (reading === "any" && (cell === "" || row[j] === "")),
            ),
          );
          expect(alike.length).toBeGreaterThanOrEqual(k);
        });
        expect(done.value.cells).toBe(cells);
        expect(Object.values(done.value.cellsByColumn).reduce((a, b) => a + b, 0)).toBe(cells);
        expect(done.value.leastCells ?? 0).toBeLessThanOrEqual(cells);
      }),
      { numRuns: 150 },
    );
  });

  it("blanks nothing where k is reached already", () => {
    const records = recordsFrom(["a", "b"], [...repeat(3, ["x", "y"]), ...repeat(4, ["x", ""])]);
    expect(suppress(records, { k: 3, reading })).toMatchObject({
      cells: 0,
      rowsChanged: 0,
      verified: { own: 3 },
    });
  });

  it("refuses fewer rows than k", () => {
    const done = suppressCells(recordsFrom(["a"], [["x"], ["y"]]), { k: 3, reading });
    expect(!done.ok && done.refusal).toMatchObject({ code: "impossible", parameter: "--k" });
  });

  it("also finds its way where there are too many sets of columns to try", () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      Array.from({ length: 14 }, (_, j) => `${(i * (j + 3) + ((i * i) >> (j % 5))) % (3 + (j % 4))}`),
    );
    const names = rows[0]!.map((_, j) => `c${j}`);
    const done = suppress(recordsFrom(names, rows), { k: 6, reading });
    expect(done.verified[reading]).toBeGreaterThanOrEqual(6);
    expect(done.cells).toBeLessThan(40 * 14);
  });

  it("keeps a dear column where a cheaper one will do", () => {
    const rows = [...repeat(5, ["x", "1"]), ...repeat(5, ["y", "2"]), ["x", "2"]];
    for (const [dear, kept] of [
      ["a", 0],
      ["b", 1],
    ] as const) {
      const done = suppress(recordsFrom(["a", "b"], rows), { k: 3, reading, weights: { [dear]: 5 } });
      expect(rowsOf(done.records)[10]![kept]).not.toBe("");
    }
  });

  it("touches only the quasi-identifiers", () => {
    const rows = Array.from({ length: 12 }, (_, i) => [`${i % 5}`, `case ${i}`]);
    const done = suppress(recordsFrom(["q", "note"], rows), { k: 4, quasi: ["q"], reading });
    expect(rowsOf(done.records).map(([, note]) => note)).toEqual(rows.map(([, note]) => note));
  });
});

describe("cell suppression", () => {
  it("read strictly, fills a class up with rows of a large one: one odd row of k = 3 costs it and two others a cell", () => {
    const done = suppress(recordsFrom(["a", "b"], [...repeat(20, ["x", "1"]), ["x", "2"]]), { k: 3 });
    expect(done).toMatchObject({ cells: 3, rowsChanged: 3, verified: { own: 3, any: 21 } });
  });

  it("read so that a blank matches any value, the same row costs one cell", () => {
    const done = suppress(recordsFrom(["a", "b"], [...repeat(20, ["x", "1"]), ["x", "2"]]), {
      k: 3,
      reading: "any",
    });
    expect(done).toMatchObject({ cells: 1, verified: { own: 1, any: 21 } });
  });

  it("joins rows in which the value was missing before", () => {
    const rows = [...repeat(20, ["x", "1"]), ...repeat(5, ["x", ""]), ["x", "2"]];
    expect(suppress(recordsFrom(["a", "b"], rows), { k: 3 })).toMatchObject({ cells: 1 });
  });

  it("blanks whole rows where nothing is alike", () => {
    const rows = Array.from({ length: 6 }, (_, i) => Array.from({ length: 5 }, (_, j) => `${i}${j}`));
    expect(suppress(recordsFrom(["a", "b", "c", "d", "e"], rows), { k: 6 })).toMatchObject({ cells: 30 });
  });

  it("brings the trafficking cases with 2 % of their fields redrawn to k = 11", () => {
    const text = gunzipSync(
      readFileSync(new URL("../../../../data/ctdc/global_2020.csv.gz", import.meta.url)),
    ).toString();
    const [head = "", ...lines] = text.trimEnd().split("\n");
    const rows = lines.map((line) => line.trimEnd().split(","));
    let state = 1;
    const draw = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const redrawn = rows.map((row) =>
      row.map((cell, j) => (draw(50) === 0 ? rows[draw(rows.length)]![j]! : cell)),
    );
    const records = recordsFrom(head.trimEnd().split(","), redrawn);
    const lenient = suppress(records, { k: 11, reading: "any" });
    expect(lenient.cells).toBeLessThan(1_100);
    expect(lenient.verified.any).toBeGreaterThanOrEqual(11);
    const strict = suppress(records, { k: 11 });
    expect(strict.cells).toBeLessThan(8_500);
    expect(strict.verified.own).toBeGreaterThanOrEqual(11);
  });

  it("refuses more columns than it can search, unknown columns and impossible weights", () => {
    const names = Array.from({ length: 32 }, (_, j) => `c${j}`);
    const wide = recordsFrom(names, repeat(3, names));
    const parameter = (question: SuppressionQuestion) => {
      const done = suppressCells(wide, question);
      return done.ok ? "" : done.refusal.parameter;
    };
    expect(parameter({ k: 2 })).toBe("--quasi");
    expect(parameter({ k: 2, quasi: ["d1"] })).toBe("--quasi");
    expect(parameter({ k: 1, quasi: ["c1"] })).toBe("--k");
    expect(parameter({ k: 2, quasi: ["c1"], weights: { c2: 1 } })).toBe("--weight");
    expect(parameter({ k: 2, quasi: ["c1"], weights: { c1: 0 } })).toBe("--weight");
  });
});
