import type { DayNumber } from "../vocabulary/index.ts";
import { addMonths, firstOfFollowingMonth } from "../vocabulary/index.ts";
import type { EffectRule, Instrument } from "./knowledge.ts";

/** How many days or months a state waits between depositing its instrument and being bound (R5). */
export interface WaitingPeriod {
  days: number;
  months: number;
  /** The effect falls on the first day of the month after the sum, as Council of Europe treaties have it. */
  untilFirstOfMonth: boolean;
}

/** No rule held: bound from the day of deposit (R4). */
export const FROM_DEPOSIT: WaitingPeriod = { days: 0, months: 0, untilFirstOfMonth: false };

/**
 * Reads one cell of `effect_rules.csv`.
 * @param rule `deposit`, `deposit+30d`, `deposit+3m`, `first-of-month-after+3m`, `first-of-month-after+60d`
 * @returns undefined when the cell is none of these
 */
export function parseWaitingPeriod(rule: string): WaitingPeriod | undefined {
  const parts = /^(deposit|first-of-month-after)(?:\+(\d+)([dm]))?$/.exec(rule);
  if (!parts) return undefined;
  const amount = Number(parts[2] ?? 0);
  return {
    days: parts[3] === "d" ? amount : 0,
    months: parts[3] === "m" ? amount : 0,
    untilFirstOfMonth: parts[1] === "first-of-month-after",
  };
}

/**
 * Finds the waiting period of an instrument (R4): its own id first, else the longest prefix ending in `*`.
 * A prefix such as `ilo-*` never reaches soft law. No rule: the day of deposit.
 * @throws RangeError when the rule that applies is written in no known form
 */
export function waitingPeriodOf(instrument: Instrument, rules: readonly EffectRule[]): WaitingPeriod {
  const exact = rules.find((rule) => rule.instrument === instrument.id);
  const prefixed = rules
    .filter((rule) => rule.instrument.endsWith("*") && instrument.kind !== "soft-law")
    .filter((rule) => instrument.id.startsWith(rule.instrument.slice(0, -1)))
    .sort((a, b) => b.instrument.length - a.instrument.length)[0];
  const rule = exact ?? prefixed;
  if (!rule) return FROM_DEPOSIT;
  const period = parseWaitingPeriod(rule.rule);
  if (!period) throw new RangeError(`effect rule of ${rule.instrument}: "${rule.rule}" is no known form`);
  return period;
}

/**
 * The day on which a deposit takes effect (R5, R6).
 * @param deposit day of deposit
 * @param period how long the instrument makes a state wait
 * @param floor the day on which the instrument itself entered into force, if held: effect is never earlier
 */
export function effectDay(
  deposit: DayNumber,
  period: WaitingPeriod,
  floor: DayNumber | undefined,
): DayNumber {
  const sum = addMonths(deposit, period.months) + period.days;
  const effect = period.untilFirstOfMonth ? firstOfFollowingMonth(sum) : sum;
  return floor === undefined ? effect : Math.max(effect, floor);
}
