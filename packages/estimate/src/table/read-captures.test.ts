import { describe, expect, it } from "vitest";
import { sayRefusal } from "../refusal.ts";
import { acceptedValue, codeOf, exampleTable } from "../testing/example-tables.ts";
import {
  buildCaptureTable,
  casesOn,
  casesOnSeveral,
  nonOverlappingPairs,
  sayHistory,
} from "./capture-table.ts";
import { CaptureReader, readCaptures, tallyCases } from "./read-captures.ts";

describe("a capture table is read", () => {
  it("from the published file, cases and lists as its paper says", () => {
    const table = exampleTable("UKdat");
    expect(table.lists).toEqual(["LA", "NG", "PF", "GO", "GP", "NCA"]);
    expect(table.observed).toBe(2744);
    expect(casesOn(table, 1 << 2)).toBe(1102);
    expect(casesOnSeveral(table)).toBe(252);
    expect(
      nonOverlappingPairs(table)
        .map((p) => sayHistory(table.lists, p))
        .sort(),
    ).toEqual(["LA:GP", "LA:NCA"]);
    expect(sayHistory(table.lists, 0)).toBe("on no list");
  });
  it("whatever the separator, line ends, quotes and byte order mark", () => {
    const plain = acceptedValue(readCaptures("A,B,count\n1,0,5\n0,1,6\n1,1,2\n"));
    for (const text of [
      "\uFEFFA,B,count\r\n1,0,5\r\n0,1,6\r\n1,1,2",
      "A;B;Freq\n1;0;5\n0;1;6\n1;1;2\n\n",
      '"A"\t"B"\t"n"\nyes\tno\t5\nFALSE\ttrue\t6\n1\t1\t2\n',
      "count,A,B\n5,1,0\n6,0,1\n2,1,1\n",
    ]) {
      expect(acceptedValue(readCaptures(text))).toEqual(plain);
    }
  });
  it("with chosen columns among others", () => {
    const text = 'id,A,"place, x",B,cases\n1,1,Here,0,5\n2,0,"The ""big"" town\nnorth",1,6\n3,1,x,1,2\n';
    const table = acceptedValue(readCaptures(text, { lists: ["B", "A"], count: "cases" }));
    expect(table.lists).toEqual(["B", "A"]);
    expect([...table.counts]).toEqual([0, 6, 5, 2]);
  });
  it("from case rows, one row a case", () => {
    const table = acceptedValue(readCaptures("A,B\n1,0\n1,0\n0,1\n1,1\n"));
    expect([...table.counts]).toEqual([0, 2, 1, 1]);
    expect(acceptedValue(tallyCases(["A", "B"], [1, 1, 2, 3]))).toEqual(table);
  });
  it("piece by piece as in one go", () => {
    const reader = new CaptureReader();
    for (const c of "A,B,count\n1,0,5\n0,1,6\n1,1,2\n") reader.push(c);
    expect([...acceptedValue(reader.end()).counts]).toEqual([0, 5, 6, 2]);
  });
});

describe("bad input is refused with its place and its cure", () => {
  const cases: [string, string, string][] = [
    ["A,B,count\n1,0,-3\n0,1,6\n1,1,2\n", "negative-count", "line 2"],
    ["A,B,count\n1,0,3\n0,1,2.5\n1,1,2\n", "fractional-count", "line 3"],
    ["A,B,count\n1,0,3\n0,1,2\n1,1,1e10\n", "huge-count", "line 4"],
    ["A,B,count\n1,0,3\n0,1,12 000\n1,1,2\n", "count-not-a-number", "line 3"],
    ["A,B,count\n1,0,3\n0,1,\n1,1,2\n", "missing-count", "line 3"],
    ["A,B,count\n1,0,3\n1,0,4\n1,1,2\n", "duplicate-history", "line 3"],
    ["A,B,count\n1,0,3\n0,1,2\n0,0,4\n1,1,2\n", "count-of-hidden", "line 4"],
    ["A,B,count\n1,0,0\n0,1,0\n1,1,0\n", "no-cases", "counts"],
    ["A,B,C,count\n1,0,0,3\n0,1,0,4\n1,1,0,2\n", "empty-list", "list C"],
    ["A,B,C,count\n1,1,0,3\n0,0,1,4\n1,1,1,2\n", "same-lists", "lists A and B"],
    ["A,count\n1,3\n", "too-few-lists", "header"],
    ["count\n3\n", "too-few-lists", "header"],
    [`${"ABCDEFGHIJKLM".split("").join(",")},count\n`, "too-many-lists", "header"],
    ["A,A,count\n1,0,3\n", "repeated-list-name", "column 2"],
    ["A,,count\n1,0,3\n", "unnamed-list", "column 2"],
    ["A,B,count\n1,2,3\n", "not-a-mark", "line 2, column B"],
    ["A,B,count\n1,,3\n", "missing-mark", "line 2, column B"],
    ["A,B,count\n1,0\n", "wrong-width", "line 2"],
    ["", "empty-file", "file"],
    ['A,B,count\n1,0,"3\n', "open-quote", "end of file"],
    ["A,B\n1,0\n0,0\n1,1\n", "case-on-no-list", "line 3"],
    ["A,B,town\n1,0,X\n", "not-a-mark", "column town"],
  ];
  for (const [text, code, place] of cases) {
    it(`${code}: ${JSON.stringify(text.slice(0, 40))}`, () => {
      const outcome = readCaptures(text);
      expect(codeOf(outcome)).toBe(code);
      if (outcome.ok) return;
      expect(outcome.refusal.place).toContain(place);
      expect(outcome.refusal.cure.length).toBeGreaterThan(10);
      expect(sayRefusal(outcome.refusal)).toContain(outcome.refusal.message);
    });
  }
  it("a zero for people on no list is let pass", () => {
    expect(codeOf(readCaptures("A,B,count\n0,0,0\n1,0,3\n0,1,4\n1,1,2\n"))).toBe("accepted");
  });
  it("a column that does not exist", () => {
    expect(codeOf(readCaptures("A,B,count\n", { lists: ["A", "X"] }))).toBe("unknown-column");
    expect(codeOf(readCaptures("A,B,count\n", { count: "X" }))).toBe("unknown-column");
  });
  it("more rows than combinations", () => {
    const text = `A,B,count\n${"1,0,1\n".repeat(5000)}`;
    expect(codeOf(readCaptures(text))).toBe("too-many-rows");
  });
  it("a count that is no number, given by a program", () => {
    const rows = [{ history: 1, count: Number.NaN, place: "row 1" }];
    expect(codeOf(buildCaptureTable(["A", "B"], rows))).toBe("count-not-a-number");
    expect(codeOf(tallyCases(["A", "B"], [1, 0]))).toBe("case-on-no-list");
    expect(codeOf(tallyCases(["A", "B"], [1, 4]))).toBe("case-on-no-list");
  });
  it("a field that never ends does not fill the memory", () => {
    const reader = new CaptureReader();
    reader.push("A,B,count\n");
    let going = true;
    for (let i = 0; i < 200 && going; i++) going = reader.push("x".repeat(1000));
    expect(going).toBe(false);
    expect(codeOf(reader.end())).toBe("wrong-width");
  });
});
