import { describe, expect, it } from "vitest";
import { negotiatingTable, proposal, type Table } from "../../testing/table.ts";
import { writeAttribution } from "./attribution.ts";
import { rollingText } from "./rolling-text.ts";
import { writeSegments } from "./segment.ts";

const OP1 = "Urges States to protect victims of trafficking;";
const on = (words: string, text = OP1) => ({
  from: text.indexOf(words),
  to: text.indexOf(words) + words.length,
});

function written(table: Table, id = "one"): string {
  const shown = rollingText(table.held).paragraphs.find(({ paragraph }) => paragraph.id === id)!;
  return writeSegments(shown.segments, (proposed) => {
    const one =
      [...rollingText(table.held).paragraphs].length > 0 ? table.held.proposals.get(proposed)! : undefined;
    const standing = one && {
      proposers: [one.filing.by],
      supporters: [...one.stances.keys()],
      opponents: [],
      reserving: [],
      dissociated: [],
      memberCount: 0,
    };
    return standing ? writeAttribution(standing, (actor) => actor) : "";
  });
}

describe("rolling text (P2)", () => {
  it("shows words proposed in brackets with who proposes, and deletions as such", () => {
    const table = negotiatingTable();
    table.propose("A1", { range: on("Urges"), words: "Calls upon" });
    const added = table.propose("igo-x", {
      range: { from: OP1.indexOf("victims"), to: OP1.indexOf("victims") },
      words: "all ",
    });
    table.done("position-taken", { proposal: added, stance: "support", note: "" }, "A2");
    table.propose("A3", { kind: "delete", range: on("of trafficking") });
    expect(written(table)).toBe(
      "[delete: Urges (A1)][Calls upon (A1)] States to protect [all  (igo-x; support: A2)]victims [delete: of trafficking (A3)];",
    );
  });

  it("two edits of one paragraph both stand, also when they overlap", () => {
    const table = negotiatingTable();
    table.propose("A1", { range: on("to protect victims"), words: "to help victims" });
    table.propose("A2", { range: on("victims of trafficking"), words: "persons" });
    const { segments } = rollingText(table.held).paragraphs[1]!;
    expect(segments.flatMap((one) => (one.kind === "text" ? [one.text] : [])).join("")).toBe(OP1);
    expect(segments.flatMap((one) => (one.kind === "proposed" ? [one.text] : []))).toEqual([
      "to help victims",
      "persons",
    ]);
  });

  it("a proposal on an earlier edition is carried along, or to be looked at again, and never dropped", () => {
    const table = negotiatingTable();
    const kept = table.propose("A1", { range: on("victims"), words: "persons" });
    const answered = table.propose("A2", { range: on("Urges"), words: "Calls upon" });
    table.done(
      "streamlined",
      act({ text: "Calls upon all States to protect victims of trafficking;", answers: [answered] }),
    );
    const late = table.propose("A3", { edition: 0, range: on("Urges"), words: "Invites" });
    const after = rollingText(table.held).paragraphs[1]!;
    expect(table.held.proposals.get(kept)?.anchor).toEqual({ kind: "carried", range: { from: 33, to: 40 } });
    expect(after.lookAgain.map(({ proposal: { id, anchor } }) => [id, anchor])).toEqual([
      [late, { kind: "look-again", words: "Urges", reason: "words-changed" }],
    ]);
    table.done("proposal-reattached", { proposal: late, edition: 1, range: { from: 0, to: 10 } }, "A3");
    expect(rollingText(table.held).paragraphs[1]!.lookAgain).toEqual([]);
  });

  it("an added paragraph stands in brackets under its own name", () => {
    const table = negotiatingTable();
    const addition = { kind: "operative" as const, parent: null, alternative: false };
    table.propose("A1", { kind: "add", range: null, words: "Requests a report;", addition });
    table.propose("A2", {
      kind: "add",
      range: null,
      words: "Invites States;",
      addition: { ...addition, alternative: true },
    });
    table.propose("A3", {
      kind: "add",
      range: null,
      paragraph: null,
      words: "Recalling the Charter,",
      addition: { ...addition, kind: "preambular" },
    });
    const text = rollingText(table.held);
    expect(text.paragraphs[1]!.additions.map(({ proposal }) => proposal.addition?.name)).toEqual([
      "OP1 bis",
      "OP1 alt",
    ]);
    expect(text.additions.map(({ proposal }) => proposal.addition?.name)).toEqual(["PP0"]);
  });

  it.each([
    [{ range: { from: 0, to: 99 }, words: "x" }, "outside-text"],
    [{ edition: 7, range: { from: 0, to: 1 }, words: "x" }, "unknown-edition"],
    [{ range: { from: 3, to: 3 }, words: "" }, "no-words"],
    [{ words: "x" }, "no-range"],
    [{ paragraph: "zz", range: { from: 0, to: 1 } }, "unknown-paragraph"],
    [{ kind: "merge" as const }, "nothing-to-merge"],
    [{ kind: "move" as const, others: ["one"] }, "itself"],
    [{ kind: "add" as const, words: "x" }, "no-kind"],
    [{ kind: "comment" as const }, "no-words"],
  ])("%o is refused: %s", (change, code) => {
    const outcome = negotiatingTable().take("proposal-filed", proposal(change), "A1");
    expect(outcome).toMatchObject({ ok: false, refusal: { code } });
  });
});

