/** Detections of one citizenship in one state, year by year, minding what the source prints for small numbers. */

import type { DetectionYear } from "@concord/core/instruments/tables";

export interface YearRange {
  year: number;
  low: number;
  high: number;
}

/**
 * Detected victims of all sexes and ages by year. Where the source gives several values for one year (flag `conflict`),
 * the range spans them; the parts by sex and age are never added up, since "<5" may be 0 to 4 in each.
 */
export function detectedByYear(rows: readonly DetectionYear[]): YearRange[] {
  const years = new Map<number, YearRange>();
  for (const { measure, year, sex, age, low, high } of rows) {
    if (measure !== "detected-victims" || sex !== "total" || age !== "total") continue;
    const before = years.get(year);
    years.set(year, {
      year,
      low: before ? Math.min(before.low, low) : low,
      high: before ? Math.max(before.high, high) : high,
    });
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}
