import { FIRST_DAY } from "@concord/core/instruments";
import { isoDay, parseDay } from "@concord/core/vocabulary";
import { useLingui } from "@lingui/react/macro";
import { Pause, Play } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { today, useAsking } from "../shell/asking.ts";
import { showDay, useMovingDay } from "../shell/live-day.ts";
import { LiveDayText } from "../shell/live-day-text.tsx";
import { IconButton } from "../ui/button.tsx";
import { DaySlider } from "../ui/day-slider.tsx";

/** Seconds a film from 1904 to today takes. */
const FILM_SECONDS = 24;
const WIDTH = 1_000;
const HEIGHT = 44;
const DECADES = [1920, 1940, 1960, 1980, 2000, 2020];

interface Span {
  first: number;
  last: number;
}

/** How a number changed: from each day on it has this value, until the next. */
export interface TimePoint {
  date: string;
  value: number;
}

interface TimeTrackProps {
  points: readonly TimePoint[];
  /** The whole that the curve is measured against. */
  most: number;
  /** What the curve counts. */
  caption: string;
}

/** The slider over time with a curve as its track; a button plays it as a film. */
export function TimeTrack({ points, most, caption }: TimeTrackProps) {
  const { t } = useLingui();
  const { when } = useAsking();
  const [playing, setPlaying] = useFilm();
  const span = useMemo<Span>(() => ({ first: parseDay(FIRST_DAY) ?? 0, last: parseDay(today()) ?? 1 }), []);
  const path = useMemo(() => stepPath(points, most, span), [points, most, span]);
  const decades = DECADES.map((year) => ({ year, x: placeOf(`${year}-01-01`, span) }));
  return (
    <div className="time-track">
      <IconButton
        label={
          playing
            ? t({ message: "Stop", comment: "Button: stops the film through time" })
            : t({ message: "Play from 1904 to today", comment: "Button: plays the film through time" })
        }
        onPress={() => setPlaying(!playing)}
      >
        {playing ? <Pause aria-hidden size={18} /> : <Play aria-hidden size={18} />}
      </IconButton>
      <DaySlider label={t({ message: "Day", comment: "Name of the slider over time, read aloud" })}>
        <span className="time-caption" dir="auto">
          {caption}
        </span>
        <svg
          className="time-curve"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {decades.map(({ year, x }) => (
            <line key={year} x1={x} x2={x} y1={0} y2={HEIGHT} className="time-decade" />
          ))}
          <path d={path} className="time-area" />
          <Now settled={when} span={span} />
        </svg>
        <div className="time-years numbers" aria-hidden>
          {[{ year: 1904, x: 0 }, ...decades].map(({ year, x }) => (
            <span key={year} style={{ left: `${x / 10}%` }}>
              {year}
            </span>
          ))}
        </div>
      </DaySlider>
      <output className="time-day numbers">
        <LiveDayText form="shortDay" />
      </output>
    </div>
  );
}

/** The line at the day that is shown. */
function Now({ settled, span }: { settled: string; span: Span }) {
  const x = placeOf(useMovingDay(settled), span);
  return <line x1={x} x2={x} y1={0} y2={HEIGHT} className="time-now" />;
}

function placeOf(day: string, { first, last }: Span): number {
  return (((parseDay(day) ?? last) - first) / (last - first)) * WIDTH;
}

/** The curve as steps: a number of parties changes on days, not between them. */
function stepPath(points: readonly TimePoint[], most: number, span: Span): string {
  const x = (day: string) => Math.round(10 * placeOf(day, span)) / 10;
  const y = (count: number) => Math.round(10 * (HEIGHT - (count / most) * (HEIGHT - 2))) / 10;
  const steps = points
    .filter(({ date }) => (parseDay(date) ?? 0) <= span.last)
    .map(({ date, value }) => `H${x(date)}V${y(value)}`);
  return `M0,${HEIGHT}${steps.join("")}H${WIDTH}V${HEIGHT}Z`;
}

/** Runs the day from where it is, or from 1904 when it is today, to today; then the address takes it. */
function useFilm(): [boolean, (play: boolean) => void] {
  const { change, when } = useAsking();
  const settled = useRef(when);
  settled.current = when;
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const first = parseDay(FIRST_DAY) ?? 0;
    const last = parseDay(today()) ?? first;
    const from = settled.current >= today() ? first : (parseDay(settled.current) ?? first);
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const perSecond = (last - first) / FILM_SECONDS;
    let shown = from;
    let request = 0;
    let start: number | undefined;
    const step = (now: number) => {
      start ??= now;
      const seconds = (now - start) / 1_000;
      const passed = calm ? Math.floor(seconds) * 5 * 365.25 : seconds * perSecond;
      shown = Math.min(last, Math.floor(from + passed));
      showDay(isoDay(shown));
      if (shown < last) request = requestAnimationFrame(step);
      else setPlaying(false);
    };
    request = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(request);
      const reached = isoDay(shown);
      if (reached === settled.current) showDay(undefined);
      else change({ when: reached }, { replace: true });
    };
  }, [playing, change]);
  return [playing, setPlaying];
}
