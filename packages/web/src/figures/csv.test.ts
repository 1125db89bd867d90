import { describe, expect, it } from "vitest";
import { writeCsv } from "./csv.ts";

describe("a table as CSV", () => {
  it("quotes cells that hold a comma, a quote or a line break, and leaves unknown cells empty", () => {
    expect(
      writeCsv(
        ["state", "note"],
        [
          ["BGD", 'a "b", c'],
          ["ARE", null],
          ["X\nY", 3],
        ],
      ),
    ).toBe('\uFEFFstate,note\r\nBGD,"a ""b"", c"\r\nARE,\r\n"X\nY",3\r\n');
  });
});
