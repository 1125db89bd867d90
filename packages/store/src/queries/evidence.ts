import { and, asc, eq, sql } from "drizzle-orm";
import { CAVEATS, type CorridorFlows, type FlowKind, type FlowNote } from "../evidence/flow.ts";
import { dataTables, detections, migrantStocks, pooledCases } from "../schema/index.ts";
import type { ReadTx } from "../store.ts";

/** What is observed of a corridor, by year and source. */
export async function selectCorridorFlows(
  tx: ReadTx,
  origin: string,
  destination: string,
): Promise<CorridorFlows> {
  const { db } = tx;
  const notes = await selectFlowNotes(tx);
  const stock = await db
    .select({ year: migrantStocks.year, stock: migrantStocks.stock })
    .from(migrantStocks)
    .where(and(eq(migrantStocks.origin, origin), eq(migrantStocks.destination, destination)))
    .orderBy(asc(migrantStocks.year));
  const detected = await db
    .select({
      measure: detections.measure,
      year: detections.year,
      sex: detections.sex,
      age: detections.age,
      category: detections.category,
      value: detections.value,
      low: detections.low,
      high: detections.high,
      flag: detections.flag,
    })
    .from(detections)
    .where(
      and(
        eq(detections.dimension, "citizenship"),
        eq(detections.categoryIso3, origin),
        eq(detections.iso3, destination),
      ),
    )
    .orderBy(asc(detections.measure), asc(detections.year), asc(detections.low));
  const cases = await db
    .select({
      year: pooledCases.year,
      cases: sql<number>`sum(${pooledCases.cases})::int`,
      forcedLabour: sql<number>`coalesce(sum(${pooledCases.cases}) FILTER (WHERE ${pooledCases.forcedLabour}), 0)::int`,
      sexualExploitation: sql<number>`coalesce(sum(${pooledCases.cases}) FILTER (WHERE ${pooledCases.sexualExploitation}), 0)::int`,
    })
    .from(pooledCases)
    .where(and(eq(pooledCases.citizenshipIso3, origin), eq(pooledCases.exploitationIso3, destination)))
    .groupBy(pooledCases.year)
    .orderBy(asc(pooledCases.year));
  return {
    origin,
    destination,
    migrantStock: { ...notes["migrant-stock"], rows: stock },
    detections: { ...notes["detected-victims"], rows: detected },
    pooledCases: { ...notes["pooled-cases"], rows: cases },
  };
}

/** The size of one corridor by one measure. */
export interface CorridorTotal {
  kind: FlowKind;
  origin: string;
  destination: string;
  /** The latest year that the figure takes in. */
  year: number;
  /** Least number of persons: 0 for "<5". */
  persons: number;
  /** Most it can be. */
  personsAtMost: number;
  source: string;
}

/**
 * Every corridor between two states by each measure, up to a year; the measures are ranked apart and never added.
 * Migrant stock and detected victims: the latest year held. Pooled cases: all registered up to then, since a single year says
 * little. Detections flagged as contradictory are left out, as are persons found in their own state.
 */
export async function selectCorridorTotals(tx: ReadTx, year: number): Promise<CorridorTotal[]> {
  const notes = await selectFlowNotes(tx);
  const rows = await tx.rows<Omit<CorridorTotal, "source">>(sql`
    (SELECT DISTINCT ON (origin, destination) 'migrant-stock' AS kind, origin, destination, year::int AS year,
            stock AS persons, stock AS "personsAtMost"
     FROM migrant_stocks WHERE year <= ${year} ORDER BY origin, destination, year DESC)
    UNION ALL
    (SELECT DISTINCT ON (category_iso3, iso3) 'detected-victims', category_iso3, iso3, year::int, low, high
     FROM detections
     WHERE measure = 'detected-victims' AND dimension = 'citizenship' AND flag <> 'conflict'
       AND category_iso3 NOT IN ('', iso3) AND year <= ${year}
     ORDER BY category_iso3, iso3, year DESC)
    UNION ALL
    SELECT 'pooled-cases', citizenship_iso3, exploitation_iso3, max(year)::int, sum(cases)::int, sum(cases)::int
     FROM pooled_cases JOIN states ON states.iso3 = exploitation_iso3
     WHERE citizenship_iso3 NOT IN ('', exploitation_iso3) AND year <= ${year}
     GROUP BY 2, 3
    ORDER BY 1, 2, 3`);
  return rows.map((row) => ({ ...row, source: notes[row.kind].source }));
}

async function selectFlowNotes({ db }: ReadTx): Promise<Record<FlowKind, FlowNote>> {
  const held = await db
    .select({ name: dataTables.name, sources: dataTables.sources, licence: dataTables.licence })
    .from(dataTables);
  const note = (kind: FlowKind): FlowNote => {
    const { table, caveatCode, caveat } = CAVEATS[kind];
    const row = held.find(({ name }) => name === table);
    return { source: row?.sources.join("; ") ?? "", licence: row?.licence ?? "", caveatCode, caveat };
  };
  return {
    "migrant-stock": note("migrant-stock"),
    "detected-victims": note("detected-victims"),
    "pooled-cases": note("pooled-cases"),
  };
}

/** The latest value of an indicator for a state. */
export interface IndicatorValue {
  indicator: string;
  label: string;
  unit: string;
  driver: string;
  direction: string;
  year: number;
  value: number;
  source: string;
  licence: string;
  note: string;
}

/** The latest value of each indicator held for a state, with its year: never show one without the other. */
export async function selectIndicators({ rows }: ReadTx, iso3: string): Promise<IndicatorValue[]> {
  return rows<IndicatorValue>(sql`
    SELECT i.id AS indicator, i.label, i.unit, i.driver, i.direction, v.year::int AS year, v.value,
           s.title AS source, s.licence, i.note
    FROM indicators i
    JOIN LATERAL (SELECT year, value, source FROM indicator_values
                  WHERE indicator = i.id AND iso3 = ${iso3} ORDER BY year DESC LIMIT 1) v ON true
    JOIN indicator_sources s ON s.id = v.source
    ORDER BY i.ordinal`);
}