function act(change: object) {
  return {
    act: "rephrase" as const,
    paragraph: "one",
    edition: 0,
    text: "",
    others: [],
    addition: null,
    answers: [],
    note: "",
    ...change,
  };
}

describe("streamlining (P4)", () => {
  it("names the proposals it answers, and the trail leads both ways", () => {
    const table = negotiatingTable();
    expect(table.take("streamlined", act({ text: "x" }), "f", "facilitator")).toMatchObject({
      ok: false,
      refusal: { rule: "P4", code: "answers-nothing" },
    });
    const id = table.propose("A1", { range: on("Urges"), words: "Calls upon" });
    table.done("streamlined", act({ text: "Calls upon States;", answers: [id] }));
    const made = [...table.held.acts.values()][0]!;
    expect(made).toMatchObject({ answers: [id], before: OP1, after: "Calls upon States;" });
    expect(table.held.proposals.get(id)).toMatchObject({ status: "answered", answeredBy: [made.id] });
  });

  it("an author may insist: the proposal returns in brackets", () => {
    const table = negotiatingTable();
    const id = table.propose("A1", { range: on("victims"), words: "persons" });
    table.done(
      "streamlined",
      act({ text: "Urges States to protect all victims of trafficking;", answers: [id] }),
    );
    expect(table.take("insisted", { proposal: id, reason: "It matters." }, "A2")).toMatchObject({
      ok: false,
      refusal: { code: "not-author" },
    });
    table.done("insisted", { proposal: id, reason: "It matters." }, "A1");
    expect(written(table)).toBe(
      "Urges States to protect all [delete: victims (A1)][persons (A1)] of trafficking;",
    );
  });

  it("merging carries the proposals of what is merged, and moving keeps the keys", () => {
    const table = negotiatingTable();
    const text = "Decides to remain seized of the matter.";
    const carried = table.propose("A1", { paragraph: "two", range: on("seized", text), words: "engaged" });
    const answered = table.propose("A2", { kind: "merge", others: ["two"] });
    const merged = "Urges States to protect victims of trafficking, and decides to remain seized;";
    table.done("streamlined", act({ act: "merge", text: merged, others: ["two"], answers: [answered] }));
    const held = table.held.proposals.get(carried)!;
    expect(held.paragraph).toBe("one");
    expect(
      held.anchor?.kind === "carried" && merged.slice(held.anchor.range.from, held.anchor.range.to),
    ).toBe("seized");
    expect(table.held.paragraphs.get("two")?.status).toBe("removed");
  });

  it("a paragraph struck out keeps its proposals, to be looked at again", () => {
    const table = negotiatingTable();
    const kept = table.propose("A1", { range: on("victims"), words: "persons" });
    const deletion = table.propose("A2", { kind: "delete" });
    table.done("streamlined", act({ act: "strike", answers: [deletion] }));
    expect(rollingText(table.held).homeless.map(({ proposal: { id } }) => id)).toEqual([kept]);
  });

  it("an insertion takes the name under which it was proposed, and a block moves with what belongs to it", () => {
    const table = negotiatingTable();
    const added = table.propose("A1", {
      kind: "add",
      paragraph: "two",
      words: "Requests a report;",
      addition: { kind: "operative", parent: null, alternative: false },
    });
    const id = table.done(
      "streamlined",
      act({
        act: "insert",
        paragraph: "two",
        text: "Requests a report;",
        addition: { kind: "operative", parent: null },
        answers: [added],
      }),
    );
    expect(table.held.paragraphs.get(id)?.name).toBe("OP2 bis");
    const move = table.propose("A1", { kind: "move", others: ["two"] });
    table.done("streamlined", act({ act: "move", others: ["two"], answers: [move] }));
    expect(table.held.order).toEqual(["pp", "two", "one", "sub", id]);
  });

  it("words written on a text that changed meanwhile stand beside it, and overwrite nothing", () => {
    const table = negotiatingTable();
    const first = table.propose("A1", { range: on("Urges"), words: "Calls upon" });
    const second = table.propose("A2", { range: on("victims"), words: "persons" });
    table.done("streamlined", act({ text: "Calls upon States;", answers: [first] }));
    table.done("streamlined", act({ text: "Urges States to protect persons;", answers: [second] }));
    const names = [...table.held.paragraphs.values()].map(({ name, texts }) => [name, texts.at(-1)]);
    expect(names).toContainEqual(["OP1", "Calls upon States;"]);
    expect(names).toContainEqual(["OP1 alt", "Urges States to protect persons;"]);
    expect(table.take("streamlined", act({ act: "strike", answers: [] }), "f", "facilitator").ok).toBe(false);
  });
});

