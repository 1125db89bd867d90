import { describe, expect, it } from "vitest";
import { negotiatingTable, proposal, type Table } from "../../testing/table.ts";

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
