import "./overview.css";
import { joinings, matrix as matrixOn, profile } from "@concord/core/instruments";
import { STRENGTHS } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { StrengthLegend } from "../../figures/marks.tsx";
import { ThemeBars } from "../../figures/theme-bars.tsx";
import { TimeTrack } from "../../figures/time-track.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useLiveDay } from "../../shell/live-day.ts";
import { useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { Page } from "../../ui/page.tsx";
import type { MapSubject } from "./map-subject.ts";
import { OverviewHeadline } from "./overview-headline.tsx";
import { OverviewLists } from "./overview-lists.tsx";
import { OverviewMap } from "./overview-map.tsx";
import { countThemes, sortPillars, type ThemeCount, themeCountsOfState } from "./theme-count.ts";

const PALERMO = "palermo-protocol";
const route = getRouteApi("/law/");

/** The first page: how far the world is bound, how the duties spread over pillars and themes, and where the gaps are. */
export function OverviewPage() {
  const { t } = useLingui();
  const law = useLaw();
  const who = useWho();
  const { when } = useAsking();
  const live = useLiveDay();
  const search = route.useSearch();
  const names = useNames();

  const instrument =
    search.instrument && law.instrumentIndex.has(search.instrument) ? search.instrument : PALERMO;
  const theme = search.theme && law.themeIndex.has(search.theme) ? search.theme : undefined;
  const subject = useMemo<MapSubject>(() => {
    if (search.map === "gaps") return { kind: "gaps" };
    return theme ? { kind: "theme", theme } : { kind: "instrument", instrument };
  }, [search.map, theme, instrument]);

  const matrix = useMemo(() => matrixOn(law, live), [law, live]);
  const settled = useMemo(() => matrixOn(law, when), [law, when]);
  const count = useMemo(
    () => (day: string, of: typeof matrix) =>
      who.kind === "state"
        ? themeCountsOfState(law, profile(law, who.id, day))
        : countThemes(law, of, who.members),
    [law, who],
  );
  const counts = useMemo(() => count(live, matrix), [count, live, matrix]);
  const order = useMemo(() => sortPillars(count(when, settled)), [count, when, settled]);
  const curve = useMemo(() => joinings(law, instrument), [law, instrument]);

  return (
    <Page
      title={t({ message: "Overview", comment: "Navigation: first page" })}
      hideTitle
      lead={<OverviewHeadline who={who} instrument={instrument} matrix={settled} />}
    >
      <div className="overview-top">
        <OverviewMap subject={subject} matrix={matrix} who={who} />
        <ThemesFigure counts={counts} order={order} members={who.members.length} />
        <TimeTrack curve={curve} states={matrix.states.length} caption={names.instrument(instrument)} />
      </div>
      <OverviewLists who={who} />
    </Page>
  );
}

interface ThemesFigureProps {
  counts: readonly ThemeCount[];
  /** Themes by pillar in the order of the day of the address: bars don't jump while the film runs. */
  order: ReturnType<typeof sortPillars>;
  members: number;
}

function ThemesFigure({ counts, order, members }: ThemesFigureProps) {
  const { t } = useLingui();
  const names = useNames();
  const { who, when, format } = useAsking();
  const live = useLiveDay();
  const now = useMemo(() => new Map(counts.map((each) => [each.theme, each])), [counts]);
  const pillars = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(order).map(([pillar, rows]) => [pillar, rows.map((row) => now.get(row.theme) ?? row)]),
      ) as typeof order,
    [order, now],
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
      value: ({ counts: by }: ThemeCount) => by[strength],
      numeric: true,
    })),
  ];
  const place = names.who(who);
  const day = format.day(live);
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
            {day} · strongest duty in force
          </Trans>
        ) : (
          <Trans comment="Subtitle of the bars; day is a date, members a number">
            {day} · states bound, of {members} · longest gap first
          </Trans>
        )
      }
      note={
        <StrengthLegend strengths={["binding", "qualified", "permissive", "declaratory", "recommended"]} />
      }
      table={{ columns, rows: counts, rowKey: ({ theme }) => theme }}
      tableName={t({ message: "Duties by theme", comment: "Caption of a table" })}
      api={apiAddress(single ? `/states/${who}/profile` : `/groups/${who}/gaps`, { date: when })}
    >
      <ThemeBars pillars={pillars} members={members} />
    </Figure>
  );
}
