import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Anchor, anchorAt, carry, mapRange } from "./anchor.ts";
import { isBoundary, wholeCharacters } from "./grapheme.ts";
import { shortestEdit } from "./shortest-edit.ts";
import { tokensOf } from "./token.ts";
import { type TextEdit, textEdits, wordChanges } from "./word-diff.ts";

const WORDS = [
  "States",
  "shall",
  "protect",
  "victims",
  "all",
  "الضحايا",
  "حماية",
  "受害人",
  "保护",
  "e\u0301tat",
  "👩‍👩‍👧",
  ",",
  ".",
];
const anyText = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(" "));

function applied(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { from, to, words } of edits) {
    result += text.slice(at, from) + words;
    at = to;
  }
  return result + text.slice(at);
}

/** Longest common subsequence by the plain table: the twin of the shortest edit. */
function commonLength(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const item of a) {
    const next = [0];
    for (const [at, other] of b.entries())
      next.push(item === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    row = next;
  }
  return row.at(-1)!;
}

describe("words of a text", () => {
  it("the pieces joined are the text, whatever the script", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(tokensOf(text).join("")).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(tokensOf(text).join("")).toBe(text);
      }),
    );
  });

  it.each([
    ["States' well-being", ["States", "'", " ", "well-being"]],
    ["保护受害人", ["保", "护", "受", "害", "人"]],
    ["حِماية الضحايا", ["حِماية", " ", "الضحايا"]],
    ["l’État partie", ["l’État", " ", "partie"]],
  ])("%s is cut into %j", (text, pieces) => expect(tokensOf(text)).toEqual(pieces));
});

describe("the shortest edit", () => {
  it("is as short as the table of common subsequences says", () => {
    const items = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 25 });
    fc.assert(
      fc.property(items, items, (a, b) => {
        const steps = shortestEdit(Int32Array.from(a), Int32Array.from(b));
        const size = steps.reduce((sum, { aFrom, aTo, bFrom, bTo }) => sum + aTo - aFrom + bTo - bFrom, 0);
        expect(size).toBe(a.length + b.length - 2 * commonLength(a, b));
      }),
    );
  });

  it("beyond its bound takes the middle as replaced whole", () => {
    const a = Int32Array.from([1, 2, 3, 4, 9]);
    const b = Int32Array.from([1, 5, 6, 7, 9]);
    expect(shortestEdit(a, b, 2)).toEqual([{ aFrom: 1, aTo: 4, bFrom: 1, bTo: 4 }]);
  });

  it("the edits of a text make the other text", () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(applied(a, textEdits(a, b))).toBe(b);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(applied(a, textEdits(a, b))).toBe(b);
      }),
    );
  });

  it("the shown difference holds both texts", () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const changes = wordChanges(a, b);
        const without = (kind: string) =>
          changes
            .filter((one) => one.kind !== kind)
            .map(({ text }) => text)
            .join("");
        expect(without("inserted")).toBe(a);
        expect(without("deleted")).toBe(b);
      }),
    );
  });

  it("a space between two changed words doesn't chop up what is shown", () => {
    expect(wordChanges("take every measure now", "take all steps now")).toEqual([
      { kind: "same", text: "take " },
      { kind: "deleted", text: "every measure" },
      { kind: "inserted", text: "all steps" },
      { kind: "same", text: " now" },
    ]);
  });
});

describe("a range never cuts a character", () => {
  it.each([
    ["e\u0301tat", 0, 1, 0, 2],
    ["👩‍👩‍👧 x", 2, 3, 0, 8],
    ["حِماية", 0, 1, 0, 2],
    ["受害人", 1, 2, 1, 2],
  ])("%s from %i to %i is widened to %i to %i", (text, from, to, start, end) => {
    expect(wholeCharacters(text, { from, to })).toEqual({ from: start, to: end });
  });

  it("agrees with the segmentation of Unicode everywhere", () => {
    const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), anyText), (text) => {
        const starts = new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length, 0));
        for (let at = 0; at <= text.length; at += 1) expect(isBoundary(text, at)).toBe(starts.has(at));
      }),
    );
  });
});

describe("a proposal is carried along, or to be looked at again (P2)", () => {
  it("what is carried stands on the very words it was made on", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), fc.nat(), (before, after, x, y) => {
        const size = before.length + 1;
        const [from = 0, to = 0] = [x % size, y % size].sort((a, b) => a - b);
        const start = anchorAt(before, { from, to });
        if (start?.kind !== "carried") throw new Error("a range within the text is attached");
        const words = before.slice(start.range.from, start.range.to);
        const carried = carry(start, before, after);
        if (carried.kind === "carried") expect(after.slice(carried.range.from, carried.range.to)).toBe(words);
        else expect(carried.words).toBe(words);
      }),
    );
  });

  const before = "States shall cooperate in the return of victims.";
  const on = (words: string): Anchor =>
    anchorAt(before, { from: before.indexOf(words), to: before.indexOf(words) + words.length })!;

  it.each([
    ["words before it change", "return", "All States should cooperate in the return of victims.", "return"],
    [
      "words are added at its edge",
      "return",
      "States shall cooperate in the safe return of victims.",
      "return",
    ],
    ["its words move", "in the return of victims", "In the return of victims", undefined],
    [
      "its sentence is turned round",
      "the return of victims",
      "As to the return of victims, States shall cooperate.",
      "the return of victims",
    ],
    [
      "one of its words changes",
      "return of victims",
      "States shall cooperate in the return of persons.",
      undefined,
    ],
    ["its words go", "shall", "States cooperate in the return of victims.", undefined],
  ])("%s", (_, words, after, expected) => {
    const carried = carry(on(words), before, after);
    if (expected === undefined)
      expect(carried).toEqual({ kind: "look-again", words, reason: "words-changed" });
    else
      expect(carried.kind === "carried" && after.slice(carried.range.from, carried.range.to)).toBe(expected);
  });

  it("a range outside the text is not attached", () => {
    expect(anchorAt("abc", { from: 2, to: 4 })).toBeUndefined();
    expect(anchorAt("abc", { from: 2, to: 1 })).toBeUndefined();
    expect(anchorAt("abc", { from: -1, to: 1 })).toBeUndefined();
  });

  it("a place between words stays before what is inserted there", () => {
    expect(mapRange({ from: 3, to: 3 }, [{ from: 3, to: 3, words: "new" }])).toEqual({ from: 3, to: 3 });
    expect(mapRange({ from: 3, to: 3 }, [{ from: 2, to: 4, words: "new" }])).toBeUndefined();
    expect(mapRange({ from: 3, to: 3 }, [{ from: 0, to: 3, words: "" }])).toEqual({ from: 0, to: 0 });
  });

  it("once to be looked at again it stays so", () => {
    const lost = carry(on("shall"), before, "States cooperate.");
    expect(carry(lost, "States cooperate.", before)).toEqual(lost);
  });
});
