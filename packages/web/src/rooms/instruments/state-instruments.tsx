import { type Participation, type Profile, type Status, statusOf } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useActWords } from "./act-words.ts";
import { STANDINGS } from "./participation-count.ts";

interface Row {
  instrument: string;
  status: Status;
  acts: readonly Participation[];
  asOf: string;
}

/** Every instrument with the state's standing towards it and the treaty actions behind it; those in force first. */
export function StateInstruments({ position }: { position: Profile }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const words = useActWords();
  const { format } = useAsking();
  const { state, date } = position;

  const rows = useMemo<Row[]>(() => {
    const asOf = new Map(law.knowledge.coverage.map((row) => [row.instrument, row.asOf]));
    const acts = Map.groupBy(
      law.knowledge.participation.filter(({ iso3 }) => iso3 === state),
      ({ instrument }) => instrument,
    );
    return law.knowledge.instruments
      .map(({ id }) => ({
        instrument: id,
        status: statusOf(law, id, state, date),
        acts: (acts.get(id) ?? []).filter((act) => act.date <= date),
        asOf: asOf.get(id) ?? "",
      }))
      .filter(({ status }) => status.kind !== "not-adopted")
      .sort((a, b) => STANDINGS.indexOf(a.status.kind) - STANDINGS.indexOf(b.status.kind));
  }, [law, state, date]);

  const sinceOf = (status: Status) =>
    "since" in status ? status.since : "date" in status ? status.date : "";
  const actWords = ({ acts }: Row) =>
    acts.map((act) => `${words.action[act.action]} ${format.shortDay(act.date)}`).join(", ");
  const standingWords = ({ status }: Row) =>
    status.kind === "unknown"
      ? `${names.standing("unknown")}: ${words.unknown[status.reason]}`
      : status.kind === "signed" && status.stale
        ? `${names.standing("signed")} (?)`
        : names.standing(status.kind);

  const columns: Column<Row>[] = [
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument),
      cell: ({ instrument }) => (
        <Link to="/instruments/$instrument" params={{ instrument }}>
          {names.instrument(instrument)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "standing",
      name: t({ message: "Standing", comment: "Column head: where a state stands towards a treaty" }),
      value: standingWords,
      cell: (row) => (
        <span className="standing-cell">
          <span className={`swatch standing-${row.status.kind}`} aria-hidden />
          {standingWords(row)}
        </span>
      ),
    },
    {
      key: "since",
      name: t({ message: "Since", comment: "Column head: day from which it holds" }),
      value: ({ status }) => sinceOf(status),
      cell: ({ status }) => (sinceOf(status) ? format.shortDay(sinceOf(status)) : "–"),
      numeric: true,
    },
    {
      key: "acts",
      name: t({ message: "Treaty actions", comment: "Column head: signature, ratification, accession …" }),
      value: actWords,
    },
    {
      key: "known_until",
      name: t({
        message: "List known until",
        comment: "Column head: up to when the list of parties is known",
      }),
      value: ({ asOf }) => asOf,
      cell: ({ asOf }) => (asOf ? format.shortDay(asOf) : "–"),
      numeric: true,
    },
    {
      key: "source",
      name: t({ message: "Source", comment: "Column head: where a fact is from" }),
      value: ({ acts }) => [...new Set(acts.map(({ source }) => source))].join(" "),
      cell: ({ acts }) => (
        <span className="source-cell">{[...new Set(acts.map(({ source }) => source))].join(" ")}</span>
      ),
    },
  ];
  const name = names.state(state);
  const day = format.day(date);
  const title = t({ message: `Instruments and ${name}`, comment: "Title of a table; name of a state" });
  return (
    <Figure
      title={title}
      subtitle={day}
      note={
        <Trans comment="Note under the instruments of a state">
          “signed (?)”: signed, and the list ends before this day, so a later ratification would not be seen.
        </Trans>
      }
      table={{ columns, rows, rowKey: ({ instrument }) => instrument }}
      tableName={title}
      isTable
      className="state-instruments"
      api={apiAddress(`/states/${state}/participation`)}
    >
      <DataTable caption={title} columns={columns} rows={rows} rowKey={({ instrument }) => instrument} />
    </Figure>
  );
}
