import { LANGUAGES } from "@concord/core/vocabulary";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { UnDocument } from "../model/index.ts";
import { exampleCompilation, exampleLetter, exampleResolution } from "../testing/example.ts";
import { writeDocx } from "./write-docx.ts";

async function partsOf(document: UnDocument): Promise<Record<string, string>> {
  const files = unzipSync(await writeDocx(document));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("a document for word processors", () => {
  it("proposals are tracked changes with author and instant; who stands where is a comment (P2)", async () => {
    const parts = await partsOf(exampleCompilation("en"));
    const body = parts["word/document.xml"] ?? "";
    expect(body).toMatch(/<w:ins w:id="\d+" w:author="A" w:date="2026-03-03T10:00:00Z">/);
    expect(body).toMatch(/<w:del w:id="\d+" w:author="E" w:date="2026-03-04T12:30:00Z">.*?<w:delText/);
    expect(body.match(/<w:ins /g)).toHaveLength(3);
    expect(parts["word/comments.xml"]).toContain("A; supported by B, C; opposed by D");
    const ids = [...body.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("footnotes are footnotes of Word", async () => {
    const parts = await partsOf(exampleResolution("fr"));
    expect(parts["word/footnotes.xml"]).toContain("Exemple de note");
    expect(parts["word/document.xml"]).toContain('<w:footnoteReference w:id="1"/>');
  });

  it("Arabic runs from the right; Chinese openings are in Kai, the others in italic", async () => {
    const arabic = (await partsOf(exampleResolution("ar")))["word/document.xml"] ?? "";
    expect(arabic.match(/<w:bidi\/>/g)?.length).toBeGreaterThan(8);
    expect(arabic).toContain("<w:rtl/>");
    const chinese = (await partsOf(exampleResolution("zh")))["word/document.xml"] ?? "";
    expect(chinese).toContain('w:eastAsia="KaiTi"');
    expect((await partsOf(exampleResolution("ru")))["word/document.xml"]).toContain("<w:i/>");
  });

  it("every part is well-formed, whatever signs a person typed", async () => {
    for (const language of LANGUAGES) {
      const base = exampleLetter(language);
      const strange = "a\u0000\u0008\uD800<&>\u2028b";
      const parts = await partsOf({
        ...base,
        title: strange,
        masthead: { ...base.masthead, organ: strange },
        blocks: [
          ...base.blocks,
          {
            kind: "paragraph",
            runs: [{ text: strange, change: { kind: "insertion", author: strange, at: "not a day" } }],
          },
        ],
      });
      for (const [name, text] of Object.entries(parts)) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        expect(() => new SaxesParser({ xmlns: true }).write(text).close(), name).not.toThrow();
      }
    }
  });
});
