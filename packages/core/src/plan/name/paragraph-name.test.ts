import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alternativeName, firstName, insertedName, nameAfresh, renamingTable } from "./numbering.ts";
import type { ParagraphKind, ParagraphPlace } from "./paragraph.ts";
import {
  formatParagraphName,
  PARAGRAPH_SERIES,
  type ParagraphName,
  parseParagraphName,
} from "./paragraph-name.ts";

const step = fc.record({
  number: fc.integer({ min: 1, max: 120 }),
  insertion: fc.integer({ min: 0, max: 9 }),
  alternative: fc.integer({ min: 0, max: 12 }),
});
const anyName: fc.Arbitrary<ParagraphName> = fc.record({
  series: fc.constantFrom(...PARAGRAPH_SERIES),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
});

describe("paragraph names (P1)", () => {
  it("every name is read back as it was written", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(parseParagraphName(formatParagraphName(name))).toEqual({ ok: true, value: name });
      }),
    );
  });

  it.each([
    ["op 3 BIS", "OP3 bis"],
    ["OP3 alt 2 (b) ( ii)".replace("( ", "("), "OP3 alt 2 (b) (ii)"],
    [" PP12 ", "PP12"],
    ["OP3 (aa)", "OP3 (aa)"],
    ["OP3 (i) (i)", "OP3 (i) (i)"],
  ])("%s is read as %s", (written, name) => {
    const parsed = parseParagraphName(written);
    expect(parsed.ok && formatParagraphName(parsed.value)).toBe(name);
  });

  it.each(["", "OP", "OP3 (ab)", "OP3 (a) (iiii)", "OP3 alt 1", "OP3 bis bis", "XX3", "OP3 (a) (i) (1) (a)"])(
    "%j is refused as no name",
    (written) => {
      expect(parseParagraphName(written)).toMatchObject({ ok: false, refusal: { rule: "P1" } });
    },
  );
});

const place = (id: string, kind: ParagraphKind, parent: string | null = null): ParagraphPlace => ({
  id,
  kind,
  parent,
});

describe("numbering (P1)", () => {
  const text = [
    place("a", "preambular"),
    place("b", "operative"),
    place("c", "sub", "b"),
    place("d", "sub", "c"),
    place("e", "sub", "b"),
    place("f", "operative"),
  ];

  it("a revision numbers each series and each list from one", () => {
    const names = nameAfresh(text);
    expect(names.ok && [...names.value.values()]).toEqual([
      "PP1",
      "OP1",
      "OP1 (a)",
      "OP1 (a) (i)",
      "OP1 (b)",
      "OP2",
    ]);
  });

  it("an inserted paragraph takes the next Latin ordinal, and an alternative the next number", () => {
    const taken = new Set(["OP3"]);
    for (const expected of ["OP3 bis", "OP3 ter", "OP3 quater"]) {
      const name = insertedName("OP3", taken);
      expect(name).toEqual({ ok: true, value: expected });
      if (name.ok) taken.add(name.value);
    }
    expect(insertedName("OP3 bis", taken)).toEqual({ ok: true, value: "OP3 quinquies" });
    expect(alternativeName("OP3", taken)).toEqual({ ok: true, value: "OP3 alt" });
    expect(alternativeName("OP3", new Set(["OP3 alt"]))).toEqual({ ok: true, value: "OP3 alt 2" });
    expect(alternativeName("OP3 bis", taken)).toEqual({ ok: true, value: "OP3 bis alt" });
  });

  it("before the first there is OP0, and the tenth insertion asks for a new revision", () => {
    expect(firstName("operative", undefined, new Set(["OP1"]))).toEqual({ ok: true, value: "OP0" });
    expect(firstName("operative", undefined, new Set(["OP1", "OP0"]))).toEqual({
      ok: true,
      value: "OP0 bis",
    });
    expect(firstName("goal", undefined, new Set(["OP1"]))).toEqual({ ok: true, value: "GO1" });
    expect(firstName("sub", "OP1", new Set(["OP1", "OP1 (a)"]))).toEqual({ ok: true, value: "OP1 (b)" });
    const taken = new Set(["OP1"]);
    for (let count = 0; count < 9; count += 1) {
      const name = insertedName("OP1", taken);
      if (name.ok) taken.add(name.value);
    }
    expect(insertedName("OP1", taken)).toMatchObject({ ok: false, refusal: { code: "names-exhausted" } });
  });

  it("the table of a revision names every paragraph that stands in both", () => {
    const before = new Map([
      ["b", "OP1"],
      ["x", "OP1 bis"],
      ["f", "OP2"],
    ]);
    const after = new Map([
      ["b", "OP1"],
      ["x", "OP2"],
      ["f", "OP3"],
      ["new", "OP4"],
    ]);
    expect(renamingTable(before, after).map(({ from, to }) => `${from} → ${to}`)).toEqual([
      "OP1 → OP1",
      "OP1 bis → OP2",
      "OP2 → OP3",
    ]);
  });

  it("a sub-paragraph without a parent, a doubled key and too deep a text are refused", () => {
    for (const places of [
      [place("c", "sub", "zz")],
      [place("a", "goal"), place("a", "goal")],
      [
        place("a", "operative"),
        place("b", "sub", "a"),
        place("c", "sub", "b"),
        place("d", "sub", "c"),
        place("e", "sub", "d"),
      ],
    ])
      expect(nameAfresh(places)).toMatchObject({ ok: false, refusal: { code: "misplaced-paragraph" } });
  });
});
