import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { rule, smallLaw, treaty } from "../testing/small-law.ts";
import { compareStates } from "./comparison.ts";
import { concordance, onlyThis, themeConcordance } from "./concordance.ts";

function value<T>(answer: { ok: true; value: T } | { ok: false; refusal: { detail: string } }): T {
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return answer.value;
}

describe("states side by side", () => {
  it("the widest difference comes first, equal themes last", () => {
    const { themes } = value(
      compareStates(realLaw(), [
        { iso3: "BGD", date: "2010-02-24" },
        { iso3: "NGA", date: "2010-02-24" },
      ]),
    );
    const differs = themes.map((theme) => theme.differs);
    expect(differs.indexOf(false)).toBeGreaterThan(0);
    expect(differs.slice(differs.indexOf(false))).not.toContain(true);
    expect(themes).toHaveLength(59);
  });

  it("one state on two dates shows what became of it", () => {
    const { instruments } = value(
      compareStates(realLaw(), [
        { iso3: "BGD", date: "2019-10-11" },
        { iso3: "BGD", date: "2019-10-12" },
      ]),
    );
    const changed = instruments.filter(({ differs }) => differs);
    expect(changed.map(({ instrument }) => instrument)).toEqual(["palermo-protocol"]);
    expect(changed[0]!.statuses.map(({ kind }) => kind)).toEqual(["pending", "in-force"]);
  });

  it.each([[["BGD"]], [["BGD", "BGD"]], [["BGD", "NGA", "ITA", "FRA", "DEU"]]])("%o is refused", (states) => {
    const columns = states.map((iso3) => ({ iso3, date: "2010-02-24" }));
    expect(compareStates(realLaw(), columns).ok).toBe(false);
  });
});

describe("instruments side by side", () => {
  it("names the one that alone provides something", () => {
    const { themes } = value(concordance(realLaw(), ["palermo-protocol", "coe-cets-197"]));
    const reflection = themes.find(({ theme }) => theme === "protection.reflection")!;
    expect(reflection).toMatchObject({ strengths: ["none", "binding"], only: "coe-cets-197" });
    expect(reflection.provisions["palermo-protocol"]).toEqual([]);
  });

  it("fewer than two, or one twice, is refused", () => {
    expect(concordance(realLaw(), ["untoc"]).ok).toBe(false);
    expect(concordance(realLaw(), ["untoc", "untoc"]).ok).toBe(false);
  });

  it("what only this one obliges: no other counting instrument is binding there", () => {
    const only = onlyThis(realLaw(), "coe-cets-197");
    expect(only.themes.map(({ theme }) => theme)).toEqual(["protection.reflection"]);
    expect(only.themes[0]!.provisions.every(({ instrument }) => instrument === "coe-cets-197")).toBe(true);
    expect(onlyThis(realLaw(), "ilo-p029").themes.map(({ theme }) => theme)).toEqual([
      "prevention.supply-chains",
    ]);
  });

  it("a context instrument neither obliges alone nor takes the place of another", () => {
    const law = smallLaw({
      themes: ["t.one"],
      instruments: [treaty("a"), treaty("c", { relevance: "context" })],
      provisions: [rule("a", "t.one"), rule("c", "t.one")],
    });
    expect(onlyThis(law, "a").themes.map(({ theme }) => theme)).toEqual(["t.one"]);
    expect(onlyThis(law, "c").themes).toEqual([]);
  });

  it("a theme's instruments stand strongest first, core before related before context", () => {
    const { instruments } = themeConcordance(realLaw(), "prosecution.extradition");
    const binding = instruments.filter(({ strength }) => strength === "binding");
    expect(instruments.slice(0, binding.length)).toEqual(binding);
    const relevances = binding.map(({ relevance }) => ["core", "related", "context"].indexOf(relevance));
    expect(relevances).toEqual([...relevances].sort());
  });

  it("every provision of the theme is there, once", () => {
    const law = realLaw();
    for (const { id } of law.themes) {
      const shown = themeConcordance(law, id).instruments.flatMap(({ provisions }) => provisions);
      expect(new Set(shown).size).toBe(law.knowledge.provisions.filter(({ theme }) => theme === id).length);
    }
  });
});