describe("agreement ad referendum (P3)", () => {
  it("is recorded when nobody entitled to negotiate objects, and undone by request", () => {
    const table = negotiatingTable();
    const open = table.propose("A1", { range: on("victims"), words: "persons" });
    expect(table.take("ad-ref-recorded", { paragraph: "one" }, "f", "facilitator")).toMatchObject({
      ok: false,
      refusal: { code: "not-asked" },
    });
    table.done("ad-ref-asked", { paragraph: "one" });
    table.done("ad-ref-objected", { paragraph: "one", reason: "Not yet." }, "A2");
    expect(table.take("ad-ref-recorded", { paragraph: "one" }, "f", "facilitator")).toMatchObject({
      ok: false,
      refusal: { code: "objected" },
    });
    expect(table.take("ad-ref-objected", { paragraph: "one", reason: "No." }, "igo-x")).toMatchObject({
      ok: false,
      refusal: { rule: "P6" },
    });
    table.done("ad-ref-asked", { paragraph: "one" });
    table.done("ad-ref-recorded", { paragraph: "one" });
    expect(table.held.proposals.get(open)?.status).toBe("not-taken-up");
    expect(table.take("proposal-filed", proposal({ range: on("victims"), words: "x" }), "A3")).toMatchObject({
      ok: false,
      refusal: { code: "agreed-ad-ref" },
    });
    expect(table.take("reopening-requested", { paragraph: "one", reason: "" }, "A3").ok).toBe(false);
    table.done("reopening-requested", { paragraph: "one", reason: "New instructions." }, "A3");
    expect(table.held.paragraphs.get("one")?.status).toBe("open");
    expect(table.held.proposals.get(open)?.status).toBe("open");
  });
});

describe("revisions (P1, P5)", () => {
  it("number the text afresh with a table from old to new names, and carry the proposals", () => {
    const table = negotiatingTable();
    const added = table.propose("A1", {
      kind: "add",
      words: "Requests a report;",
      addition: { kind: "operative", parent: null, alternative: false },
    });
    const waiting = table.propose("A2", {
      kind: "add",
      paragraph: "two",
      words: "Invites;",
      addition: { kind: "operative", parent: null, alternative: false },
    });
    const kept = table.propose("A3", { range: on("victims"), words: "persons" });
    table.done(
      "streamlined",
      act({
        act: "insert",
        text: "Requests a report;",
        addition: { kind: "operative", parent: null },
        answers: [added],
      }),
    );
    const hash = table.done("revision-issued", { reason: "Second round." });
    expect(table.held.renamings[0]?.names.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      "PP1 > PP1",
      "OP1 > OP1",
      "OP1 (a) > OP1 (a)",
      "OP1 bis > OP2",
      "OP2 > OP3",
      "OP2 bis > OP3 bis",
    ]);
    expect(table.held.versions.map(({ kind, revision }) => `${kind} ${revision}`)).toEqual([
      "draft 0",
      "revision 1",
    ]);
    expect(table.held.versions.at(-1)?.hash).toBe(hash);
    expect(table.held.proposals.get(waiting)?.addition?.name).toBe("OP3 bis");
    expect(table.held.proposals.get(kept)?.anchor?.kind).toBe("carried");
  });
});
