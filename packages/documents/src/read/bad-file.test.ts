import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeDocx } from "../docx/write-docx.ts";
import { exampleCompilation } from "../testing/example.ts";
import { wordFile, wordParagraph } from "../testing/word-file.ts";
import { readDocx, readMarkdown } from "./index.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const refusal = (file: Uint8Array, limits = {}) => {
  const text = readDocx(file, { limits });
  return text.ok ? "read" : `${text.refusal.code} in ${text.refusal.place}`;
};

/** Marks every entry of an archive as encrypted. */
function encrypt(file: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(file);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) bytes[at + 8]! |= 1;
  return bytes;
}

describe("files that are not what they should be are refused with place and cure", () => {
  const good = wordFile({ body: wordParagraph("Words.") });
  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "not-a-zip in file"],
    ["text", strToU8("Dear colleagues"), "not-a-zip in file"],
    ["an archive cut off", good.slice(0, good.length - 30), "not-a-zip in file"],
    ["a spreadsheet", zipSync({ "xl/workbook.xml": strToU8("<a/>") }), "not-a-word-file in file"],
    [
      "an OpenDocument text",
      zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") }),
      "not-a-word-file in file",
    ],
    ["an old .doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "not-a-word-file in file"],
    [
      "a .docx behind a password",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("EncryptedPackage", "utf16le")]),
      "encrypted in file",
    ],
    ["an encrypted archive", encrypt(good), "encrypted in file"],
    ["broken XML", wordFile({ body: "<w:p><w:r></w:p>" }), "broken-xml in word/document.xml"],
    ["an unknown entity", wordFile({ body: "<w:p>&bomb;</w:p>" }), "broken-xml in word/document.xml"],
    [
      "an external entity",
      wordFile({
        body: `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${W}>&x;</w:document>`,
      }),
      "document-type in word/document.xml",
    ],
    [
      "entities that multiply",
      wordFile({ body: '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>' }),
      "document-type in word/document.xml",
    ],
    [
      "deep nesting",
      wordFile({ body: "<w:tbl>".repeat(300) + "</w:tbl>".repeat(300) }),
      "too-deep in word/document.xml",
    ],
    ["no words", wordFile({ body: wordParagraph(" ") }), "no-text in word/document.xml"],
    [
      "bytes that are no text",
      zipSync({ "word/document.xml": new Uint8Array([0x3c, 0xff, 0xff]) }),
      "broken-xml in word/document.xml",
    ],
  ])("%s", (_, file, expected) => {
    expect(refusal(file)).toBe(expected);
  });

  it("a part that grows out of all proportion is stopped while it is unpacked, and the limit is named", () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(40_000_000) }, { level: 9 });
    const text = readDocx(bomb);
    expect(text).toMatchObject({ ok: false, refusal: { code: "zip-bomb", place: "word/document.xml" } });
    expect(text.ok ? "" : text.refusal.detail).toContain("200 times");
  });

  it("a bomb that isn't part of the text is never unpacked", () => {
    const file = wordFile({
      body: wordParagraph("Words."),
      entries: { "word/media/a.png": [new Uint8Array(80_000_000), { level: 9 }] },
    });
    expect(readDocx(file)).toMatchObject({
      ok: true,
      value: { notices: [{ code: "pictures-dropped", count: 1 }] },
    });
  });

  it.each<[string, object, string]>([
    ["the file", { fileBytes: 100 }, "too-large in file"],
    ["its entries", { entries: 2 }, "too-many-entries in file"],
    ["a part", { partBytes: 50 }, "too-large in _rels/.rels"],
    ["its paragraphs", { paragraphs: 1 }, "too-many-paragraphs in word/document.xml"],
  ])("a limit on %s is held and named", (_, limits, expected) => {
    const file = wordFile({ body: wordParagraph("One.") + wordParagraph("Two.") });
    expect(refusal(file, limits)).toBe(expected);
    const text = readDocx(file, { limits });
    expect(text.ok ? "" : text.refusal.detail).toMatch(/limit/);
  });

  it("macros, templates elsewhere, pictures, embedded files and hidden text are left out with a notice", () => {
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const text = readDocx(
      wordFile({
        body: `${wordParagraph("Words.")}<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>`,
        relationships: `<Relationship Id="t" Type="${office}/attachedTemplate" Target="http://example.org/t.dotm" TargetMode="External"/><Relationship Id="h" Type="${office}/hyperlink" Target="http://example.org/" TargetMode="External"/>`,
        entries: { "word/vbaProject.bin": strToU8("x"), "word/embeddings/a.bin": strToU8("x") },
      }),
    );
    expect(text.ok && text.value.notices.map(({ code, count }) => [code, count])).toEqual([
      ["macros-dropped", 1],
      ["external-ignored", 1],
      ["embedded-dropped", 1],
      ["hidden-text-dropped", 1],
    ]);
    expect(text.ok && text.value.paragraphs.map((paragraph) => paragraph.text)).toEqual(["Words."]);
  });
});

describe("whatever bytes arrive, there is a value with a reason", () => {
  it("archives with bytes changed, cut out or doubled never make reading throw", async () => {
    const file = await writeDocx(exampleCompilation("ar"));
    const change = fc.record({
      at: fc.nat(file.length - 1),
      byte: fc.integer({ min: 0, max: 255 }),
      cut: fc.constantFrom(0, 0, 0, 1, 40),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let bytes = Uint8Array.from(file);
        for (const { at, byte, cut } of changes) {
          if (at < bytes.length) bytes[at] = byte;
          if (cut > 0) bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + cut)]);
        }
        const text = readDocx(bytes);
        expect(text.ok || (text.refusal.detail !== "" && text.refusal.cure !== "")).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("XML with pieces changed never makes reading throw", () => {
    const body = `${wordParagraph("Urges all;", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}<w:tbl><w:tr><w:tc>${wordParagraph("x")}</w:tc></w:tr></w:tbl><w:p><w:ins w:author="A"><w:r><w:t>y</w:t></w:r></w:ins></w:p>`;
    const piece = fc.constantFrom(
      "<w:p>",
      "</w:p>",
      "<w:tc>",
      "<w:tr/>",
      "<w:ins>",
      "</w:ins>",
      "<w:r>",
      "&#0;",
      "]]>",
      "<!--",
      "w:val",
      "9999999999",
      "<w:pPr>",
      "</w:rPr>",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(body.length), piece), { maxLength: 5 }), (inserts) => {
        let changed = body;
        for (const [at, text] of inserts) changed = changed.slice(0, at) + text + changed.slice(at);
        expect(typeof readDocx(wordFile({ body: changed })).ok).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });

  it("a text in Markdown, whatever it holds, is read or refused", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("*", "_", "#", "[^1]", "\n", " ", "a", "1.", "(a)", "-", "é") }),
        (text) => typeof readMarkdown(text).ok === "boolean",
      ),
    );
    expect(readMarkdown(" \n ")).toMatchObject({ ok: false, refusal: { code: "no-text" } });
  });
});
