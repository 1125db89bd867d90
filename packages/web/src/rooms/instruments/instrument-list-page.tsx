import type { Instrument } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { StandingBar } from "../../figures/standing-bar.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { Page } from "../../ui/page.tsx";
import { countStandings, type StandingCount } from "./participation-count.ts";
import { useLawWords } from "./words.ts";

interface Row {
  instrument: Instrument;
  count: StandingCount;
  asOf: string;
}

/** All instruments, each with where the states asked about stand on the day asked about. */
export function InstrumentListPage() {
  const { t } = useLingui();
  const law = useLaw();
  const who = useWho();
  const names = useNames();
  const words = useLawWords();
  const { when, format } = useAsking();

  const rows = useMemo<Row[]>(() => {
    const coverage = new Map(law.knowledge.coverage.map(({ instrument, asOf }) => [instrument, asOf]));
    return law.knowledge.instruments
      .filter(({ adopted }) => adopted <= when)
      .map((instrument) => ({
        instrument,
        count: countStandings(law, instrument.id, who.members, when),
        asOf: coverage.get(instrument.id) ?? "",
      }));
  }, [law, who, when]);

  const columns: Column<Row>[] = [
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument.id),
      cell: ({ instrument }) => (
        <Link to="/instruments/$instrument" params={{ instrument: instrument.id }}>
          {names.instrument(instrument.id)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "kind",
      name: t({ message: "Kind", comment: "Column head: kind of instrument" }),
      value: ({ instrument }) => words.kind[instrument.kind],
    },
    {
      key: "adopted",
      name: t({ message: "Adopted", comment: "Column head: day of adoption" }),
      value: ({ instrument }) => instrument.adopted,
      cell: ({ instrument }) => format.shortDay(instrument.adopted),
      numeric: true,
    },
    {
      key: "in_force",
      name: t({ message: "In force for", comment: "Column head: number of states bound" }),
      value: ({ count }) => count["in-force"],
      numeric: true,
    },
    {
      key: "standing",
      name: t({ message: "Where they stand", comment: "Column head: bar of states by standing" }),
      value: ({ count }) => count["in-force"] + count.pending,
      cell: ({ count }) => <StandingBar count={count} />,
    },
    {
      key: "known_until",
      name: t({
        message: "List known until",
        comment: "Column head: up to when the list of parties is known",
      }),
      value: ({ asOf }) => asOf,
      cell: ({ instrument, asOf }) =>
        asOf !== "" ? (
          format.shortDay(asOf)
        ) : instrument.binding ? (
          <Trans comment="Instead of a date: no complete list of parties is held">no full list held</Trans>
        ) : (
          "–"
        ),
      numeric: true,
    },
  ];

  const place = names.who(who.id);
  const day = format.day(when);
  const title = t({
    message: "Instruments",
    comment: "Heading of the list of treaties, directives and soft law",
  });
  return (
    <Page
      title={title}
      lead={
        <Plural
          value={rows.length}
          one="# instrument had been adopted on the day asked about; the bars show where the states stand towards it."
          other="# instruments had been adopted on the day asked about; the bars show where the states stand towards each."
        />
      }
    >
      <Figure
        title={
          <Trans comment="Figure title; place is the world, a group or a state">
            Who is bound by what: {place}
          </Trans>
        }
        subtitle={<Trans comment="Figure subtitle; day is a date">{day} · number of states</Trans>}
        note={
          <Trans comment="Note under the list of instruments">
            Where a list of parties ends before the day asked about, states not on it are counted as unknown,
            never as “not a party”.
          </Trans>
        }
        table={{ columns, rows, rowKey: ({ instrument }) => instrument.id }}
        tableName={title}
        api={apiAddress("/instruments", { date: when })}
      >
        <DataTable caption={title} columns={columns} rows={rows} rowKey={({ instrument }) => instrument.id} />
      </Figure>
    </Page>
  );
}
