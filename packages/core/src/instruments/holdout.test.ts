import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { holdouts } from "./holdout.ts";
import { nearlyAll } from "./nearly-all.ts";

describe("hold-outs (R19)", () => {
  it("CETS 197 on 1 January 2015: five of 46", () => {
    expect(holdouts(realLaw(), "coe-cets-197", "2015-01-01")).toMatchObject({
      base: 46,
      joined: 41,
      holdouts: ["CZE", "EST", "LIE", "MCO", "TUR"],
      unknown_for_all: false,
    });
  });

  it("UN members for which no joining action on the Palermo Protocol is held", () => {
    const {
      base,
      holdouts: states,
      not_party,
      unknown,
      signed,
    } = holdouts(realLaw(), "palermo-protocol", "2026-11-24");
    expect(base).toBe(193);
    expect(states.join(" ")).toBe("COG IRN MHL PNG PRK SLB TON TUV VUT WSM YEM");
    // The list ends in April 2025: after that nobody may be called "not a party".
    expect(not_party).toEqual([]);
    expect([...signed, ...unknown].sort()).toEqual(states);
  });

  it("a pending state is no hold-out: joining counts by deposit", () => {
    const answer = holdouts(realLaw(), "palermo-protocol", "2019-09-12");
    expect(answer.holdouts).not.toContain("BGD");
    expect(answer.joined).toBeGreaterThan(answer.in_force);
  });

  it("for a directive the base is the Union on that day, Denmark the one that stands apart", () => {
    const directive = "eu-directive-2011-36";
    expect(holdouts(realLaw(), directive, "2020-01-31")).toMatchObject({
      base: 28,
      joined: 27,
      not_party: ["DNK"],
    });
    expect(holdouts(realLaw(), directive, "2020-02-01")).toMatchObject({
      base: 27,
      joined: 26,
      not_party: ["DNK"],
    });
  });

  it("where no row is held nothing is said of anybody", () => {
    expect(holdouts(realLaw(), "saarc-2002", "2026-11-24")).toMatchObject({
      base: 8,
      joined: 0,
      holdouts: [],
      unknown: [],
      not_party: [],
      unknown_for_all: true,
    });
  });

  it("soft law is open to nobody", () => {
    expect(holdouts(realLaw(), "gpa-2010", "2026-11-24")).toMatchObject({
      base: 0,
      holdouts: [],
      unknown_for_all: false,
    });
  });

  it("before adoption all of the base has not joined, and stands in no part of the split", () => {
    expect(holdouts(realLaw(), "untoc", "1972-01-01")).toMatchObject({ base: 193, joined: 0, not_party: [] });
    expect(holdouts(realLaw(), "untoc", "1972-01-01").holdouts).toHaveLength(193);
  });

  it("the four lists make up the hold-outs on any day from adoption on", () => {
    const law = realLaw();
    for (const { id, instrument } of law.instruments)
      for (const on of ["1930-01-01", "1999-06-30", "2026-11-24"]) {
        if (on < instrument.adopted) continue;
        const { holdouts: all, signed, left, not_party, unknown } = holdouts(law, id, on);
        expect([...signed, ...left, ...not_party, ...unknown].sort()).toEqual(all);
      }
  });
});

describe("ratified by nearly all", () => {
  it("the fewest hold-outs first, without what no list is held of", () => {
    const ranked = nearlyAll(realLaw(), "2022-08-25");
    const counts = ranked.map(({ holdouts: states }) => states.length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(ranked.map(({ instrument }) => instrument)).not.toContain("saarc-2002");
    expect(ranked.find(({ instrument }) => instrument === "crc")).toMatchObject({
      base: 193,
      signed: ["USA"],
    });
  });
});
