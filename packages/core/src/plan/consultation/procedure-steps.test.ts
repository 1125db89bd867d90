import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MEMBERS, negotiatingTable, proposal, sha256, type Table } from "../../testing/table.ts";
import type { Ballot } from "../decision/vote.ts";
import { applyEvent, replay } from "./apply-event.ts";
import type { ConsultationEvent } from "./event.ts";
import { SIMPLE } from "./rule-set.ts";

const range = { from: 0, to: 5 };
const stage = { stakeholdersComment: false, restricted: null };

describe("who may do what (P6)", () => {
  it("an NGO gives inputs in the open stage and may not propose in negotiation", () => {
    const table = negotiatingTable();
    expect(table.take("proposal-filed", proposal({ range, words: "x" }), "ngo-y")).toMatchObject({
      ok: false,
      refusal: { rule: "P6", code: "not-entitled" },
    });
    table.done("stage-begun", { kind: "inputs", deadline: null, ...stage });
    table.done("input-given", { paragraph: "one", text: "Hear survivors." }, "ngo-y");
    expect([...table.held.contributions.values()][0]).toMatchObject({ kind: "input", about: "one" });
  });

  it("a position by someone not entitled, and an act by someone who doesn't facilitate, are refused", () => {
    const table = negotiatingTable();
    const id = table.propose("A1", { range, words: "x" });
    expect(
      table.take("position-taken", { proposal: id, stance: "support", note: "" }, "igo-x"),
    ).toMatchObject({ ok: false, refusal: { rule: "P6" } });
    expect(table.take("ad-ref-asked", { paragraph: "one" }, "A1", "facilitator")).toMatchObject({
      ok: false,
      refusal: { code: "not-facilitator" },
    });
    expect(table.take("ad-ref-asked", { paragraph: "one" }, "A1")).toMatchObject({
      ok: false,
      refusal: { code: "wrong-capacity" },
    });
  });

  it("a facilitator may withdraw, and the secretariat appoints another; what was done stands", () => {
    const table = negotiatingTable();
    table.done("facilitator-withdrew", { reason: "Illness." });
    expect(table.take("ad-ref-asked", { paragraph: "one" }, "f", "facilitator").ok).toBe(false);
    table.done("facilitator-appointed", { actor: "g", reason: "To go on." }, "s", "secretariat");
    table.done("ad-ref-asked", { paragraph: "one" }, "g", "facilitator");
  });

  it("hidden words stay in the log, and the reason is shown", () => {
    const table = negotiatingTable();
    const id = table.propose("A1", { range, words: "x" });
    table.done("moderated", { target: id, hidden: true, reason: "It names a victim." }, "s", "secretariat");
    expect(table.held.hidden.get(id)).toBe("It names a victim.");
    expect(table.log.some((event) => event.type === "proposal-filed")).toBe(true);
  });
});

describe("groups (P7)", () => {
  it("speak as one; a member that leaves in mid-round stays with what was filed until it dissociates itself", () => {
    const table = negotiatingTable();
    table.done(
      "group-filed",
      { id: "g", name: "Group A", coordinator: "A1", members: ["A1", "A2", "A3"] },
      "A1",
    );
    const id = table.propose("A1", { range, words: "x", group: "g", inNameOf: ["A1", "A2", "A3"] });
    table.done("group-left", { group: "g" }, "A2");
    expect(table.held.proposals.get(id)?.filing.inNameOf).toContain("A2");
    expect(
      table.take("proposal-filed", proposal({ range, words: "y", group: "g", inNameOf: ["A2"] }), "A1"),
    ).toMatchObject({ ok: false, refusal: { code: "not-in-group" } });
    table.done("dissociated", { proposal: id, reason: "New instructions." }, "A2");
    expect([...table.held.proposals.get(id)!.dissociated]).toEqual(["A2"]);
    table.done("group-joined", { group: "g" }, "A5");
    expect(table.held.groups.get("g")?.members).toEqual(["A1", "A3", "A5"]);
  });
});

