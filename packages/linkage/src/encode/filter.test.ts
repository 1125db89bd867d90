import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceFilter, keyedPermutation } from "./balance.ts";
import {
  filterFromText,
  filterToText,
  foldFilter,
  hasBit,
  popcount,
  setBit,
  setPositions,
  writeFilterText,
} from "./filter.ts";
import { bitsOfTokens } from "./token-positions.ts";

const filterOf = (length: number, positions: readonly number[]) => {
  const filter = new Uint8Array(Math.ceil(length / 8));
  for (const position of positions) setBit(filter, position);
  return filter;
};

describe("filters", () => {
  it("put bit 0 into the highest bit of the first byte", () => {
    expect([...filterOf(16, [0, 9])]).toEqual([128, 64]);
    expect(setPositions(filterOf(16, [0, 9]))).toEqual([0, 9]);
    expect(popcount(filterOf(16, [0, 9, 15]))).toBe(3);
  });

  it("come back from their text, and from nothing else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        expect(filterFromText(filterToText(bytes), bytes.length)).toEqual(bytes);
        const written = new Uint8Array(60);
        const end = writeFilterText(bytes, written, 1);
        expect(Buffer.from(written.subarray(1, end)).toString("latin1")).toBe(filterToText(bytes));
        expect(filterFromText(filterToText(bytes), bytes.length + 1)).toBeNull();
      }),
    );
    expect(filterFromText("!!!!", 3)).toBeNull();
  });

  it("fold by exclusive or of the halves, at any length", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 3 }),
        fc.infiniteStream(fc.nat()),
        (length, folds, stream) => {
          const long = length * 2 ** folds;
          const positions = new Set(Array.from({ length: 30 }, () => stream.next().value % long));
          const folded = foldFilter(filterOf(long, [...positions]), long, folds);
          for (let i = 0; i < length; i++) {
            let parity = false;
            for (let at = i; at < long; at += length) parity = parity !== positions.has(at);
            expect(hasBit(folded, i)).toBe(parity);
          }
        },
      ),
    );
  });
});

describe("bits of tokens", () => {
  it("a budget is shared evenly, the rest goes to the first", () => {
    expect([...bitsOfTokens("feature", 11, 4)]).toEqual([3, 3, 3, 2]);
    expect([...bitsOfTokens("feature", 2, 3)]).toEqual([1, 1, 0]);
    expect([...bitsOfTokens("token", 5, 3)]).toEqual([5, 5, 5]);
  });
});

describe("balancing", () => {
  it("a key's permutation is one, always the same, and another key's differs", () => {
    const permutation = keyedPermutation(new Uint8Array(32).fill(1), 2048);
    expect([...permutation].sort((a, b) => a - b)).toEqual(Array.from({ length: 2048 }, (_, i) => i));
    expect(keyedPermutation(new Uint8Array(32).fill(1), 2048)).toEqual(permutation);
    expect(keyedPermutation(new Uint8Array(32).fill(2), 2048)).not.toEqual(permutation);
  });

  it("every balanced filter has as many ones as the plain one has bits, and keeps distances (doubled)", () => {
    const permutation = keyedPermutation(new Uint8Array(32).fill(3), 128);
    const distance = (a: Uint8Array, b: Uint8Array) => popcount(a.map((byte, i) => byte ^ b[i]!));
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        (a, b) => {
          const [one, other] = [balanceFilter(a, 64, permutation), balanceFilter(b, 64, permutation)];
          expect(popcount(one)).toBe(64);
          expect(distance(one, other)).toBe(2 * distance(a, b));
        },
      ),
    );
  });
});
