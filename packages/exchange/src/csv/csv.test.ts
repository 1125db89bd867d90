import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv, writeCsv, writeCsvRow } from "./index.ts";

describe("reading CSV", () => {
  it("keeps quotes, commas and line breaks inside quoted cells, and every cell as text", () => {
    const table = readCsv('a,b\r\n"1,5","say ""yes""\r\nnow"\r\n007,\r\n');
    expect(table.header).toEqual(["a", "b"]);
    expect(table.rows.map((row) => row.cells)).toEqual([
      ["1,5", 'say "yes"\r\nnow'],
      ["007", ""],
    ]);
    expect(table.problems).toEqual([]);
  });

  it("names the line on which each record starts, also after breaks inside cells and blank lines", () => {
    const table = readCsv('\uFEFFa,b\n1,"x\r\ny"\n\n2,3\n');
    expect(table.header).toEqual(["a", "b"]);
    expect(table.rows.map((row) => row.line)).toEqual([2, 5]);
  });

  it("names the line of a row that is too short or too long, and reads on", () => {
    const table = readCsv("a,b\n1\n2,3\n4,5,6\n");
    expect(table.problems.map(({ line, detail }) => [line, detail])).toEqual([
      [2, "the row has 1 cell, the header 2"],
      [4, "the row has 3 cells, the header 2"],
    ]);
    expect(table.rows.map((row) => row.cells)).toEqual([["2", "3"]]);
  });

  it.each([
    ['a,b\n1,"x\n2,3\n', "a quote is opened and never closed"],
    ['a,b\n1,x"y\n2,3\n', "a quote stands inside an unquoted cell"],
    ['a,b\n1,"x"y\n2,3\n', "text follows a closing quote"],
  ])("a broken quote is a problem of its line: %j", (text, detail) => {
    const table = readCsv(text);
    expect(table.problems[0]).toMatchObject({ line: 2, detail });
    expect(table.rows.at(-1)?.cells).toEqual(["2", "3"]);
  });

  it("an empty file is a problem of line 1", () => {
    expect(readCsv("").problems).toEqual([
      { line: 1, detail: "the file is empty", cure: "Restore it; line 1 names the columns." },
    ]);
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => Array.isArray(readCsv(text).rows)));
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', ",", "\n", "\r", "a", "\uFEFF")), (parts) =>
        Array.isArray(readCsv(parts.join("")).rows),
      ),
    );
  });

  it("agrees with an independent reader on every table without problems", () => {
    const piece = fc.constantFrom('"', '""', ",", "\n", "\r\n", "a", " ", "é", "1");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (parts) => {
        const text = `x,y\n${parts.join("")}`;
        const ours = readCsv(text);
        if (ours.problems.length > 0) return;
        const theirs = parse(text, {
          record_delimiter: ["\r\n", "\n"],
          relax_column_count: true,
          skip_empty_lines: true,
        });
        expect([ours.header, ...ours.rows.map((row) => row.cells)]).toEqual(theirs);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("writing CSV", () => {
  it("is read back as it was, cell by cell", () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", " ", "ش", "中") });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 })),
        (width, rows) => {
          const table = rows.map((row) => row.slice(0, width).map((text) => text.replace(/^\r+/, "")));
          const header = ["a", "b", "c", "d"].slice(0, width);
          const back = readCsv(writeCsv(header, table));
          expect(back.problems).toEqual([]);
          expect(back.rows.map((row) => row.cells)).toEqual(table);
        },
      ),
    );
  });

  it("text that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers", () => {
    expect(writeCsvRow(["=1+1", "+x", "-x", "@x", "\tx", "\rx", "x=1", -1.5])).toBe(
      `'=1+1,'+x,'-x,'@x,'\tx,"'\rx",x=1,-1.5\r\n`,
    );
  });

  it("nothing, null and undefined are empty cells; a byte-order mark is written on request", () => {
    expect(writeCsv(["a", "b"], [[null, undefined]], { byteOrderMark: true })).toBe("\uFEFFa,b\r\n,\r\n");
  });
});
