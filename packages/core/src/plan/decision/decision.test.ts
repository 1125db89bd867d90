import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareToFraction, formatFraction } from "./fraction.ts";
import { quorumOf } from "./quorum.ts";
import { rollCallOrder } from "./roll-call.ts";
import {
  isLSymbol,
  mayDecideOn,
  mayExplain,
  mayReintroduce,
  maySponsor,
  mayWithdraw,
  type TabledDraft,
} from "./tabling.ts";
import { type Ballot, countVote, readBallots, settleTie } from "./vote.ts";
import { type AmendmentToPut, orderOfVotes } from "./vote-order.ts";

function ballots(counts: Partial<Record<Ballot, number>>): Map<string, Ballot> {
  const all = Object.entries(counts).flatMap(([ballot, count]) =>
    Array.from({ length: count }, (_, at) => [`${ballot}${at}`, ballot as Ballot] as const),
  );
  return new Map(all);
}

describe("fractions", () => {
  it("compare exactly and are written out", () => {
    expect(compareToFraction(99, { numerator: 298, denominator: 3 })).toBeLessThan(0);
    expect(compareToFraction(100, { numerator: 298, denominator: 3 })).toBeGreaterThan(0);
    expect(compareToFraction(2, { numerator: 4, denominator: 2 })).toBe(0);
    expect(
      [
        [149, 2],
        [298, 3],
        [6, 3],
        [2, 6],
        [0, 2],
      ].map(([numerator = 0, denominator = 1]) => formatFraction({ numerator, denominator })),
    ).toEqual(["74 1/2", "99 1/3", "2", "1/3", "0"]);
  });
});

describe("quorum (P11)", () => {
  it.each([
    [193, 64, false, false],
    [193, 65, true, false],
    [193, 96, true, false],
    [193, 97, true, true],
    [3, 1, true, false],
    [4, 2, true, false],
    [0, 0, false, false],
  ])("of %i members %i present: may open %s, decide %s", (members, present, mayOpen, mayDecide) => {
    expect(quorumOf(members, present)).toMatchObject({ mayOpen, mayDecide });
  });
});

describe("votes (P13)", () => {
  it.each([
    [{ yes: 100, no: 49, abstain: 20, absent: 24 }, "ordinary", "adopted", "100 > 74 1/2"],
    [{ yes: 100, no: 49, abstain: 20, absent: 24 }, "two-thirds", "adopted", "100 > 99 1/3"],
    [{ yes: 99, no: 50, abstain: 20, absent: 24 }, "two-thirds", "rejected", "99 < 99 1/3"],
    [{ yes: 2, no: 1 }, "two-thirds", "adopted", "2 = 2"],
    [{ yes: 1, no: 1, abstain: 5 }, "ordinary", "tied", "1 = 1"],
    [{ yes: 3, no: 3 }, "two-thirds", "tied", "3 < 4"],
    [{ abstain: 5 }, "ordinary", "tied", "0 = 0"],
    [{ no: 5 }, "two-thirds", "rejected", "0 < 3 1/3"],
  ] as const)("%o, %s: %s", (counts, majority, outcome, comparison) => {
    expect(countVote(ballots(counts), majority)).toMatchObject({ outcome, comparison });
  });

  it("abstaining, being absent or not entitled never changes the outcome", () => {
    const count = fc.nat(40);
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        count,
        fc.constantFrom("ordinary", "two-thirds"),
        (yes, no, abstain, absent, without, majority) => {
          const bare = countVote(ballots({ yes, no }), majority);
          const full = countVote(ballots({ yes, no, abstain, absent, "not-entitled": without }), majority);
          expect(full.outcome).toBe(bare.outcome);
          expect(full.presentAndVoting).toBe(yes + no);
          expect(full.present).toBe(yes + no + abstain);
        },
      ),
    );
  });

  it("a second tie rejects", () => {
    const tie = countVote(ballots({ yes: 1, no: 1 }), "ordinary");
    expect(settleTie(tie, false)).toBe("tied");
    expect(settleTie(tie, true)).toBe("rejected");
  });

  it("a vote stands once, is a member's, and is that of a member entitled to it", () => {
    const members = ["a", "b", "c"];
    const read = (...lines: [string, Ballot][]) => readBallots(lines, members, new Set(["c"]));
    expect(read(["a", "yes"], ["a", "no"])).toMatchObject({
      ok: false,
      refusal: { code: "voted-twice", rule: "P13" },
    });
    expect(read(["z", "yes"])).toMatchObject({ ok: false, refusal: { code: "not-a-member" } });
    expect(read(["c", "yes"])).toMatchObject({ ok: false, refusal: { code: "not-entitled" } });
    const fine = read(["a", "yes"]);
    expect(fine.ok && [...fine.value]).toEqual([
      ["a", "yes"],
      ["b", "absent"],
      ["c", "not-entitled"],
    ]);
  });

  it("a roll-call goes round the alphabet from the member drawn", () => {
    const members = new Map([
      ["a", "Éire"],
      ["b", "Austria"],
      ["c", "Zambia"],
      ["d", "Egypt"],
    ]);
    expect(rollCallOrder(members, "d", "en")).toEqual({ ok: true, value: ["d", "a", "c", "b"] });
    expect(rollCallOrder(members, "x", "en")).toMatchObject({ ok: false });
  });
});

