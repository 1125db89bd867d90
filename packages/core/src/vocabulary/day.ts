/**
 * Calendar days. Outside the engine a day is text, `YYYY-MM-DD` (proleptic Gregorian, no time zone: treaty
 * practice counts calendar days); inside it is a day number, whole days since 1970-01-01, so that comparing
 * is comparing integers.
 */
export type IsoDay = string;
export type DayNumber = number;

/** A date as a source gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, read as the interval it leaves open (R3). */
export interface DayInterval {
  first: DayNumber;
  last: DayNumber;
}

const DAY_MS = 86_400_000;

function dayNumber(year: number, month: number, day: number): DayNumber {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return Math.floor(at.getTime() / DAY_MS);
}

function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/**
 * Reads a full date.
 * @param text `YYYY-MM-DD`
 * @returns the day number, or undefined when the text is no day of the calendar (2010-02-30, 2010-2-3, "")
 */
export function parseDay(text: string): DayNumber | undefined {
  const interval = text.length === 10 ? parsePartialDate(text) : undefined;
  return interval?.first;
}

/**
 * Reads a full or partial date as the interval [first day, last day] that it leaves open (R3).
 * @param text `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @returns undefined when the text is none of these or not in the calendar
 */
export function parsePartialDate(text: string): DayInterval | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!parts) return undefined;
  const year = Number(parts[1]);
  if (parts[2] === undefined) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  const month = Number(parts[2]);
  if (month < 1 || month > 12) return undefined;
  const monthEnd = lastDayOfMonth(year, month);
  if (parts[3] === undefined)
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month, monthEnd) };
  const day = Number(parts[3]);
  if (day < 1 || day > monthEnd) return undefined;
  const exact = dayNumber(year, month, day);
  return { first: exact, last: exact };
}

/** Writes a day number as `YYYY-MM-DD`. */
export function isoDay(day: DayNumber): IsoDay {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The same day N months on, clamped to that month's last day: 2005-01-31 + 1 month = 2005-02-28 (R5). */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const at = new Date(day * DAY_MS);
  const monthIndex = at.getUTCFullYear() * 12 + at.getUTCMonth() + months;
  const year = Math.floor(monthIndex / 12);
  const month = (monthIndex % 12) + 1;
  return dayNumber(year, month, Math.min(at.getUTCDate(), lastDayOfMonth(year, month)));
}

/** The first day of the month that follows, even when `day` is itself a first: 2014-10-01 → 2014-11-01 (R5). */
export function firstOfFollowingMonth(day: DayNumber): DayNumber {
  const at = new Date(day * DAY_MS);
  return dayNumber(
    at.getUTCFullYear() + Math.floor((at.getUTCMonth() + 1) / 12),
    ((at.getUTCMonth() + 1) % 12) + 1,
    1,
  );
}
