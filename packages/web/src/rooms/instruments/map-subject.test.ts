import { matrix } from "@concord/core/instruments";
import { realLaw } from "@concord/core/testing";
import { describe, expect, it } from "vitest";
import { paintStates } from "./map-subject.ts";

const law = realLaw();
const day = "2010-02-24";
const paint = (subject: Parameters<typeof paintStates>[1], on = day) =>
  paintStates(law, subject, matrix(law, on), on).paint;

describe("the three readings of the map", () => {
  it("paints a state by its standing towards an instrument", () => {
    const painted = paint({ kind: "instrument", instrument: "palermo-protocol" });
    expect(painted.get("ITA")).toBe("standing-in-force");
    expect(painted.get("BGD")).toBe("standing-not-party");
    expect(painted.size).toBe(197);
  });

  it("hatches every state where no list is held, and calls none a non-party", () => {
    expect(new Set(paint({ kind: "instrument", instrument: "saarc-2002" }).values())).toEqual(
      new Set(["standing-unknown"]),
    );
  });

  it("paints the strength of a theme", () => {
    expect(paint({ kind: "theme", theme: "protection.reflection" }).get("BGD")).toBe("strength-none");
  });

  it("paints the fewest gaps darkest", () => {
    const { paint: painted, gaps } = paintStates(law, { kind: "gaps" }, matrix(law, day), day);
    const darkest = [...painted]
      .filter(([, step]) => step === "strength-binding")
      .map(([iso3]) => gaps.get(iso3) ?? 99);
    const lightest = [...painted]
      .filter(([, step]) => step === "strength-recommended")
      .map(([iso3]) => gaps.get(iso3) ?? 0);
    expect(Math.max(...darkest)).toBeLessThanOrEqual(12);
    if (lightest.length > 0) expect(Math.min(...lightest)).toBeGreaterThan(48);
  });
});
