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
/** Days of 400 Gregorian years, after which the calendar repeats. */
const ERA_DAYS = 146_097;
/** From 0000-03-01, where the count by eras begins, to 1970-01-01. */
const ERA_ORIGIN = 719_468;
/** 0000-01-01 and 9999-12-31: within them a day is reckoned without the platform's slower dates. */
const FIRST_FOUR_DIGITS = -719_528;
const LAST_FOUR_DIGITS = 2_932_896;

/**
 * Counts days by eras of 400 years that begin in March, so that a leap day is the last of its year and every month before it
 * has a fixed place. Reading the knowledge base asks some 50,000 times, hence no `Date`.
 */
function dayNumber(year: number, month: number, day: number): DayNumber {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * ERA_DAYS + yearOfEra * 365 + leapDays + dayOfYear - ERA_ORIGIN;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lastDayOfMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : MONTH_DAYS[month - 1]!;
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
  const { length } = text;
  if (length !== 4 && length !== 7 && length !== 10) return undefined;
  const year = digits(text, 0, 4);
  if (year < 0) return undefined;
  if (length === 4) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  const month = text[4] === "-" ? digits(text, 5, 7) : -1;
  if (month < 1 || month > 12) return undefined;
  const monthEnd = lastDayOfMonth(year, month);
  if (length === 7) return { first: dayNumber(year, month, 1), last: dayNumber(year, month, monthEnd) };
  const day = text[7] === "-" ? digits(text, 8, 10) : -1;
  if (day < 1 || day > monthEnd) return undefined;
  const exact = dayNumber(year, month, day);
  return { first: exact, last: exact };
}

/** Reads the digits of a text from one place up to another; -1 when one of them is none. */
function digits(text: string, from: number, until: number): number {
  let value = 0;
  for (let at = from; at < until; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Writes a day number as `YYYY-MM-DD`. */
export function isoDay(day: DayNumber): IsoDay {
  if (!(day >= FIRST_FOUR_DIGITS && day <= LAST_FOUR_DIGITS && Number.isInteger(day)))
    return new Date(day * DAY_MS).toISOString().slice(0, 10);
  const { year, month, dayOfMonth } = calendarOf(day);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${dayOfMonth < 10 ? "0" : ""}${dayOfMonth}`;
}

/** The calendar day of a day number: the way back from {@link dayNumber}. */
function calendarOf(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + ERA_ORIGIN;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  // Leap days already passed are taken off, so that 365 divides what is left into years.
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (ERA_DAYS - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** The same day N months on, clamped to that month's last day: 2005-01-31 + 1 month = 2005-02-28 (R5). */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const at = calendarOf(day);
  const monthIndex = at.year * 12 + at.month - 1 + months;
  const year = Math.floor(monthIndex / 12);
  const month = (((monthIndex % 12) + 12) % 12) + 1;
  return dayNumber(year, month, Math.min(at.dayOfMonth, lastDayOfMonth(year, month)));
}

/** The first day of the month that follows, even when `day` is itself a first: 2014-10-01 → 2014-11-01 (R5). */
export function firstOfFollowingMonth(day: DayNumber): DayNumber {
  const { year, month } = calendarOf(day);
  return month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
}
