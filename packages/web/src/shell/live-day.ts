/**
 * The day shown while a slider moves or a film runs: up to sixty times a second, so it bypasses the address, which
 * takes the day when the movement ends. Figures that follow the film read {@link useLiveDay}; all else waits for the address.
 */
import type { IsoDay } from "@concord/core/vocabulary";
import { useEffect, useSyncExternalStore } from "react";
import { useAsking } from "./asking.ts";

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

/** The day to draw: the moving one, else that of the address. */
export function useLiveDay(): IsoDay {
  const { when } = useAsking();
  return useSyncExternalStore(listen, () => moving) ?? when;
}

/** Ends a movement once the address has taken a day, from wherever. Used once, by the frame. */
export function useSettleDay(): void {
  const { when } = useAsking();
  useEffect(() => {
    if (when !== "") showDay(undefined);
  }, [when]);
}
