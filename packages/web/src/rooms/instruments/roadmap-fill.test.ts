import type { Roadmap } from "@concord/core/instruments";
import { describe, expect, it } from "vitest";
import { fillOf } from "./roadmap-fill.ts";

const roadmap = {
  lacking: ["a", "b", "c", "d"],
  alone: { one: ["a"], two: ["a", "b", "c"], parent: [] },
} as unknown as Roadmap;

describe("how a set of ratifications fills what is lacking", () => {
  it("counts a theme for the first instrument that lifts it, the largest first", () => {
    const { steps, left } = fillOf(roadmap, ["one", "two"]);
    expect(steps.map(({ instrument, adds }) => [instrument, adds])).toEqual([
      ["two", ["a", "b", "c"]],
      ["one", []],
    ]);
    expect(left).toEqual(["d"]);
  });

  it("keeps a prerequisite that lifts nothing", () => {
    expect(fillOf(roadmap, ["parent", "one"]).steps.at(-1)).toEqual({
      instrument: "parent",
      adds: [],
      alone: [],
    });
  });
});
