import "./year-bars.css";
import { useAsking } from "../shell/asking.ts";

interface YearBarsProps {
  /** Read aloud in place of the drawing, before the figures. */
  label: string;
  rows: readonly { year: number; low: number; high: number }[];
}

const WIDTH = 320;
const HEIGHT = 130;
const FOOT = 18;
const HEAD = 14;

/** A bar a year from the first to the last; a range is drawn as a lighter part on top. Time runs from left to right. */
export function YearBars({ label, rows }: YearBarsProps) {
  const { format } = useAsking();
  const first = rows[0]?.year ?? 0;
  const last = rows.at(-1)?.year ?? first;
  const most = Math.max(1, ...rows.map(({ high }) => high));
  const slot = WIDTH / (last - first + 1);
  const y = (count: number) => HEAD + (1 - count / most) * (HEIGHT - FOOT - HEAD);
  const words = (low: number, high: number) =>
    low === high ? format.count(low) : `${format.count(low)}–${format.count(high)}`;
  const said = rows.map(({ year, low, high }) => `${year}: ${words(low, high)}`).join("; ");
  const peak = rows.find(({ high }) => high === most);
  return (
    <svg
      className="year-bars"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${label}. ${said}`}
      direction="ltr"
    >
      <line x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className="year-axis" />
      {rows.map(({ year, low, high }) => {
        const x = (year - first) * slot + slot * 0.1;
        const width = Math.min(slot * 0.8, 28);
        return (
          <g key={year}>
            <title>{`${year}: ${words(low, high)}`}</title>
            <rect x={x} y={y(high)} width={width} height={HEIGHT - FOOT - y(high)} className="year-range" />
            <rect x={x} y={y(low)} width={width} height={HEIGHT - FOOT - y(low)} className="year-bar" />
          </g>
        );
      })}
      {peak && (
        <text
          x={Math.min(WIDTH - 4, (peak.year - first) * slot + slot / 2)}
          y={HEAD - 4}
          className={peak.year - first > (last - first) / 2 ? "year-text year-end" : "year-text year-start"}
        >
          {words(peak.low, peak.high)}
        </text>
      )}
      <text x={0} y={HEIGHT - 4} className="year-text year-start">
        {first}
      </text>
      {last > first && (
        <text x={WIDTH} y={HEIGHT - 4} className="year-text year-end">
          {last}
        </text>
      )}
    </svg>
  );
}
