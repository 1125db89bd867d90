import { describe, expect, it } from "vitest";
import { readTestKnowledge } from "../testing/read-knowledge.ts";
import {
  groupNames,
  instrumentNames,
  LANGUAGES,
  type Language,
  PILLARS,
  pillarNames,
  STRENGTHS,
  statusNames,
  strengthNames,
  themeNames,
  unknownReasonNames,
} from "./index.ts";

const { themes, instruments } = readTestKnowledge();

/** A letter that shows a text is written in the language's own script. */
const SCRIPT: Readonly<Partial<Record<Language, RegExp>>> = {
  ar: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};

function expectNamed(names: Partial<Record<Language, string>> | undefined, what: string): void {
  for (const language of LANGUAGES) {
    const name = names?.[language] ?? "";
    expect([what, language, name.trim() === name && name.length > 0]).toEqual([what, language, true]);
    expect([what, language, SCRIPT[language]?.test(name) ?? true]).toEqual([what, language, true]);
  }
}

describe("names in six languages", () => {
  it("every theme has one in each, the English one as in themes.csv", () => {
    for (const { id, label } of themes) {
      expectNamed(themeNames(id), id);
      expect(themeNames(id)?.en).toBe(label);
    }
  });

  it("no two themes share a name", () => {
    for (const language of LANGUAGES) {
      const names = themes.map(({ id }) => themeNames(id)?.[language]);
      expect(new Set(names).size).toBe(themes.length);
    }
  });

  it("pillars, strengths, statuses and reasons have one in each", () => {
    for (const pillar of PILLARS) expectNamed(pillarNames(pillar), pillar);
    for (const strength of STRENGTHS) expectNamed(strengthNames(strength), strength);
    for (const kind of [
      "not-adopted",
      "recommended",
      "in-force",
      "pending",
      "left",
      "signed",
      "unknown",
      "not-party",
    ] as const)
      expectNamed(statusNames(kind), kind);
    for (const reason of ["date-unsure", "pair", "no-list", "before-list", "list-ends"] as const)
      expectNamed(unknownReasonNames(reason), reason);
  });

  it("an instrument's names are of instruments that are held, and no name belongs to two", () => {
    for (const language of LANGUAGES) {
      const names = instruments.flatMap(({ id }) => instrumentNames(id)?.[language] ?? []);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(instrumentNames("palermo-protocol")).toMatchObject({
      en: "Palermo Protocol",
      fr: "Protocole de Palerme",
    });
    expect(instrumentNames("ilo-c029")?.es).toBe("Convenio núm. 29 de la OIT");
    expect(instrumentNames("no-such-treaty")).toBeUndefined();
  });

  it("what is no id has no name", () => {
    expect(themeNames("protection")).toBeUndefined();
    expect(groupNames("atlantis")).toBeUndefined();
  });
});
