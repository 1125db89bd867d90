import { type IsoDay, isoDay, parseDay } from "@concord/core/vocabulary";
import { type BareFinding, fault } from "./finding.ts";

/** The working days of a seat. */
export interface WorkingCalendar {
  /** Days of the week without work, 0 for Sunday to 6 for Saturday. */
  weekend: readonly number[];
  /** Days on which the seat is closed. */
  holidays: readonly IsoDay[];
}

/** Monday to Friday, no holidays: give those of the seat. */
export const FIVE_DAY_WEEK: WorkingCalendar = { weekend: [0, 6], holidays: [] };

/** Working days of notice before a draft is decided. Our convention, after the practice of the General Assembly. */
export const NOTICE_WORKING_DAYS = 4;

/** True when the seat works on that day. */
function worksOn(day: number, calendar: WorkingCalendar): boolean {
  // 1970-01-01, day 0, was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  return !calendar.weekend.includes(weekday) && !calendar.holidays.includes(isoDay(day));
}

/**
 * The working days between circulation and decision: the day of circulation isn't counted, the day of decision is.
 * @returns undefined when a date is none
 */
export function workingDaysOfNotice(
  circulated: IsoDay,
  decision: IsoDay,
  calendar: WorkingCalendar = FIVE_DAY_WEEK,
): number | undefined {
  const from = parseDay(circulated);
  const to = parseDay(decision);
  if (from === undefined || to === undefined) return undefined;
  let days = 0;
  for (let day = from + 1; day <= to && days < 10_000; day++) if (worksOn(day, calendar)) days += 1;
  return days;
}

/**
 * The first day on which a draft circulated on a given day may be decided with full notice.
 * @returns undefined when the date is none or the calendar has no working day within a year
 */
export function earliestDecision(
  circulated: IsoDay,
  calendar: WorkingCalendar = FIVE_DAY_WEEK,
  notice: number = NOTICE_WORKING_DAYS,
): IsoDay | undefined {
  const from = parseDay(circulated);
  if (from === undefined) return undefined;
  let left = notice;
  for (let day = from + 1; day <= from + 366; day++) {
    if (worksOn(day, calendar)) left -= 1;
    if (left === 0) return isoDay(day);
  }
  return undefined;
}

/** A draft circulates at the latest the day before it is decided (rule 78), and with four working days' notice. */
export function checkNotice(
  circulated: IsoDay,
  decision: IsoDay,
  calendar: WorkingCalendar = FIVE_DAY_WEEK,
): BareFinding[] {
  const days = workingDaysOfNotice(circulated, decision, calendar);
  if (days === undefined) return [fault("notice-dates", "masthead", { circulated, decision })];
  if ((parseDay(decision) ?? 0) <= (parseDay(circulated) ?? 0))
    return [fault("circulated-too-late", "masthead", { circulated, decision })];
  if (days >= NOTICE_WORKING_DAYS) return [];
  const earliest = earliestDecision(circulated, calendar) ?? "–";
  return [fault("notice-too-short", "masthead", { days, needed: NOTICE_WORKING_DAYS, earliest })];
}
