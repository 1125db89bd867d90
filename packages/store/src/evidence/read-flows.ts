import type { DetectionYear } from "@concord/core/instruments/tables";
import { type DataRow, readDataBytes, readDataRows } from "../data-files.ts";
import { CAVEATS, type CorridorFlows, type FlowKind, type FlowNote, type PooledCaseYear } from "./flow.ts";

interface DescribedTable {
  name: string;
  path: string;
  sources: { title: string }[];
  licenses: { title: string }[];
}

/**
 * What is observed of a corridor, straight from the data files, without a database: the same rows in the same order as
 * `selectCorridorFlows` gives. Reads three tables, some 110,000 rows, in half a second.
 * @param dataFolder the folder that holds `datapackage.json`, taken as valid
 * @throws StoreError `data-missing` or `data-invalid`, naming the file
 */
export async function readCorridorFlows(
  dataFolder: string,
  origin: string,
  destination: string,
): Promise<CorridorFlows> {
  const descriptor = JSON.parse((await readDataBytes(dataFolder, "datapackage.json")).toString("utf8")) as {
    resources: DescribedTable[];
  };
  const tableOf = (kind: FlowKind) => descriptor.resources.find(({ name }) => name === CAVEATS[kind].table);
  const rowsOf = (kind: FlowKind) => readDataRows(dataFolder, tableOf(kind)?.path ?? CAVEATS[kind].table);
  const noteOf = (kind: FlowKind): FlowNote => {
    const table = tableOf(kind);
    return {
      source: table?.sources.map(({ title }) => title).join("; ") ?? "",
      licence: table?.licenses[0]?.title ?? "",
      caveatCode: CAVEATS[kind].caveatCode,
      caveat: CAVEATS[kind].caveat,
    };
  };
  const [stock, detected, cases] = await Promise.all([
    rowsOf("migrant-stock"),
    rowsOf("detected-victims"),
    rowsOf("pooled-cases"),
  ]);
  return {
    origin,
    destination,
    migrantStock: {
      ...noteOf("migrant-stock"),
      rows: stock
        .filter(({ cell }) => cell("origin") === origin && cell("destination") === destination)
        .map(({ cell }) => ({ year: Number(cell("year")), stock: Number(cell("stock")) }))
        .sort((a, b) => a.year - b.year),
    },
    detections: {
      ...noteOf("detected-victims"),
      rows: detected
        .filter(
          ({ cell }) =>
            cell("dimension") === "citizenship" &&
            cell("category_iso3") === origin &&
            cell("iso3") === destination,
        )
        .map(detectionOf)
        .sort((a, b) => compare(a.measure, b.measure) || a.year - b.year || a.low - b.low),
    },
    pooledCases: {
      ...noteOf("pooled-cases"),
      rows: casesByYear(
        cases.filter(
          ({ cell }) =>
            cell("citizenship_iso3") === origin && cell("country_of_exploitation_iso3") === destination,
        ),
      ),
    },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function detectionOf({ cell }: DataRow): DetectionYear {
  return {
    measure: cell("measure"),
    year: Number(cell("year")),
    sex: cell("sex"),
    age: cell("age"),
    category: cell("category"),
    value: cell("value") === "" ? null : Number(cell("value")),
    low: Number(cell("low")),
    high: Number(cell("high")),
    flag: cell("flag"),
  };
}

/** Each row is a case; what is not known of it counts for nothing. */
function casesByYear(rows: readonly DataRow[]): PooledCaseYear[] {
  const years = new Map<number, PooledCaseYear>();
  for (const { cell } of rows) {
    const year = Number(cell("year_of_registration"));
    const counted = years.get(year) ?? { year, cases: 0, forcedLabour: 0, sexualExploitation: 0 };
    counted.cases += 1;
    if (cell("is_forced_labour") === "1") counted.forcedLabour += 1;
    if (cell("is_sexual_exploit") === "1") counted.sexualExploitation += 1;
    years.set(year, counted);
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}
