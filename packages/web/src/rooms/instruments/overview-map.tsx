import { type Matrix, statusOf } from "@concord/core/instruments";
import { STRENGTHS } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { useMemberSet, WorldMap } from "../../figures/map/world-map.tsx";
import { StrengthLegend } from "../../figures/marks.tsx";
import { StandingLegend } from "../../figures/standing-bar.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useLiveDay } from "../../shell/live-day.ts";
import { type StandingName, useNames } from "../../shell/names.ts";
import type { Who } from "../../shell/who.ts";
import { GapLegend } from "./gap-legend.tsx";
import { MapChoice } from "./map-choice.tsx";
import { type MapSubject, paintStates } from "./map-subject.ts";

interface OverviewMapProps {
  subject: MapSubject;
  matrix: Matrix;
  who: Who;
}

/** The map of the overview, in one of three readings, following the film. */
export function OverviewMap({ subject, matrix, who }: OverviewMapProps) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { format, when } = useAsking();
  const day = useLiveDay();
  const navigate = useNavigate();
  const members = useMemberSet(who.members);
  const { paint, gaps } = useMemo(() => paintStates(law, subject, matrix, day), [law, subject, matrix, day]);

  const words = (iso3: string): string => {
    if (subject.kind === "instrument") return standingWords(iso3);
    if (subject.kind === "theme") return names.strength(strengthOf(iso3));
    const count = gaps.get(iso3) ?? 0;
    return t({
      message: `${count} themes without a binding duty`,
      comment: "Hint on the map; count is a number",
    });
  };
  const strengthOf = (iso3: string) => {
    const paintClass = paint.get(iso3)?.replace("strength-", "");
    return STRENGTHS.find((strength) => strength === paintClass) ?? "none";
  };
  const standingWords = (iso3: string) => {
    if (subject.kind !== "instrument") return "";
    const status = statusOf(law, subject.instrument, iso3, day);
    const since = "since" in status ? status.since : "date" in status ? status.date : undefined;
    const word = names.standing(status.kind as StandingName);
    return since ? `${word}, ${format.shortDay(since)}` : word;
  };

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
      value: (iso3) => (subject.kind === "gaps" ? (gaps.get(iso3) ?? 0) : words(iso3)),
    },
  ];
  const title = useMapTitle(subject);
  return (
    <Figure
      className="overview-map"
      title={title}
      subtitle={format.day(day)}
      tools={<MapChoice subject={subject} />}
      note={<MapNote subject={subject} />}
      table={{ columns, rows: who.members, rowKey: (iso3) => iso3 }}
      tableName={title}
      api={
        subject.kind === "instrument"
          ? apiAddress(`/instruments/${subject.instrument}`, { date: when })
          : apiAddress("/matrix", { date: when })
      }
    >
      <WorldMap
        label={title}
        paint={(iso3) => paint.get(iso3)}
        hint={(iso3) => ({ name: names.state(iso3), words: words(iso3) })}
        members={members}
        onOpen={(iso3) => void navigate({ to: "/states/$state", params: { state: iso3 } })}
      />
      {subject.kind === "instrument" && (
        <StandingLegend standings={["in-force", "pending", "signed", "left", "not-party", "unknown"]} />
      )}
      {subject.kind === "theme" && <StrengthLegend strengths={STRENGTHS.toReversed()} />}
      {subject.kind === "gaps" && <GapLegend />}
    </Figure>
  );
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
