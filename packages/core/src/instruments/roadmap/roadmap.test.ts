import { beforeAll, describe, expect, it } from "vitest";
import { realLaw } from "../../testing/real-law.ts";
import { act, rule, smallLaw, treaty } from "../../testing/small-law.ts";
import type { Roadmap } from "../answer.ts";
import { listGroups } from "../group.ts";
import type { Law } from "../law.ts";
import { createHighsSolver } from "./highs.ts";
import { groupRoadmap, type RoadmapOptions, roadmap } from "./roadmap.ts";
import type { Solver } from "./solver.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await createHighsSolver();
});

async function solve(law: Law, state: string, options: Partial<RoadmapOptions>): Promise<Roadmap> {
  const answer = await roadmap(law, solver, state, { date: "2015-01-01", target: "binding", ...options });
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return answer.value;
}

describe("worked example of R22", () => {
  it("Peru on 1 January 2015: one set, by invitation", async () => {
    const answer = await solve(realLaw(), "PER", {});
    expect(answer.pending).toEqual(["statelessness-1961"]);
    expect(answer.lacking).toHaveLength(11);
    expect(answer.reachable).toHaveLength(5);
    expect(answer).toMatchObject({
      size: 1,
      lifted: 5,
      optimal_count: 1,
      optimal: [["coe-cets-197"]],
      by_invitation: ["coe-cets-197"],
      stale: {},
    });
  });

  it("without invitation nothing can be reached", async () => {
    const answer = await solve(realLaw(), "PER", { noInvited: true });
    expect(answer).toMatchObject({
      reachable: [],
      size: 0,
      lifted: 0,
      optimal: [[]],
      by_invitation: [],
      alone: {},
    });
    expect(Object.keys(answer.unreachable)).toHaveLength(11);
    expect(answer.unreachable["protection.residence"]).toBe("only-unknown");
    expect(answer.unknown_excluded).toEqual(["ilo-c143"]);
  });
});

describe("what may be chosen (R22)", () => {
  const themes = ["t.one", "t.two"];
  const provisions = [rule("a", "t.one"), rule("b", "t.two")];

  it("an unknown that only the end of the list makes is marked, and left out when strict", async () => {
    const law = smallLaw({ themes, instruments: [treaty("a"), treaty("b")], provisions, asOf: "2010-01-01" });
    const answer = await solve(law, "AAA", {});
    expect(answer).toMatchObject({ optimal: [["a", "b"]], stale: { a: "2010-01-01", b: "2010-01-01" } });
    const strict = await solve(law, "AAA", { strict: true });
    expect(strict).toMatchObject({ optimal: [[]], unknown_excluded: ["a", "b"], stale: {} });
    expect(strict.unreachable).toEqual({ "t.one": "only-unknown", "t.two": "only-unknown" });
  });

  it("a stale signature is marked like an unknown", async () => {
    const law = smallLaw({
      themes,
      instruments: [treaty("a"), treaty("b")],
      provisions,
      asOf: "2010-01-01",
      participation: [act("a", "AAA", "2005-01-01", "signature")],
    });
    expect((await solve(law, "AAA", { date: "2009-01-01" })).stale).toEqual({});
    expect((await solve(law, "AAA", {})).stale).toHaveProperty("a", "2010-01-01");
    expect((await solve(law, "AAA", { strict: true })).optimal).toEqual([[]]);
  });

  it("what is closed, not yet in force, or of a kind nobody joins is no choice, and the reason says so", async () => {
    const law = smallLaw({
      themes: ["t.closed", "t.later", "t.directive", "t.future", "t.nobody"],
      instruments: [
        treaty("a", { region: "asean" }),
        treaty("b", { inForce: "2020-01-01" }),
        treaty("c", { kind: "eu-directive" }),
        treaty("d", { adopted: "2020-01-01", inForce: "2021-01-01" }),
      ],
      provisions: [
        rule("a", "t.closed"),
        rule("b", "t.later"),
        rule("c", "t.directive"),
        rule("d", "t.future"),
      ],
    });
    const answer = await solve(law, "AAA", {});
    expect(answer.alone).toEqual({});
    expect(answer.unreachable).toEqual({
      "t.closed": "only-closed",
      "t.later": "only-closed",
      "t.directive": "only-closed",
      "t.future": "only-closed",
      "t.nobody": "no-instrument",
    });
  });

  it("soft law lifts nothing, a qualified duty does where qualified is the target", async () => {
    const law = smallLaw({
      themes: ["t.one"],
      instruments: [treaty("a"), treaty("soft", { kind: "soft-law" })],
      provisions: [
        rule("a", "t.one", { strength: "qualified" }),
        rule("soft", "t.one", { strength: "recommended" }),
      ],
    });
    expect((await solve(law, "AAA", {})).optimal).toEqual([[]]);
    expect((await solve(law, "AAA", { target: "qualified" })).optimal).toEqual([["a"]]);
  });

  it("whoever left may join again", async () => {
    const law = smallLaw({
      themes: ["t.one"],
      instruments: [treaty("a")],
      provisions: [rule("a", "t.one")],
      participation: [act("a", "AAA", "2001-01-01"), act("a", "AAA", "2005-01-01", "denunciation")],
    });
    expect((await solve(law, "AAA", {})).optimal).toEqual([["a"]]);
  });
});

