import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { readDataRows } from "../data-files.ts";
import { DATA_FOLDER } from "../testing/package-copy.ts";
import { deriveNeighbours } from "./derive-neighbours.ts";

it("the borders in the data are those that the atlas gives, each in both directions", async () => {
  const atlas = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  const states = await readDataRows(DATA_FOLDER, "states.csv");
  const codes = new Map(states.map((row) => [row.cell("m49"), row.cell("iso3")]));
  codes.delete("");
  const derived = deriveNeighbours(JSON.parse(await readFile(atlas, "utf8")), codes);
  const held = await readDataRows(DATA_FOLDER, "neighbours.csv");
  expect(held.map((row) => [row.cell("iso3"), row.cell("neighbour_iso3")])).toEqual(derived);
  const pairs = new Set(derived.map((pair) => pair.join()));
  expect(derived.filter(([state, neighbour]) => !pairs.has(`${neighbour},${state}`))).toEqual([]);
});
