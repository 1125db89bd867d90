import { film, type Law } from "@concord/core/instruments";
import { STRENGTH_RANK } from "@concord/core/vocabulary";
import { useQuery } from "@tanstack/react-query";
import type { TimePoint } from "../../figures/time-track.tsx";
import { pause } from "../../ui/in-pieces.ts";

const FIRST_YEAR = 1904;
const STEP = 8;

/** Cells with a binding duty at the end of each year: some 120 matrices, worked out in small pieces while the reader looks. */
async function countByYear(law: Law, lastDay: string): Promise<TimePoint[]> {
  const days = Array.from(
    { length: Number(lastDay.slice(0, 4)) - FIRST_YEAR },
    (_, year) => `${FIRST_YEAR + year}-12-31`,
  );
  const points: TimePoint[] = [];
  for (let from = 0; from < days.length; from += STEP) {
    await pause();
    const piece = film(law, days.slice(from, from + STEP));
    piece.frames.forEach((frame, position) => {
      let value = 0;
      for (const rank of frame) if (rank === STRENGTH_RANK.binding) value += 1;
      points.push({ date: piece.days[position] ?? "", value });
    });
  }
  return points;
}

/** The curve behind the slider of the matrix; empty until it is worked out. */
export function useBindingCurve(law: Law, lastDay: string): readonly TimePoint[] {
  const { data } = useQuery({
    queryKey: ["binding-curve", lastDay],
    queryFn: () => countByYear(law, lastDay),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? [];
}
