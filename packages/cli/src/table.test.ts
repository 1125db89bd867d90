import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutTable } from "./table.ts";
import { padTo, textWidth, wrapText } from "./text-width.ts";

describe("columns on a terminal", () => {
  it("Chinese takes two, combining marks none", () => {
    expect(textWidth("瓦努阿图")).toBe(8);
    expect(textWidth("Côte d’Ivoire")).toBe(13);
    expect(textWidth("Co\u0302te")).toBe(4);
    expect(textWidth("مصر")).toBe(3);
    expect(textWidth("")).toBe(0);
  });

  it("padding reaches the width asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, width) => {
        expect(textWidth(padTo(text, width))).toBe(Math.max(width, textWidth(text)));
      }),
    );
  });

  it("wrapping loses no word", () => {
    const text = "the strongest provision in force for it gives the theme its strength";
    expect(wrapText(text, 20).join(" ")).toBe(text);
    expect(wrapText(text, 20).every((line) => line.length <= 20)).toBe(true);
  });

  it("rows are aligned, numbers to the right, the last column wrapped", () => {
    const table = {
      columns: ["state", "n", "words"],
      rows: [
        ["瓦努阿图", 7, "one two three four five six seven eight"],
        ["Peru", 1200, ""],
      ],
    };
    expect(layOutTable(table, 40).split("\n")).toEqual([
      "state        n  words",
      "瓦努阿图     7  one two three four five",
      "                six seven eight",
      "Peru      1200",
      "",
    ]);
  });
});