describe("what must be joined first (R22)", () => {
  const labour = (participation = [act("ilo-c029", "EUE", "2001-01-01")], asOf = "2026-11-24") => {
    const law = smallLaw({
      themes: ["t.one"],
      instruments: [treaty("ilo-c029"), treaty("ilo-p029")],
      provisions: [rule("ilo-p029", "t.one")],
      participation,
      asOf,
    });
    // The made-up state is a member of the ILO, to which alone these are open.
    return { ...law, openness: law.openness.map(() => "open" as const) };
  };

  it("it costs one and stands in `alone` with nothing, unless in force or pending", async () => {
    const answer = await solve(labour(), "AAA", {});
    expect(answer).toMatchObject({ size: 2, optimal: [["ilo-c029", "ilo-p029"]] });
    expect(answer.alone).toEqual({ "ilo-c029": [], "ilo-p029": ["t.one"] });
    const joined = await solve(labour([act("ilo-c029", "AAA", "2014-12-31")]), "AAA", {});
    expect(joined).toMatchObject({ size: 1, optimal: [["ilo-p029"]], alone: { "ilo-p029": ["t.one"] } });
  });

  it("with k = 1 a protocol without its convention is out of reach, though the theme is reachable", async () => {
    const answer = await solve(labour(), "AAA", { k: 1 });
    expect(answer).toMatchObject({ reachable: ["t.one"], lifted: 0, size: 0, optimal: [[]] });
  });

  it("a signature of the CRC is enough for its protocols", async () => {
    const law = (participation: ReturnType<typeof act>[]) =>
      smallLaw({
        themes: ["t.one"],
        instruments: [treaty("crc"), treaty("crc-opsc")],
        provisions: [rule("crc-opsc", "t.one")],
        participation,
      });
    expect((await solve(law([]), "AAA", {})).optimal).toEqual([["crc", "crc-opsc"]]);
    const signed = law([act("crc", "AAA", "2001-01-01", "signature")]);
    expect((await solve(signed, "AAA", {})).optimal).toEqual([["crc-opsc"]]);
  });

  it("what needs something that can't be chosen can't be chosen either", async () => {
    const law = labour();
    const closed = law.instrumentIndex.get("ilo-c029")!;
    const openness = law.openness.map((value, at) =>
      Math.floor(at / law.states.length) === closed ? ("closed" as const) : value,
    );
    const answer = await solve({ ...law, openness }, "AAA", {});
    expect(answer).toMatchObject({ reachable: [], optimal: [[]], unreachable: { "t.one": "only-closed" } });
  });

  it("the Palermo Protocol never stands in a set without UNTOC in it or already joined", async () => {
    const law = realLaw();
    for (const state of ["IRN", "PNG", "SLB", "SSD", "TON"])
      for (const date of ["2005-06-30", "2012-06-30", "2026-11-24"]) {
        const { optimal, alone } = await solve(law, state, { date });
        if (!("untoc" in alone)) continue;
        for (const set of optimal) if (set.includes("palermo-protocol")) expect(set).toContain("untoc");
      }
  });
});

describe("groups and refusals", () => {
  it("a region is its members, solved one by one, and how many of them name each instrument", async () => {
    const group = listGroups(realLaw()).find(({ id }) => id === "saarc")!;
    const answer = await groupRoadmap(realLaw(), solver, group, { date: "2015-01-01", target: "binding" });
    if (!answer.ok) throw new Error(answer.refusal.detail);
    const { members, named } = answer.value;
    expect(Object.keys(members)).toEqual(group.members);
    expect(members.NPL).toEqual(await solve(realLaw(), "NPL", {}));
    const naming = Object.values(members).filter(({ optimal }) => optimal.flat().includes("coe-cets-197"));
    expect(named["coe-cets-197"]).toBe(naming.length);
  });

  it("a member of SAARC is told that its own convention is unknown, not that it is missing", async () => {
    const { unknown_excluded, alone } = await solve(realLaw(), "NPL", { date: "2010-02-24" });
    expect(unknown_excluded).toContain("saarc-2002");
    expect(alone).not.toHaveProperty("saarc-2002");
  });

  it("the European Union is refused", async () => {
    const answer = await roadmap(realLaw(), solver, "EUE", { date: "2015-01-01", target: "binding" });
    expect(answer).toMatchObject({ ok: false, refusal: { code: "not-a-state", parameter: "state" } });
  });

  it.each([0, -1, 1.5, Number.NaN])("k = %s is refused", async (k) => {
    const answer = await roadmap(realLaw(), solver, "PER", { date: "2015-01-01", target: "binding", k });
    expect(answer).toMatchObject({ ok: false, refusal: { code: "out-of-range", parameter: "k" } });
  });

  it("a k that is more than enough answers as without k", async () => {
    const [free, bound] = [await solve(realLaw(), "NPL", {}), await solve(realLaw(), "NPL", { k: 50 })];
    expect({ ...bound, k: null }).toEqual(free);
  });
});