describe("deadlines (P8)", () => {
  it("a late filing is refused with its time of arrival, kept, and admitted by the facilitator with a reason", () => {
    const table = negotiatingTable();
    const deadline = new Date(table.now + 2 * 3_600_000).toISOString();
    table.done("deadline-set", { deadline, reason: "Round one." });
    table.propose("A1", { range, words: "in time" });
    const data = proposal({ range, words: "late" });
    const refusedLate = table.take("proposal-filed", data, "A2", "participant", 1);
    expect(refusedLate).toMatchObject({ ok: false, refusal: { rule: "P8", code: "after-deadline" } });
    const at = new Date(table.now + 3_600_000).toISOString();
    const late = table.done(
      "late-filing-kept",
      { filing: { at, by: "A2", content: { type: "proposal-filed", data } } },
      "system",
      "system",
      1,
    );
    expect(table.take("late-filing-admitted", { filing: late, reason: " " }, "f", "facilitator").ok).toBe(
      false,
    );
    const id = table.done("late-filing-admitted", { filing: late, reason: "The line was down." });
    expect(table.held.proposals.get(id)).toMatchObject({ words: "late", at });
    expect(
      table.take("late-filing-admitted", { filing: late, reason: "Again." }, "f", "facilitator"),
    ).toMatchObject({ ok: false, refusal: { code: "no-late-filing" } });
  });

  it("what is not late is not kept as such, and a clock never goes back", () => {
    const table = negotiatingTable();
    const filing = {
      at: new Date(table.now).toISOString(),
      by: "A2",
      content: { type: "proposal-filed" as const, data: proposal({ range, words: "x" }) },
    };
    expect(table.take("late-filing-kept", { filing }, "system", "system")).toMatchObject({
      ok: false,
      refusal: { code: "not-late" },
    });
    expect(
      table.take("proposal-filed", proposal({ range, words: "x" }), "A1", "participant", -1),
    ).toMatchObject({ ok: false, refusal: { code: "clock-went-back" } });
  });
});

describe("the silence procedure (P9)", () => {
  const silent = (effect: "agreed" | "adopted" = "agreed"): Table => {
    const table = negotiatingTable();
    table.done("ad-ref-asked", { paragraph: "two" });
    table.done("ad-ref-recorded", { paragraph: "two" });
    table.done("silence-opened", { length: { hours: 72 }, effect });
    return table;
  };

  it("fixes the text, and broken returns it to open, the paragraphs named first", () => {
    const table = silent();
    expect(table.held.versions.at(-1)?.kind).toBe("silence");
    expect(table.take("proposal-filed", proposal({ range, words: "x" }), "A1").ok).toBe(false);
    expect(table.take("silence-broken", { reason: "No.", paragraphs: [] }, "igo-x")).toMatchObject({
      ok: false,
      refusal: { rule: "P6" },
    });
    expect(table.take("silence-broken", { reason: "", paragraphs: [] }, "A1")).toMatchObject({
      ok: false,
      refusal: { code: "no-reason" },
    });
    table.done("silence-broken", { reason: "OP1 is not acceptable.", paragraphs: ["one"] }, "A1");
    expect(table.held.stage.kind).toBe("negotiation");
    expect(table.held.first).toEqual(["one"]);
    expect([...table.held.paragraphs.values()].every(({ status }) => status === "open")).toBe(true);
    table.done("silence-opened", { length: { workingDays: 3 }, effect: "agreed" });
    expect(table.held.silences).toHaveLength(2);
  });

  it("unbroken at its end makes the text agreed, with a record that no objection was received", () => {
    const table = silent();
    expect(table.take("silence-closed", {}, "system", "system", 71)).toMatchObject({
      ok: false,
      refusal: { code: "still-running" },
    });
    expect(
      table.take("silence-broken", { reason: "Late.", paragraphs: [] }, "A1", "participant", 73),
    ).toMatchObject({ ok: false, refusal: { code: "already-ended" } });
    table.done("silence-closed", {}, "system", "system", 72);
    expect(table.held.silences[0]?.outcome).toMatchObject({
      kind: "unbroken",
      record: "No objection was received.",
    });
    expect(table.held.stage.kind).toBe("decision");
  });

  it("adopts where the body so decided, and is extended before its end only", () => {
    const table = silent("adopted");
    const until = new Date(Date.parse(table.held.silences[0]!.until) + 3_600_000).toISOString();
    table.done("silence-extended", { until, reason: "A holiday." });
    expect(table.take("silence-extended", { until, reason: "x" }, "f", "facilitator")).toMatchObject({
      ok: false,
      refusal: { code: "not-shortened" },
    });
    table.done("silence-closed", {}, "system", "system", 80);
    expect(table.held.versions.at(-1)).toMatchObject({
      kind: "adopted",
      hash: table.held.versions.at(-2)?.hash,
    });
    expect(table.held.stage.kind).toBe("closed");
  });
});

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

