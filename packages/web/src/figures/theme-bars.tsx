import { PILLARS, STRENGTHS, type Strength } from "@concord/core/vocabulary";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useAsking } from "../shell/asking.ts";
import { useNames } from "../shell/names.ts";
import { PillarMark } from "./marks.tsx";

export interface BarRow {
  theme: string;
  counts: Readonly<Record<Strength, number>>;
}

interface ThemeBarsProps {
  /** Themes by pillar, in the order to draw. */
  pillars: Readonly<Record<(typeof PILLARS)[number], readonly BarRow[]>>;
  members: number;
}

const STRONGEST_FIRST = STRENGTHS.toReversed();

/** Four columns of bars, one a pillar: how many of the members each theme binds, and how strongly. */
export function ThemeBars({ pillars, members }: ThemeBarsProps) {
  return (
    <div className="theme-bars">
      {PILLARS.map((pillar) => (
        <section key={pillar} className="theme-column">
          <h3 className="theme-pillar">
            <PillarMark pillar={pillar} />
          </h3>
          <ul>
            {pillars[pillar].map((row) => (
              <li key={row.theme}>
                <ThemeBar {...row} members={members} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const ThemeBar = memo(
  function ThemeBar({ theme, counts, members }: BarRow & { members: number }) {
    const names = useNames();
    const { format } = useAsking();
    const name = names.theme(theme);
    const single = members === 1;
    const strongest = STRONGEST_FIRST.find((strength) => counts[strength] > 0) ?? "none";
    const said = single
      ? names.strength(strongest)
      : format.list(
          STRONGEST_FIRST.filter((strength) => counts[strength] > 0).map(
            (strength) => `${format.count(counts[strength])} ${names.strength(strength)}`,
          ),
        );
    return (
      <Link to="/themes/$theme" params={{ theme }} className="theme-bar" title={`${name}: ${said}`}>
        <span className="theme-name">{name}</span>
        <span className="theme-number numbers">{single ? "" : format.count(counts.binding)}</span>
        <span className="theme-strengths" aria-hidden>
          {STRONGEST_FIRST.filter((strength) => counts[strength] > 0 && strength !== "none").map(
            (strength) => (
              <span
                key={strength}
                className={`bar-part strength-${strength}`}
                style={{ inlineSize: `${(100 * counts[strength]) / members}%` }}
              />
            ),
          )}
        </span>
      </Link>
    );
  },
  (before, after) =>
    before.theme === after.theme &&
    before.members === after.members &&
    STRENGTHS.every((strength) => before.counts[strength] === after.counts[strength]),
);
