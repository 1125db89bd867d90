import { matrix, profile } from "@concord/core/instruments";
import { realLaw } from "@concord/core/testing";
import { STRENGTHS } from "@concord/core/vocabulary";
import { describe, expect, it } from "vitest";
import { countGaps, countThemes, sortPillars, themeCountsOfState } from "./theme-count.ts";

const law = realLaw();
const all = matrix(law, "2010-02-24");

describe("counting members by strength", () => {
  it("counts every member once on every theme", () => {
    for (const { counts, gap } of countThemes(law, all, ["BGD", "NPL", "ITA"])) {
      expect(STRENGTHS.reduce((sum, strength) => sum + counts[strength], 0)).toBe(3);
      expect(gap).toBe(3 - counts.binding);
    }
  });

  it("says of one state what its profile says", () => {
    const own = profile(law, "BGD", "2010-02-24");
    expect(themeCountsOfState(law, own)).toEqual(countThemes(law, all, ["BGD"]));
    expect(countGaps(all).get("BGD")).toBe(59 - own.counts.binding);
  });

  it("puts the longest gap first inside each pillar", () => {
    const themes = countThemes(law, all, all.states);
    const gapOf = new Map(themes.map(({ theme, gap }) => [theme, gap]));
    for (const ids of Object.values(sortPillars(themes))) {
      const gaps = ids.map((id) => gapOf.get(id) ?? 0);
      expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
    }
  });
});
