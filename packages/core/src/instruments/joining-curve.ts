import { isoDay } from "../vocabulary/index.ts";
import type { Law } from "./law.ts";
import { instrumentOf } from "./standing.ts";

/** How many states an instrument binds over time. */
export interface JoiningCurve {
  instrument: string;
  /** The list of parties is complete up to this day; empty: absence says nothing. */
  as_of: string;
  /** After each day on which the number changed: how many of the 197 states it was in force for. */
  points: { date: string; in_force: number }[];
}

/** The curve of parties: pairs in force by day of effect, departures taken off; the European Union is not counted (R1). */
export function joinings(law: Law, instrument: string): JoiningCurve {
  const indexed = instrumentOf(law, instrument);
  const changes = new Map<number, number>();
  const { bound } = law;
  for (let span = 0; span < bound.from.length; span += 1) {
    if (bound.instrument[span] !== indexed.index) continue;
    if (law.states[bound.state[span]!]!.status === "regional-organization") continue;
    changes.set(bound.from[span]!, (changes.get(bound.from[span]!) ?? 0) + 1);
    changes.set(bound.until[span]!, (changes.get(bound.until[span]!) ?? 0) - 1);
  }
  let inForce = 0;
  const points = [...changes.entries()]
    .filter(([day, change]) => change !== 0 && day < FAR_FUTURE)
    .sort(([a], [b]) => a - b)
    .map(([day, change]) => {
      inForce += change;
      return { date: isoDay(day), in_force: inForce };
    });
  return { instrument, as_of: indexed.asOfIso, points };
}

/** Spans that haven't ended end here. */
const FAR_FUTURE = 1_000_000;
