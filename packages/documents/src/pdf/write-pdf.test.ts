import { LANGUAGES } from "@concord/core/vocabulary";
import { describe, expect, it } from "vitest";
import type { UnDocument } from "../model/index.ts";
import { exampleCompilation, exampleLetter, exampleResolution } from "../testing/example.ts";
import { writePdf } from "./write-pdf.ts";

function bytesOf(document: UnDocument): string {
  const written = writePdf(document);
  if (!written.ok) throw new Error(written.refusal.detail);
  return Buffer.from(written.value).toString("latin1");
}

describe("a document as PDF", () => {
  it("every form is laid out as tagged PDF/UA-1 in six languages", () => {
    for (const language of LANGUAGES)
      for (const make of [exampleResolution, exampleCompilation, exampleLetter]) {
        const pdf = bytesOf(make(language));
        expect(pdf.startsWith("%PDF-1.7")).toBe(true);
        expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
        expect(pdf).toContain(`/Lang (${language}`);
        expect(pdf).toContain("pdfuaid:part");
      }
  });

  it("the same document gives the same bytes", () => {
    expect(bytesOf(exampleLetter("en"))).toBe(bytesOf(exampleLetter("en")));
  });

  it("what a person wrote is never read as a command of the layout", () => {
    const base = exampleLetter("en");
    const commands = '#read("/etc/passwd") $x$ *b* _i_ `r` \\ #panic() "]} <a> @b //';
    const pdf = writePdf({
      ...base,
      title: commands,
      blocks: [
        { kind: "paragraph", number: commands, runs: [{ text: commands, note: "n1" }] },
        { kind: "heading", level: 1, runs: [{ text: commands }] },
        { kind: "table", header: [], rows: [[commands], []] },
        { kind: "table", header: [], rows: [] },
        { kind: "item", depth: 3, marker: commands, runs: [] },
        { kind: "paragraph", runs: [] },
      ],
      footnotes: [{ id: "n1", runs: [{ text: commands }] }],
    });
    expect(pdf.ok ? "" : pdf.refusal.detail).toBe("");
  });
});
