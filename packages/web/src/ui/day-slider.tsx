import { FIRST_DAY } from "@concord/core/instruments";
import { isoDay, parseDay } from "@concord/core/vocabulary";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components/Slider";
import { today, useAsking } from "../shell/asking.ts";
import { showDay, useLiveDay } from "../shell/live-day.ts";

/** A slider over all days from 1904 to today; a month a step by keyboard. The address takes the day when the thumb is let go. */
export function DaySlider({ label }: { label: string }) {
  const { change, format } = useAsking();
  const live = useLiveDay();
  const first = parseDay(FIRST_DAY) ?? 0;
  const last = parseDay(today()) ?? 0;
  return (
    <div className="day-slider" dir="ltr">
      <Slider
        aria-label={label}
        minValue={first}
        maxValue={last}
        step={1}
        value={parseDay(live) ?? last}
        onChange={(day) => showDay(isoDay(day))}
        onChangeEnd={(day) => {
          change({ when: isoDay(day) }, { replace: true });
          showDay(undefined);
        }}
      >
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" aria-valuetext={format.day(live)} />
        </SliderTrack>
      </Slider>
      <div className="slider-ends numbers small quiet" aria-hidden>
        <span>{FIRST_DAY.slice(0, 4)}</span>
        <span>{today().slice(0, 4)}</span>
      </div>
    </div>
  );
}
