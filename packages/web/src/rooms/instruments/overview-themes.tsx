import { STRENGTHS } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { StrengthLegend } from "../../figures/marks.tsx";
import { ThemeBars } from "../../figures/theme-bars.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { LiveDayText } from "../../shell/live-day-text.tsx";
import { useNames } from "../../shell/names.ts";
import { useDayAnswer } from "./day-answer.ts";
import { sortPillars, type ThemeCount } from "./theme-count.ts";

interface OverviewThemesProps {
  countsOn: (day: string) => readonly ThemeCount[];
  members: number;
}

/** How the duties spread over pillars and themes, longest gap first. The order is that of the day of the address: bars don't jump in a film. */
export function OverviewThemes({ countsOn, members }: OverviewThemesProps) {
  const { t } = useLingui();
  const names = useNames();
  const { who, when } = useAsking();
  const settled = countsOn(when);
  const pillars = useMemo(() => sortPillars(settled), [settled]);
  const byTheme = useDayAnswer(
    useCallback(
      (day: string) => new Map(countsOn(day).map(({ theme, counts }) => [theme, counts])),
      [countsOn],
    ),
  );
  const columns: Column<ThemeCount>[] = [
    {
      key: "theme",
      name: t({ message: "Theme", comment: "Column head: subject theme" }),
      value: ({ theme }) => names.theme(theme),
      cell: ({ theme }) => (
        <Link to="/themes/$theme" params={{ theme }}>
          {names.theme(theme)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "pillar",
      name: t({
        message: "Pillar",
        comment: "Column head: prevention, protection, prosecution or partnership",
      }),
      value: ({ pillar }) => names.pillar(pillar),
    },
    ...STRENGTHS.toReversed().map((strength) => ({
      key: strength,
      name: names.strength(strength),
      value: ({ counts }: ThemeCount) => counts[strength],
      numeric: true,
    })),
  ];
  const place = names.who(who);
  const day = <LiveDayText form="day" />;
  const single = members === 1;
  return (
    <Figure
      className="overview-themes"
      title={
        single ? (
          <Trans comment="Title of the bars; place is a state">Duties by theme: {place}</Trans>
        ) : (
          <Trans comment="Title of the bars; place is the world or a group">
            Binding duties by theme: {place}
          </Trans>
        )
      }
      subtitle={
        single ? (
          <Trans comment="Subtitle of the bars for one state; day is a date">
            Strongest duty in force · {day}
          </Trans>
        ) : (
          <Trans comment="Subtitle of the bars; day is a date, members a number">
            States bound, of {members} · longest gap first · {day}
          </Trans>
        )
      }
      note={
        <StrengthLegend strengths={["binding", "qualified", "permissive", "declaratory", "recommended"]} />
      }
      table={{ columns, rows: settled, rowKey: ({ theme }) => theme }}
      tableName={t({ message: "Duties by theme", comment: "Caption of a table" })}
      api={apiAddress(single ? `/states/${who}/profile` : `/groups/${who}/gaps`, { date: when })}
    >
      <ThemeBars pillars={pillars} members={members} countsOn={byTheme} />
    </Figure>
  );
}
