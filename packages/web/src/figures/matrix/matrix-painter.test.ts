import { describe, expect, it } from "vitest";
import { GROUP_GAP, planMatrix, positionAt } from "./matrix-painter.ts";

const axis = (length: number, starts: number[]) => ({
  order: Array.from({ length }, (_, position) => position),
  runs: starts.map((from) => ({ from })),
});
const plan = (mirrored: boolean) =>
  planMatrix({ rows: axis(3, [0]), columns: axis(4, [0, 2]), cellWidth: 10, cellHeight: 5, mirrored });

describe("where the cells of the matrix lie", () => {
  it("leaves a gap before each group but the first", () => {
    expect(plan(false).x).toEqual([0, 10, 20 + GROUP_GAP, 30 + GROUP_GAP]);
    expect(plan(false).width).toBe(40 + GROUP_GAP);
    expect(plan(false).y).toEqual([0, 5, 10]);
  });

  it("runs from right to left where the language does", () => {
    expect(plan(true).x).toEqual([30 + GROUP_GAP, 20 + GROUP_GAP, 10, 0]);
    expect(plan(true).width).toBe(plan(false).width);
  });

  it("finds the column under a pixel, and none in a gap", () => {
    const { x } = plan(false);
    expect(positionAt(x, 10, 15)).toBe(1);
    expect(positionAt(x, 10, 22)).toBe(-1);
    expect(positionAt(x, 10, 27)).toBe(2);
    expect(positionAt(plan(true).x, 10, 5)).toBe(3);
  });
});
