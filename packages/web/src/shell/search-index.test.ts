import { describe, expect, it } from "vitest";
import { buildSearchIndex, type Findable, findEntries, foldName } from "./search-index.ts";

const entry = (kind: Findable["kind"], key: string, ...names: string[]): Findable => ({
  kind,
  key,
  label: names[0] ?? key,
  hint: "",
  names: [key, ...names.slice(1)],
});
const index = buildSearchIndex([
  entry("state", "CIV", "Côte d’Ivoire", "Кот-д’Ивуар", "كوت ديفوار", "科特迪瓦"),
  entry("state", "BGD", "Bangladesh", "Бангладеш", "بنغلاديش", "孟加拉国"),
  entry("state", "NER", "Niger", "Нигер", "النيجر", "尼日尔"),
  entry("state", "NGA", "Nigeria", "Нигерия", "نيجيريا", "尼日利亚"),
  entry("state", "DZA", "Algeria", "Алжир", "الجزائر", "阿尔及利亚"),
  entry("instrument", "palermo-protocol", "Trafficking in Persons Protocol", "Palermo Protocol"),
  entry("theme", "protection.reflection", "Recovery and reflection period"),
  entry("article", "palermo-protocol/art. 6(3)", "Palermo Protocol art. 6(3)"),
  entry("article", "palermo-protocol/art. 6(6)", "Palermo Protocol art. 6(6)"),
]);
const keys = (typed: string, limit = 5) => findEntries(index, typed, limit).map(({ key }) => key);

describe("the search box", () => {
  it("finds a state by its name in any of the six languages, with or without accents", () => {
    for (const typed of ["cote", "Côte d'Iv", "ивуар", "ديفوار", "科特", "CIV"])
      expect(keys(typed)[0], typed).toBe("CIV");
  });

  it("puts the exact name before names that begin with it", () => {
    expect(keys("niger")).toEqual(["NER", "NGA"]);
  });

  it("finds a state by its code before names that contain the letters", () => {
    expect(keys("nga")[0]).toBe("NGA");
  });

  it("finds an article by instrument and citation", () => {
    expect(keys("palermo 6(3)")[0]).toBe("palermo-protocol/art. 6(3)");
    expect(keys("palermo")[0]).toBe("palermo-protocol");
  });

  it("reads Arabic letter variants as one", () => {
    expect(foldName("إسرائيل")).toBe(foldName("اسرائيل"));
    expect(keys("الجزاير")[0]).toBe("DZA");
    expect(keys("جزائر")[0]).toBe("DZA");
  });

  it("asks for every word and answers nothing to an empty question", () => {
    expect(keys("recovery niger")).toEqual([]);
    expect(keys("  ")).toEqual([]);
  });

  it("gives at most as many as asked for", () => {
    expect(keys("a", 2).length).toBeLessThanOrEqual(2);
  });
});
