import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { act, rule, smallLaw, treaty } from "../testing/small-law.ts";
import { groupGaps, stateGaps } from "./gap.ts";
import { listGroups } from "./group.ts";
import { profile } from "./profile.ts";

const group = (id: string) => listGroups(realLaw()).find((candidate) => candidate.id === id)!;

describe("gaps of one state (R17)", () => {
  it("soft law is no duty: a recommended theme is a gap", () => {
    const law = smallLaw({
      themes: ["t.one"],
      instruments: [treaty("plan", { kind: "soft-law" })],
      provisions: [rule("plan", "t.one", { strength: "recommended" })],
    });
    expect(stateGaps(law, "AAA", "2005-01-01").gaps).toEqual([
      { theme: "t.one", strength: "recommended", peers_binding: 0, maybe_closed_by: [] },
    ]);
  });

  it("gaps are sorted by how many other states of the regional group are bound, then as the themes are", () => {
    const law = smallLaw({
      states: ["AAA", "BBB", "CCC", "EUE"],
      themes: ["t.one", "t.two", "t.three"],
      instruments: [treaty("x"), treaty("y"), treaty("z")],
      provisions: [rule("x", "t.one"), rule("y", "t.two"), rule("z", "t.three")],
      participation: [
        act("y", "BBB", "2001-01-01"),
        act("y", "CCC", "2001-01-01"),
        act("x", "BBB", "2001-01-01"),
        act("z", "BBB", "2001-01-01"),
      ],
    });
    const { peers, gaps } = stateGaps(law, "AAA", "2005-01-01");
    expect(peers).toBe(2);
    expect(gaps.map(({ theme, peers_binding }) => [theme, peers_binding])).toEqual([
      ["t.two", 2],
      ["t.one", 1],
      ["t.three", 1],
    ]);
  });

  it("Bangladesh has no reflection period; whether CETS 197 gives one is open since its list ends", () => {
    const { gaps } = stateGaps(realLaw(), "BGD", "2026-11-24");
    expect(gaps.find(({ theme }) => theme === "protection.reflection")).toMatchObject({
      strength: "none",
      maybe_closed_by: ["coe-cets-197"],
    });
  });

  it.each(["COK", "NIU", "PSE", "VAT", "EUE"])(
    "%s belongs to no regional group and has no peers",
    (state) => {
      const { peers, gaps } = stateGaps(realLaw(), state, "2026-11-24");
      expect(peers).toBe(0);
      expect(gaps.every(({ peers_binding }) => peers_binding === 0)).toBe(true);
    },
  );

  it("an open gap is a gap: the themes below binding and no others", () => {
    const law = realLaw();
    const { gaps } = stateGaps(law, "NPL", "2026-11-24");
    const below = Object.entries(profile(law, "NPL", "2026-11-24").themes)
      .filter(([, { strength }]) => strength !== "binding")
      .map(([theme]) => theme);
    expect(gaps.map(({ theme }) => theme).sort()).toEqual(below.sort());
    expect(gaps.some(({ maybe_closed_by }) => maybe_closed_by.length > 0)).toBe(true);
  });
});

describe("gaps of a group (R17)", () => {
  it("members bound and members below add up, and open gaps are among those below", () => {
    const { members, themes } = groupGaps(realLaw(), group("asean"), "2026-11-24");
    expect(members).toContain("VNM");
    for (const { binding, gap_count, maybe_count } of Object.values(themes)) {
      expect(binding + gap_count).toBe(members.length);
      expect(maybe_count).toBeLessThanOrEqual(gap_count);
    }
  });

  it("counts what each member's own answer says", () => {
    const law = realLaw();
    const { members, themes } = groupGaps(law, group("saarc"), "2015-01-01");
    const own = members.map((state) => stateGaps(law, state, "2015-01-01").gaps);
    for (const [theme, { gap_count, maybe_count }] of Object.entries(themes)) {
      const gaps = own.flatMap((list) => list.filter((gap) => gap.theme === theme));
      expect(gaps).toHaveLength(gap_count);
      expect(gaps.filter(({ maybe_closed_by }) => maybe_closed_by.length > 0)).toHaveLength(maybe_count);
    }
  });

  it("the European Union is counted in no group (R1)", () => {
    for (const { id, members } of listGroups(realLaw()))
      expect([id, members.includes("EUE")]).toEqual([id, false]);
    expect(group("world").members).toHaveLength(197);
    expect(group("un-members").members).toHaveLength(193);
  });
});
