import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Paragraph } from "../name/paragraph.ts";
import { canonicalForm, canonicalJson } from "./canonical-form.ts";
import { compareVersions } from "./compare-versions.ts";
import { mayFollow, type VersionText } from "./version.ts";

const paragraph = (id: string, text: string, name = id): Paragraph => ({
  id,
  name,
  kind: "operative",
  parent: null,
  text,
});
const version = (paragraphs: Paragraph[]): VersionText => ({
  title: "Draft",
  language: "en",
  paragraphs,
  actions: new Map(),
});
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("the canonical form (P5)", () => {
  it("the same text has the same form, however its letters and lines are encoded", () => {
    const composed = version([paragraph("OP1", "l’\u00c9tat\npartie")]);
    const decomposed = version([paragraph("OP1", "l’E\u0301tat\r\npartie")]);
    expect(canonicalForm(composed)).toBe(canonicalForm(decomposed));
  });

  it("is written as docs/methods/canonical-form.md says", () => {
    const form = canonicalForm(version([paragraph("OP1", "Urges all States;")]));
    expect(form).toBe(
      '{"form":"concord-text/1","language":"en","paragraphs":[{"kind":"operative","name":"OP1","parent":null,"text":"Urges all States;"}],"title":"Draft"}',
    );
    expect(sha256(form)).toBe(sha256(form.normalize()));
  });

  it("another name, order or word makes another form", () => {
    const one = version([paragraph("OP1", "a"), paragraph("OP2", "b")]);
    for (const other of [
      version([paragraph("OP2", "b"), paragraph("OP1", "a")]),
      version([paragraph("OP1", "a"), paragraph("OP2", "c")]),
      version([paragraph("OP1", "a"), paragraph("OP3", "b")]),
    ])
      expect(canonicalForm(other)).not.toBe(canonicalForm(one));
  });

  it("JSON is the same whatever the order of members, and reads back", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
    expect(JSON.parse(canonicalJson({ b: [1, null], a: "x", left: undefined }))).toEqual({
      a: "x",
      b: [1, null],
    });
  });
});

describe("the row of versions (P5)", () => {
  it("starts with a zero draft and ends with the adopted text", () => {
    expect(mayFollow(undefined, "draft")).toBe(true);
    expect(mayFollow(undefined, "revision")).toBe(false);
    expect(mayFollow("silence", "revision")).toBe(true);
    expect(mayFollow("revision", "silence")).toBe(true);
    expect(mayFollow("adopted", "revision")).toBe(false);
    expect(mayFollow("draft", "draft")).toBe(false);
  });
});

describe("comparing two versions (P5)", () => {
  const fates = (before: Paragraph[], after: Paragraph[], sameKeys = true) =>
    compareVersions(before, after, { sameKeys }).paragraphs.map(
      ({ fate, before: old, after: now }) => `${fate} ${old?.text ?? "-"} > ${now?.text ?? "-"}`,
    );

  it("says what is the same, changed, added, removed and moved, by key", () => {
    const before = [
      paragraph("a", "one"),
      paragraph("b", "two"),
      paragraph("c", "three"),
      paragraph("d", "four"),
    ];
    const after = [
      paragraph("d", "four"),
      paragraph("a", "one"),
      paragraph("c", "three and a half"),
      paragraph("e", "five"),
    ];
    expect(fates(before, after)).toEqual([
      "moved four > four",
      "same one > one",
      "removed two > -",
      "changed three > three and a half",
      "added - > five",
    ]);
  });

  it("without common keys recognises a paragraph by its words, also when it was moved and changed", () => {
    const long = "Urges all States to protect victims and their families at every stage";
    const before = [
      paragraph("1", "Recalling its resolutions,"),
      paragraph("2", long),
      paragraph("3", "Decides to remain seized."),
      paragraph("4", "Requests a report."),
    ];
    const after = [
      paragraph("x", "Recalling its resolutions,"),
      paragraph("y", "Decides to remain seized."),
      paragraph("z", "Requests a report."),
      paragraph("w", `${long} of proceedings`),
    ];
    expect(compareVersions(before, after, { sameKeys: false }).counts).toEqual({
      same: 3,
      changed: 0,
      moved: 0,
      "moved-and-changed": 1,
      added: 0,
      removed: 0,
    });
  });

  it("every paragraph of both versions stands in the comparison once", () => {
    const texts = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 });
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (a, b, sameKeys) => {
        const before = a.map((n) => paragraph(`k${n}`, `text number ${n}`));
        const after = b.map((n) => paragraph(`k${n}`, `text number ${n % 7} now`));
        const { paragraphs } = compareVersions(before, after, { sameKeys });
        expect(paragraphs.flatMap((one) => (one.after ? [one.after.text] : []))).toEqual(
          after.map(({ text }) => text),
        );
        expect(paragraphs.flatMap((one) => (one.before ? [one.before.text] : [])).sort()).toEqual(
          before.map(({ text }) => text).sort(),
        );
      }),
    );
  });

  it("a version compared with itself is the same throughout", () => {
    const text = [paragraph("a", "one"), paragraph("b", "one"), paragraph("c", "")];
    expect(compareVersions(text, text, { sameKeys: false }).counts.same).toBe(3);
  });
});
