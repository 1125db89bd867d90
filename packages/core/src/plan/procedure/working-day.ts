import { type Instant, instantOf, localTime } from "./instant.ts";

/** The calendar of the seat of a consultation. */
export interface Seat {
  /** IANA name, e.g. `America/New_York`. */
  timeZone: string;
  /** Days of the week that are no working days: 0 Sunday … 6 Saturday. */
  weekend: readonly number[];
  /** Official holidays of the seat, `YYYY-MM-DD`. */
  holidays: readonly string[];
}

const DAY_MS = 86_400_000;

/** Whether a day, counted from 1970-01-01 (a Thursday), is a working day at the seat. */
export function isWorkingDay(day: number, { weekend, holidays }: Seat): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return !weekend.includes(weekday) && !holidays.includes(new Date(day * DAY_MS).toISOString().slice(0, 10));
}

/**
 * The same time of day at the seat on the nth working day that follows (P9). From Friday noon, three working days end on Wednesday noon.
 * @param days whole number, at least 1
 */
export function addWorkingDays(at: Instant, days: number, seat: Seat): Instant {
  const start = localTime(at, seat.timeZone);
  let { day } = start;
  // A seat whose every day is a holiday has no working days; a year without one ends the search.
  for (let left = days, searched = 0; left > 0 && searched < 366 * (days + 1); searched += 1) {
    day += 1;
    if (isWorkingDay(day, seat)) left -= 1;
  }
  return instantOf({ day, time: start.time }, seat.timeZone);
}
