import { actors, mechanismInstruments, mechanisms } from "../schema/index.ts";
import type { DataPackage } from "../validation/data-package.ts";
import { recordsOf } from "../validation/data-table.ts";
import { fill, type TableLoad } from "./copy-text.ts";

/** Actors, and the mechanisms that watch over instruments. */
export function actorRows({ tables }: DataPackage): TableLoad[] {
  const held = recordsOf(
    tables.get("mechanisms"),
    "id",
    "name",
    "kind",
    "instrument",
    "body",
    "periodicity_years",
    "asks",
    "source",
  );
  return [
    fill(
      actors,
      recordsOf(
        tables.get("actors"),
        "id",
        "name",
        "acronym",
        "kind",
        "hq_iso3",
        "scope",
        "since_year",
        "mandate",
        "pillars",
        "source",
      ).map((row, ordinal) => ({
        id: row.id,
        ordinal,
        name: row.name,
        acronym: row.acronym,
        kind: row.kind,
        hqIso3: row.hq_iso3,
        scope: row.scope,
        sinceYear: row.since_year === "" ? null : Number(row.since_year),
        mandate: row.mandate,
        pillars: row.pillars.split("|"),
        source: row.source,
      })),
    ),
    fill(
      mechanisms,
      held.map((row, ordinal) => ({
        id: row.id,
        ordinal,
        name: row.name,
        kind: row.kind,
        body: row.body,
        periodicityYears: row.periodicity_years === "" ? null : Number(row.periodicity_years),
        asks: row.asks,
        source: row.source,
      })),
    ),
    fill(
      mechanismInstruments,
      held.flatMap((row) =>
        row.instrument
          .split("|")
          .filter((instrument) => instrument !== "")
          .map((instrument) => ({ mechanism: row.id, instrument })),
      ),
    ),
  ];
}
