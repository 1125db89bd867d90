import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NumericComparison, readInteger, tokenize } from "./tokenize.ts";

const numeric = (
  thresholdDistance: number,
  resolution: number,
  fractionalPrecision = 0,
): NumericComparison => ({
  type: "numeric",
  thresholdDistance,
  resolution,
  fractionalPrecision,
});

describe("n-grams", () => {
  it("are padded on both sides", () => {
    expect(tokenize({ type: "ngram", n: 2, positional: false }, "clkhash")).toEqual([
      " c",
      "cl",
      "lk",
      "kh",
      "ha",
      "as",
      "sh",
      "h ",
    ]);
  });

  it("carry their position, from 1, when positional", () => {
    expect(tokenize({ type: "ngram", n: 2, positional: true }, "ab")).toEqual(["1  a", "2 ab", "3 b "]);
    expect(tokenize({ type: "ngram", n: 1, positional: true }, "07")).toEqual(["1 0", "2 7"]);
  });

  it("count characters beyond the basic plane as one", () => {
    expect(tokenize({ type: "ngram", n: 2, positional: false }, "𐐷a")).toEqual([" 𐐷", "𐐷a", "a "]);
    expect(tokenize({ type: "ngram", n: 1, positional: true }, "𐐷a")).toEqual(["1 𐐷", "2 a"]);
  });

  it("of any text: as many as characters plus n − 1, none for an empty text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 4 }), (text, n) => {
        const characters = Array.from(text).length;
        expect(tokenize({ type: "ngram", n, positional: false }, text)).toHaveLength(
          characters && characters + n - 1,
        );
      }),
    );
  });
});

describe("exact comparison", () => {
  it("takes the value as one token, an empty one as none", () => {
    expect(tokenize({ type: "exact" }, "AB 1")).toEqual(["AB 1"]);
    expect(tokenize({ type: "exact" }, "")).toEqual([]);
  });
});

describe("numeric comparison", () => {
  it("gives the published neighbourhood of 25 at distance 8, resolution 2", () => {
    expect(tokenize(numeric(8, 2), "25")).toEqual(["88", "96", "104", "112", "120"]);
  });

  it("takes 42 and 42.000 for the same number", () => {
    expect(tokenize(numeric(1, 20, 3), "42")).toEqual(tokenize(numeric(1, 20, 3), "42.000"));
  });

  it("rounds half to even, as Python does", () => {
    expect(tokenize(numeric(1, 1, 1), "0.25")).toEqual(tokenize(numeric(1, 1, 1), "0.2"));
    expect(tokenize(numeric(1, 1, 1), "0.75")).toEqual(tokenize(numeric(1, 1, 1), "0.8"));
    expect(tokenize(numeric(1, 1), "-2.9")).toEqual(tokenize(numeric(1, 1), "-2"));
  });

  it("refuses what isn't a number or is too large, without repeating it", () => {
    const answer = tokenize(numeric(1, 1), "tall");
    expect(answer).toMatchObject({ reason: "isn't a number" });
    expect(JSON.stringify(answer)).not.toContain("tall");
    expect(tokenize(numeric(1, 1, 5), "1e308")).toMatchObject({ reason: "is too large a number" });
  });

  it("numbers exactly the threshold apart share one token, equal ones all, far ones none", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        (distance, resolution, number) => {
          const tokens = (value: number) =>
            new Set(tokenize(numeric(distance, resolution), String(value)) as string[]);
          const own = tokens(number);
          const shared = (value: number) => [...tokens(value)].filter((token) => own.has(token)).length;
          expect(own.size).toBe(2 * resolution + 1);
          expect(shared(number + distance)).toBe(1);
          expect(shared(number + 2 * distance)).toBe(0);
        },
      ),
    );
  });
});

describe("whole numbers", () => {
  it.each([
    ["007", 7n],
    [" +65 ", 65n],
    ["-0", 0n],
    ["1_000", 1000n],
    ["٢٥", 25n],
    ["12a", null],
    ["", null],
    ["_1", null],
    ["1__0", null],
    ["1.0", null],
  ])("%j is %s", (text, value) => {
    expect(readInteger(text)).toBe(value);
  });
});
