import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { groupNames, LANGUAGES } from "../vocabulary/index.ts";
import { groupId, listGroups } from "./group.ts";

describe("groups (R2)", () => {
  it("every group has a name in six languages, no two the same", () => {
    for (const language of LANGUAGES) {
      const names = listGroups(realLaw()).map(({ id }) => groupNames(id)?.[language] ?? `${id} has no name`);
      expect(names.filter((name) => name.endsWith("has no name"))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("the regional groups hold every UN member once", () => {
    const groups = listGroups(realLaw()).filter(({ kind }) => kind === "un-regional-group");
    expect(groups.map(({ id }) => id)).toEqual(["african", "asia-pacific", "eeg", "grulac", "weog"]);
    const members = groups.flatMap((group) => group.members);
    expect(new Set(members).size).toBe(193);
    expect(members).toHaveLength(193);
  });

  it("ids come from the names of the data", () => {
    expect(groupId("Australia and New Zealand")).toBe("australia-and-new-zealand");
    expect(groupId("council_of_europe")).toBe("council-of-europe");
  });
});
