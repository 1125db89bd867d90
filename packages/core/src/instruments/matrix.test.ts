import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { isoDay, parseDay, STRENGTH_RANK } from "../vocabulary/index.ts";
import { film, matrix, matrixCounts } from "./matrix.ts";
import { profile } from "./profile.ts";

const anyDay = fc.integer({ min: parseDay("1904-01-01")!, max: parseDay("2026-11-24")! }).map(isoDay);

describe("the matrix (R23)", () => {
  it("1 January 2000, 11,623 cells by strength", () => {
    expect(matrixCounts(realLaw(), "2000-01-01").states.counts).toEqual({
      binding: 5371,
      qualified: 545,
      permissive: 1,
      declaratory: 136,
      recommended: 0,
      none: 5570,
    });
  });

  it("holds 197 states without the European Union, whose counts stand apart", () => {
    const { states, themes, rank } = matrix(realLaw(), "2026-11-24");
    expect(states).toHaveLength(197);
    expect(states).not.toContain("EUE");
    expect(rank).toHaveLength(197 * 59);
    const union = Object.values(matrixCounts(realLaw(), "2026-11-24").EUE.counts);
    expect(union.reduce((sum, count) => sum + count)).toBe(themes.length);
  });

  it("says of each state what its profile says", () => {
    const law = realLaw();
    fc.assert(
      fc.property(anyDay, fc.nat(196), (on, row) => {
        const { states, themes, rank } = matrix(law, on);
        const own = profile(law, states[row]!, on);
        for (const [column, theme] of themes.entries())
          expect(rank[row * themes.length + column]).toBe(STRENGTH_RANK[own.themes[theme]!.strength]);
      }),
      { numRuns: 40 },
    );
  });

  it("a film is the matrix of each of its days", () => {
    const law = realLaw();
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 5 }), (days) => {
        const { frames } = film(law, days);
        for (const [at, on] of days.entries()) expect(frames[at]).toEqual(matrix(law, on).rank);
      }),
      { numRuns: 20 },
    );
  });

  it("as long as nobody leaves and nothing is replaced, duties only grow", () => {
    const law = realLaw();
    const before = parseDay("2017-10-26")!;
    const day = fc.integer({ min: parseDay("1904-01-01")!, max: before });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [earlier, later] = [matrix(law, isoDay(Math.min(a, b))), matrix(law, isoDay(Math.max(a, b)))];
        for (const [cell, rank] of earlier.rank.entries())
          expect(later.rank[cell]).toBeGreaterThanOrEqual(rank);
      }),
      { numRuns: 15 },
    );
  });
});
