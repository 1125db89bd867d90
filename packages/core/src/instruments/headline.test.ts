import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { listGroups } from "./group.ts";
import { headline } from "./headline.ts";
import { matrix } from "./matrix.ts";

const law = realLaw();
const membersOf = (id: string) => listGroups(law).find((group) => group.id === id)?.members ?? [];
const on = (day: string, group = "un-members") =>
  headline(law, membersOf(group), "palermo-protocol", matrix(law, day), day);

describe("the first sentence of the overview", () => {
  it("counts the members bound by the instrument", () => {
    expect(on("2010-02-24")).toMatchObject({ bound: 134, members: 193 });
    expect(on("1999-12-31").bound).toBe(0);
  });

  it("names a region without a single binding duty on the theme, and a theme that others are bound on", () => {
    const day = "2010-02-24";
    const all = matrix(law, day);
    const { blank } = on(day);
    expect(blank).toBeDefined();
    const column = all.themes.indexOf(blank?.theme ?? "");
    const rankOf = (iso3: string) => all.rank[all.states.indexOf(iso3) * all.themes.length + column];
    expect(membersOf(blank?.region ?? "").some((iso3) => rankOf(iso3) === 5)).toBe(false);
    expect(membersOf("un-members").filter((iso3) => rankOf(iso3) === 5)).toHaveLength(
      blank?.boundElsewhere ?? 0,
    );
  });

  it("has no region to name where nobody is bound on anything", () => {
    expect(on("1904-01-01").blank).toBeUndefined();
  });
});