describe("the order of votes (P14)", () => {
  const amendment = (id: string, furthest: number | null, implies: string[] = []): AmendmentToPut => ({
    id,
    draft: "d1",
    submitted: id,
    furthest,
    implies,
  });
  const drafts = [
    { id: "d2", submitted: "2026-02", parts: [] },
    {
      id: "d1",
      submitted: "2026-01",
      parts: [
        { id: "p1", objected: true },
        { id: "p2", objected: false },
      ],
    },
  ];
  const amendments = [amendment("a1", 2), amendment("a2", 1, ["a1"]), amendment("a3", null)];
  const keys = (decided: [string, "adopted" | "rejected" | "tied"][]) =>
    orderOfVotes(drafts, amendments, new Map(decided)).remaining.map(({ kind, id }) => `${kind} ${id}`);

  it("amendments furthest removed first, then parts, then the draft; drafts in order of submission", () => {
    expect(keys([])).toEqual([
      "amendment a2",
      "amendment a1",
      "amendment a3",
      "division-request p1",
      "part p2",
      "draft d1",
      "draft d2",
    ]);
  });

  it("an amendment whose rejection is implied is not put, and says why", () => {
    expect(keys([["amendment a2", "adopted"]])[0]).toBe("amendment a3");
    expect(orderOfVotes(drafts, amendments, new Map([["amendment a2", "adopted"]])).notPut).toEqual([
      { id: "a1", reason: "The adoption of a2 necessarily implies its rejection.", rule: "P14" },
    ]);
    expect(keys([["amendment a2", "rejected"]])[0]).toBe("amendment a1");
  });

  it("an objected request for a separate vote is itself voted on first", () => {
    const done: [string, "adopted"][] = [
      ["amendment a1", "adopted"],
      ["amendment a2", "adopted"],
      ["amendment a3", "adopted"],
    ];
    expect(keys([...done, ["division-request p1", "adopted"]])).toEqual([
      "part p1",
      "part p2",
      "draft d1",
      "draft d2",
    ]);
    expect(keys([...done, ["division-request p1", "rejected"]])).toEqual(["part p2", "draft d1", "draft d2"]);
  });

  it("what is tied is put again", () => {
    expect(keys([["amendment a2", "tied"]])[0]).toBe("amendment a2");
  });
});

describe("tabling (P10) and explanations (P15)", () => {
  const draft: TabledDraft = {
    id: "d1",
    symbol: "CONCORD/2026/1/L.1",
    agendaItem: "1",
    title: "Draft",
    version: "0".repeat(64),
    sponsors: ["a"],
    submitted: "2026-11-20T10:00:00.000Z",
    circulated: "2026-11-23",
    amended: false,
    status: "tabled",
  };

  it("an L symbol ends in /L. and a number", () => {
    expect(["CONCORD/2026/1/L.1", "CONCORD/2026/1/L.12/Rev.1"].every(isLSymbol)).toBe(true);
    expect(["CONCORD/2026/1", "L.1", "CONCORD/2026/1/L.0", "CONCORD /L.1", ""].some(isLSymbol)).toBe(false);
  });

  it("is circulated at the latest the day before the decision", () => {
    expect(mayDecideOn(draft, "2026-11-24").ok).toBe(true);
    expect(mayDecideOn(draft, "2026-11-23")).toMatchObject({
      ok: false,
      refusal: { rule: "P10", code: "circulated-too-late" },
    });
    expect(mayDecideOn({ circulated: null }, "2026-11-23")).toMatchObject({
      ok: false,
      refusal: { code: "not-circulated" },
    });
  });

  it("sponsors join until the decision, and one may withdraw it before voting unless it was amended", () => {
    expect(maySponsor(draft, "b").ok).toBe(true);
    expect(maySponsor(draft, "a").ok).toBe(false);
    expect(maySponsor({ ...draft, status: "adopted" }, "b").ok).toBe(false);
    expect(mayWithdraw(draft, "a", false).ok).toBe(true);
    expect(mayWithdraw(draft, "b", false)).toMatchObject({ ok: false, refusal: { code: "not-sponsor" } });
    expect(mayWithdraw(draft, "a", true)).toMatchObject({ ok: false, refusal: { code: "voting-began" } });
    expect(mayWithdraw({ ...draft, amended: true }, "a", false)).toMatchObject({
      ok: false,
      refusal: { code: "amended" },
    });
    expect(mayReintroduce(draft).ok).toBe(false);
    expect(mayReintroduce({ ...draft, status: "withdrawn" }).ok).toBe(true);
  });

  it("a sponsor doesn't explain its vote on its own draft", () => {
    expect(mayExplain(draft, "a")).toMatchObject({ ok: false, refusal: { rule: "P15" } });
    expect(mayExplain(draft, "b").ok).toBe(true);
  });
});
