import type { Matrix } from "@concord/core/instruments";
import { EUROPEAN_UNION } from "@concord/core/vocabulary";
import { sql } from "drizzle-orm";
import type { ReadTx } from "../store.ts";

/**
 * The matrix of all states and themes on a day (R23), asked of the database: the strongest counting provision of an
 * instrument that binds, or of soft law. The engine of core answers the same from memory; this is what it is
 * measured against, and a second opinion on it.
 *
 * @param day `YYYY-MM-DD`
 * @returns ranks 0 (none) to 5 (binding), row by state, without the European Union
 */
export async function matrixBySql({ rows }: ReadTx, day: string): Promise<Matrix> {
  const themes = await rows<{ id: string }>(sql`SELECT id FROM themes ORDER BY ordinal`);
  const byState = await rows<{ iso3: string; ranks: number[] }>(sql`
    WITH counting AS (
      SELECT instrument, theme, max(rank) AS rank FROM provisions
      WHERE counts AND valid @> ${day}::date GROUP BY instrument, theme
    ), duty AS (
      SELECT b.iso3, c.theme, max(c.rank) AS rank
      FROM bound_periods b JOIN counting c USING (instrument)
      WHERE b.valid @> ${day}::date GROUP BY b.iso3, c.theme
    ), recommended AS (
      SELECT c.theme, max(c.rank) AS rank
      FROM instruments i JOIN counting c ON c.instrument = i.id
      WHERE i.kind = 'soft-law' AND i.adopted_by <= ${day}::date GROUP BY c.theme
    )
    SELECT s.iso3, array_agg(greatest(coalesce(d.rank, 0), coalesce(r.rank, 0)) ORDER BY t.ordinal) AS ranks
    FROM states s CROSS JOIN themes t
    LEFT JOIN duty d ON d.iso3 = s.iso3 AND d.theme = t.id
    LEFT JOIN recommended r ON r.theme = t.id
    WHERE s.iso3 <> ${EUROPEAN_UNION}
    GROUP BY s.iso3, s.ordinal ORDER BY s.ordinal`);
  return {
    states: byState.map(({ iso3 }) => iso3),
    themes: themes.map(({ id }) => id),
    rank: Uint8Array.from(byState.flatMap(({ ranks }) => ranks)),
  };
}
