import { PILLARS, STRENGTHS, type Strength } from "@concord/core/vocabulary";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useAsking } from "../shell/asking.ts";
import { useMovingDay } from "../shell/live-day.ts";
import { useNames } from "../shell/names.ts";
import { PillarMark } from "./marks.tsx";

export type StrengthCounts = Readonly<Record<Strength, number>>;

interface ThemeBarsProps {
  /** Ids of themes by pillar, in the order to draw. */
  pillars: Readonly<Record<(typeof PILLARS)[number], readonly string[]>>;
  members: number;
  /** Members by strength, for every theme, on a day. Asked once a frame while a film runs. */
  countsOn: (day: string) => ReadonlyMap<string, StrengthCounts>;
}

const STRONGEST_FIRST = STRENGTHS.toReversed();
const DRAWN = STRONGEST_FIRST.filter((strength) => strength !== "none");

/** Four columns of bars, one a pillar: how many of the members each theme binds, and how strongly. */
export function ThemeBars({ pillars, members, countsOn }: ThemeBarsProps) {
  const { when } = useAsking();
  return (
    <div className="theme-bars">
      {PILLARS.map((pillar) => (
        <section key={pillar} className="theme-column">
          <h3 className="theme-pillar">
            <PillarMark pillar={pillar} />
          </h3>
          <ul>
            {pillars[pillar].map((theme) => (
              <li key={theme}>
                <ThemeBar theme={theme} members={members} countsOn={countsOn} settled={when} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ThemeBarProps {
  theme: string;
  members: number;
  countsOn: ThemeBarsProps["countsOn"];
  settled: string;
}

const ThemeBar = memo(function ThemeBar({ theme, ...rest }: ThemeBarProps) {
  const names = useNames();
  const { format } = useAsking();
  const settledCounts = rest.countsOn(rest.settled).get(theme);
  const said = settledCounts
    ? format.list(
        STRONGEST_FIRST.filter((strength) => settledCounts[strength] > 0).map((strength) =>
          rest.members === 1
            ? names.strength(strength)
            : `${format.count(settledCounts[strength])} ${names.strength(strength)}`,
        ),
      )
    : "";
  const name = names.theme(theme);
  return (
    <Link to="/themes/$theme" params={{ theme }} className="theme-bar" title={`${name}: ${said}`}>
      <span className="theme-name">{name}</span>
      <Bar theme={theme} {...rest} />
    </Link>
  );
});

/** What moves with the film. Widths are set as transforms, so that a frame needs no layout. */
function Bar({ theme, members, countsOn, settled }: ThemeBarProps) {
  const counts = countsOn(useMovingDay(settled)).get(theme);
  if (!counts) return null;
  let reached = 0;
  const parts = DRAWN.map((strength) => {
    reached += counts[strength];
    return { strength, share: reached / members };
  });
  return (
    <>
      <span className="theme-number numbers">{members === 1 ? "" : counts.binding}</span>
      <span className="theme-strengths" aria-hidden>
        {parts.toReversed().map(({ strength, share }) => (
          <span
            key={strength}
            className={`bar-part strength-${strength}`}
            style={{ transform: `scaleX(${share})` }}
          />
        ))}
      </span>
    </>
  );
}
