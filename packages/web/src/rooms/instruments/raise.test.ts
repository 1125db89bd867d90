import { realLaw } from "@concord/core/testing";
import { describe, expect, it } from "vitest";
import { raisers } from "./raise.ts";

const law = realLaw();

describe("what would raise a cell", () => {
  it("names the convention that a state outside Europe may join by invitation", () => {
    expect(raisers(law, "BGD", "protection.reflection", "none", "2026-11-24")).toEqual([
      {
        instrument: "coe-cets-197",
        strength: "binding",
        status: { kind: "unknown", reason: "list-ends" },
        byInvitation: true,
      },
    ]);
  });

  it("names nothing that is in force for the state, closed to it, or not yet in force itself", () => {
    expect(raisers(law, "BGD", "protection.reflection", "none", "2005-06-01")).toEqual([]);
    const ids = raisers(law, "BGD", "prosecution.definition", "declaratory", "2010-02-24").map(
      ({ instrument }) => instrument,
    );
    expect(ids).toContain("palermo-protocol");
    expect(ids).not.toContain("eu-directive-2011-36");
    expect(ids).not.toContain("asean-actip-2015");
  });

  it("names nothing for a duty that is already binding", () => {
    expect(raisers(law, "ITA", "protection.reflection", "binding", "2026-11-24")).toEqual([]);
  });

  it("puts what is stronger first", () => {
    const ranks = raisers(law, "TUV", "protection.health", "none", "2026-11-24").map(
      ({ strength }) => strength,
    );
    expect(ranks.indexOf("binding")).toBeLessThanOrEqual(Math.max(0, ranks.indexOf("qualified")));
  });
});
