import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { act, rule, smallLaw, treaty } from "../testing/small-law.ts";
import { isoDay, parseDay, STRENGTH_RANK } from "../vocabulary/index.ts";
import { profile } from "./profile.ts";
import { opennessFor } from "./standing.ts";

describe("what counts (R13, R14)", () => {
  const law = smallLaw({
    themes: ["t.one"],
    instruments: [
      treaty("core"),
      treaty("context", { relevance: "context" }),
      treaty("bare", { relevance: "" }),
    ],
    provisions: [
      rule("core", "t.one", { strength: "permissive" }),
      rule("core", "t.one", { provision: "art. 2", addressee: "igo" }),
      rule("core", "t.one", { provision: "art. 3", addressee: "treaty-body" }),
      rule("core", "t.one", { provision: "art. 4", addressee: "business", strength: "qualified" }),
      rule("context", "t.one"),
      rule("bare", "t.one"),
    ],
    participation: [
      act("core", "AAA", "2001-01-01"),
      act("context", "AAA", "2001-01-01"),
      act("bare", "AAA", "2001-01-01"),
    ],
  });

  it("context instruments and tasks of organizations give no strength; duties on business do", () => {
    expect(profile(law, "AAA", "2002-01-01").themes["t.one"]).toEqual({
      strength: "qualified",
      by: [["core", "art. 4"]],
      could_be: [],
      context: [["context", "art. 1"]],
    });
  });

  it("without anything in force the strength is none and nothing gives it", () => {
    expect(profile(law, "BBB", "2002-01-01").themes["t.one"]).toMatchObject({ strength: "none", by: [] });
  });
});

describe("what could be (R17)", () => {
  it("an unknown instrument that is open and in force is named, and never raises the strength", () => {
    const law = smallLaw({
      themes: ["t.one"],
      instruments: [treaty("a"), treaty("b", { region: "asean" }), treaty("c", { inForce: "2030-01-01" })],
      provisions: [rule("a", "t.one"), rule("b", "t.one"), rule("c", "t.one")],
      asOf: "2010-01-01",
    });
    const answer = profile(law, "AAA", "2020-01-01");
    expect(answer.unknown).toEqual({ a: "list-ends", b: "list-ends", c: "list-ends" });
    expect(answer.themes["t.one"]).toMatchObject({ strength: "none", could_be: ["a"] });
    expect(answer.open_to).toEqual({ a: "open", b: "closed", c: "open" });
  });
});

describe("worked examples", () => {
  it("on the day of a General Assembly debate Bangladesh was bound by these and not by the Palermo Protocol", () => {
    const answer = profile(realLaw(), "BGD", "2010-02-24");
    for (const id of ["cedaw", "crc", "crc-opsc", "iccpr", "ilo-c029", "ilo-c105", "ilo-c182"])
      expect(answer.in_force).toHaveProperty(id);
    expect(answer.not_party).toContain("palermo-protocol");
  });

  it("a state has no participation before it existed, only what is recommended to all (R1)", () => {
    const answer = profile(realLaw(), "SSD", "2005-01-01");
    expect(answer.in_force).toEqual({});
    expect(answer.recommended.length).toBeGreaterThan(0);
  });

  it("the European Union is open to nothing and has no unseen duties (R12)", () => {
    const law = realLaw();
    const answer = profile(law, "EUE", "2026-11-24");
    for (const { could_be } of Object.values(answer.themes)) expect(could_be).toEqual([]);
    expect(opennessFor(law, "untoc", "EUE")).toBe("closed");
  });

  it.each([
    ["ilo-c029", "BGD", "open"],
    ["ilo-c029", "AND", "closed"],
    ["mlc-2006", "COK", "open"],
    ["ilo-r203", "BGD", "closed"],
    ["crc", "VAT", "open"],
    ["coe-cets-197", "FRA", "open"],
    ["coe-cets-197", "PER", "by-invitation"],
    ["coe-cets-201", "PER", "closed"],
    ["saarc-2002", "FRA", "closed"],
    ["saarc-2002", "NPL", "open"],
    ["eu-directive-2011-36", "FRA", "closed"],
    ["oas-traffic-minors-1994", "CUB", "closed"],
  ])("%s is to %s %s (R12)", (instrument, state, openness) => {
    expect(opennessFor(realLaw(), instrument, state)).toBe(openness);
  });
});

describe("properties of a profile", () => {
  const law = realLaw();
  const anyState = fc.constantFrom(...law.states.map(({ iso3 }) => iso3));
  const anyDay = fc.integer({ min: parseDay("1904-01-01")!, max: parseDay("2026-11-24")! }).map(isoDay);

  it("every instrument has exactly one status, and every theme its strongest provisions", () => {
    fc.assert(
      fc.property(anyState, anyDay, (state, on) => {
        const answer = profile(law, state, on);
        const listed = [
          ...Object.keys(answer.in_force),
          ...Object.keys(answer.pending),
          ...Object.keys(answer.left),
          ...Object.keys(answer.signed_only),
          ...Object.keys(answer.unknown),
          ...answer.not_party,
          ...answer.recommended,
        ];
        expect(new Set(listed).size).toBe(listed.length);
        expect(Object.values(answer.counts).reduce((sum, count) => sum + count)).toBe(law.themes.length);
        for (const duty of Object.values(answer.themes))
          for (const [instrument] of duty.by)
            expect(instrument in answer.in_force || answer.recommended.includes(instrument)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("what is unknown or not joined never gives strength", () => {
    fc.assert(
      fc.property(anyState, anyDay, (state, on) => {
        const answer = profile(law, state, on);
        const strongest = new Map<string, number>();
        for (const { instrument, theme, strength } of law.knowledge.provisions)
          if (instrument in answer.in_force || answer.recommended.includes(instrument))
            strongest.set(theme, Math.max(strongest.get(theme) ?? 0, STRENGTH_RANK[strength]));
        for (const [theme, { strength }] of Object.entries(answer.themes))
          expect(STRENGTH_RANK[strength]).toBeLessThanOrEqual(strongest.get(theme) ?? 0);
      }),
      { numRuns: 60 },
    );
  });
});
