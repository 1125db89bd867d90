/**
 * Derives data/neighbours.csv, which states share a land border, from Natural Earth 1:50m as carried by
 * world-atlas 2.0.2: two areas are neighbours where their outlines share an arc. Only areas whose UN numerical
 * code (M49) is that of a row of data/states.csv count, so territories and areas without a code drop out, with the borders that run
 * along them. No opinion on any boundary is meant.
 *
 * Run: node packages/store/src/packaging/derive-neighbours.ts
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { neighbors } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { readDataRows } from "../data-files.ts";

const DATA_FOLDER = fileURLToPath(new URL("../../../../data", import.meta.url));

/**
 * @param topology world-atlas topology with an object `countries` whose geometries carry M49 codes as ids
 * @param iso3ByM49 which codes are states
 * @returns [state, neighbour] in both directions, sorted
 */
export function deriveNeighbours(
  topology: Topology<{ countries: GeometryCollection }>,
  iso3ByM49: ReadonlyMap<string, string>,
): [string, string][] {
  const areas = topology.objects.countries.geometries;
  const states = areas.map((area) => iso3ByM49.get(String(area.id ?? "")));
  const borders = new Set<string>();
  for (const [index, adjacent] of neighbors(areas).entries()) {
    const state = states[index];
    for (const other of adjacent) {
      const neighbour = states[other];
      if (state && neighbour && state !== neighbour) borders.add(`${state},${neighbour}`);
    }
  }
  return [...borders].sort().map((border) => border.split(",") as [string, string]);
}

if (import.meta.main) {
  const atlas = fileURLToPath(import.meta.resolve("world-atlas/countries-50m.json"));
  const states = await readDataRows(DATA_FOLDER, "states.csv");
  const codes = new Map(states.map((row) => [row.cell("m49"), row.cell("iso3")]));
  codes.delete("");
  const pairs = deriveNeighbours(JSON.parse(await readFile(atlas, "utf8")), codes);
  await writeFile(
    `${DATA_FOLDER}/neighbours.csv`,
    `iso3,neighbour_iso3\n${pairs.map((pair) => `${pair.join(",")}\n`).join("")}`,
  );
  console.log(`${pairs.length / 2} borders written to neighbours.csv`);
}
