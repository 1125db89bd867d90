import { type SignedOnly, signedOnly } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";

type Row = SignedOnly["signed_only"][number];

/** What a state signed without joining; marked where the list ends before the day, so that it may have joined since. */
export function StateSigned({ iso3 }: { iso3: string }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { when, format } = useAsking();
  const { signed_only: rows } = useMemo(() => signedOnly(law, iso3, when), [law, iso3, when]);
  const knownUntil = ({ known_until: until, stale }: Row) => {
    if (until === "") return t({ message: "not known", comment: "Up to when a list is known: not at all" });
    const day = format.shortDay(until);
    return stale
      ? t({ message: `${day}; may have joined since`, comment: "day: when a list of parties ends" })
      : day;
  };
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
      key: "signed",
      name: t({ message: "Signed", comment: "Column head: day of signature" }),
      value: ({ signed }) => signed,
      cell: ({ signed }) => <span className="numbers">{format.shortDay(signed)}</span>,
    },
    {
      key: "known_until",
      name: t({
        message: "List known until",
        comment: "Column head: up to when the list of parties is known",
      }),
      value: ({ known_until }) => known_until,
      cell: knownUntil,
    },
  ];
  const title = t({ message: "Signed without joining", comment: "Title of a list of treaties" });
  return (
    <Figure
      title={title}
      subtitle={format.day(when)}
      note={
        <Trans comment="Note under the list of treaties signed without joining">
          A signature states an intention; the duties come with ratification or accession.
        </Trans>
      }
      table={{ columns, rows, rowKey: ({ instrument }) => instrument }}
      tableName={title}
      isTable
      api={apiAddress(`/states/${iso3}/signed-only`, { date: when })}
    >
      {rows.length === 0 ? (
        <p className="quiet small">
          <Trans comment="Instead of a list of treaties signed without joining">
            No signature is held that was not followed by joining.
          </Trans>
        </p>
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          rows={rows}
          rowKey={({ instrument }) => instrument}
          whole
        />
      )}
    </Figure>
  );
}
