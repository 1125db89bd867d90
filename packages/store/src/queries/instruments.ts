import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import {
  actors,
  crosschecks,
  dataPackages,
  dataTables,
  instrumentSources,
  mechanismInstruments,
  mechanisms,
  neighbours,
  reliability,
  reservations,
} from "../schema/index.ts";
import type { ReadTx } from "../store.ts";

/** Narrows a list to one instrument, one state, or both; neither: everything. */
export interface PairFilter {
  instrument?: string | undefined;
  iso3?: string | undefined;
}

/** One act of one state, with what became of it. */
export interface Act {
  instrument: string;
  iso3: string;
  action: string;
  /** As the source gives it: a day, or a year only. */
  date: string;
  asOf: string;
  source: string;
  /** What the label in `source` stands for. */
  sourceTitle: string;
  /** From when the act binds for sure; null for signatures and denunciations. */
  boundSince: string | null;
  /** The first day on which it no longer binds; null while it does. */
  boundUntil: string | null;
}

/** Acts of states with their source and effect, in the order of the file. */
export async function selectParticipation(
  { rows }: ReadTx,
  { instrument, iso3 }: PairFilter,
): Promise<Act[]> {
  return rows<Act>(sql`
    SELECT p.instrument, p.iso3, p.action, p.date, p.as_of::text AS "asOf", p.source,
           coalesce(s.title, '') AS "sourceTitle",
           lower(b.valid)::text AS "boundSince", upper(b.valid)::text AS "boundUntil"
    FROM participation p
    LEFT JOIN LATERAL (
      SELECT title FROM instrument_sources
      WHERE split_part(p.source, ' ', 1) LIKE replace(id, '*', '%') ORDER BY length(id) DESC LIMIT 1
    ) s ON true
    LEFT JOIN LATERAL (
      SELECT valid FROM bound_periods
      WHERE instrument = p.instrument AND iso3 = p.iso3 AND lower(valid)::text >= p.date
        AND p.action NOT IN ('signature', 'denunciation')
      ORDER BY valid LIMIT 1
    ) b ON true
    WHERE p.instrument = coalesce(${instrument ?? null}::text, p.instrument)
      AND p.iso3 = coalesce(${iso3 ?? null}::text, p.iso3)
    ORDER BY p.ordinal`);
}

/** Reservations, declarations and objections in our words. Most were sorted by program: base no legal statement on them. */
export async function selectReservations({ db }: ReadTx, { instrument, iso3 }: PairFilter) {
  const { ordinal: _, ...columns } = getTableColumns(reservations);
  return db
    .select(columns)
    .from(reservations)
    .where(
      and(
        instrument === undefined ? undefined : eq(reservations.instrument, instrument),
        iso3 === undefined ? undefined : eq(reservations.iso3, iso3),
      ),
    )
    .orderBy(asc(reservations.ordinal));
}

/** Dates compared between two sources, disagreements first as in the file. */
export async function selectCrosscheck(
  { db }: ReadTx,
  { instrument, iso3, disagreementsOnly }: PairFilter & { disagreementsOnly?: boolean | undefined },
) {
  const { ordinal: _, ...columns } = getTableColumns(crosschecks);
  return db
    .select(columns)
    .from(crosschecks)
    .where(
      and(
        instrument === undefined ? undefined : eq(crosschecks.instrument, instrument),
        iso3 === undefined ? undefined : eq(crosschecks.iso3, iso3),
        disagreementsOnly ? eq(crosschecks.agree, false) : undefined,
      ),
    )
    .orderBy(asc(crosschecks.agree), asc(crosschecks.ordinal));
}

/** How many of the compared dates agree, by instrument and pair of sources. */
export async function selectCrosscheckSummary({ rows }: ReadTx) {
  return rows<{
    instrument: string;
    sourceA: string;
    sourceB: string;
    resolution: string;
    compared: number;
    agreeing: number;
  }>(
    sql`SELECT instrument, source_a AS "sourceA", source_b AS "sourceB", resolution,
               count(*)::int AS compared, count(*) FILTER (WHERE agree)::int AS agreeing
        FROM crosschecks GROUP BY 1, 2, 3, 4 ORDER BY min(ordinal)`,
  );
}

/** Who watches over an instrument, what it asks of states and how often; without an instrument, every mechanism. */
export async function selectMechanisms({ db }: ReadTx, instrument?: string) {
  const watched = db
    .select({ mechanism: mechanismInstruments.mechanism })
    .from(mechanismInstruments)
    .where(eq(mechanismInstruments.instrument, instrument ?? ""));
  const { ordinal: _, ...columns } = getTableColumns(mechanisms);
  return db
    .select({
      ...columns,
      bodyName: actors.name,
      bodyAcronym: actors.acronym,
      instruments: sql<string[]>`ARRAY(
        SELECT ${mechanismInstruments.instrument} FROM ${mechanismInstruments}
        WHERE ${mechanismInstruments.mechanism} = ${mechanisms.id} ORDER BY 1)`,
    })
    .from(mechanisms)
    .innerJoin(actors, eq(actors.id, mechanisms.body))
    .where(instrument === undefined ? undefined : sql`${mechanisms.id} IN ${watched}`)
    .orderBy(asc(mechanisms.ordinal));
}

/** How far two coders agreed on strength, theme, addressee and side. */
export async function selectReliability({ db }: ReadTx) {
  const { ordinal: _, ...columns } = getTableColumns(reliability);
  return db.select(columns).from(reliability).orderBy(asc(reliability.ordinal));
}

/** What the labels in the source cells stand for. */
export async function selectInstrumentSources({ db }: ReadTx) {
  const { ordinal: _, ...columns } = getTableColumns(instrumentSources);
  return db.select(columns).from(instrumentSources).orderBy(asc(instrumentSources.ordinal));
}

/** The tables of the data package: what each holds, from where, under which licence. */
export async function selectDataTables({ db }: ReadTx) {
  const { ordinal: _, ...columns } = getTableColumns(dataTables);
  return db.select(columns).from(dataTables).orderBy(asc(dataTables.ordinal));
}

/** The data package that is loaded; undefined when none is. */
export async function selectDataPackage({ db }: ReadTx) {
  const { only: _, ...columns } = getTableColumns(dataPackages);
  const [loaded] = await db.select(columns).from(dataPackages);
  return loaded;
}

/** Codes of the states that share a land border with one, sorted. Implies no opinion on any boundary. */
export async function selectNeighbours({ db }: ReadTx, iso3: string): Promise<string[]> {
  const rows = await db
    .select({ iso3: neighbours.neighbourIso3 })
    .from(neighbours)
    .where(eq(neighbours.iso3, iso3))
    .orderBy(asc(neighbours.neighbourIso3));
  return rows.map((row) => row.iso3);
}
