import type { Matrix } from "@concord/core/instruments";
import { describe, expect, it } from "vitest";
import { bindingByState } from "./peers.ts";

const matrix: Matrix = {
  states: ["AAA", "BBB", "CCC"],
  themes: ["t1", "t2"],
  rank: Uint8Array.from([5, 0, 5, 5, 4, 0]),
};

describe("a state beside others", () => {
  it("the most binding themes stand first; a qualified duty is no binding one", () => {
    expect(bindingByState(matrix, ["AAA", "BBB", "CCC"])).toEqual([
      { iso3: "BBB", binding: 2 },
      { iso3: "AAA", binding: 1 },
      { iso3: "CCC", binding: 0 },
    ]);
  });

  it("a state that the matrix lacks has no binding theme", () => {
    expect(bindingByState(matrix, ["ZZZ"])).toEqual([{ iso3: "ZZZ", binding: 0 }]);
  });
});
