import type { Language } from "@concord/core/vocabulary";
import { describe, expect, it } from "vitest";
import { words } from "../model/index.ts";
import { OPENING_WORDS } from "../words/opening.ts";
import { formatName, parseName, readOpening } from "./index.ts";

describe("openings in each language", () => {
  it.each<[Language, string, string, "preambular" | "operative"]>([
    ["en", "Deeply concerned that", "concerned", "preambular"],
    ["en", "Bearing in mind that", "bearing in mind", "preambular"],
    ["en", "Calls upon all", "calls upon", "operative"],
    ["en", "Strongly condemns all", "condemns", "operative"],
    ["fr", "Se félicitant de", "se félicitant", "preambular"],
    ["fr", "Ayant à l'esprit que", "ayant à l’esprit", "preambular"],
    ["fr", "Prie instamment les", "prie instamment", "operative"],
    ["es", "Teniendo presente que", "teniendo presente", "preambular"],
    ["es", "Acoge con beneplácito la", "acoge con beneplácito", "operative"],
    ["ru", "Ссылаясь на", "ссылаясь", "preambular"],
    ["ru", "настоятельно призывает всех", "призывает", "operative"],
    ["ru", "подчёркивает важность", "подчеркивает", "operative"],
    ["ar", "وإذ تشير إلى", "إذ تشير", "preambular"],
    ["ar", "تَحُثّ جميع", "تحث", "operative"],
    ["ar", "يحث جميع", "تحث", "operative"],
    ["zh", "深为关切许多", "深为关切", "preambular"],
    ["zh", "强烈谴责一切", "谴责", "operative"],
  ])("%s: %s", (language, text, word, kind) => {
    const opening = readOpening(words(text), language);
    expect(opening).toMatchObject({ word, listed: true });
    expect(opening?.opens[kind]).toBe(true);
  });

  it.each<[Language, string]>([
    ["en", "The plan"],
    ["en", "During the year"],
    ["en", "States parties shall"],
    ["fr", "Le plan"],
    ["fr", "Cependant"],
    ["es", "El plan"],
    ["es", "Cuando"],
    ["ru", "План действий"],
    ["ar", "الخطة"],
    ["zh", "各国"],
    ["en", ""],
  ])("%s: %j opens nothing", (language, text) => {
    expect(readOpening(words(text), language)).toBeUndefined();
  });

  it.each<[Language, string, "also" | "further"]>([
    ["en", "Also urges", "also"],
    ["en", "Further requests", "further"],
    ["fr", "Demande également à", "also"],
    ["fr", "Demande en outre à", "further"],
    ["es", "Insta también a", "also"],
    ["es", "Insta además a", "further"],
    ["ru", "призывает также всех", "also"],
    ["ru", "просит далее", "further"],
    ["ar", "تطلب أيضاً إلى", "also"],
    ["ar", "تطلب كذلك إلى", "further"],
    ["zh", "还促请", "also"],
    ["zh", "又请", "further"],
  ])("%s: %s is marked as a repeated verb", (language, text, mark) => {
    expect(readOpening(words(text), language)?.[mark]).toBe(true);
  });

  it("every word of the lists is read as what its list says", () => {
    for (const [language, lists] of Object.entries(OPENING_WORDS) as [
      Language,
      (typeof OPENING_WORDS)["en"],
    ][])
      for (const kind of ["preambular", "operative"] as const)
        for (const word of lists[kind]) {
          const opening = readOpening(words(`${word} x`), language);
          expect([language, word, opening?.opens[kind]]).toEqual([language, word, true]);
        }
  });

  it("no participle of the lists opens an operative paragraph, except where a language doesn't tell them apart", () => {
    for (const [language, lists] of Object.entries(OPENING_WORDS) as [
      Language,
      (typeof OPENING_WORDS)["en"],
    ][])
      if (language !== "zh")
        expect([language, lists.preambular.filter((word) => lists.operative.includes(word))]).toEqual([
          language,
          [],
        ]);
  });
});

describe("names of paragraphs (P1)", () => {
  it.each(["PP1", "OP3", "OP3 bis", "OP3 quater", "OP0 bis", "OP3 alt", "OP3 alt 2", "PP2 ter alt 3"])(
    "%s is read and written back",
    (text) => {
      const name = parseName(text);
      expect(name && formatName(name)).toBe(text);
    },
  );

  it.each(["OP0", "OP", "3", "OP3bis", "OP3 foo", "op3", "OP3 alt 1", "OP3 (a)"])("%s is no name", (text) => {
    expect(parseName(text)).toBeUndefined();
  });
});
