import { type Instrument, statusOf } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { useMemberSet, WorldMap } from "../../figures/map/world-map.tsx";
import { StandingLegend } from "../../figures/standing-bar.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { type StandingName, useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { CoverageNote } from "./coverage-note.tsx";

interface Row {
  iso3: string;
  standing: StandingName;
  since: string;
}

/** Where each state stands towards the instrument. */
export function InstrumentMap({ instrument }: { instrument: Instrument }) {
  const { t } = useLingui();
  const law = useLaw();
  const who = useWho();
  const names = useNames();
  const navigate = useNavigate();
  const { when, format } = useAsking();
  const members = useMemberSet(who.members);
  const rows = useMemo(
    () =>
      new Map(
        law.knowledge.states.map(({ iso3 }): [string, Row] => {
          const status = statusOf(law, instrument.id, iso3, when);
          const since = "since" in status ? status.since : "date" in status ? status.date : "";
          return [iso3, { iso3, standing: status.kind, since }];
        }),
      ),
    [law, instrument, when],
  );
  const columns: Column<Row>[] = [
    {
      key: "state",
      name: t({ message: "State", comment: "Column head: a country" }),
      value: ({ iso3 }) => names.state(iso3),
      cell: ({ iso3 }) => (
        <Link to="/states/$state" params={{ state: iso3 }}>
          {names.state(iso3)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "iso3",
      name: t({ message: "Code", comment: "Column head: code of a country" }),
      value: ({ iso3 }) => iso3,
    },
    {
      key: "standing",
      name: t({ message: "Standing", comment: "Column head: where a state stands towards a treaty" }),
      value: ({ standing }) => names.standing(standing),
    },
    {
      key: "since",
      name: t({ message: "Since", comment: "Column head: day from which it holds" }),
      value: ({ since }) => since,
      cell: ({ since }) => (since ? format.shortDay(since) : "–"),
      numeric: true,
    },
  ];
  const name = names.instrument(instrument.id);
  const title = t({ message: `Who is bound: ${name}`, comment: "Title of the map; name of a treaty" });
  return (
    <Figure
      title={title}
      subtitle={format.day(when)}
      note={<CoverageNote instrument={instrument} />}
      table={{
        columns,
        rows: who.members.flatMap((iso3) => rows.get(iso3) ?? []),
        rowKey: ({ iso3 }) => iso3,
      }}
      tableName={title}
      api={apiAddress(`/instruments/${instrument.id}/participation`)}
    >
      <WorldMap
        label={title}
        paint={(iso3) => `standing-${rows.get(iso3)?.standing ?? "unknown"}`}
        hint={(iso3) => {
          const row = rows.get(iso3);
          const word = names.standing(row?.standing ?? "unknown");
          return {
            name: names.state(iso3),
            words: row?.since ? `${word}, ${format.shortDay(row.since)}` : word,
          };
        }}
        members={members}
        onOpen={(iso3) => void navigate({ to: "/states/$state", params: { state: iso3 } })}
      />
      <StandingLegend standings={["in-force", "pending", "signed", "left", "not-party", "unknown"]} />
      <p className="small quiet">
        <Trans comment="Under a map">
          Boundaries and names shown imply no opinion on the legal status of any territory.
        </Trans>
      </p>
    </Figure>
  );
}
