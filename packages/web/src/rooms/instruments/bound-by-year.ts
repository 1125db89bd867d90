/** A curve of joinings year by year, for the hints that a pointer shows. */
import { type DayNumber, isoDay, parseDay } from "@concord/core/vocabulary";

export interface BoundYear {
  year: number;
  from: DayNumber;
  to: DayNumber;
  /** States bound at the end of the year, or of the part of it that is drawn. */
  in_force: number;
}

/**
 * Cuts the drawn span into years.
 * @param points day and number of states bound from that day on, in order of time
 * @param first first day drawn
 * @param last last day of which the curve tells something
 */
export function boundByYear(
  points: readonly { date: string; in_force: number }[],
  first: DayNumber,
  last: DayNumber,
): BoundYear[] {
  const years: BoundYear[] = [];
  for (let from = first; from < last; ) {
    const year = Number(isoDay(from).slice(0, 4));
    const to = Math.min(last, parseDay(`${year + 1}-01-01`) ?? last);
    const joined = points.findLast(({ date }) => (parseDay(date) ?? last) < to);
    years.push({ year, from, to, in_force: joined?.in_force ?? 0 });
    from = to;
  }
  return years;
}
