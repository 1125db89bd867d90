import { buildLaw, type Knowledge, type Law } from "@concord/core/instruments";
import { isoDay, parsePartialDate } from "@concord/core/vocabulary";
import {
  boundPeriods,
  coverage,
  crosschecks,
  effectRules,
  instrumentSources,
  instruments,
  participation,
  provisions,
  reliability,
  reservations,
} from "../schema/index.ts";
import type { DataPackage } from "../validation/data-package.ts";
import { recordsOf } from "../validation/data-table.ts";
import { fill, type TableLoad } from "./copy-text.ts";

/** The tables of the instruments room, with the periods in which each treaty binds, computed by the rules of core. */
export function instrumentRows({ tables }: DataPackage, knowledge: Knowledge): TableLoad[] {
  const law = buildLaw(knowledge);
  const textSource = new Map(
    recordsOf(tables.get("provisions-sources"), "instrument", "source").map((row) => [
      row.instrument,
      row.source,
    ]),
  );
  const rowsBySource = recordsOf(tables.get("coverage"), "party_rows_by_source");
  return [
    fill(
      instruments,
      knowledge.instruments.map((instrument, ordinal) => ({
        ...instrument,
        ordinal,
        adoptedBy: isoDay(parsePartialDate(instrument.adopted)?.last ?? 0),
        textSource: textSource.get(instrument.id) ?? "",
      })),
    ),
    fill(
      instrumentSources,
      recordsOf(tables.get("instrument-sources"), "id", "title", "where", "complete_to", "terms").map(
        (row, ordinal) => ({
          id: row.id,
          ordinal,
          title: row.title,
          place: row.where,
          completeTo: row.complete_to || null,
          terms: row.terms,
        }),
      ),
    ),
    fill(
      participation,
      knowledge.participation.map((act, ordinal) => ({ ...act, ordinal })),
    ),
    fill(boundPeriods, boundPeriodRows(law)),
    fill(provisions, provisionRows(law)),
    fill(
      effectRules,
      knowledge.effectRules.map((rule, ordinal) => ({ ...rule, ordinal })),
    ),
    fill(
      coverage,
      knowledge.coverage.map((row, ordinal) => ({
        ...row,
        asOf: row.asOf || null,
        ordinal,
        partyRowsBySource: rowsBySource[ordinal]?.party_rows_by_source ?? "",
      })),
    ),
    fill(
      reservations,
      recordsOf(
        tables.get("reservations"),
        "instrument",
        "iso3",
        "kind",
        "article",
        "paraphrase",
        "source",
      ).map(({ line: _, ...row }, ordinal) => ({ ...row, ordinal })),
    ),
    fill(
      crosschecks,
      recordsOf(
        tables.get("crosscheck"),
        "instrument",
        "iso3",
        "source_a",
        "date_a",
        "source_b",
        "date_b",
        "resolution",
        "agree",
      ).map((row, ordinal) => ({
        ordinal,
        instrument: row.instrument,
        iso3: row.iso3,
        sourceA: row.source_a,
        dateA: row.date_a,
        sourceB: row.source_b,
        dateB: row.date_b,
        resolution: row.resolution,
        agree: row.agree === "1",
      })),
    ),
    fill(
      reliability,
      recordsOf(tables.get("reliability"), "measure", "scope", "n", "agreement", "kappa").map(
        (row, ordinal) => ({
          measure: row.measure,
          scope: row.scope,
          ordinal,
          n: Number(row.n),
          agreement: Number(row.agreement),
          kappa: row.kappa === "" ? null : Number(row.kappa),
        }),
      ),
    ),
  ];
}

/** Every span in which an instrument binds a state for sure; an open end while nothing ends it. */
function boundPeriodRows(law: Law) {
  return law.segments.flatMap((segments, pair) => {
    const instrument = law.instruments[Math.floor(pair / law.states.length)];
    const state = law.states[pair % law.states.length];
    return segments.flatMap(({ from, status }, index) => {
      if (status.kind !== "in-force" || !instrument || !state) return [];
      const next = segments[index + 1];
      const valid = `[${isoDay(from)},${next === undefined ? "" : isoDay(next.from)})`;
      return [{ instrument: instrument.id, iso3: state.iso3, valid }];
    });
  });
}

function provisionRows(law: Law) {
  const indexed = new Map(
    law.instruments.flatMap((instrument) =>
      instrument.provisions.map((one) => [one.provision, one] as const),
    ),
  );
  return law.knowledge.provisions.map((provision, ordinal) => {
    const { rank = 0, counts = false, validity } = indexed.get(provision) ?? {};
    const day = (number: number | undefined) =>
      number !== undefined && Number.isFinite(number) ? isoDay(number) : "";
    return { ...provision, ordinal, rank, counts, valid: `[${day(validity?.from)},${day(validity?.until)})` };
  });
}
