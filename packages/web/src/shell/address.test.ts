import { describe, expect, it } from "vitest";
import { parseAddress, readDay, readIds, readNumber, readShared, writeAddress } from "./address.ts";

describe("the address", () => {
  it("keeps who, when and language, and leaves out what can't be read", () => {
    expect(readShared(parseAddress("?who=BGD&when=2010-02-24&lang=ar"), "2026-11-24")).toEqual({
      who: "BGD",
      when: "2010-02-24",
      lang: "ar",
    });
    expect(readShared(parseAddress("?who=<b>&when=2010-02-30&lang=xx"), "2026-11-24")).toEqual({});
  });

  it("refuses no text at all: a reader never fails", () => {
    for (const search of ["?", "?=&&", "?when=%FF", "?who=%00", "?when=2010-02-24&when="])
      expect(() => readShared(parseAddress(search), "2026-11-24")).not.toThrow();
  });

  it("holds days between 1904 and today", () => {
    expect(readDay({ d: "1904-01-01" }, "d", "2026-11-24")).toBe("1904-01-01");
    expect(readDay({ d: "1903-12-31" }, "d", "2026-11-24")).toBeUndefined();
    expect(readDay({ d: "2026-11-25" }, "d", "2026-11-24")).toBeUndefined();
  });

  it("reads numbers within bounds and lists without doubles", () => {
    expect(readNumber({ k: "3" }, "k", 1, 10)).toBe(3);
    expect(readNumber({ k: "0" }, "k", 1, 10)).toBeUndefined();
    expect(readNumber({}, "k", 0, 10)).toBeUndefined();
    expect(readIds({ of: "BGD,ARE,BGD,,<x>" }, "of", 4)).toEqual(["BGD", "ARE"]);
  });

  it("reads a list that was read before, as the router does when it writes the address anew", () => {
    expect(readIds({ of: ["BGD", "ARE"] }, "of", 4)).toEqual(["BGD", "ARE"]);
    expect(readIds({ of: [1, "<x>"] }, "of", 4)).toBeUndefined();
  });

  it("is written as a person would type it", () => {
    expect(writeAddress({ of: "BGD,ARE", when: "2010-02-24", who: undefined })).toBe(
      "?of=BGD,ARE&when=2010-02-24",
    );
    expect(writeAddress({})).toBe("");
  });

  it("reads back what it wrote", () => {
    const search = { who: "southern-asia", q: "a b&c=d,é", when: "1999-12-31" };
    expect(parseAddress(writeAddress(search))).toEqual(search);
  });
});
