/** Reads the parts of a question by the rules of the room: a state by code or name, a day within what can be asked. */
import { askDay, askState } from "@concord/core/instruments";
import { type IsoDay, ok, type Result } from "@concord/core/vocabulary";
import type { Holdings } from "../holdings.ts";

/** The day asked about; today when none is given. */
export function readDay(holdings: Holdings, text: string | undefined, parameter = "date"): Result<IsoDay> {
  const today = holdings.today();
  return text === undefined ? ok(today) : askDay(text, today, parameter);
}

/**
 * Reads a state and a day, then answers.
 * @returns the first refusal, or what `answer` returns
 */
export function withStateAndDay<Body>(
  holdings: Holdings,
  asked: { state: string; date?: string | undefined },
  answer: (iso3: string, day: IsoDay) => Result<Body>,
): Result<Body> {
  const state = askState(holdings.law, asked.state);
  if (!state.ok) return state;
  const day = readDay(holdings, asked.date);
  return day.ok ? answer(state.value.iso3, day.value) : day;
}
