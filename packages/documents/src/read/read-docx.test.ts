import { LANGUAGES } from "@concord/core/vocabulary";
import { describe, expect, it } from "vitest";
import { writeDocx } from "../docx/write-docx.ts";
import { lintDocument } from "../lint/index.ts";
import { plainText } from "../model/index.ts";
import { exampleCompilation, exampleResolution } from "../testing/example.ts";
import { wordFile, wordParagraph } from "../testing/word-file.ts";
import { documentFromText, type ImportedText, readDocx } from "./index.ts";

function read(file: Uint8Array, themes = {}): ImportedText {
  const text = readDocx(file, themes);
  if (!text.ok) throw new Error(text.refusal.detail);
  return text.value;
}

describe("a resolution in a Word file becomes paragraphs that can be pointed to", () => {
  it.each(LANGUAGES)(
    "what is written as .docx in %s is read back: names, kinds, words, masthead, no findings",
    async (language) => {
      const document = exampleResolution(language);
      const text = read(await writeDocx(document));
      expect(text.language).toBe(language);
      const back = documentFromText(text);
      const before = document.blocks.map((block) =>
        "name" in block ? [block.kind, block.name] : [block.kind],
      );
      const after = back.blocks
        .slice(0, before.length)
        .map((block) => ("name" in block ? [block.kind, block.name] : [block.kind]));
      expect(after).toEqual(before);
      expect(back.title).toBe(document.title);
      expect(back.masthead).toEqual(document.masthead);
      expect(back.draft).toBe(true);
      const errors = lintDocument({
        ...back,
        annexes: document.annexes,
        blocks: back.blocks.slice(0, before.length),
      });
      expect(errors).toEqual([]);
    },
  );

  it("tracked changes are read as accepted and listed with author and instant", async () => {
    const text = read(await writeDocx(exampleCompilation("en")));
    expect(text.changes.map(({ place, kind, author, at }) => [place, kind, author, at])).toEqual([
      ["OP1", "insertion", "A", "2026-03-03T10:00:00Z"],
      ["OP1", "deletion", "E", "2026-03-04T12:30:00Z"],
      ["OP1 bis", "insertion", "B", "2026-03-02T00:00:00Z"],
    ]);
    expect(text.paragraphs.find(({ name }) => name === "OP1")?.text).toBe(
      "Urges Coordination against trafficking in persons;",
    );
    expect(
      text.paragraphs.some(({ table }) => table?.[1]?.[1] === "Coordination against trafficking in persons"),
    ).toBe(true);
  });

  it("each suggestion says why", async () => {
    const text = read(await writeDocx(exampleResolution("en")));
    const reasons = Object.fromEntries(
      text.paragraphs.map(({ name, suggestion }) => [name, suggestion.reason]),
    );
    expect(reasons.PP2).toBe("It opens with “concerned” and is not numbered.");
    expect(reasons.OP2).toBe("It opens with the verb “urges” and is numbered 2.");
  });
});

