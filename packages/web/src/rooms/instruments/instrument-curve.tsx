import { FIRST_DAY, type Instrument, joinings } from "@concord/core/instruments";
import { parseDay } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress } from "../../shell/api.ts";
import { today, useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { boundByYear } from "./bound-by-year.ts";
import { CoverageNote } from "./coverage-note.tsx";

const WIDTH = 960;
const HEIGHT = 180;
const LEFT = 36;
const FOOT = 20;

/** How many states the instrument bound over time, from its adoption to today. */
export function InstrumentCurve({ instrument }: { instrument: Instrument }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { when, format } = useAsking();
  const curve = useMemo(() => joinings(law, instrument.id), [law, instrument]);
  const name = names.instrument(instrument.id);
  const most = Math.max(1, ...curve.points.map(({ in_force }) => in_force));
  const first = parseDay(instrument.adopted) ?? parseDay(FIRST_DAY) ?? 0;
  const last = parseDay(today()) ?? first + 1;
  const x = (day: number) => LEFT + ((day - first) / (last - first)) * (WIDTH - LEFT);
  const y = (count: number) => 8 + (1 - count / most) * (HEIGHT - FOOT - 8);
  const past = curve.points.filter(({ date }) => (parseDay(date) ?? 0) <= last);
  const path = past
    .map(({ date, in_force }) => `H${round(x(parseDay(date) ?? first))}V${round(y(in_force))}`)
    .join("");
  const asOf = parseDay(curve.as_of);
  const years = boundByYear(curve.points, first, Math.min(last, asOf ?? last));
  const columns: Column<{ date: string; in_force: number }>[] = [
    {
      key: "date",
      name: t({ message: "Day", comment: "Column head: a date" }),
      value: ({ date }) => date,
      cell: ({ date }) => format.shortDay(date),
      isHeader: true,
    },
    {
      key: "in_force",
      name: t({ message: "In force for", comment: "Column head: number of states bound" }),
      value: ({ in_force }) => in_force,
      numeric: true,
    },
  ];
  const title = t({ message: `States bound over time: ${name}`, comment: "Title of a curve" });
  return (
    <Figure
      title={title}
      subtitle={<Trans comment="Subtitle of a curve">Number of states for which it was in force</Trans>}
      note={<CoverageNote instrument={instrument} />}
      table={{ columns, rows: curve.points, rowKey: ({ date }) => date }}
      tableName={title}
      api={apiAddress(`/instruments/${instrument.id}`)}
    >
      <svg className="curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title} direction="ltr">
        {[0, most].map((count) => (
          <g key={count}>
            <line x1={LEFT} x2={WIDTH} y1={y(count)} y2={y(count)} className="curve-grid" />
            <text x={LEFT - 6} y={y(count) + 4} className="curve-count">
              {format.count(count)}
            </text>
          </g>
        ))}
        {yearTicks(instrument.adopted).map((year) => (
          <text key={year} x={x(parseDay(`${year}-01-01`) ?? 0)} y={HEIGHT - 4} className="curve-year">
            {year}
          </text>
        ))}
        <path d={`M${LEFT},${y(0)}${path}H${WIDTH}V${y(0)}Z`} className="curve-area" />
        <path d={`M${LEFT},${y(0)}${path}H${WIDTH}`} className="curve-line" />
        {years.map(({ year, from, to, in_force }) => (
          <rect
            key={year}
            x={x(from)}
            y={0}
            width={x(to) - x(from)}
            height={HEIGHT - FOOT}
            className="curve-year-hit"
          >
            <title>{`${year}: ${format.count(in_force)}`}</title>
          </rect>
        ))}
        {asOf !== undefined && asOf < last && (
          <rect x={x(asOf)} y={0} width={WIDTH - x(asOf)} height={HEIGHT - FOOT} className="curve-unknown">
            <title>{names.standing("unknown")}</title>
          </rect>
        )}
        <line
          x1={x(parseDay(when) ?? last)}
          x2={x(parseDay(when) ?? last)}
          y1={0}
          y2={HEIGHT - FOOT}
          className="life-now"
        />
      </svg>
    </Figure>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Some six years between adoption and today. */
function yearTicks(adopted: string): number[] {
  const from = Number(adopted.slice(0, 4));
  const to = Number(today().slice(0, 4));
  const step = [1, 2, 5, 10, 20].find((each) => (to - from) / each <= 7) ?? 25;
  const ticks = [];
  for (let year = Math.ceil((from + 1) / step) * step; year <= to; year += step) ticks.push(year);
  return ticks;
}
