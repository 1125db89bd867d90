import type { Matrix } from "@concord/core/instruments";
import type { State, Theme } from "@concord/core/vocabulary";
import { describe, expect, it } from "vitest";
import { orderColumns, orderRows } from "./matrix-order.ts";

const state = (iso3: string, m49Region: string) => ({ iso3, m49Region, m49Subregion: "" }) as State;
const theme = (id: string, pillar: Theme["pillar"]): Theme => ({ id, pillar, label: id, scope: "" });
const states = [state("AAA", "Asia"), state("BBB", "Africa"), state("CCC", "Asia")];
const themes = [theme("t1", "protection"), theme("t2", "prevention"), theme("t3", "protection")];
// AAA is bound on t1 and t3, BBB on t1, CCC on all.
const matrix: Matrix = {
  states: ["AAA", "BBB", "CCC"],
  themes: ["t1", "t2", "t3"],
  rank: Uint8Array.from([5, 0, 5, 5, 4, 0, 5, 5, 5]),
};
const all = new Set(["AAA", "BBB", "CCC"]);
const compare = (a: string, b: string) => a.localeCompare(b, "en");
const rows = (by: "region" | "name" | "duties", members = all) =>
  orderRows(matrix, states, members, by, (iso3) => iso3, compare);

describe("the order of the matrix", () => {
  it("groups states by region, then by name", () => {
    expect(rows("region").order).toEqual([1, 0, 2]);
    expect(rows("region").runs).toEqual([
      { name: "Africa", from: 0, length: 1 },
      { name: "Asia", from: 1, length: 2 },
    ]);
  });

  it("puts the most duties first when asked", () => {
    expect(rows("duties").order).toEqual([2, 0, 1]);
  });

  it("shows only those asked about", () => {
    expect(rows("name", new Set(["CCC", "AAA"])).order).toEqual([0, 2]);
  });

  it("keeps themes in their pillars, longest gap first when asked", () => {
    expect(orderColumns(matrix, themes, [0, 1, 2], "listed").order).toEqual([1, 0, 2]);
    expect(orderColumns(matrix, themes, [0, 1, 2], "gap").order).toEqual([1, 2, 0]);
    expect(orderColumns(matrix, themes, [0, 1, 2], "gap").runs.map(({ name }) => name)).toEqual([
      "prevention",
      "protection",
    ]);
  });
});
