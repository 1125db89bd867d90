import { LANGUAGES } from "@concord/core/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { type Block, type UnDocument, words } from "../model/index.ts";
import { exampleCompilation, exampleLetter, exampleResolution } from "../testing/example.ts";
import { readStandard } from "../testing/standards.ts";
import { writeAkomaNtoso } from "./write-akn.ts";

const SCHEMA = "akomantoso30.xsd";

async function validate(documents: readonly UnDocument[]) {
  const xml = documents.map((document, index) => {
    const written = writeAkomaNtoso(document);
    if (!written.ok) throw new Error(written.refusal.detail);
    return { fileName: `document-${index}.xml`, contents: written.value };
  });
  const schema = readStandard(`akn-3.0/${SCHEMA}`);
  const xmlSchema = readStandard("akn-3.0/xml.xsd");
  const memory = { initialMemoryPages: 1024, maxMemoryPages: 4096 };
  const result =
    schema === undefined || xmlSchema === undefined
      ? await validateXML({ xml, normalization: "c14n", ...memory })
      : await validateXML({
          xml,
          schema: { fileName: SCHEMA, contents: schema },
          preload: { fileName: "xml.xsd", contents: xmlSchema },
          ...memory,
        });
  return result.errors.map(({ rawMessage }) => rawMessage);
}

const xmlOf = (document: UnDocument) => {
  const written = writeAkomaNtoso(document);
  return written.ok ? written.value : "";
};

describe("a document as Akoma Ntoso", () => {
  it("every form is valid against the OASIS schema, in six languages", async () => {
    const documents = LANGUAGES.flatMap((language) => [
      exampleResolution(language),
      { ...exampleResolution(language), kind: "resolution" as const, draft: false },
      exampleCompilation(language),
      exampleLetter(language),
    ]);
    expect(await validate(documents)).toEqual([]);
  });

  it("whatever order a person left the blocks in, the XML is valid", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 });
    const runs = fc.array(
      fc.record(
        {
          text,
          italic: fc.boolean(),
          note: fc.constantFrom("n1", "n2"),
          change: fc.record({
            kind: fc.constantFrom("insertion" as const, "deletion" as const),
            author: text,
          }),
        },
        { requiredKeys: ["text"] },
      ),
      { maxLength: 3 },
    );
    const name = fc.oneof(text, fc.constantFrom("OP1", "OP1 bis", "PP1"));
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({
        kind: fc.constant("heading" as const),
        level: fc.constantFrom(1 as const, 2 as const, 3 as const),
        runs,
      }),
      fc.record({ kind: fc.constant("organ" as const), runs }),
      fc.record({ kind: fc.constant("preambular" as const), name, runs }),
      fc.record({ kind: fc.constant("operative" as const), name, runs }),
      fc.record({
        kind: fc.constant("sub-paragraph" as const),
        name,
        marker: text,
        depth: fc.constantFrom(1 as const, 2 as const),
        runs,
      }),
      fc.record({ kind: fc.constant("item" as const), depth: fc.integer({ min: 0, max: 3 }), runs }),
      fc.record({
        kind: fc.constant("table" as const),
        header: fc.array(text),
        rows: fc.array(fc.array(text)),
      }),
      fc.record({ kind: fc.constant("remark" as const), label: text, runs }),
      fc.record({ kind: fc.constant("signature" as const), name: text, office: text }),
    );
    const base = exampleResolution("en");
    const documents = fc
      .sample(fc.tuple(fc.array(block), fc.array(block)), { numRuns: 60, seed: 7 })
      .map(([blocks, annex]) => ({ ...base, blocks, annexes: [{ title: "A", blocks: annex }] }));
    expect(await validate(documents)).toEqual([]);
  });

  it("is a statement: the organ as formula, recitals, numbered paragraphs, an annex", () => {
    const xml = xmlOf(exampleResolution("en"));
    expect(xml).toContain('<statement name="draftResolution" contains="originalVersion">');
    expect(xml).toContain('<formula eId="formula_1" name="organ"><p>The Conference,</p></formula>');
    expect(xml).toContain('<recital eId="recs__rec_2"><p><i>Deeply concerned</i>');
    expect(xml).toContain(
      '<paragraph eId="para_1"><num>1.</num><content eId="para_1__content"><p><i>Decides</i>',
    );
    expect(xml).toContain("<attachment ");
    expect(xml).toContain('<ref href="https://undocs.org/A/64/691">A/64/691</ref>');
  });

  it("a proposal refers to who made it", () => {
    const xml = xmlOf(exampleCompilation("en"));
    expect(xml).toContain('<ins refersTo="#author_1" title="A; supported by B, C; opposed by D">');
    expect(xml).toContain('eId="author_1" href="/akn/ontology/organization/author_1" showAs="A"');
  });

  it("without a date there is a refusal that says so", () => {
    const base = exampleLetter("en");
    expect(writeAkomaNtoso({ ...base, masthead: { ...base.masthead, date: undefined } })).toMatchObject({
      ok: false,
      refusal: { code: "not-writable", place: "date" },
    });
    const bad = { ...base, blocks: [{ kind: "paragraph" as const, runs: words("\u0000\uD800<&") }] };
    expect(xmlOf(bad)).toContain("&lt;&amp;");
  });
});
