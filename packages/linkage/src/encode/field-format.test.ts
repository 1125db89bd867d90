import { describe, expect, it } from "vitest";
import { fieldFormatter } from "./field-format.ts";
import type { EncodedFeature, FieldFormat } from "./schema.ts";
import { canEncode, encodeText } from "./text-bytes.ts";

const text = (over: Partial<Extract<FieldFormat, { type: "string" }>> = {}): FieldFormat => ({
  type: "string",
  encoding: "utf-8",
  case: "mixed",
  minLength: 0,
  maxLength: 1_000_000,
  pattern: null,
  ...over,
});
const format = (cell: string, how: FieldFormat, missing: EncodedFeature["missing"] = null) =>
  fieldFormatter({
    ignored: false,
    identifier: "f",
    format: how,
    comparison: { type: "exact" },
    strategy: { per: "token", bits: 1 },
    hash: { type: "blakeHash" },
    missing,
    normalize: [],
  })(cell);
const refusal = (reason: string) => ({ place: 'field "f"', reason });

describe("the format of a field", () => {
  it("brings integers to one spelling and keeps them within bounds", () => {
    const bounds: FieldFormat = { type: "integer", minimum: -3n, maximum: 10n };
    expect(["+007", " 7", "-3", "10"].map((cell) => format(cell, bounds))).toEqual(["7", "7", "-3", "10"]);
    expect(format("-4", bounds)).toMatchObject(refusal("is below -3"));
    expect(format("11", bounds)).toMatchObject(refusal("is above 10"));
    expect(format("x", bounds)).toMatchObject(refusal("isn't a whole number"));
  });

  it("writes dates as eight digits", () => {
    expect(format("2/1/0990", { type: "date", format: "%d/%m/%Y" })).toBe("09900102");
    expect(format("2/13/1990", { type: "date", format: "%d/%m/%Y" })).toMatchObject(
      refusal("isn't a date written as %d/%m/%Y"),
    );
  });

  it("takes only the values of an enumeration", () => {
    expect(format("F", { type: "enum", values: ["F", "M"] })).toBe("F");
    expect(format("f", { type: "enum", values: ["F", "M"] })).toMatchObject(refusal("isn't one of F, M"));
  });

  it("replaces what stands for missing before anything is checked", () => {
    const integer: FieldFormat = { type: "integer", minimum: null, maximum: null };
    expect(format("?", integer, { sentinel: "?", replaceWith: "" })).toBe("");
    expect(format("??", integer, { sentinel: "?", replaceWith: "" })).toMatchObject({
      reason: "isn't a whole number",
    });
  });

  it("counts a text's length in characters, not in UTF-16 units", () => {
    const four = text({ minLength: 2, maxLength: 3 });
    expect(format("𐐷𐐷𐐷", four)).toBe("𐐷𐐷𐐷");
    expect(format("𐐷", four)).toMatchObject(refusal("is shorter than 2 characters"));
    expect(format("a", four)).toMatchObject(refusal("is shorter than 2 characters"));
    expect(format("abcd", four)).toMatchObject(refusal("is longer than 3 characters"));
  });

  it("checks case and pattern", () => {
    expect(format("AB1", text({ case: "upper" }))).toBe("AB1");
    expect(format("Ab", text({ case: "upper" }))).toMatchObject(refusal("isn't upper case"));
    expect(format("Ab", text({ case: "lower" }))).toMatchObject(refusal("isn't lower case"));
    expect(format("ab", text({ case: "lower" }))).toBe("ab");
    expect(format("A1", text({ pattern: "[A-Z](?P<number>\\d)" }))).toBe("A1");
    expect(format("A1 ", text({ pattern: "[A-Z]\\d" }))).toMatchObject(refusal("doesn't follow the pattern"));
    expect(format("a1", text({ pattern: "(?i)[A-Z]\\d\\Z" }))).toBe("a1");
    expect(format("a-1", text({ pattern: "a\\-1|x" }))).toBe("a-1");
  });

  it("refuses characters that the encoding can't write", () => {
    expect(format("é", text({ encoding: "ascii" }))).toMatchObject(
      refusal("holds characters that the encoding can't write"),
    );
    expect(format("\ud800", text())).toMatchObject(refusal("holds characters that the encoding can't write"));
  });
});

describe("text encodings", () => {
  it("are Python's: UTF-16 and UTF-32 little-endian with a byte order mark", () => {
    expect([...encodeText("a𐐷", "utf-16")]).toEqual([0xff, 0xfe, 0x61, 0, 0x01, 0xd8, 0x37, 0xdc]);
    expect([...encodeText("𐐷", "utf-32")]).toEqual([0xff, 0xfe, 0, 0, 0x37, 0x04, 1, 0]);
    expect([...encodeText("é", "utf-8")]).toEqual([0xc3, 0xa9]);
    expect([...encodeText("e", "ascii")]).toEqual([0x65]);
    expect(canEncode("é", "ascii")).toBe(false);
    expect(canEncode("é", "utf-16")).toBe(true);
  });
});
