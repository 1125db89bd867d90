import { describe, expect, it } from "vitest";
import { TokenMemory, ValueMemory } from "./memory.ts";

describe("values that come again", () => {
  const words = 4;
  const filterOf = (number: number) => Uint32Array.from([number, number * 3, 0, ~number]);
  const remember = (memory: ValueMemory, number: number): number => {
    const slot = memory.reserve(`value ${number}`, `text ${number}`);
    if (slot >= 0) memory.keep(slot, filterOf(number));
    return slot;
  };
  const recall = (memory: ValueMemory, number: number): number[] | null => {
    const slot = memory.find(`value ${number}`);
    if (slot < 0) return null;
    const filter = new Uint32Array(words);
    memory.addTo(filter, slot);
    expect(memory.text(slot)).toBe(`text ${number}`);
    return [...filter];
  };

  it("have the bits they had, also when the memory has grown, and add to what is there", () => {
    const memory = new ValueMemory(words);
    for (let number = 0; number < 1000; number++) {
      expect(recall(memory, number)).toBeNull();
      remember(memory, number);
      // Every value is asked for again, so that remembering is worth it.
      expect(recall(memory, number)).toEqual([...filterOf(number)]);
    }
    for (let number = 0; number < 1000; number++)
      expect(recall(memory, number)).toEqual([...filterOf(number)]);
    const filter = Uint32Array.from([0x80000000, 0, 5, 0]);
    memory.addTo(filter, memory.find("value 1"));
    expect([...filter]).toEqual([0x80000001, 3, 5, ~1 >>> 0]);
  });
  it("are forgotten all together when they are 16,384", () => {
    const memory = new ValueMemory(1);
    for (let number = 0; number < 16_384; number++) {
      memory.find("value 0");
      expect(memory.reserve(`value ${number}`, "")).toBe(number);
    }
    expect(memory.find("value 0")).toBe(0);
    expect(memory.reserve("one more", "")).toBe(0);
    expect(memory.find("value 0")).toBe(-1);
  });
  it("are no longer kept when hardly any comes again after 4,096", () => {
    const memory = new ValueMemory(1);
    for (let number = 0; number <= 4096; number++) {
      expect(memory.find(`value ${number}`)).toBe(-1);
      if (number < 4096) expect(memory.reserve(`value ${number}`, "")).toBe(number);
    }
    expect(memory.reserve("one more", "")).toBe(-1);
    expect(memory.find("value 0")).toBe(-1);
  });
  it("are kept when 15 of 100 come again", () => {
    const memory = new ValueMemory(1);
    memory.reserve("often", "");
    for (let number = 0; number < 5000; number++) memory.find(number % 100 < 15 ? "often" : `once ${number}`);
    expect(memory.find("often")).toBe(0);
    const seldom = new ValueMemory(1);
    seldom.reserve("seldom", "");
    for (let number = 0; number < 5000; number++)
      seldom.find(number % 100 < 14 ? "seldom" : `once ${number}`);
    expect(seldom.find("seldom")).toBe(-1);
  });
});

describe("tokens that come again", () => {
  /** Positions that depend on the token alone; counts how often they are asked for. */
  const hashed = (asked: string[]) => (token: Uint8Array, count: number) => {
    asked.push(new TextDecoder().decode(token));
    const sum = token.reduce((all, byte) => (all * 31 + byte) % 997, 7);
    return Uint32Array.from({ length: count }, (_, i) => (sum + 13 * i) % 1024);
  };
  const bytes = (token: string) => new TextEncoder().encode(token);
  const bitsOf = (set: (memory: TokenMemory, filter: Uint8Array) => void, memory: TokenMemory): string => {
    const filter = new Uint8Array(128);
    set(memory, filter);
    return Buffer.from(filter).toString("hex");
  };

  it("are hashed once, and set the same bits each time", () => {
    const asked: string[] = [];
    const memory = new TokenMemory(hashed(asked), bytes);
    const set = (token: string, count: number) => bitsOf((m, filter) => m.add(filter, token, count), memory);
    const first = set("ab", 10);
    expect(first).toBe(bitsOf((m, f) => m.add(f, "ab", 10), new TokenMemory(hashed([]), bytes)));
    expect(set("cd", 10)).not.toBe(first);
    expect(set("ab", 10)).toBe(first);
    expect(asked).toEqual(["ab", "cd"]);
  });
  it("are hashed again when more bits are asked for, and give fewer from what is known", () => {
    const asked: string[] = [];
    const memory = new TokenMemory(hashed(asked), bytes);
    const fresh = (count: number) =>
      bitsOf((m, f) => m.add(f, "ab", count), new TokenMemory(hashed([]), bytes));
    for (const count of [5, 9, 3, 9])
      expect(bitsOf((m, f) => m.add(f, "ab", count), memory)).toBe(fresh(count));
    expect(asked).toEqual(["ab", "ab"]);
  });
  it("of two characters are found without their text being made again", () => {
    const memory = new TokenMemory(hashed([]), bytes);
    let made = 0;
    const short = (place: number, code: number, token: string, count: number) =>
      bitsOf(
        (m, f) =>
          m.addShort(
            f,
            place,
            code,
            () => {
              made++;
              return token;
            },
            count,
          ),
        memory,
      );
    const plain = (token: string, count: number) =>
      bitsOf((m, f) => m.add(f, token, count), new TokenMemory(hashed([]), bytes));
    expect(short(1, 300, "1 ab", 4)).toBe(plain("1 ab", 4));
    expect(short(2, 300, "2 ab", 4)).toBe(plain("2 ab", 4));
    expect(short(1, 300, "1 ab", 4)).toBe(plain("1 ab", 4));
    expect(made).toBe(2);
    expect(short(1, 300, "1 ab", 6)).toBe(plain("1 ab", 6));
    expect(short(1, 300, "1 ab", 5)).toBe(plain("1 ab", 5));
    expect(made).toBe(3);
  });
  it("are forgotten when they are 65,536, and set the same bits afterwards", () => {
    const asked: string[] = [];
    const memory = new TokenMemory(hashed(asked), bytes);
    const set = (token: string) => bitsOf((m, f) => m.addShort(f, 0, 1, () => token, 2), memory);
    const first = set("first");
    const filter = new Uint8Array(128);
    for (let number = 1; number < 65_536; number++) memory.add(filter, `token ${number}`, 2);
    expect(set("first")).toBe(first);
    expect(asked).toHaveLength(65_536);
    memory.add(filter, "one more", 2);
    expect(set("first")).toBe(first);
    memory.add(filter, "token 65535", 2);
    expect(asked).toHaveLength(65_539);
  });
});
