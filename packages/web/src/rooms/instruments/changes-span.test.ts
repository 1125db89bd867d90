import type { Changes } from "@concord/core/instruments";
import { describe, expect, it } from "vitest";
import { changesOf, spanOf, yearsBefore } from "./changes-span.ts";

describe("the span that changes are asked for", () => {
  it("is the year before the day asked about unless the address says otherwise", () => {
    expect(spanOf({}, "2010-02-24")).toEqual({ from: "2009-02-24", to: "2010-02-24" });
    expect(spanOf({ from: "2000-01-01" }, "2010-02-24")).toEqual({ from: "2000-01-01", to: "2010-02-24" });
    expect(spanOf({ to: "2005-06-30" }, "2010-02-24")).toEqual({ from: "2004-06-30", to: "2005-06-30" });
  });

  it("is never out of order", () => {
    expect(spanOf({ from: "2020-01-01", to: "2010-01-01" }, "2026-11-24").from).toBe("2009-01-01");
    expect(spanOf({ from: "2010-01-01", to: "2010-01-01" }, "2026-11-24").from).toBe("2009-01-01");
  });

  it("begins no earlier than days can be asked, and knows leap years", () => {
    expect(yearsBefore("1904-05-18", 1)).toBe("1904-01-01");
    expect(yearsBefore("2024-02-29", 1)).toBe("2023-02-28");
    expect(yearsBefore("2024-02-29", 4)).toBe("2020-02-29");
  });
});

describe("changes of some states", () => {
  const all: Changes = {
    from: "2000-01-01",
    to: "2001-01-01",
    action_count: 2,
    actions: [
      { date: "2000-05-01", instrument: "crc", state: "AAA", action: "accession" },
      { date: "2000-06-01", instrument: "crc", state: "BBB", action: "accession" },
    ],
    became_bound: [
      ["2000-06-01", "crc", "AAA"],
      ["2000-07-01", "crc", "BBB"],
    ],
    ceased: [["crc", "BBB"]],
    adopted: ["x"],
    entered_into_force: ["y"],
  };

  it("leave out other states, and keep what happened to the instruments", () => {
    expect(changesOf(all, new Set(["AAA"]))).toMatchObject({
      action_count: 1,
      became_bound: [["2000-06-01", "crc", "AAA"]],
      ceased: [],
      adopted: ["x"],
      entered_into_force: ["y"],
    });
  });

  it("are all changes where the world is asked about", () => {
    expect(changesOf(all, undefined)).toBe(all);
  });
});
