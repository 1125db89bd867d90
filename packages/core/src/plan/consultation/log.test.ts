import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MEMBERS, negotiatingTable, proposal, sha256, type Table } from "../../testing/table.ts";
import { applyEvent, replay } from "./apply-event.ts";
import type { ConsultationEvent } from "./event.ts";

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
