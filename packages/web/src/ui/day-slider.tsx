import { FIRST_DAY } from "@concord/core/instruments";
import { addMonths, isoDay, parseDay } from "@concord/core/vocabulary";
import type { KeyboardEvent, ReactNode } from "react";
import { today, useAsking } from "../shell/asking.ts";
import { showDay, useMovingDay } from "../shell/live-day.ts";

interface DaySliderProps {
  label: string;
  /** Drawn behind the thumb, over the same years. */
  children?: ReactNode;
}

/** Months a key moves the day by. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 60,
  PageDown: -60,
};

/**
 * A slider over all days from 1904 to today, left to right in every language, as time axes are. By keyboard a month a step,
 * five years a page. The address takes the day when the movement ends.
 */
export function DaySlider({ label, children }: DaySliderProps) {
  const { change, format, when } = useAsking();
  const commit = (chosen: string) => {
    if (chosen === when) showDay(undefined);
    else {
      showDay(chosen);
      change({ when: chosen }, { replace: true });
    }
  };
  return (
    <div className="day-slider" dir="ltr">
      {children}
      <Range label={label} settled={when} write={format.day} commit={commit} />
    </div>
  );
}

interface RangeProps {
  label: string;
  settled: string;
  write: (day: string) => string;
  commit: (day: string) => void;
}

function Range({ label, settled, write, commit }: RangeProps) {
  const live = useMovingDay(settled);
  const first = parseDay(FIRST_DAY) ?? 0;
  const last = parseDay(today()) ?? 0;
  const day = parseDay(live) ?? last;
  const onKey = (event: KeyboardEvent) => {
    const months = STEPS[event.key];
    if (months === undefined) return;
    event.preventDefault();
    commit(isoDay(Math.min(last, Math.max(first, addMonths(day, months)))));
  };
  return (
    <input
      type="range"
      className="range"
      aria-label={label}
      aria-valuetext={write(live)}
      min={first}
      max={last}
      value={day}
      onChange={(event) => showDay(isoDay(Number(event.target.value)))}
      onPointerUp={(event) => commit(isoDay(Number(event.currentTarget.value)))}
      onBlur={(event) => commit(isoDay(Number(event.currentTarget.value)))}
      onKeyDown={onKey}
    />
  );
}
