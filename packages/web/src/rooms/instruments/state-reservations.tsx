import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress, ask } from "../../shell/api.ts";
import { useNames } from "../../shell/names.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useReservationWords } from "./reservation-words.ts";

interface Reservation {
  instrument: string;
  state: string;
  kind: string;
  article: string | null;
  paraphrase: string;
  source: string;
}

/** Reservations, declarations and objections of a state, shown with care: most were sorted by a program. */
export function StateReservations({ iso3 }: { iso3: string }) {
  const { t } = useLingui();
  const names = useNames();
  const kinds = useReservationWords();
  const address = apiAddress(`/states/${iso3}/reservations`, { limit: 500 });
  const { data, isError } = useQuery({
    queryKey: ["reservations", iso3],
    queryFn: ({ signal }) => ask<{ reservations: Reservation[] }>(address, signal),
  });
  const rows = data?.reservations ?? [];
  const columns: Column<Reservation>[] = [
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
      key: "kind",
      name: t({ message: "Kind", comment: "Column head: reservation, declaration or objection" }),
      value: ({ kind }) => kinds(kind),
    },
    {
      key: "article",
      name: t({ message: "Article", comment: "Column head: article of a treaty" }),
      value: ({ article }) => article ?? "",
    },
    {
      key: "paraphrase",
      name: t({ message: "In our words", comment: "Column head: paraphrase of a reservation" }),
      value: ({ paraphrase }) => paraphrase,
      cell: ({ paraphrase }) => (
        <span lang="en" dir="ltr">
          {paraphrase}
        </span>
      ),
    },
    {
      key: "source",
      name: t({ message: "Source", comment: "Column head: where a fact is from" }),
      value: ({ source }) => source,
      cell: ({ source }) => <span className="source-cell">{source}</span>,
    },
  ];
  const title = t({ message: "Reservations and declarations", comment: "Title of a table" });
  return (
    <Figure
      title={title}
      note={
        <Trans comment="Warning under reservations">
          The weakest part of the knowledge base: mostly sorted by a program from texts of 2014 and 2015, some
          withdrawn since. Look up the depositary before you rely on one.
        </Trans>
      }
      table={{ columns, rows, rowKey: rowKeyOf(rows) }}
      tableName={title}
      isTable
      className="no-print"
      api={address}
    >
      {data ? (
        <DataTable
          caption={title}
          columns={columns}
          rows={rows}
          rowKey={rowKeyOf(rows)}
          emptyText={t({
            message: "None is held here. That does not mean that none was made.",
            comment: "Empty table of reservations",
          })}
        />
      ) : isError ? (
        <p className="quiet">
          <Trans comment="Reservations could not be fetched">
            The reservations could not be fetched just now; the rest of the page is complete.
          </Trans>
        </p>
      ) : (
        <Skeleton block={14} />
      )}
    </Figure>
  );
}

/** Rows have no key of their own: two declarations of one kind to one article may stand beside each other. */
function rowKeyOf(rows: readonly Reservation[]): (row: Reservation) => string {
  const place = new Map(rows.map((row, index) => [row, String(index)]));
  return (row) => place.get(row) ?? "";
}