describe("the log", () => {
  /** Steps tried at random; refused ones are part of the game. */
  const tries = fc.array(
    fc.tuple(
      fc.constantFrom(...MEMBERS, "igo-x", "ngo-y"),
      fc.constantFrom(
        "propose",
        "delete",
        "support",
        "streamline",
        "ask",
        "agree",
        "reopen",
        "silence",
        "break",
        "close",
        "revise",
        "insist",
      ),
      fc.nat(60),
      fc.nat(60),
      fc.constantFrom("one", "two", "sub", "pp"),
    ),
    { maxLength: 40 },
  );

  function played(steps: readonly (readonly [string, string, number, number, string])[]): Table {
    const table = negotiatingTable();
    for (const [by, what, x, y, paragraph] of steps) {
      const [from = 0, to = 0] = [x, y].sort((a, b) => a - b);
      const edition = (table.held.paragraphs.get(paragraph)?.texts.length ?? 1) - 1;
      const last = `p${Math.max(1, table.held.proposals.size - (x % 3))}`;
      const text = `Urges ${"all ".repeat(x % 4)}States to protect ${y % 2 ? "victims" : "persons"};`;
      if (what === "propose")
        table.take(
          "proposal-filed",
          proposal({
            paragraph,
            edition: Math.max(0, edition - (x % 2)),
            range: { from, to },
            words: "new words",
          }),
          by,
        );
      if (what === "delete") table.take("proposal-filed", proposal({ kind: "delete", paragraph }), by);
      if (what === "support")
        table.take("position-taken", { proposal: last, stance: y % 2 ? "support" : "oppose", note: "" }, by);
      if (what === "streamline")
        table.take(
          "streamlined",
          {
            act: x % 5 === 0 ? "strike" : "rephrase",
            paragraph,
            edition,
            text,
            others: [],
            addition: null,
            answers: [last],
            note: "",
          },
          "f",
          "facilitator",
        );
      if (what === "ask") table.take("ad-ref-asked", { paragraph }, "f", "facilitator");
      if (what === "agree") table.take("ad-ref-recorded", { paragraph }, "f", "facilitator");
      if (what === "reopen") table.take("reopening-requested", { paragraph, reason: "Why." }, by);
      if (what === "silence")
        table.take("silence-opened", { length: { hours: 72 }, effect: "agreed" }, "f", "facilitator");
      if (what === "break") table.take("silence-broken", { reason: "Why.", paragraphs: [paragraph] }, by);
      if (what === "close") table.take("silence-closed", {}, "system", "system", x % 2 ? 100 : 1);
      if (what === "revise") table.take("revision-issued", { reason: "A round." }, "f", "facilitator");
      if (what === "insist") table.take("insisted", { proposal: last, reason: "Why." }, by);
    }
    return table;
  }

  it("replayed gives the same state, from the beginning or from the middle", () => {
    fc.assert(
      fc.property(tries, fc.nat(100), (steps, cut) => {
        const { log, held } = played(steps);
        const outside = { hash: sha256 };
        const whole = replay(log, outside);
        expect(whole).toEqual({ ok: true, value: held });
        const at = 1 + (cut % log.length);
        const first = replay(log.slice(0, at), outside);
        if (first.ok) expect(replay(log.slice(at), outside, first.value)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it("nothing is erased: every proposal filed is there, attached or to be looked at again", () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const { log, held } = played(steps);
        expect(held.proposals.size).toBe(log.filter(({ type }) => type === "proposal-filed").length);
        for (const { anchor, on, paragraph, kind } of held.proposals.values()) {
          if (anchor?.kind !== "carried" || kind === "comment") continue;
          const text = held.paragraphs.get(paragraph!)!.texts.at(-1)!;
          expect(text.slice(anchor.range.from, anchor.range.to)).toBe(on);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a refused step changes nothing, and the state that went in is unchanged", () => {
    const table = negotiatingTable();
    const before = structuredClone(table.held);
    const event: ConsultationEvent = {
      type: "silence-closed",
      at: new Date(table.now).toISOString(),
      by: "system",
      as: "system",
      data: {},
    };
    expect(applyEvent(table.held, event, { hash: sha256 }).ok).toBe(false);
    const granted = applyEvent(
      table.held,
      {
        ...event,
        type: "statement-made",
        by: "A1",
        as: "participant",
        data: { text: "We thank you.", group: null, inNameOf: [] },
      },
      { hash: sha256 },
    );
    expect(granted.ok).toBe(true);
    expect(table.held).toEqual(before);
  });

  it("an instant in another form, and a step before the opening, are refused", () => {
    const { log, held } = negotiatingTable();
    expect(applyEvent(held, { ...log[1]!, at: "2026-11-24" }, { hash: sha256 })).toMatchObject({
      ok: false,
      refusal: { code: "no-instant" },
    });
    expect(replay(log.slice(1), { hash: sha256 })).toMatchObject({
      ok: false,
      refusal: { code: "not-open" },
    });
  });
});
