import { useMemo } from "react";

/**
 * An answer by day that is worked out once for a day however many parts of a figure ask: keeps the last three days, so that
 * a film doesn't pile them up.
 * @param answer a pure function; give one that changes only when its question does
 */
export function useDayAnswer<T>(answer: (day: string) => T): (day: string) => T {
  return useMemo(() => {
    const kept = new Map<string, T>();
    return (day) => {
      const known = kept.get(day);
      if (known !== undefined) return known;
      const fresh = answer(day);
      if (kept.size >= 3) kept.delete(kept.keys().next().value ?? "");
      kept.set(day, fresh);
      return fresh;
    };
  }, [answer]);
}
