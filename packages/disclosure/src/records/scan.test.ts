import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KernelScanner } from "./kernel-scan.ts";
import { scanPlain, splitRecord } from "./plain-scan.ts";
import { type Records, valuesOf } from "./records.ts";
import { MOST_CELLS, MOST_VALUES, type ScanPlan } from "./scan-plan.ts";

const plan = (header: string[], more: Partial<ScanPlan> = {}): ScanPlan => ({
  header,
  kept: header.map((_, index) => index),
  delimiter: ",",
  mostValues: MOST_VALUES,
  mostCells: MOST_CELLS,
  ...more,
});

/** Feeds the kernel in blocks of the given sizes, then the rest. */
function scanByKernel(text: string, scanPlan_: ScanPlan, sizes: readonly number[] = []) {
  const bytes = new TextEncoder().encode(text);
  const scanner = new KernelScanner(scanPlan_);
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    const part = bytes.subarray(at, at + size);
    scanner.room().set(part);
    at += part.length;
    const refused = scanner.take(part.length, false);
    if (refused) return refused;
  }
  return scanner.take(0, true) ?? scanner.finish();
}

const rowsOf = (records: Records): string[][] =>
  [...records.combinationOfRow].map((combination) => valuesOf(records, combination));

const quoteIfNeeded = (value: string, always: boolean): string =>
  always || /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

const value = fc.oneof(
  fc.constantFrom("", "a", "b", "Female", "30-38", "exactly8", "a longer value than eight"),
  fc.string({ unit: fc.constantFrom("x", '"', ",", "\n", "\r\n", "é", "中", "🙂", " "), maxLength: 12 }),
);

const file = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    header: fc.constant(Array.from({ length: width }, (_, index) => `c${index}`)),
    rows: fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 40 }),
    always: fc.boolean(),
    feed: fc.constantFrom("\n", "\r\n"),
    ended: fc.boolean(),
    sizes: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 30 }),
  }),
);

describe("reading rows", () => {
  it("gives back every value of a well-formed file, whatever the quoting, line ends and blocks", () => {
    fc.assert(
      fc.property(file, ({ header, rows, always, feed, ended, sizes }) => {
        // A line with nothing on it is no record where records have several columns; a lone empty value is quoted.
        const text =
          rows
            .map((row) => row.map((cell) => quoteIfNeeded(cell, always || header.length === 1)).join(","))
            .join(feed) + (ended ? feed : "");
        const read = scanByKernel(text, plan(header), sizes);
        expect(read.ok && rowsOf(read.value)).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });

  it("the compiled kernel and its plain twin agree on any text, faults included", () => {
    const anything = fc.string({
      unit: fc.constantFrom("a", "bb", '"', ",", "\n", "\r", "\r\n", "é", "", "0123456789"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        anything,
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.nat(9), { maxLength: 8 }),
        (text, width, sizes) => {
          const shape = plan(Array.from({ length: width }, (_, index) => `c${index}`));
          expect(scanByKernel(text, shape, sizes)).toEqual(scanPlain(text, shape));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("grows its tables past their first size", () => {
    const text = Array.from(
      { length: 30_000 },
      (_, row) => `${row % 9_000},value ${row % 7_001},${row % 3}`,
    ).join("\n");
    const shape = plan(["a", "b", "c"]);
    expect(scanByKernel(text, shape)).toEqual(scanPlain(text, shape));
  });

  it("keeps only the columns asked for", () => {
    const read = scanByKernel("1,x,a\n2,x,a\n", plan(["id", "b", "c"], { kept: [1, 2] }));
    expect(read.ok && [read.value.columns.map((column) => column.name), [...read.value.sizes]]).toEqual([
      ["b", "c"],
      [2],
    ]);
  });

  it.each([
    ["a,b\nc\n", "row 2", "this row has 1 values"],
    ["a,b\nc,d,e\n", "row 2", "this row has 3 values"],
    ['a,b"x"\n', "row 1, column c1", "inside a value"],
    ['a,"b"x\n', "row 1, column c1", "inside a value"],
    ['a,b\nc,"d\n', "row 2", "nothing closes it"],
  ])("refuses %j and names the place", (text, place, detail) => {
    for (const refused of [scanByKernel(text, plan(["c0", "c1"])), scanPlain(text, plan(["c0", "c1"]))]) {
      expect(!refused.ok && [refused.refusal.parameter, refused.refusal.detail]).toEqual([
        place,
        expect.stringContaining(detail),
      ]);
    }
  });

  it("refuses a column with too many distinct values, naming column and row", () => {
    const text = Array.from({ length: 20 }, (_, row) => `x,${row}`).join("\n");
    const shape = plan(["a", "case"], { mostValues: 11 });
    for (const refused of [scanByKernel(text, shape), scanPlain(text, shape)]) {
      expect(!refused.ok && refused.refusal).toMatchObject({
        code: "too-many-values",
        parameter: "column case",
        detail: expect.stringContaining("row 11"),
        cure: expect.stringContaining("--without case"),
      });
    }
  });

  it("refuses more distinct combinations than memory is meant for", () => {
    const text = Array.from({ length: 20 }, (_, row) => `x,${row}`).join("\n");
    const shape = plan(["a", "b"], { mostCells: 20 });
    for (const refused of [scanByKernel(text, shape), scanPlain(text, shape)]) {
      expect(!refused.ok && refused.refusal).toMatchObject({ code: "too-large", parameter: "row 11" });
    }
  });
});

describe("splitting one record", () => {
  it("tells where the next record begins", () => {
    expect(splitRecord('a,"b ""c"""\r\nnext', 0, ",")).toEqual({ values: ["a", 'b "c"'], next: 13 });
  });
});
