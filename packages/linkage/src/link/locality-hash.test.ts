import { describe, expect, it } from "vitest";
import { seededRandom } from "../generate/random.ts";
import type { FilterSet } from "./dice.ts";
import { joinKeys, localityTables, tablesForRecall } from "./locality-hash.ts";
import { wilsonShare } from "./recall.ts";

/** Pairs of filters of 512 bits, the second with each bit redrawn with a chance. */
function pairs(count: number, redrawn: number): [FilterSet, FilterSet] {
  const random = seededRandom(9);
  const make = () => ({ rows: new Uint8Array(count * 64), count, bytes: 64 });
  const [left, right] = [make(), make()];
  for (let i = 0; i < count * 512; i++) {
    const bit = random.chance(0.4);
    const other = random.chance(redrawn) ? random.chance(0.4) : bit;
    if (bit) left.rows[i >> 3]! |= 128 >> (i & 7);
    if (other) right.rows[i >> 3]! |= 128 >> (i & 7);
  }
  return [left, right];
}

describe("locality-sensitive hashing", () => {
  const [left, right] = pairs(400, 0.2);
  const agreement = (kind: "hamming" | "minhash", width: number) => {
    const tables = localityTables(kind, 512, width, 20, 1);
    let same = 0;
    for (const key of tables)
      for (let row = 0; row < 400; row++) if (key(left, row) === key(right, row)) same++;
    return same / (tables.length * 400);
  };

  it("Hamming keys agree with the chance that theory gives: (1 − distance)^width", () => {
    // a bit differs when redrawn to the other value: 0.2 · 2 · 0.4 · 0.6
    expect(agreement("hamming", 10)).toBeCloseTo((1 - 0.096) ** 10, 1);
  });

  it("MinHash keys agree with the chance of the Jaccard similarity to the power of the width", () => {
    const jaccard = (0.4 - 0.048) / (0.4 + 0.048);
    expect(agreement("minhash", 4)).toBeCloseTo(jaccard ** 4, 1);
  });

  it("strangers hardly ever agree, and an empty filter is no one's candidate", () => {
    for (const kind of ["hamming", "minhash"] as const) {
      const [key] = localityTables(kind, 512, 20, 1, 1);
      let same = 0;
      for (let row = 1; row < 400; row++) if (key!(left, row) === key!(right, row - 1)) same++;
      expect(same).toBe(0);
      expect(key!({ rows: new Uint8Array(64), count: 1, bytes: 64 }, 0)).toBe(-1);
    }
  });

  it("the same seed gives the same keys on every machine", () => {
    const keys = (seed: number) => localityTables("hamming", 512, 20, 3, seed).map((key) => key(left, 0));
    expect(keys(1)).toEqual(keys(1));
    expect(keys(1)).not.toEqual(keys(2));
    expect(keys(20090414)).toEqual([377300, 742672, 349408]);
  });

  it("takes as many tables as the wanted recall needs", () => {
    expect(tablesForRecall([0.5], 0.95, 100)).toBe(5);
    // Shares 1 − 2^−t and 1: a mean of 1 − 2^−t / 2, less 1.645 standard errors of 2^−t / 2 over the root of the pairs.
    expect(tablesForRecall([0.5, 1], 0.95, 100)).toBe(5);
    const many = [...new Array(100).fill(0.5), ...new Array(100).fill(1)];
    expect(tablesForRecall(many, 0.95, 100)).toBe(4);
    expect(tablesForRecall([0.001], 0.95, 100)).toBe(100);
    expect(tablesForRecall([], 0.95, 100)).toBe(30);
  });
});

describe("rows that share a key", () => {
  const join = (left: number[], right: number[], self: boolean, most = 100) => {
    const found: string[] = [];
    const passed = joinKeys(Float64Array.from(left), Float64Array.from(right), self, most, (a, b) =>
      found.push(`${a}-${b}`),
    );
    return { found: found.sort(), passed };
  };

  it("meet, those without a key don't", () => {
    expect(join([5, -1, 7, 5], [5, 7, -1, 9], false)).toEqual({ found: ["0-0", "2-1", "3-0"], passed: 0 });
  });

  it("within a list meet once", () => {
    expect(join([5, 7, 5, 5], [5, 7, 5, 5], true)).toEqual({ found: ["0-2", "0-3", "2-3"], passed: 0 });
  });

  it("are passed over and counted when there are too many of a key", () => {
    expect(join([5, 5, 5, 1], [5, 5, 1], false, 5)).toEqual({ found: ["3-2"], passed: 6 });
  });
});

describe("a measured share", () => {
  it("has Wilson's limits", () => {
    const { value, low, high } = wilsonShare(90, 100);
    expect([value, low, high].map((x) => x.toFixed(4))).toEqual(["0.9000", "0.8256", "0.9448"]);
    expect(wilsonShare(0, 0)).toEqual({ value: 1, low: 0, high: 1, of: 0 });
    expect(wilsonShare(10, 10).high).toBeCloseTo(1, 12);
  });
});
