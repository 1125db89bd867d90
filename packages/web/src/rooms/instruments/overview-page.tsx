import "./overview.css";
import { joinings, matrix as matrixOn, profile } from "@concord/core/instruments";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useMemo } from "react";
import { TimeTrack } from "../../figures/time-track.tsx";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useWhenIdle } from "../../ui/when-idle.ts";
import { useDayAnswer } from "./day-answer.ts";
import type { MapSubject } from "./map-subject.ts";
import { OverviewHeadline } from "./overview-headline.tsx";
import { OverviewLists } from "./overview-lists.tsx";
import { OverviewMap } from "./overview-map.tsx";
import { OverviewThemes } from "./overview-themes.tsx";
import { countThemes, themeCountsOfState } from "./theme-count.ts";

const PALERMO = "palermo-protocol";
const route = getRouteApi("/law/");

/** The first page: how far the world is bound, how the duties spread over pillars and themes, and where the gaps are. */
export function OverviewPage() {
  const { t } = useLingui();
  const law = useLaw();
  const who = useWho();
  const names = useNames();
  const { when } = useAsking();
  const search = route.useSearch();

  const instrument =
    search.instrument && law.instrumentIndex.has(search.instrument) ? search.instrument : PALERMO;
  const theme = search.theme && law.themeIndex.has(search.theme) ? search.theme : undefined;
  const subject = useMemo<MapSubject>(() => {
    if (search.map === "gaps") return { kind: "gaps" };
    return theme ? { kind: "theme", theme } : { kind: "instrument", instrument };
  }, [search.map, theme, instrument]);

  const matrix = useDayAnswer(useCallback((day: string) => matrixOn(law, day), [law]));
  const counts = useDayAnswer(
    useCallback(
      (day: string) =>
        who.kind === "state"
          ? themeCountsOfState(law, profile(law, who.id, day))
          : countThemes(law, matrix(day), who.members),
      [law, who, matrix],
    ),
  );
  const curve = useMemo(
    () => joinings(law, instrument).points.map(({ date, in_force }) => ({ date, value: in_force })),
    [law, instrument],
  );
  const treaty = names.instrument(instrument);
  // Map and slider stand first, then the bars: laying all of it out at once would hold the page up.
  const barsDue = useDeferredValue(true, false);
  // What stands below the first screen is worked out once the first screen stands.
  const listsDue = useDeferredValue(useWhenIdle());

  return (
    <Page
      title={t({ message: "Overview", comment: "Navigation: first page" })}
      hideTitle
      lead={<OverviewHeadline who={who} instrument={instrument} matrix={matrix(when)} />}
    >
      <div className="overview-top">
        <OverviewMap subject={subject} matrixOn={matrix} who={who} />
        {barsDue ? (
          <OverviewThemes countsOn={counts} members={who.members.length} />
        ) : (
          <div className="overview-themes">
            <Skeleton block={34} />
          </div>
        )}
        <TimeTrack
          points={curve}
          most={law.states.length - 1}
          caption={t({
            message: `States bound: ${treaty}`,
            comment: "Caption of the curve over time; name of a treaty",
          })}
        />
      </div>
      {listsDue ? <OverviewLists who={who} /> : <Skeleton block={32} />}
    </Page>
  );
}
