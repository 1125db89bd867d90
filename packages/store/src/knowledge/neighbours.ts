import { readDataRows } from "../data-files.ts";

/**
 * Reads which states share a land border, straight from `neighbours.csv`. Derived from a map; implies no opinion on any
 * boundary.
 * @param dataFolder the folder that holds `datapackage.json`
 * @returns the codes of the neighbours of a state, in alphabetical order; islands are absent
 * @throws StoreError `data-missing` or `data-invalid`, naming the file
 */
export async function readNeighbours(dataFolder: string): Promise<Map<string, string[]>> {
  const neighbours = new Map<string, string[]>();
  for (const row of await readDataRows(dataFolder, "neighbours.csv")) {
    const iso3 = row.cell("iso3");
    neighbours.set(iso3, [...(neighbours.get(iso3) ?? []), row.cell("neighbour_iso3")].sort());
  }
  return neighbours;
}
