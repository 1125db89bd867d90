import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { blockKeys } from "./block-key.ts";

const KEY = new Uint8Array(32).fill(7);
const keyOf = (text: string) =>
  createHmac("sha256", KEY).update(text).digest().subarray(0, 8).toString("base64url");

describe("keyed blocking keys", () => {
  const rules = [
    {
      name: "name and year",
      parts: [
        { feature: "family", reduce: "phonetic" as const },
        { feature: "birth", reduce: "year" as const },
      ],
    },
    { name: "initial", parts: [{ feature: "given", reduce: "initial" as const }] },
    { name: "paper", parts: [{ feature: "paper", reduce: "exact" as const }] },
  ];
  const values = (change: Record<string, string> = {}) =>
    new Map(
      Object.entries({ family: "robert", birth: "1990-05-17", given: "𐐀na", paper: "A 12", ...change }),
    );

  it("are the first 64 bits of an HMAC over the rule's number and the reduced parts", () => {
    expect(blockKeys(rules, KEY)(values())).toEqual([
      keyOf("0\u001fR163\u001f1990"),
      keyOf("1\u001f𐐀"),
      keyOf("2\u001fA 12"),
    ]);
  });
  it("agree for names that sound alike, and differ between years, rules and keys", () => {
    const keys = blockKeys(rules, KEY);
    expect(keys(values({ family: "rupert" }))[0]).toBe(keys(values())[0]);
    expect(keys(values({ birth: "1990-12-31" }))[0]).toBe(keys(values())[0]);
    expect(keys(values({ birth: "1991-05-17" }))[0]).not.toBe(keys(values())[0]);
    expect(keys(values({ family: "miller" }))[0]).not.toBe(keys(values())[0]);
    const twice = blockKeys([rules[2]!, rules[2]!], KEY)(values());
    expect(twice[0]).not.toBe(twice[1]);
    expect(blockKeys(rules, new Uint8Array(32))(values())[2]).not.toBe(keys(values())[2]);
  });
  it("read Chinese names before they are reduced", () => {
    const keys = blockKeys(rules, KEY, (text) => text.replace("王", "wang"));
    expect(keys(values({ family: "王" }))[0]).toBe(keys(values({ family: "wang" }))[0]);
  });
  it("are empty when one part is missing: unknowns don't meet each other", () => {
    const keys = blockKeys(rules, KEY);
    expect(keys(values({ birth: "" }))).toEqual(["", keyOf("1\u001f𐐀"), keyOf("2\u001fA 12")]);
    expect(keys(values({ given: "" }))[1]).toBe("");
    expect(keys(new Map())).toEqual(["", "", ""]);
  });
});
