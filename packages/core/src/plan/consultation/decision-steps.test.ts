import { describe, expect, it } from "vitest";
import { MEMBERS, negotiatingTable, type Table } from "../../testing/table.ts";
import type { Ballot } from "../decision/vote.ts";
import { SIMPLE } from "./rule-set.ts";

const stage = { stakeholdersComment: false, restricted: null };

describe("decision (P10 to P15)", () => {
  const deciding = (ruleSet = undefined as typeof SIMPLE | undefined): { table: Table; draft: string } => {
    const table = negotiatingTable(ruleSet);
    table.done("stage-begun", { kind: "decision", deadline: null, ...stage });
    const version = table.held.versions[0]!.hash;
    const draft = table.done(
      "draft-tabled",
      { symbol: "CONCORD/2026/1/L.1", agendaItem: "1", title: "Draft", version, sponsors: ["A2"] },
      "A1",
    );
    table.done("draft-circulated", { draft });
    table.done("meeting-opened", { present: MEMBERS, notEntitled: ["A5"] });
    return { table, draft };
  };
  const vote = (
    draft: string,
    lines: [string, Ballot][],
    kind: "draft" | "amendment" | "part" = "draft",
    id = draft,
  ) => ({
    question: { kind, id, draft },
    majority: "ordinary" as const,
    drawn: null,
    lines,
  });
  const yes: [string, Ballot][] = [
    ["A1", "yes"],
    ["A2", "yes"],
    ["A3", "abstain"],
  ];

  it("a draft is decided from the day after its circulation, without a vote when nobody asks for one", () => {
    const { table, draft } = deciding();
    expect(table.take("adopted-by-consensus", { draft }, "f", "facilitator")).toMatchObject({
      ok: false,
      refusal: { rule: "P10", code: "circulated-too-late" },
    });
    table.done("vote-requested", { draft }, "A4");
    expect(table.take("adopted-by-consensus", { draft }, "f", "facilitator", 24)).toMatchObject({
      ok: false,
      refusal: { rule: "P12" },
    });
    const id = table.done("vote-taken", { ...vote(draft, yes), drawn: "A3" }, "f", "facilitator", 24);
    expect(table.held.votes.get(id)).toMatchObject({
      outcome: "adopted",
      rollCall: ["A3", "A4", "A5", "A1", "A2"],
    });
    expect(table.held.versions.at(-1)?.kind).toBe("adopted");
    table.done("vote-corrected", { vote: id, meant: "no" }, "A2");
    expect(table.held.votes.get(id)?.count.counts.yes).toBe(2);
    expect(table.take("explained", { draft, when: "after", text: "Why." }, "A1")).toMatchObject({
      ok: false,
      refusal: { rule: "P15" },
    });
    table.done("position-stated", { draft, kind: "dissociation", text: "We don't join." }, "A4");
  });

  it("consensus adopts the very text that was tabled", () => {
    const { table, draft } = deciding(SIMPLE);
    table.done("adopted-by-consensus", { draft });
    expect(table.held.versions.at(-1)).toMatchObject({ kind: "adopted", hash: table.held.versions[0]!.hash });
  });

  it("a tie leads to a second vote within 48 hours, and tied again rejects", () => {
    const tie: [string, Ballot][] = [
      ["A1", "yes"],
      ["A2", "no"],
      ["A3", "abstain"],
    ];
    const { table, draft } = deciding(SIMPLE);
    table.done("vote-taken", vote(draft, tie));
    expect(table.take("vote-taken", vote(draft, yes), "f", "facilitator", 49)).toMatchObject({
      ok: false,
      refusal: { code: "second-vote-late" },
    });
    const id = table.done("vote-taken", vote(draft, tie), "f", "facilitator", 48);
    expect(table.held.votes.get(id)).toMatchObject({ outcome: "rejected", secondVote: true });
    expect(table.held.drafts.get(draft)?.status).toBe("rejected");
  });

  it("without a majority present nothing is decided, and a vote counted twice is refused", () => {
    const { table, draft } = deciding();
    expect(
      table.take(
        "vote-taken",
        vote(draft, [
          ["A1", "yes"],
          ["A2", "yes"],
        ]),
        "f",
        "facilitator",
        24,
      ),
    ).toMatchObject({ ok: false, refusal: { rule: "P11" } });
    expect(
      table.take(
        "vote-taken",
        vote(draft, [
          ["A1", "yes"],
          ["A1", "yes"],
          ["A2", "no"],
        ]),
        "f",
        "facilitator",
        24,
      ),
    ).toMatchObject({ ok: false, refusal: { code: "voted-twice" } });
    expect(table.take("vote-taken", vote(draft, [["A5", "yes"]]), "f", "facilitator", 24)).toMatchObject({
      ok: false,
      refusal: { code: "not-entitled" },
    });
  });

  it("amendments go before the draft, and the adopted text holds what was adopted of them", () => {
    const { table, draft } = deciding(SIMPLE);
    const near = table.done(
      "amendment-tabled",
      { draft, change: { kind: "text", paragraph: "one", text: "Calls upon States;" } },
      "A3",
    );
    const far = table.done(
      "amendment-tabled",
      { draft, change: { kind: "deletion", paragraph: "one" } },
      "A4",
    );
    const part = table.done("division-requested", { draft, paragraphs: ["two"] }, "A4");
    table.done("vote-order-stated", {
      amendments: [
        { amendment: far, furthest: 1, implies: [near] },
        { amendment: near, furthest: 2, implies: [] },
      ],
    });
    expect(table.take("vote-taken", vote(draft, yes), "f", "facilitator")).toMatchObject({
      ok: false,
      refusal: { rule: "P14", code: "out-of-order" },
    });
    table.done("vote-taken", vote(draft, [["A1", "no"]], "amendment", far));
    table.done("vote-taken", vote(draft, yes, "amendment", near));
    expect(table.take("draft-withdrawn", { draft }, "A1")).toMatchObject({
      ok: false,
      refusal: { code: "voting-began" },
    });
    table.done("vote-taken", vote(draft, [["A1", "no"]], "part", part));
    table.done("vote-taken", vote(draft, yes));
    expect(table.held.versions.at(-1)?.paragraphs.map(({ name, text }) => `${name} ${text}`)).toEqual([
      "PP1 Deeply concerned about trafficking in persons,",
      "OP1 Calls upon States;",
      "OP1 (a) By means of shelter and health care;",
    ]);
  });

  it("a withdrawn draft may be reintroduced by any member", () => {
    const { table, draft } = deciding();
    table.done("sponsor-joined", { draft }, "A3");
    table.done("draft-withdrawn", { draft }, "A3");
    expect(table.take("sponsor-joined", { draft }, "A4").ok).toBe(false);
    table.done("draft-reintroduced", { draft }, "A4");
    expect(table.held.drafts.get(draft)).toMatchObject({ status: "tabled", sponsors: ["A4"] });
  });
});
