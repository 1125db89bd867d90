import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { participantKind } from "./participant.ts";
import { rightOf, type StageKind, type TableDeed } from "./right.ts";
import { checkFiling, type SpeakingGroup, type Stance, standingOf } from "./speaking-group.ts";

const stage = (kind: StageKind, change = {}) => ({
  kind,
  stakeholdersComment: false,
  restricted: null,
  ...change,
});

describe("participants and rights (P6)", () => {
  it.each([
    ["un-member", true, "member"],
    ["observer-state", false, "observer"],
    ["igo", false, "observer"],
    ["parliamentary", false, "observer"],
    ["ngo", false, "stakeholder"],
    ["trade-union", false, "stakeholder"],
    ["business", false, "stakeholder"],
    ["media", false, "stakeholder"],
    ["academia", false, "stakeholder"],
    ["ngo", true, "member"],
  ] as const)("%s, member of the body: %s, takes part as %s", (actor, isMember, kind) => {
    expect(participantKind(actor, isMember)).toBe(kind);
  });

  it.each<[Parameters<typeof rightOf>[0], TableDeed, StageKind, boolean]>([
    ["member", "propose", "negotiation", true],
    ["member", "propose", "silence", false],
    ["member", "break-silence", "silence", true],
    ["member", "vote", "decision", true],
    ["observer", "propose", "negotiation", true],
    ["observer", "speak", "decision", true],
    ["observer", "support", "negotiation", false],
    ["observer", "break-silence", "silence", false],
    ["observer", "vote", "decision", false],
    ["stakeholder", "input", "inputs", true],
    ["stakeholder", "propose", "inputs", false],
    ["stakeholder", "comment", "inputs", true],
    ["stakeholder", "comment", "negotiation", false],
    ["stakeholder", "vote", "decision", false],
    ["public", "comment", "inputs", false],
    ["public", "read", "negotiation", true],
  ])("a %s may %s in the stage %s: %s", (kind, deed, stageKind, allowed) => {
    expect(rightOf(kind, deed, stage(stageKind))).toMatchObject({ allowed, rule: "P6" });
  });

  it("the consultation may let stakeholders comment on negotiated drafts", () => {
    expect(
      rightOf("stakeholder", "comment", stage("negotiation", { stakeholdersComment: true })).allowed,
    ).toBe(true);
    expect(
      rightOf("stakeholder", "propose", stage("negotiation", { stakeholdersComment: true })).allowed,
    ).toBe(false);
  });

  it("a restricted stage says why to the public, and is read by every participant", () => {
    const restricted = stage("negotiation", { restricted: "Positions are being sought." });
    expect(rightOf("public", "read", restricted)).toMatchObject({ allowed: false });
    expect(rightOf("public", "read", restricted).reason).toContain("Positions are being sought.");
    expect(rightOf("stakeholder", "read", restricted).allowed).toBe(true);
  });
});

const group: SpeakingGroup = { id: "g", name: "Group A", coordinator: "a", members: ["a", "b", "c"] };
const groups = new Map([["g", group]]);
const everyone = () => true;

describe("groups (P7)", () => {
  it("a group files through its coordinator, with the list of members in whose name", () => {
    const filing = { by: "a", group: "g", inNameOf: ["a", "b"] };
    expect(checkFiling(filing, groups, everyone)).toEqual({ ok: true, value: filing });
  });

  it.each([
    [{ by: "b", group: "g", inNameOf: ["a"] }, "not-coordinator"],
    [{ by: "a", group: "g", inNameOf: [] }, "no-list"],
    [{ by: "a", group: "g", inNameOf: ["a", "d"] }, "not-in-group"],
    [{ by: "a", group: "g", inNameOf: ["b", "b"] }, "named-twice"],
    [{ by: "a", group: "x", inNameOf: ["b"] }, "unknown-group"],
    [{ by: "a", group: null, inNameOf: ["zz"] }, "not-entitled"],
  ])("%o is refused: %s", (filing, code) => {
    expect(checkFiling(filing, groups, (actor) => actor !== "zz")).toMatchObject({
      ok: false,
      refusal: { rule: "P7", code },
    });
  });

  it("each associated member counts once, also one that supports alone", () => {
    const stances = new Map<string, Stance>([
      ["b", "support"],
      ["d", "support"],
      ["o", "support"],
    ]);
    const standing = standingOf(
      { by: "a", group: "g", inNameOf: ["a", "b", "c"] },
      stances,
      new Set(["c"]),
      (actor) => actor !== "o",
    );
    expect(standing).toEqual({
      proposers: ["a", "b"],
      supporters: ["d", "o"],
      opponents: [],
      reserving: [],
      dissociated: ["c"],
      memberCount: 3,
    });
  });

  it("who dissociates itself and supports alone is a supporter; who opposes alone isn't counted with the group", () => {
    const stances = new Map<string, Stance>([
      ["c", "support"],
      ["b", "oppose"],
    ]);
    const standing = standingOf(
      { by: "a", group: "g", inNameOf: ["a", "b", "c"] },
      stances,
      new Set(["c"]),
      everyone,
    );
    expect(standing).toMatchObject({ proposers: ["a"], supporters: ["c"], opponents: ["b"], memberCount: 2 });
  });

  it("nobody is counted twice, whatever is filed and said", () => {
    const actor = fc.constantFrom("a", "b", "c", "d");
    fc.assert(
      fc.property(
        actor,
        fc.array(actor),
        fc.array(fc.tuple(actor, fc.constantFrom<Stance>("support", "oppose", "reserve"))),
        fc.array(actor),
        (by, inNameOf, said, left) => {
          const s = standingOf({ by, group: null, inNameOf }, new Map(said), new Set(left), everyone);
          const all = [...s.proposers, ...s.supporters, ...s.opponents, ...s.reserving];
          expect(new Set(all).size).toBe(all.length);
          expect(s.memberCount).toBe(s.proposers.length + s.supporters.length);
        },
      ),
    );
  });
});
