import { LANGUAGES } from "@concord/core/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, opened, type Runs, type UnDocument, words } from "../model/index.ts";
import { exampleResolution } from "../testing/example.ts";
import { CURES, SENTENCES } from "../words/finding.ts";
import { lintDocument } from "./index.ts";

const good = exampleResolution("en");
const codes = (document: UnDocument) => lintDocument(document).map(({ code, place }) => `${place} ${code}`);

function withBlocks(...changes: [number, Block][]): UnDocument {
  const blocks = [...good.blocks];
  for (const [at, block] of changes) blocks[at] = block;
  return { ...good, blocks };
}
const operative = (name: string, runs: Runs): Block => ({ kind: "operative", name, runs });
const preambular = (name: string, runs: Runs): Block => ({ kind: "preambular", name, runs });

describe("a text in right form", () => {
  it.each(LANGUAGES)("has no findings in %s", (language) => {
    expect(lintDocument(exampleResolution(language))).toEqual([]);
  });
});

describe("what breaks the form is named with its place (P17)", () => {
  it.each<[string, UnDocument, string[]]>([
    ["no title", { ...good, title: " " }, ["title title-missing"]],
    [
      "no agenda item",
      { ...good, masthead: { ...good.masthead, agendaItem: undefined } },
      ["masthead agenda-item-missing"],
    ],
    [
      "a symbol of the United Nations",
      { ...good, masthead: { ...good.masthead, symbol: "A/64/L.64" } },
      ["masthead symbol-not-ours"],
    ],
    [
      "no symbol",
      { ...good, masthead: { ...good.masthead, symbol: undefined } },
      ["masthead symbol-missing"],
    ],
    [
      "a draft for general distribution",
      { ...good, masthead: { ...good.masthead, distribution: "general" } },
      ["masthead draft-distribution"],
    ],
    ["no organ", { ...good, blocks: good.blocks.slice(1) }, ["text organ-missing"]],
    [
      "an organ with other words",
      withBlocks([0, { kind: "organ", runs: words("The Conference, recalling its mandate,") }]),
      ["text organ-not-alone"],
    ],
    [
      "an organ without comma",
      withBlocks([0, { kind: "organ", runs: words("The Conference") }]),
      ["text organ-without-comma"],
    ],
    [
      "a preambular paragraph without a participle",
      withBlocks([1, preambular("PP1", opened("The plan", " is good,"))]),
      ["PP1 preambular-opening", "footnotes footnote-unused"],
    ],
    [
      "a preambular paragraph that opens with a verb of decision",
      withBlocks([2, preambular("PP2", opened("Urges", " all,"))]),
      ["PP2 preambular-opening"],
    ],
    [
      "an operative paragraph with a participle",
      withBlocks([3, operative("OP1", opened("Recalling", " it;"))]),
      ["OP1 operative-opening"],
    ],
    [
      "an opening not in italic",
      withBlocks([3, operative("OP1", words("Decides to act;"))]),
      ["OP1 opening-not-italic"],
    ],
    [
      "a preambular full stop",
      withBlocks([2, preambular("PP2", opened("Aware", " of it."))]),
      ["PP2 preambular-ending"],
    ],
    [
      "an operative comma",
      withBlocks([3, operative("OP1", opened("Decides", " to act,"))]),
      ["OP1 operative-ending"],
    ],
    [
      "a last paragraph with a semicolon",
      withBlocks([5, operative("OP3", opened("Also urges", " all members to report;"))]),
      ["OP3 last-ending"],
    ],
    [
      "a verb repeated",
      withBlocks([5, operative("OP3", opened("Urges", " all members to report."))]),
      ["OP3 verb-repeated"],
    ],
    [
      "an also without a first",
      withBlocks([4, operative("OP2", opened("Also invites", " all members to act;"))]),
      ["OP2 also-without-first", "OP3 also-without-first"],
    ],
    [
      "a number left out",
      withBlocks([5, operative("OP4", opened("Also urges", " all."))]),
      ["OP4 number-out-of-order"],
    ],
    [
      "a number twice",
      withBlocks([5, operative("OP2", opened("Also urges", " all."))]),
      ["OP2 number-twice"],
    ],
    [
      "a paragraph that points nowhere",
      withBlocks([3, operative("OP1", opened("Recalls", " paragraph 7 above;"))]),
      ["OP1 paragraph-reference"],
    ],
    ["an annex that isn't there", { ...good, annexes: [] }, ["OP1 annex-reference"]],
    [
      "a symbol misspelt",
      withBlocks([3, operative("OP1", opened("Recalls", " A/RES/64/;"))]),
      ["OP1 symbol-in-text"],
    ],
    ["a mark without footnote", { ...good, footnotes: [] }, ["footnotes footnote-missing"]],
    ["an empty paragraph", withBlocks([3, operative("OP1", words(" "))]), ["OP1 paragraph-empty"]],
    [
      "preamble after decision",
      {
        ...good,
        blocks: [good.blocks[0]!, good.blocks[1]!, good.blocks[3]!, good.blocks[2]!, ...good.blocks.slice(4)],
      },
      ["PP2 preambular-after-operative"],
    ],
  ])("%s", (_, document, expected) => {
    expect(codes(document)).toEqual(expected);
  });

  it("sub-paragraphs follow a colon, run (a), (b), and end as their paragraph would", () => {
    const sub = (marker: string, text: string): Block => ({
      kind: "sub-paragraph",
      name: `OP3 ${marker}`,
      marker,
      depth: 1,
      runs: words(text),
    });
    const last = operative("OP3", opened("Also urges", " all members:"));
    const right = [...good.blocks.slice(0, 5), last, sub("(a)", "To act;"), sub("(b)", "To report.")];
    expect(codes({ ...good, blocks: right })).toEqual([]);
    const wrong = [...good.blocks.slice(0, 5), last, sub("(a)", "To act,"), sub("(c)", "To report;")];
    expect(codes({ ...good, blocks: wrong })).toEqual([
      "OP3 (c) marker-out-of-order",
      "OP3 (a) operative-ending",
      "OP3 (c) last-ending",
    ]);
  });

  it("a paragraph inserted between others keeps the order: OP2, OP2 bis, OP2 ter, OP3", () => {
    const inserted = [
      ...good.blocks.slice(0, 5),
      operative("OP2 bis", opened("Invites", " comments;")),
      operative("OP2 ter", opened("Welcomes", " progress;")),
      ...good.blocks.slice(5),
    ];
    expect(
      lintDocument({ ...good, blocks: inserted }).filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });

  it("a letter is held to its masthead and references alone", () => {
    expect(
      codes({ ...good, kind: "letter", blocks: [{ kind: "paragraph", runs: words("Dear colleagues") }] }),
    ).toEqual(["footnotes footnote-unused"]);
  });
});

describe("four working days' notice", () => {
  const notice = (circulated: string, decision: string, holidays: string[] = []) =>
    lintDocument(good, { circulated, decision, calendar: { weekend: [0, 6], holidays } });

  it.each([
    ["2026-03-02", "2026-03-06", []],
    ["2026-03-05", "2026-03-11", []],
  ])("circulated on %s, %s is soon enough", (circulated, decision, holidays) => {
    expect(notice(circulated, decision, holidays)).toEqual([]);
  });

  it("a weekend and a holiday of the seat don't count, and the first good day is named", () => {
    const [finding] = notice("2026-03-05", "2026-03-11", ["2026-03-09"]);
    expect(finding).toMatchObject({
      code: "notice-too-short",
      sentence: "The notice is 3 working days; 4 are due.",
      cure: "Decide on 2026-03-12 or later.",
    });
  });

  it("a draft isn't decided on the day it circulates (rule 78), nor on a day that doesn't exist", () => {
    expect(notice("2026-03-02", "2026-03-02")[0]?.code).toBe("circulated-too-late");
    expect(notice("2026-02-30", "2026-03-12")[0]?.code).toBe("notice-dates");
  });
});

describe("what the linter says", () => {
  it("is complete in six languages, with the same words filled in", () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const table of [SENTENCES, CURES])
      for (const names of Object.values(table))
        for (const language of LANGUAGES) {
          expect(names[language].trim()).not.toBe("");
          expect(places(names[language])).toEqual(places(names.en));
        }
  });

  it("leaves no brace open, whatever the document", () => {
    const run = fc.record({ text: fc.string(), italic: fc.boolean() });
    const block = fc.oneof(
      fc.record({ kind: fc.constant("preambular" as const), name: fc.string(), runs: fc.array(run) }),
      fc.record({
        kind: fc.constant("operative" as const),
        name: fc.constantFrom("OP1", "OP2", "x"),
        runs: fc.array(run),
      }),
      fc.record({ kind: fc.constant("organ" as const), runs: fc.array(run) }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.constantFrom(...LANGUAGES), (blocks, language) => {
        for (const { sentence, cure, place } of lintDocument({ ...good, blocks, language })) {
          expect(`${sentence}${cure}`.replace(/[“«”].*[”»“]/su, "")).not.toMatch(
            /\{(opening|name|sign|number|days)\}/,
          );
          expect(typeof place).toBe("string");
        }
      }),
    );
  });

  it("a text in right form stays without findings however its paragraphs are multiplied with other openings", () => {
    const verbs = ["Invites", "Welcomes", "Requests", "Encourages", "Notes", "Stresses", "Recommends"];
    fc.assert(
      fc.property(fc.shuffledSubarray(verbs), (chosen) => {
        const extra = chosen.map((verb, index) => operative(`OP${index + 1}`, opened(verb, " progress;")));
        const last = operative(`OP${chosen.length + 1}`, opened("Decides", " to close."));
        expect(codes({ ...good, blocks: [...good.blocks.slice(0, 3), ...extra, last] })).toEqual([]);
      }),
    );
  });
});
