import { useAsking } from "../shell/asking.ts";
import { type StandingName, useNames } from "../shell/names.ts";

const DRAWN: readonly StandingName[] = [
  "in-force",
  "pending",
  "signed",
  "recommended",
  "left",
  "not-party",
  "unknown",
];

/** A bar divided by standing; its parts are read aloud as "134 in force, 12 signed only, 47 unknown". */
export function StandingBar({ count }: { count: Readonly<Record<StandingName, number>> }) {
  const names = useNames();
  const { format } = useAsking();
  const parts = DRAWN.map((standing) => ({ standing, n: count[standing] })).filter(({ n }) => n > 0);
  const words = format.list(parts.map(({ standing, n }) => `${format.count(n)} ${names.standing(standing)}`));
  return (
    <span className="bar" role="img" aria-label={words} title={words}>
      {parts.map(({ standing, n }) => (
        <span key={standing} className={`bar-part standing-${standing}`} style={{ flexGrow: n }} />
      ))}
    </span>
  );
}

/** The legend of standings. */
export function StandingLegend({ standings = DRAWN }: { standings?: readonly StandingName[] }) {
  const names = useNames();
  return (
    <ul className="legend">
      {standings.map((standing) => (
        <li key={standing} className="mark">
          <span className={`swatch standing-${standing}`} aria-hidden />
          {names.standing(standing)}
        </li>
      ))}
    </ul>
  );
}
