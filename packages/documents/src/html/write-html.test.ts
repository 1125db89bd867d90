import { LANGUAGES } from "@concord/core/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { words } from "../model/index.ts";
import { exampleCompilation, exampleLetter, exampleResolution } from "../testing/example.ts";
import { writeHtml } from "./write-html.ts";

describe("a document as HTML", () => {
  it("fetches nothing and runs nothing", () => {
    const html = writeHtml(exampleCompilation("en"));
    expect(html).not.toMatch(/<script|<link|@import|url\(|src=|https?:/);
    expect(html).toContain("default-src 'none'");
  });

  it.each(LANGUAGES)("says language and direction, and bears banner and series, in %s", (language) => {
    const html = writeHtml(exampleResolution(language));
    expect(html).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`);
    expect(html).toContain('class="banner"');
    expect(html).not.toMatch(/undefined|\[object/);
  });

  it("a draft bears the banner, what is adopted doesn't", () => {
    expect(writeHtml({ ...exampleResolution("en"), kind: "resolution", draft: false })).not.toContain(
      'banner"',
    );
  });

  it("every footnote mark leads to its note and back", () => {
    const html = writeHtml(exampleLetter("en"));
    expect(html).toContain('<a id="mark-1" href="#note-1"');
    expect(html).toContain('<li id="note-1">Example of a footnote; see A/64/691. <a href="#mark-1"');
  });

  it("proposed words stand in brackets with who proposes, supports and opposes (P2)", () => {
    const html = writeHtml(exampleCompilation("en"));
    expect(html).toContain(
      ' [<ins datetime="2026-03-03T10:00:00Z">Coordination against trafficking in persons</ins><span class="by"> – A; supported by B, C; opposed by D</span>]',
    );
    expect(html).toContain("[delete: <del");
    expect(html.match(/<span class="by">/g)).toHaveLength(3);
  });

  it("items nest by depth", () => {
    expect(writeHtml(exampleCompilation("en"))).toMatch(
      /<ul><li>Coord[^<]+<ul><li>[^<]+<\/li><\/ul><\/li><li>/,
    );
  });

  it("no text that a person wrote becomes a tag", () => {
    const base = exampleLetter("en");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "a", "/", "\u0000", "\uD800") }),
        (text) => {
          const document = {
            ...base,
            title: text,
            masthead: { ...base.masthead, symbol: text, organ: text },
          };
          const html = writeHtml({
            ...document,
            blocks: [
              { kind: "paragraph", name: text, number: text, runs: words(text) },
              { kind: "table", header: [text], rows: [[text]] },
              { kind: "item", depth: 0, marker: text, runs: words(text) },
            ],
            annexes: [],
            footnotes: [],
          });
          const plain = writeHtml({
            ...document,
            title: "",
            masthead: { ...base.masthead, symbol: "", organ: "" },
            blocks: [
              { kind: "paragraph", name: "a", number: "a", runs: words("") },
              { kind: "table", header: [""], rows: [[""]] },
              { kind: "item", depth: 0, marker: "a", runs: words("") },
            ],
            annexes: [],
            footnotes: [],
          });
          const tags = (page: string) => [...page.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
          const without = (page: string) =>
            tags(page).filter((tag) => tag !== "span" && tag !== "ol" && tag !== "ul");
          expect(without(html)).toEqual(without(plain));
        },
      ),
    );
  });
});
