import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { corridorBasis } from "./corridor.ts";
import { CORRIDOR_THEMES, corridorRanking, type Flow } from "./corridor-ranking.ts";

function basis(a: string, b: string, on: string) {
  const answer = corridorBasis(realLaw(), a, b, on);
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return answer.value;
}

describe("the common basis of two states (R21)", () => {
  it("Nigeria and Italy on 1 January 2012: 25 instruments, return binding", () => {
    const answer = basis("NGA", "ITA", "2012-01-01");
    expect(answer.common).toHaveLength(25);
    const { strength, by } = answer.themes["protection.return"]!;
    expect(strength).toBe("binding");
    expect(by).toContainEqual(["palermo-protocol", "art. 8(1)"]);
  });

  it("direction doesn't matter", () => {
    const [there, back] = [basis("NGA", "ITA", "2012-01-01"), basis("ITA", "NGA", "2012-01-01")];
    expect({ ...there, origin: "", destination: "" }).toEqual({ ...back, origin: "", destination: "" });
  });

  it("soft law is recommended to both and stands apart from what is in force", () => {
    const { common, recommended } = basis("PRK", "TUV", "2012-01-01");
    expect(recommended).toContain("gpa-2010");
    expect(common).not.toContain("gpa-2010");
  });

  it("one end may be the European Union", () => {
    expect(basis("EUE", "NGA", "2012-01-01").common).toEqual([
      "crpd",
      "palermo-protocol",
      "smuggling-protocol",
      "uncac",
      "untoc",
    ]);
  });

  it("the same state at both ends is refused", () => {
    expect(corridorBasis(realLaw(), "NGA", "NGA", "2012-01-01")).toMatchObject({
      ok: false,
      refusal: { code: "same-state-twice" },
    });
  });
});

describe("ranking corridors", () => {
  const flow = (origin: string, destination: string, persons: number, change: Partial<Flow> = {}): Flow => ({
    origin,
    destination,
    kind: "migrant-stock",
    year: 2020,
    persons,
    source: "test",
    ...change,
  });

  it("every corridor theme is a theme of the data", () => {
    for (const theme of CORRIDOR_THEMES) expect(realLaw().themeIndex.has(theme)).toBe(true);
  });

  it("flows of different kinds are ranked apart and never added", () => {
    const rows = [flow("MEX", "USA", 100), flow("MEX", "USA", 7, { kind: "detected-victims" })];
    const ranking = corridorRanking(realLaw(), rows, "2020-01-01");
    expect(Object.keys(ranking)).toEqual(["migrant-stock", "detected-victims"]);
    expect(ranking["migrant-stock"]!.map(({ persons }) => persons)).toEqual([100]);
    expect(ranking["detected-victims"]!.map(({ persons, size }) => [persons, size])).toEqual([[7, 1]]);
  });

  it("of two equal flows the one with the weaker basis goes first, of two equal bases the larger flow", () => {
    const rows = [flow("NGA", "ITA", 1000), flow("PRK", "TUV", 1000), flow("TUV", "PRK", 1001)];
    const ranking = corridorRanking(realLaw(), rows, "2020-01-01")["migrant-stock"]!;
    expect(ranking.map(({ origin, destination }) => `${origin} ${destination}`)).toEqual([
      "TUV PRK",
      "PRK TUV",
      "NGA ITA",
    ]);
  });

  it("score = size × weakness, weakness from the corridor's own themes", () => {
    const [row] = corridorRanking(realLaw(), [flow("NGA", "ITA", 10)], "2012-01-01")["migrant-stock"]!;
    const { themes } = basis("NGA", "ITA", "2012-01-01");
    const order = ["none", "recommended", "declaratory", "permissive", "qualified", "binding"];
    const ranks = CORRIDOR_THEMES.map((theme) => order.indexOf(themes[theme]!.strength));
    const weakness = ranks.reduce((sum, rank) => sum + 1 - rank / 5, 0) / CORRIDOR_THEMES.length;
    expect(row!.weakness).toBeCloseTo(weakness, 12);
    expect(row!.score).toBeCloseTo(weakness, 12);
    expect(row!.weakness_if_unknown_bound).toBeLessThanOrEqual(row!.weakness);
  });

  it("of several years the latest counts; rows without two known ends are left out", () => {
    const rows = [
      flow("NGA", "ITA", 10, { year: 2015 }),
      flow("NGA", "ITA", 5),
      flow("NGA", "NGA", 5),
      flow("NGA", "XKX", 5),
    ];
    const ranking = corridorRanking(realLaw(), rows, "2020-01-01")["migrant-stock"]!;
    expect(ranking.map(({ persons }) => persons)).toEqual([5]);
  });
});
