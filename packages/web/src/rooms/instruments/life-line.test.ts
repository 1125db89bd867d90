import type { Profile } from "@concord/core/instruments";
import { describe, expect, it } from "vitest";
import { placeLife } from "./life-line.ts";

const position = (in_force: Record<string, string>, signed_only: Record<string, string> = {}) =>
  ({ in_force, pending: {}, left: {}, signed_only }) as Profile;

describe("the life line of a state", () => {
  it("stacks points that fall into one place, the earlier beneath", () => {
    const points = placeLife(position({ b: "1970-01-02", a: "1970-01-01", c: "1970-04-10" }), 0, 100, 11);
    expect(points.map(({ instrument, level }) => [instrument, level])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 0],
    ]);
    expect(points[2]?.at).toBe(1);
  });

  it("leaves out what has no full date and keeps points on the axis", () => {
    const points = placeLife(position({ a: "1960-01-01" }, { b: "1971" }), 0, 100, 11);
    expect(points).toHaveLength(1);
    expect(points[0]?.at).toBe(0);
  });
});
