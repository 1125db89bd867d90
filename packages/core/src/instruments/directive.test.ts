import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { rule } from "../testing/small-law.ts";
import { matchesAmended } from "./directive.ts";
import { profile } from "./profile.ts";
import { statusOf } from "./standing.ts";

describe("directives bind members of the Union (R11)", () => {
  it.each([
    ["HRV", "2013-06-30", { kind: "not-party" }],
    ["HRV", "2013-07-01", { kind: "in-force", since: "2013-07-01" }],
    ["DEU", "2011-04-14", { kind: "not-party" }],
    ["DEU", "2011-04-15", { kind: "in-force", since: "2011-04-15" }],
    ["DEU", "2011-04-04", { kind: "not-adopted" }],
    ["GBR", "2020-01-31", { kind: "in-force", since: "2011-04-15" }],
    ["GBR", "2020-02-01", { kind: "not-party" }],
    ["DNK", "2015-01-01", { kind: "not-party" }],
    ["EUE", "2015-01-01", { kind: "not-party" }],
    ["BGD", "2026-11-24", { kind: "not-party" }],
  ])("2011/36 %s on %s", (state, on, expected) => {
    expect(statusOf(realLaw(), "eu-directive-2011-36", state, on)).toEqual(expected);
  });
});

describe("the directive of 2024 replaces what it matches (R15)", () => {
  const amending = (article: string, theme = "prevention.demand") =>
    rule("eu-directive-2024-1712", theme, { provision: `art. 1 (Dir. 2011/36 ${article})` });
  const amended = (provision: string) => rule("eu-directive-2011-36", "prevention.demand", { provision });

  it("an article contains its paragraphs, not its neighbours", () => {
    expect(matchesAmended(amending("art. 18"), amended("art. 18(1)"))).toBe(true);
    expect(matchesAmended(amending("art. 18"), amended("art. 18"))).toBe(true);
    expect(matchesAmended(amending("art. 18a"), amended("art. 18(1)"))).toBe(false);
    expect(matchesAmended(amending("art. 18"), amended("art. 18a"))).toBe(false);
    expect(matchesAmended(amending("art. 1"), amended("art. 18(1)"))).toBe(false);
    expect(matchesAmended(amending("art. 18", "prevention.technology"), amended("art. 18(1)"))).toBe(false);
  });

  it("thirteen rows match", () => {
    const { provisions } = realLaw().knowledge;
    const old = provisions.filter(({ instrument }) => instrument === "eu-directive-2011-36");
    const matching = provisions.filter(
      (row) => row.instrument === "eu-directive-2024-1712" && old.some((other) => matchesAmended(row, other)),
    );
    expect(matching).toHaveLength(13);
  });

  const germany = (theme: string, on: string) => profile(realLaw(), "DEU", on).themes[theme]!;

  it("before the transposition date the article of 2011 counts, from that day that of 2024", () => {
    const cets = [
      ["coe-cets-201", "art. 10(2)(a)"],
      ["coe-cets-201", "art. 10(2)(b)"],
    ];
    const before = germany("partnership.national-rapporteur", "2026-07-14");
    expect(before).toMatchObject({ strength: "binding", by: [...cets, ["eu-directive-2011-36", "art. 19"]] });
    const after = germany("partnership.national-rapporteur", "2026-07-15");
    expect(after).toMatchObject({ strength: "binding", by: cets });
  });

  it("what has no match counts as soon as the directive is in force", () => {
    const amendment = ["eu-directive-2024-1712", "art. 1 (Dir. 2011/36 art. 18a)"];
    expect(germany("prosecution.knowing-use", "2024-07-13").by).not.toContainEqual(amendment);
    const duty = germany("prosecution.knowing-use", "2024-07-14");
    expect(duty.strength).toBe("binding");
    expect(duty.by).toContainEqual(amendment);
    expect(duty.by.some(([instrument]) => instrument === "crc-opsc")).toBe(true);
  });

  it("never both: on no day do a row and its match stand side by side", () => {
    for (const on of ["2024-07-14", "2026-07-14", "2026-07-15", "2026-11-24"]) {
      const demand = germany("prevention.demand", on).by.map(([, provision]) => provision);
      const both = demand.includes("art. 18(1)") && demand.includes("art. 1 (Dir. 2011/36 art. 18)");
      expect(both).toBe(false);
    }
  });
});
