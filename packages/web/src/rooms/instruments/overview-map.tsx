import { type Matrix, statusOf } from "@concord/core/instruments";
import { STRENGTHS } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { useMemberSet, WorldMap } from "../../figures/map/world-map.tsx";
import { StrengthLegend } from "../../figures/marks.tsx";
import { StandingLegend } from "../../figures/standing-bar.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useMovingDay } from "../../shell/live-day.ts";
import { LiveDayText } from "../../shell/live-day-text.tsx";
import { useNames } from "../../shell/names.ts";
import type { Who } from "../../shell/who.ts";
import { useDayAnswer } from "./day-answer.ts";
import { GapLegend } from "./gap-legend.tsx";
import { MapChoice } from "./map-choice.tsx";
import { type MapSubject, type Painted, paintStates } from "./map-subject.ts";

interface OverviewMapProps {
  subject: MapSubject;
  matrixOn: (day: string) => Matrix;
  who: Who;
}

/** The map of the overview, in one of three readings, following the film. */
export function OverviewMap({ subject, matrixOn, who }: OverviewMapProps) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { when } = useAsking();
  const paintedOn = useDayAnswer(
    useCallback((day: string) => paintStates(law, subject, matrixOn(day), day), [law, subject, matrixOn]),
  );
  const words = useMapWords(subject, paintedOn);
  const columns: Column<string>[] = [
    {
      key: "state",
      name: t({ message: "State", comment: "Column head: a country" }),
      value: (iso3) => names.state(iso3),
      cell: (iso3) => (
        <Link to="/states/$state" params={{ state: iso3 }}>
          {names.state(iso3)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "iso3",
      name: t({ message: "Code", comment: "Column head: code of a country" }),
      value: (iso3) => iso3,
    },
    {
      key: "value",
      name: t({ message: "On the map", comment: "Column head: what the map shows for a state" }),
      value: (iso3) => (subject.kind === "gaps" ? (paintedOn(when).gaps.get(iso3) ?? 0) : words(iso3, when)),
    },
  ];
  const title = useMapTitle(subject);
  return (
    <Figure
      className="overview-map"
      title={title}
      subtitle={<LiveDayText form="day" />}
      tools={<MapChoice subject={subject} />}
      note={<MapNote subject={subject} />}
      table={{ columns, rows: who.members, rowKey: (iso3) => iso3 }}
      tableName={title}
      api={
        subject.kind === "instrument"
          ? apiAddress(`/instruments/${subject.instrument}/participation`, { date: when })
          : apiAddress("/matrix", { date: when })
      }
    >
      <LiveMap title={title} settled={when} members={who.members} paintedOn={paintedOn} words={words} />
      {subject.kind === "instrument" && (
        <StandingLegend standings={["in-force", "pending", "signed", "left", "not-party", "unknown"]} />
      )}
      {subject.kind === "theme" && <StrengthLegend strengths={STRENGTHS.toReversed()} />}
      {subject.kind === "gaps" && <GapLegend />}
    </Figure>
  );
}

interface LiveMapProps {
  title: string;
  settled: string;
  members: readonly string[];
  paintedOn: (day: string) => Painted;
  words: (iso3: string, day: string) => string;
}

/** The part of the map that moves with the film. */
function LiveMap({ title, settled, members, paintedOn, words }: LiveMapProps) {
  const names = useNames();
  const navigate = useNavigate();
  const memberSet = useMemberSet(members);
  const day = useMovingDay(settled);
  const { paint } = paintedOn(day);
  return (
    <WorldMap
      label={title}
      paint={(iso3) => paint.get(iso3)}
      hint={(iso3) => ({ name: names.state(iso3), words: words(iso3, day) })}
      members={memberSet}
      onOpen={(iso3) => void navigate({ to: "/states/$state", params: { state: iso3 } })}
    />
  );
}

/** What the map shows of a state on a day, in words. */
function useMapWords(subject: MapSubject, paintedOn: (day: string) => Painted) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { format } = useAsking();
  return (iso3: string, day: string): string => {
    if (subject.kind === "instrument") {
      const status = statusOf(law, subject.instrument, iso3, day);
      const since = "since" in status ? status.since : "date" in status ? status.date : undefined;
      const word = names.standing(status.kind);
      return since ? `${word}, ${format.shortDay(since)}` : word;
    }
    const { paint, gaps } = paintedOn(day);
    if (subject.kind === "theme") {
      const step = paint.get(iso3)?.replace("strength-", "");
      return names.strength(STRENGTHS.find((strength) => strength === step) ?? "none");
    }
    const count = gaps.get(iso3) ?? 0;
    return t({
      message: `${count} themes without a binding duty`,
      comment: "Hint on the map; count is a number",
    });
  };
}

function useMapTitle(subject: MapSubject): string {
  const { t } = useLingui();
  const names = useNames();
  if (subject.kind === "instrument") {
    const instrument = names.instrument(subject.instrument);
    return t({ message: `Who is bound: ${instrument}`, comment: "Title of the map; name of a treaty" });
  }
  if (subject.kind === "theme") {
    const theme = names.theme(subject.theme);
    return t({ message: `How strong the duty is: ${theme}`, comment: "Title of the map; name of a theme" });
  }
  return t({
    message: "Themes without a binding duty",
    comment: "Title of the map: number of gaps by state",
  });
}

function MapNote({ subject }: { subject: MapSubject }) {
  const law = useLaw();
  const { format } = useAsking();
  if (subject.kind !== "instrument")
    return (
      <Trans comment="Note under the map">
        Unknown participation gives no strength; areas without a list of their own stay grey.
      </Trans>
    );
  const asOf = law.knowledge.coverage.find(({ instrument }) => instrument === subject.instrument)?.asOf ?? "";
  const day = format.day(asOf);
  return asOf === "" ? (
    <Trans comment="Note under the map">No complete list of parties is held: absence says nothing.</Trans>
  ) : (
    <Trans comment="Note under the map; day is a date">
      List of parties known until {day}; after that, absence is unknown.
    </Trans>
  );
}
