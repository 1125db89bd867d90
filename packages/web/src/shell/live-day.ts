/**
 * The day shown while a slider moves or a film runs: up to sixty times a second, so it bypasses the address, which
 * takes the day when the movement ends. Only the smallest parts of a figure follow it, so that a frame costs little:
 * {@link useMovingDay} in a part that is handed the day of the address.
 */
import type { IsoDay } from "@concord/core/vocabulary";
import { useEffect, useSyncExternalStore } from "react";

let moving: IsoDay | undefined;
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a day without writing it into the address; `undefined` ends the movement. */
export function showDay(day: IsoDay | undefined): void {
  if (moving === day) return;
  moving = day;
  for (const listener of listeners) listener();
}

/**
 * The day to draw: the moving one, else that of the address.
 * @param settled the day of the address, `useAsking().when`
 */
export function useMovingDay(settled: IsoDay): IsoDay {
  return useSyncExternalStore(listen, () => moving) ?? settled;
}

/** Ends a movement once the address has taken a day, from wherever. Used once, by the frame. */
export function useSettleDay(settled: IsoDay): void {
  useEffect(() => {
    if (settled !== "") showDay(undefined);
  }, [settled]);
}