describe("what Word files hold", () => {
  const styles =
    '<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style><w:style w:styleId="H2"><w:basedOn w:val="H"/><w:outlineLvl w:val="1"/></w:style>';
  const level = (at: number, format: string, pattern: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "(%2)")}${level(2, "lowerRoman", "(%3)")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const item = (text: string, depth: number) =>
    wordParagraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`);

  it("lists are counted as the word processor counts them, nested, and start anew below", () => {
    const text = read(
      wordFile({
        numbering,
        body: [
          item("Urges all:", 0),
          item("To act;", 1),
          item("Soon;", 2),
          item("Well;", 1),
          item("Invites all:", 0),
          item("To act.", 1),
        ].join(""),
      }),
    );
    expect(text.paragraphs.map(({ marker }) => marker)).toEqual(["1.", "(a)", "(i)", "(b)", "2.", "(a)"]);
    expect(text.paragraphs.map(({ name }) => name)).toEqual([
      "OP1",
      "OP1 (a)",
      "OP1 (a) (i)",
      "OP1 (b)",
      "OP2",
      "OP2 (a)",
    ]);
  });

  it("headings are found by the name of their style, by the style it is based on, and by short bold words", () => {
    const bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Goals</w:t></w:r></w:p>";
    const text = read(
      wordFile({
        styles,
        body: wordParagraph("One", '<w:pStyle w:val="H2"/>') + bold + wordParagraph("Plain words."),
      }),
    );
    expect(text.paragraphs.map(({ suggestion }) => suggestion.kind)).toEqual([
      "heading",
      "heading",
      "paragraph",
    ]);
  });

  it("tables keep their words, also tables within tables", () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(wordParagraph("x"))}${cell(wordParagraph("y"))}</w:tr></w:tbl>`;
    const text = read(
      wordFile({
        body: `<w:tbl><w:tr>${cell(wordParagraph("A"))}${cell(wordParagraph("B") + inner)}</w:tr></w:tbl>`,
      }),
    );
    expect(text.paragraphs[0]?.table).toEqual([["A", "B x y"]]);
  });

  it("footnotes are joined to their marks; the line above them is no footnote", () => {
    const note = (id: number, text: string, type = "") =>
      `<w:footnote w:id="${id}"${type}>${wordParagraph(text)}</w:footnote>`;
    const text = read(
      wordFile({
        footnotes: note(0, "line", ' w:type="separator"') + note(2, " See A/64/691."),
        body: `<w:p><w:r><w:t>Words</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>`,
      }),
    );
    expect(text.footnotes.map(({ id, runs }) => [id, plainText(runs)])).toEqual([["f2", "See A/64/691."]]);
    expect(text.paragraphs[0]?.text).toBe("Words.");
  });

  it("a paragraph whose end is deleted runs on into the next; moved words are one deletion and one insertion", () => {
    const text = read(
      wordFile({
        body: `<w:p><w:pPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r><w:moveFrom w:author="B"><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>${wordParagraph("two.")}<w:p><w:moveTo w:author="B"><w:r><w:t>gone</w:t></w:r></w:moveTo></w:p>`,
      }),
    );
    expect(text.paragraphs.map((paragraph) => paragraph.text)).toEqual(["One two.", "gone"]);
    expect(text.changes.map(({ kind }) => kind)).toEqual(["deletion", "insertion"]);
  });

  it("Arabic keeps its direction and Chinese its words; a drawing and its stand-in are read once", () => {
    const arabic = read(wordFile({ body: wordParagraph("تحث جميع الدول على التعاون؛", "<w:bidi/>") }));
    expect([arabic.language, arabic.paragraphs[0]?.rightToLeft]).toEqual(["ar", true]);
    expect(read(wordFile({ body: wordParagraph("促请所有国家合作；") })).language).toBe("zh");
    const box = (tag: string) =>
      `<mc:${tag} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${wordParagraph("In a box.")}</mc:${tag}>`;
    const text = read(wordFile({ body: `<w:p><w:r>${box("Choice")}${box("Fallback")}</w:r></w:p>` }));
    expect(text.paragraphs.map((paragraph) => paragraph.text)).toEqual(["In a box."]);
  });

  it("an action and its themes are suggested by the words of our vocabulary, with the words that speak for them", () => {
    const themes = [
      {
        id: "protection.compensation",
        pillar: "protection" as const,
        label: "Compensation and remedy",
        scope: "Access to compensation, civil claims",
      },
      {
        id: "prevention.fair-recruitment",
        pillar: "prevention" as const,
        label: "Fair recruitment",
        scope: "Recruitment fees, licensing of agencies",
      },
    ];
    const text = read(
      wordFile({
        body:
          wordParagraph("• Promote fair recruitment and license recruitment agencies") +
          wordParagraph("The weather was fine."),
      }),
      { themes },
    );
    expect(text.paragraphs[0]?.suggestion.kind).toBe("action");
    expect(text.paragraphs[0]?.themes[0]).toMatchObject({
      theme: "prevention.fair-recruitment",
      pillar: "prevention",
    });
    expect(text.paragraphs[0]?.themes[0]?.words).toContain("recruitment");
    expect(text.paragraphs[1]?.themes).toEqual([]);
  });
});
