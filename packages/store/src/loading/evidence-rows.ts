import {
  detections,
  indicatorSources,
  indicators,
  indicatorValues,
  migrantStocks,
  pooledCases,
} from "../schema/index.ts";
import type { DataPackage } from "../validation/data-package.ts";
import { type DataTable, recordsOf } from "../validation/data-table.ts";
import { fill, type TableLoad } from "./copy-text.ts";

/** Indicators, detections, migrant stock and pooled cases. */
export function evidenceRows({ tables }: DataPackage): TableLoad[] {
  return [
    fill(
      indicatorSources,
      recordsOf(
        tables.get("indicator-sources"),
        "id",
        "title",
        "publisher",
        "source",
        "commit_date",
        "licence",
      ).map((row, ordinal) => ({
        id: row.id,
        ordinal,
        title: row.title,
        publisher: row.publisher,
        place: row.source,
        commitDate: row.commit_date,
        licence: row.licence,
      })),
    ),
    fill(
      indicators,
      recordsOf(
        tables.get("indicators"),
        "id",
        "label",
        "unit",
        "sdg_target",
        "mdg_target",
        "driver",
        "direction",
        "source",
        "note",
      ).map((row, ordinal) => ({
        id: row.id,
        ordinal,
        label: row.label,
        unit: row.unit,
        sdgTarget: row.sdg_target,
        mdgTarget: row.mdg_target,
        driver: row.driver,
        direction: row.direction,
        source: row.source,
        note: row.note,
      })),
    ),
    fill(
      indicatorValues,
      recordsOf(tables.get("indicator-values"), "indicator", "iso3", "year", "value", "source").map(
        (row) => ({
          indicator: row.indicator,
          iso3: row.iso3,
          year: Number(row.year),
          value: Number(row.value),
          source: row.source,
        }),
      ),
    ),
    fill(
      detections,
      recordsOf(
        tables.get("detections"),
        "measure",
        "iso3",
        "year",
        "dimension",
        "category",
        "category_iso3",
        "sex",
        "age",
        "value",
        "low",
        "high",
        "flag",
      ).map((row) => ({
        measure: row.measure,
        iso3: row.iso3,
        year: Number(row.year),
        dimension: row.dimension,
        category: row.category,
        categoryIso3: row.category_iso3,
        sex: row.sex,
        age: row.age,
        value: row.value === "" ? null : Number(row.value),
        low: Number(row.low),
        high: Number(row.high),
        flag: row.flag,
      })),
    ),
    fill(
      migrantStocks,
      recordsOf(tables.get("migrant-stock"), "origin", "destination", "year", "stock").map((row) => ({
        origin: row.origin,
        destination: row.destination,
        year: Number(row.year),
        stock: Number(row.stock),
      })),
    ),
    fill(pooledCases, pooledCaseRows(tables.get("pooled-cases"))),
  ];
}

/** Cases alike in every column become one row with their number. */
function pooledCaseRows(table: DataTable | undefined) {
  const alike = new Map<string, number>();
  for (const { cells } of table?.rows ?? []) {
    const key = cells.join(",");
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  const known = (cell: string) => (cell === "" ? null : cell === "1");
  return [...alike].map(([key, cases]) => {
    const [year, gender = "", age = "", citizenship = "", exploitation = "", labour = "", sexual = ""] =
      key.split(",");
    return {
      year: Number(year),
      gender,
      ageBroad: age,
      citizenshipIso3: citizenship,
      exploitationIso3: exploitation,
      forcedLabour: known(labour),
      sexualExploitation: known(sexual),
      cases,
    };
  });
}
