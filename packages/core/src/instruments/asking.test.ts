import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { LANGUAGES } from "../vocabulary/index.ts";
import { askDay, askGroup, askInstrument, askState, askTheme } from "./asking.ts";
import { listGroups } from "./group.ts";
import { foldName } from "./name.ts";

const TODAY = "2026-11-24";
const found = (answer: { ok: true; value: { id?: string; iso3?: string } } | { ok: false }) =>
  answer.ok ? (answer.value.id ?? answer.value.iso3) : undefined;

describe("asking for a day (R2)", () => {
  it.each(["1904-01-01", "2000-02-29", TODAY])("%s can be asked", (text) => {
    expect(askDay(text, TODAY)).toEqual({ ok: true, value: text });
  });

  it.each([
    ["1903-12-31", "date-out-of-range"],
    ["2026-11-25", "date-out-of-range"],
    ["2010-02-30", "impossible-date"],
    ["2010-2-3", "impossible-date"],
    ["2010", "impossible-date"],
    ["2010-02", "impossible-date"],
    ["", "impossible-date"],
    ["24 February 2010", "impossible-date"],
  ])('"%s" is refused as %s, with place and cure', (text, code) => {
    const answer = askDay(text, TODAY, "from");
    expect(answer).toMatchObject({ ok: false, refusal: { code, parameter: "from" } });
    if (!answer.ok) expect(answer.refusal.cure).toContain(TODAY);
  });

  it("anything else that is typed is refused, never thrown", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof askDay(text, TODAY).ok).toBe("boolean");
      }),
    );
  });
});

describe("asking for a state (R2)", () => {
  it.each([
    ["BGD", "BGD"],
    ["bd", "BGD"],
    ["bangladesh", "BGD"],
    ["孟加拉国", "BGD"],
    ["cote d'ivoire", "CIV"],
    ["COTE DIVOIRE", "CIV"],
    ["Кот-д’Ивуар", "CIV"],
    ["Iran (Islamic Republic of)", "IRN"],
    ["افغانستان", "AFG"],
    ["Turkiye", "TUR"],
    ["european union", "EUE"],
    ["Niger", "NER"],
    ["Congo", "COG"],
  ])('"%s" is %s', (text, iso3) => {
    expect(found(askState(realLaw(), text))).toBe(iso3);
  });

  it("every state is found by each of its names, and no name belongs to two", () => {
    const law = realLaw();
    for (const state of law.states)
      for (const name of [...LANGUAGES.map((language) => state.names[language]), state.unEn, state.iso2])
        expect([name, found(askState(law, name))]).toEqual([name, state.iso3]);
  });

  it.each([
    ["Bangladsh", "Bangladesh (BGD)"],
    ["Guinea Bissaw", "Guinea-Bissau (GNB)"],
    ["Korea", "(KOR)"],
  ])('"%s" is refused and %s suggested', (text, suggestion) => {
    const answer = askState(realLaw(), text);
    expect(answer).toMatchObject({ ok: false, refusal: { code: "unknown-state", parameter: "state" } });
    if (!answer.ok) expect(answer.refusal.cure).toContain(suggestion);
  });

  it("nothing typed and nonsense are refused without a suggestion", () => {
    for (const text of ["", "  ", "--", "qqqqqqqqqqqq", "x".repeat(5000)]) {
      const answer = askState(realLaw(), text);
      expect(answer.ok).toBe(false);
      if (!answer.ok) expect(answer.refusal.detail.length).toBeLessThan(200);
    }
  });
});

describe("asking for a group (R2)", () => {
  it.each([
    ["world", "world"],
    ["UN members", "un-members"],
    ["asean", "asean"],
    ["council_of_europe", "council-of-europe"],
    ["CoE", "council-of-europe"],
    ["Africa", "africa"],
    ["African", "african"],
    ["Southern Asia", "southern-asia"],
    ["Asia-Pacific", "asia-pacific"],
    ["WEOG", "weog"],
    ["Unión Europea", "eu"],
    ["东南亚", "south-eastern-asia"],
  ])('"%s" is %s', (text, id) => {
    expect(found(askGroup(realLaw(), text))).toBe(id);
  });

  it("Africa and African differ", () => {
    const law = realLaw();
    const [region, regional] = [askGroup(law, "Africa"), askGroup(law, "African")];
    if (!region.ok || !regional.ok) throw new Error("both are groups");
    expect(region.value.kind).toBe("m49-region");
    expect(regional.value.kind).toBe("un-regional-group");
  });

  it("an empty membership cell counts as no member", () => {
    const members = (id: string) => listGroups(realLaw()).find((group) => group.id === id)!.members;
    expect(members("oas")).not.toContain("CUB");
    expect(members("oas")).not.toContain("VEN");
    expect(members("cis")).not.toContain("MDA");
    expect(members("cis")).not.toContain("TKM");
  });

  it("ids are unique", () => {
    const ids = listGroups(realLaw()).map(({ id }) => id);
    expect(new Set(ids.map(foldName)).size).toBe(ids.length);
  });

  it("what is no group is refused", () => {
    expect(askGroup(realLaw(), "atlantis")).toMatchObject({ ok: false, refusal: { code: "unknown-group" } });
  });
});

describe("asking for an instrument or a theme", () => {
  it.each([
    ["palermo-protocol", "palermo-protocol"],
    ["Palermo Protocol", "palermo-protocol"],
    ["Protocole de Palerme", "palermo-protocol"],
    ["ILO C029", "ilo-c029"],
    ["Forced Labour Convention, 1930 (No. 29)", "ilo-c029"],
    ["Convention n° 29 de l'OIT", "ilo-c029"],
    ["اتفاقية حقوق الطفل", "crc"],
  ])('"%s" is %s', (text, id) => {
    expect(found(askInstrument(realLaw(), text))).toBe(id);
  });

  it.each([
    ["protection.remedy", "protection.remedy"],
    ["Compensation and remedy", "protection.remedy"],
    ["Entraide judiciaire", "prosecution.mutual-legal-assistance"],
  ])('"%s" is the theme %s', (text, id) => {
    expect(found(askTheme(realLaw(), text))).toBe(id);
  });

  it("what is neither is refused with the closest", () => {
    const instrument = askInstrument(realLaw(), "palermo-protocl");
    expect(instrument).toMatchObject({ ok: false, refusal: { code: "unknown-instrument" } });
    if (!instrument.ok) expect(instrument.refusal.cure).toContain("palermo-protocol");
    expect(askTheme(realLaw(), "protection.remedies")).toMatchObject({
      ok: false,
      refusal: { code: "unknown-theme" },
    });
  });
});
