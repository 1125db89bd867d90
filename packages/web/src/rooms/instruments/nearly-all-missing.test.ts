import type { NearlyAll } from "@concord/core/instruments";
import { describe, expect, it } from "vitest";
import { missingFrom } from "./nearly-all-missing.ts";

const row = (change: Partial<NearlyAll>): NearlyAll => ({
  instrument: "crc",
  base: 10,
  joined: 9,
  holdouts: [],
  signed: [],
  left: [],
  not_party: [],
  unknown: [],
  ...change,
});

describe("who is missing where nearly all have joined", () => {
  it("unknown is told apart from not a party", () => {
    const [found] = missingFrom(
      [row({ unknown: ["AAA"], not_party: ["BBB"], left: ["CCC"] })],
      0.9,
      undefined,
    );
    expect(found?.missingUnknown).toEqual(["AAA"]);
    expect(found?.missingKnown).toEqual(["BBB", "CCC"]);
  });

  it("an instrument joined by fewer than the share is left out", () => {
    expect(missingFrom([row({ joined: 8, signed: ["AAA"] })], 0.9, undefined)).toEqual([]);
    expect(missingFrom([row({ joined: 9, signed: ["AAA"] })], 0.9, undefined)).toHaveLength(1);
  });

  it("an instrument from which nobody asked about is missing is left out", () => {
    expect(missingFrom([row({ signed: ["AAA"] })], 0.5, new Set(["BBB"]))).toEqual([]);
    expect(missingFrom([row({ signed: ["AAA", "BBB"] })], 0.5, new Set(["BBB"]))[0]?.missingSigned).toEqual([
      "BBB",
    ]);
  });
});
