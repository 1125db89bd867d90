/** The span of time that changes are asked for, and what of them concerns the states asked about. */
import { type Changes, FIRST_DAY } from "@concord/core/instruments";
import { type IsoDay, parseDay } from "@concord/core/vocabulary";

export interface Span {
  from: IsoDay;
  to: IsoDay;
}

/**
 * The span asked for: up to the day of the context when the address names no end, from a year before the end when it names
 * no beginning. Never out of order: a beginning at or after the end is moved to a year before it.
 */
export function spanOf(asked: { from?: string | undefined; to?: string | undefined }, when: IsoDay): Span {
  const to = asked.to ?? when;
  return { from: asked.from !== undefined && asked.from < to ? asked.from : yearsBefore(to, 1), to };
}

/** The same day some years before, not earlier than the first day that can be asked; 29 February becomes the 28th. */
export function yearsBefore(day: IsoDay, years: number): IsoDay {
  const earlier = `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
  if (earlier <= FIRST_DAY) return FIRST_DAY;
  if (parseDay(earlier) !== undefined) return earlier;
  return `${earlier.slice(0, 8)}28`;
}

/** Keeps what concerns the members; instruments adopted and in force concern everybody. */
export function changesOf(changes: Changes, members: ReadonlySet<string> | undefined): Changes {
  if (!members) return changes;
  const actions = changes.actions.filter(({ state }) => members.has(state));
  return {
    ...changes,
    action_count: actions.length,
    actions,
    became_bound: changes.became_bound.filter(([, , state]) => members.has(state)),
    ceased: changes.ceased.filter(([, state]) => members.has(state)),
  };
}
