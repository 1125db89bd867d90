import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../generate/random.ts";
import { dice, type FilterSet, neededOverlaps, partnerBounds, popcounts, sortMatches } from "./dice.ts";
import { linkByKernel } from "./dice-kernel.ts";
import { linkPlain } from "./dice-plain.ts";

/** Filters of which some are near copies of each other, at a density. */
function filters(seed: number, count: number, bytes: number, density: number): FilterSet {
  const random = seededRandom(seed);
  const rows = new Uint8Array(count * bytes);
  for (let row = 0; row < count; row++) {
    const copy = row > 0 && random.chance(0.4) ? random.below(row) : -1;
    for (let i = 0; i < bytes * 8; i++) {
      const old = copy >= 0 && (rows[copy * bytes + (i >> 3)]! & (128 >> (i & 7))) !== 0;
      const set = copy >= 0 && !random.chance(0.15) ? old : random.chance(density);
      if (set) rows[row * bytes + (i >> 3)]! |= 128 >> (i & 7);
    }
  }
  return { rows, count, bytes };
}

describe("the kernel", () => {
  it("finds the pairs that the plain twin finds, for any sizes, densities and thresholds", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 70 }),
        fc.constantFrom(0, 0.02, 0.2, 0.45, 0.8, 1),
        fc.constantFrom(0.01, 0.3, 0.5, 0.7, 0.8, 0.95, 1),
        (seed, many, few, bytes, density, threshold) => {
          const [left, right] = [filters(seed, many, bytes, density), filters(seed + 1, few, bytes, density)];
          right.rows.set(left.rows.subarray(0, Math.min(right.rows.length, left.rows.length) >> 1));
          const [one, other] = seed % 2 === 0 ? [left, right] : [right, left];
          expect(sortMatches(linkByKernel(one, other, threshold, false))).toEqual(
            linkPlain(one, other, threshold, false),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("within one set gives each pair once, as the twin does", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(0.3, 0.6, 0.9),
        (seed, count, threshold) => {
          const set = filters(seed, count, 16, 0.3);
          expect(sortMatches(linkByKernel(set, set, threshold, true))).toEqual(
            linkPlain(set, set, threshold, true),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  it("goes on where its room for matches ends: 300 equal filters give 44,850 pairs, with another 300 give 90,000", () => {
    const set = { rows: new Uint8Array(300 * 128).fill(0x55), count: 300, bytes: 128 };
    expect(linkByKernel(set, set, 1, true).left).toHaveLength(44_850);
    expect(linkByKernel(set, set, 1, false).left).toHaveLength(90_000);
  });

  it("compares more queries than it lists at a time", () => {
    const left = filters(3, 5, 16, 0.4);
    const right = filters(4, 2100, 16, 0.4);
    right.rows.set(left.rows.subarray(0, 16), 2090 * 16);
    expect(sortMatches(linkByKernel(left, right, 0.75, false))).toEqual(linkPlain(left, right, 0.75, false));
  });
});

describe("thresholds", () => {
  it("the overlap needed decides as the similarity in double precision does", () => {
    for (const threshold of [0.1, 1 / 3, 0.5, 0.7, 0.8, 0.85, 0.9999, 1]) {
      const needs = neededOverlaps(threshold, 200);
      for (let sum = 1; sum <= 200; sum++) {
        for (let shared = 1; shared <= sum / 2; shared++) {
          expect(shared >= needs[sum]!).toBe(dice(shared, sum, 0) >= threshold);
        }
      }
    }
  });

  it("a partner within bounds could match, one outside couldn't", () => {
    const needs = neededOverlaps(0.8, 80);
    const { least, most } = partnerBounds(needs, 40, 0.8);
    for (let one = 0; one <= 40; one++) {
      for (let other = 0; other <= 40; other++) {
        const possible = one + other > 0 && dice(Math.min(one, other), one, other) >= 0.8;
        expect(other >= least[one]! && other <= most[one]!).toBe(possible);
      }
    }
  });

  it("two empty filters have no similarity", () => {
    expect(dice(0, 0, 0)).toBe(0);
    const empty = { rows: new Uint8Array(32), count: 2, bytes: 16 };
    expect(linkPlain(empty, empty, 0.5, false).left).toHaveLength(0);
    expect([...popcounts(empty)]).toEqual([0, 0]);
  });
});
