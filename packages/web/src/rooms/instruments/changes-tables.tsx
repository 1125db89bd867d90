import type { Changes, ParticipationAction } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";
import { useActWords } from "./act-words.ts";

/** A table of so many rows is shown; the CSV file has all. */
const MOST = 400;

interface Change {
  /** Empty where the rules give no day of their own. */
  date: string;
  instrument: string;
  state: string;
  action: string;
}

interface TableProps {
  found: Changes;
  api: string;
}

/** Pairs of state and instrument that became bound, latest first. */
export function BecameBound({ found, api }: TableProps) {
  const { t } = useLingui();
  return (
    <ChangeTable
      title={t({
        message: "Became bound",
        comment: "Title of a table: states for which a treaty entered into force",
      })}
      rows={found.became_bound
        .map(([date, instrument, state]) => ({ date, instrument, state, action: "" }))
        .reverse()}
      dated
      api={api}
      emptyText={t({
        message: "Nobody became bound in this time, as far as lists are known.",
        comment: "Empty table of changes",
      })}
    />
  );
}

/** Pairs that ceased to be bound. */
export function Ceased({ found, api }: TableProps) {
  const { t } = useLingui();
  return (
    <ChangeTable
      title={t({ message: "Ceased to be bound", comment: "Title of a table" })}
      rows={found.ceased.map(([instrument, state]) => ({ date: "", instrument, state, action: "" }))}
      api={api}
      emptyText=""
    />
  );
}

/** Signatures, ratifications and the like, by their own date, latest first. */
export function TreatyActions({ found, api }: TableProps) {
  const { t } = useLingui();
  const words = useActWords();
  return (
    <ChangeTable
      title={t({ message: "Treaty actions", comment: "Column head: signature, ratification, accession …" })}
      rows={found.actions
        .map((row) => ({ ...row, action: words.action[row.action as ParticipationAction] ?? row.action }))
        .reverse()}
      dated
      api={api}
      emptyText={t({
        message: "No treaty action is held for this time. Lists that have ended may hide some.",
        comment: "Empty table of changes",
      })}
    />
  );
}

interface ChangeTableProps {
  title: string;
  rows: Change[];
  dated?: boolean;
  api: string;
  emptyText: string;
}

function ChangeTable({ title, rows, dated = false, api, emptyText }: ChangeTableProps) {
  const { t } = useLingui();
  const names = useNames();
  const { format } = useAsking();
  const withActions = rows.some(({ action }) => action !== "");
  const columns: Column<Change>[] = [
    {
      key: "date",
      name: t({ message: "Day", comment: "Column head: a date" }),
      value: ({ date }) => date,
      cell: ({ date }) => <span className="numbers">{format.shortDay(date)}</span>,
    },
    {
      key: "state",
      name: t({ message: "State", comment: "Column head: a country" }),
      value: ({ state }) => names.state(state),
      cell: ({ state }) => (
        <Link to="/states/$state" params={{ state }}>
          {names.state(state)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument),
      cell: ({ instrument }) => (
        <Link to="/instruments/$instrument" params={{ instrument }}>
          {names.instrument(instrument)}
        </Link>
      ),
    },
    {
      key: "action",
      name: t({ message: "Action", comment: "Column head: ratification, accession …" }),
      value: ({ action }) => action,
    },
  ];
  const shown = columns.filter(({ key }) => (key !== "date" || dated) && (key !== "action" || withActions));
  const keyed = new Map(rows.map((row, index) => [row, String(index)]));
  const rowKey = (row: Change) => keyed.get(row) ?? "";
  const count = format.count(rows.length);
  const most = format.count(MOST);
  return (
    <Figure
      title={title}
      subtitle={
        rows.length > MOST ? (
          <Trans comment="Subtitle of a long table; numbers of rows">
            The latest {most} of {count}; the CSV file has all
          </Trans>
        ) : (
          count
        )
      }
      table={{ columns: shown, rows, rowKey }}
      tableName={title}
      isTable
      api={api}
    >
      <DataTable
        caption={title}
        columns={shown}
        rows={rows.slice(0, MOST)}
        rowKey={rowKey}
        emptyText={emptyText}
      />
    </Figure>
  );
}
