/** The line of a state's life with treaties: every day of effect as a point on a time axis, stacked where they crowd. */
import type { Profile } from "@concord/core/instruments";
import { type IsoDay, parseDay } from "@concord/core/vocabulary";

export interface LifePoint {
  instrument: string;
  day: IsoDay;
  kind: "in-force" | "pending" | "signed" | "left";
  /** Across, 0 to 1 from the first to the last day. */
  at: number;
  /** How many points stand beneath it. */
  level: number;
}

/**
 * Places the points of a profile.
 * @param first day number at the start of the axis
 * @param last day number at its end
 * @param slots how many points fit side by side
 */
export function placeLife(position: Profile, first: number, last: number, slots: number): LifePoint[] {
  const days: Omit<LifePoint, "at" | "level">[] = [
    ...entries(position.in_force, "in-force"),
    ...entries(position.pending, "pending"),
    ...entries(position.left, "left"),
    ...entries(position.signed_only, "signed"),
  ];
  days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.instrument < b.instrument ? -1 : 1));
  const filled = new Map<number, number>();
  return days.flatMap((point) => {
    const number = parseDay(point.day);
    if (number === undefined) return [];
    const at = Math.min(1, Math.max(0, (number - first) / (last - first)));
    const slot = Math.round(at * (slots - 1));
    const level = filled.get(slot) ?? 0;
    filled.set(slot, level + 1);
    return [{ ...point, at: slot / (slots - 1), level }];
  });
}

function entries(record: Readonly<Record<string, string>>, kind: LifePoint["kind"]) {
  return Object.entries(record).map(([instrument, day]) => ({ instrument, day, kind }));
}
