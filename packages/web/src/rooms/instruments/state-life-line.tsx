import type { Profile } from "@concord/core/instruments";
import { parseDay } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { StandingLegend } from "../../figures/standing-bar.tsx";
import { apiAddress } from "../../shell/api.ts";
import { today, useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";
import { type LifePoint, placeLife } from "./life-line.ts";

const WIDTH = 960;
const STEP = 12;
const AXIS = 24;

/** All joinings of a state on a time axis. Time runs from left to right in every language. */
export function StateLifeLine({ iso3, position }: { iso3: string; position: Profile }) {
  const { t } = useLingui();
  const names = useNames();
  const navigate = useNavigate();
  const { format, when } = useAsking();
  const { points, decades, first, last } = useMemo(() => place(position), [position]);
  const height = Math.max(3, ...points.map(({ level }) => level + 1)) * STEP + AXIS;
  const now = ((parseDay(when) ?? last) - first) / (last - first);
  const name = names.state(iso3);
  const columns: Column<LifePoint>[] = [
    {
      key: "day",
      name: t({ message: "Since", comment: "Column head: day from which it holds" }),
      value: ({ day }) => day,
      cell: ({ day }) => format.shortDay(day),
      numeric: true,
    },
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument),
      isHeader: true,
    },
    {
      key: "standing",
      name: t({ message: "Standing", comment: "Column head: where a state stands towards a treaty" }),
      value: ({ kind }) => names.standing(kind),
    },
  ];
  const label = t({ message: `Life line of ${name}`, comment: "Title of a figure: joinings on a time axis" });
  return (
    <Figure
      title={<Trans comment="Title of a figure: joinings on a time axis">When {name} became bound</Trans>}
      subtitle={
        <Trans comment="Subtitle of the life line">
          One point an instrument, on the day of effect or of signature
        </Trans>
      }
      table={{ columns, rows: points, rowKey: ({ instrument, kind }) => `${instrument} ${kind}` }}
      tableName={label}
      api={apiAddress(`/states/${iso3}/profile`, { date: when })}
    >
      <svg
        className="life"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={label}
        direction="ltr"
        onPointerUp={(event) => {
          const instrument = event.target instanceof SVGElement && event.target.dataset.instrument;
          if (instrument) void navigate({ to: "/instruments/$instrument", params: { instrument } });
        }}
      >
        {decades.map(({ year, at }) => (
          <g key={year}>
            <line x1={at * WIDTH} x2={at * WIDTH} y1={0} y2={height - AXIS + 4} className="life-decade" />
            <text x={at * WIDTH} y={height - 6} className="life-year">
              {year}
            </text>
          </g>
        ))}
        <line x1={0} x2={WIDTH} y1={height - AXIS + 4} y2={height - AXIS + 4} className="life-axis" />
        <line x1={now * WIDTH} x2={now * WIDTH} y1={0} y2={height - AXIS + 4} className="life-now" />
        {points.map((point) => (
          <circle
            key={`${point.instrument} ${point.kind}`}
            cx={6 + point.at * (WIDTH - 12)}
            cy={height - AXIS - 3 - point.level * STEP}
            r={4.5}
            className={`life-point life-${point.kind}`}
            data-instrument={point.instrument}
          >
            <title>
              {`${names.instrument(point.instrument)}: ${names.standing(point.kind)}, ${format.day(point.day)}`}
            </title>
          </circle>
        ))}
      </svg>
      <StandingLegend standings={["in-force", "pending", "signed", "left"]} />
    </Figure>
  );
}

/** The axis: from the decade of the first point to today. */
function place(position: Profile) {
  const last = parseDay(today()) ?? 0;
  const days = [position.in_force, position.pending, position.left, position.signed_only].flatMap(
    Object.values,
  );
  const earliest: string = ["1990", ...days].sort()[0] ?? "1990";
  const decade = Math.floor(Number(earliest.slice(0, 4)) / 10) * 10;
  const first = parseDay(`${decade}-01-01`) ?? 0;
  const decades = [];
  for (let year = decade + 10; year <= Number(today().slice(0, 4)); year += 10) {
    decades.push({ year, at: ((parseDay(`${year}-01-01`) ?? 0) - first) / (last - first) });
  }
  return { first, last, decades, points: placeLife(position, first, last, Math.floor(WIDTH / 10)) };
}
