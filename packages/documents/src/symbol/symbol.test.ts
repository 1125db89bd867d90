import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkOwnSymbol, type DocumentSymbol, findSymbols, formatSymbol, parseSymbol } from "./symbol.ts";

describe("symbols of documents (P16)", () => {
  it.each([
    ["A/64/691", { series: "united-nations", body: ["A"], kind: "document", session: "64", number: 691 }],
    ["A/64/L.64", { body: ["A"], kind: "draft", session: "64", number: 64 }],
    ["A/RES/64/293", { body: ["A"], kind: "resolution", session: "64", number: 293 }],
    ["A/C.3/64/L.23/Rev.1", { body: ["A", "C.3"], kind: "draft", suffixes: [{ kind: "Rev", number: 1 }] }],
    ["E/CN.15/2010/L.4", { body: ["E", "CN.15"], session: "2010", kind: "draft", number: 4 }],
    ["A/HRC/10/16", { body: ["A", "HRC"], session: "10", number: 16 }],
    ["S/2014/756", { body: ["S"], session: "2014", number: 756 }],
    ["S/RES/1325(2000)", { body: ["S"], kind: "resolution", session: "2000", number: 1325 }],
    ["A/RES/217(III)", { kind: "resolution", session: "III", number: 217 }],
    ["A/RES/S-27/2", { kind: "resolution", session: "S-27", number: 2 }],
    ["A/CONF.203/18", { body: ["A", "CONF.203"], number: 18 }],
    ["CONCORD/2026/1", { series: "concord", kind: "document", session: "2026", number: 1 }],
    ["CONCORD/2026/L.1", { series: "concord", kind: "draft", session: "2026", number: 1 }],
    ["CONCORD/2026/1/L.3", { series: "concord", kind: "draft", within: 1, number: 3 }],
    ["CONCORD/RES/2026/1", { series: "concord", kind: "resolution", number: 1 }],
    [
      "CONCORD/2026/L.1/Rev.2/Corr.1",
      {
        suffixes: [
          { kind: "Rev", number: 2 },
          { kind: "Corr", number: 1 },
        ],
      },
    ],
  ] as const)("%s is read", (text, parts) => {
    expect(parseSymbol(text)).toMatchObject({ ok: true, value: parts });
  });

  it.each([
    "",
    "A",
    "A/",
    "A//691",
    "A/64/",
    "A/64/X.1",
    "a/64/691",
    "А/64/691",
    "A／64／691",
    "A/64/0",
    "A/64/691/Rev",
    "A/64/691/Rev.0",
    "CONCORD",
    "CONCORD/1",
    "CONCORD/2026",
    "CONCORD/2026/L.1/L.2",
    "CONCORD/2026/1/2",
    "CONCORD/RES/2026/L.1",
    "CONCORD/64/1",
    "Concord/2026/1",
    "XYZ/2026/1",
    "CONCORD/2026/1 ",
  ])("%j is not a symbol", (text) => {
    expect(parseSymbol(text)).toMatchObject({
      ok: false,
      refusal: { code: "not-a-symbol", place: "symbol" },
    });
  });

  it.each(["A/64/691", "A/RES/64/293", "S/RES/1325(2000)", "E/CN.15/2010/L.4", "ST/SGB/2003/13"])(
    "nothing made here bears %s as its own",
    (text) => {
      expect(checkOwnSymbol(text)).toMatchObject({ ok: false, refusal: { code: "not-our-symbol" } });
    },
  );

  const suffix = fc.record({
    kind: fc.constantFrom("Rev", "Add", "Corr"),
    number: fc.integer({ min: 1, max: 99 }),
  });
  const ours = fc.record({
    series: fc.constant("concord"),
    body: fc.constant(["CONCORD"]),
    kind: fc.constantFrom("document", "draft", "resolution", "decision", "conference-room-paper"),
    session: fc.integer({ min: 2000, max: 2999 }).map(String),
    number: fc.integer({ min: 1, max: 99_999 }),
    suffixes: fc.array(suffix, { maxLength: 3 }),
  }) as fc.Arbitrary<DocumentSymbol & { series: "concord" }>;

  it("what is written of our series is read back as it was", () => {
    fc.assert(
      fc.property(ours, (symbol) => {
        expect(checkOwnSymbol(formatSymbol(symbol))).toEqual({ ok: true, value: symbol });
      }),
    );
  });

  it("no text that is accepted as ours begins like one of the United Nations", () => {
    fc.assert(
      fc.property(fc.oneof(ours.map(formatSymbol), fc.string({ maxLength: 30 })), (text) => {
        if (checkOwnSymbol(text).ok) expect(text.startsWith("CONCORD/")).toBe(true);
      }),
    );
  });

  it("reading never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => typeof parseSymbol(text).ok === "boolean"),
    );
  });

  it("symbols are found within running text, and fractions, dates and addresses are not", () => {
    const text = "See A/64/691, A/RES/64/293; not 3/4, and/or, 2010/07/30 or TCP/IP. Also CONCORD/2026/L.1.";
    expect(findSymbols(text).map(({ symbol }) => symbol)).toEqual([
      "A/64/691",
      "A/RES/64/293",
      "CONCORD/2026/L.1",
    ]);
  });
});
