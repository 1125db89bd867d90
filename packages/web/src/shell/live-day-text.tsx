import { useAsking } from "./asking.ts";
import type { Format } from "./format.ts";
import { useMovingDay } from "./live-day.ts";

interface LiveDayTextProps {
  form: "day" | "shortDay";
}

/**
 * The day in words, following slider and film. It stands in a box of fixed size, so that a frame of the film doesn't lay the page out
 * anew; put it at the end of a line.
 */
export function LiveDayText({ form }: LiveDayTextProps) {
  const { when, format } = useAsking();
  return <Words settled={when} write={format[form]} />;
}

/** Apart, so that a frame of the film touches this text alone. */
function Words({ settled, write }: { settled: string; write: Format["day"] }) {
  return (
    <span className="live-day" dir="auto">
      {write(useMovingDay(settled))}
    </span>
  );
}
