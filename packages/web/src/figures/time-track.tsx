import { FIRST_DAY, type JoiningCurve } from "@concord/core/instruments";
import { isoDay, parseDay } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Pause, Play } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { today, useAsking } from "../shell/asking.ts";
import { showDay, useLiveDay } from "../shell/live-day.ts";
import { IconButton } from "../ui/button.tsx";
import { DaySlider } from "../ui/day-slider.tsx";

/** Seconds a film from 1904 to today takes. */
const FILM_SECONDS = 24;
const WIDTH = 1_000;
const HEIGHT = 44;

interface TimeTrackProps {
  curve: JoiningCurve;
  /** The whole that the curve is measured against. */
  states: number;
  /** The instrument whose parties the curve counts. */
  caption: string;
}

/** The slider over time with the curve of joinings as its track; a button plays it as a film. */
export function TimeTrack({ curve, states, caption }: TimeTrackProps) {
  const { t } = useLingui();
  const { format } = useAsking();
  const live = useLiveDay();
  const [playing, setPlaying] = useFilm();
  const span = useMemo(() => ({ first: parseDay(FIRST_DAY) ?? 0, last: parseDay(today()) ?? 1 }), []);
  const path = useMemo(() => stepPath(curve, states, span), [curve, states, span]);
  const at = (((parseDay(live) ?? span.last) - span.first) / (span.last - span.first)) * WIDTH;
  const decades = [1920, 1940, 1960, 1980, 2000, 2020].map((year) => ({
    year,
    x: (((parseDay(`${year}-01-01`) ?? 0) - span.first) / (span.last - span.first)) * WIDTH,
  }));
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
        <span className="time-caption">
          <Trans comment="Caption of the curve over time; caption is the name of a treaty">
            States bound: {caption}
          </Trans>
        </span>
        <svg className="time-curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
          {decades.map(({ year, x }) => (
            <line key={year} x1={x} x2={x} y1={0} y2={HEIGHT} className="time-decade" />
          ))}
          <path d={path} className="time-area" />
          <line x1={at} x2={at} y1={0} y2={HEIGHT} className="time-now" />
        </svg>
        <div className="time-years numbers" aria-hidden>
          {[{ year: 1904, x: 0 }, ...decades].map(({ year, x }) => (
            <span key={year} style={{ left: `${x / 10}%` }}>
              {year}
            </span>
          ))}
        </div>
      </DaySlider>
      <output className="time-day numbers">{format.shortDay(live)}</output>
    </div>
  );
}

/** The curve as steps: the number of parties changes on days, not between them. */
function stepPath(curve: JoiningCurve, states: number, span: { first: number; last: number }): string {
  const x = (day: number) => Math.round((10 * WIDTH * (day - span.first)) / (span.last - span.first)) / 10;
  const y = (count: number) => Math.round(10 * (HEIGHT - (count / states) * (HEIGHT - 2))) / 10;
  const steps = curve.points.flatMap(({ date, in_force }) => {
    const day = parseDay(date) ?? 0;
    return day > span.last ? [] : [`H${x(day)}V${y(in_force)}`];
  });
  return `M0,${HEIGHT}${steps.join("")}H${WIDTH}V${HEIGHT}Z`;
}

/** Runs the day from where it is, or from 1904 when it is today, to today; then the address takes it. */
function useFilm(): [boolean, (play: boolean) => void] {
  const { change } = useAsking();
  const live = useLiveDay();
  const day = useRef(live);
  day.current = live;
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const first = parseDay(FIRST_DAY) ?? 0;
    const last = parseDay(today()) ?? first;
    const from = day.current >= today() ? first : (parseDay(day.current) ?? first);
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const perSecond = (last - first) / FILM_SECONDS;
    let request = 0;
    let start: number | undefined;
    const step = (now: number) => {
      start ??= now;
      const seconds = (now - start) / 1_000;
      const passed = calm ? Math.floor(seconds) * 5 * 365.25 : seconds * perSecond;
      const to = Math.min(last, Math.floor(from + passed));
      showDay(isoDay(to));
      if (to < last) request = requestAnimationFrame(step);
      else setPlaying(false);
    };
    request = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(request);
      change({ when: day.current }, { replace: true });
      if (day.current === today()) showDay(undefined);
    };
  }, [playing, change]);
  return [playing, setPlaying];
}
