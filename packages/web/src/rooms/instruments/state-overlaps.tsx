import { type Overlaps, overlaps } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { StrengthMark } from "../../figures/marks.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useProvisionWords } from "./provision-words.ts";

type Row = Overlaps["overlaps"][number];

/** Where several instruments in force speak to the same addressee on the same theme: one answer may serve them all. */
export function StateOverlaps({ iso3 }: { iso3: string }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const words = useProvisionWords();
  const { when, format } = useAsking();
  const found = useMemo(() => overlaps(law, iso3, when), [law, iso3, when]);
  const name = names.state(iso3);
  const columns: Column<Row>[] = [
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
      key: "addressee",
      name: t({ message: "Addressee", comment: "Column head: whom a provision obliges" }),
      value: ({ addressee }) => words.addressee(addressee),
    },
    {
      key: "count",
      name: t({ message: "Instruments", comment: "Column head: number of treaties" }),
      value: ({ instruments }) => Object.keys(instruments).length,
      numeric: true,
    },
    {
      key: "provisions",
      name: t({ message: "Side by side", comment: "Column head: provisions of several treaties" }),
      value: ({ instruments }) =>
        Object.entries(instruments)
          .map(([id, rows]) => `${names.instrument(id)} ${rows.map(([provision]) => provision).join(", ")}`)
          .join("; "),
      cell: ({ instruments }) => (
        <ul className="overlap">
          {Object.entries(instruments).map(([id, rows]) => (
            <li key={id}>
              <Link to="/instruments/$instrument" params={{ instrument: id }}>
                {names.instrument(id)}
              </Link>{" "}
              {rows.map(([provision, strength]) => (
                <span key={provision} className="overlap-provision">
                  <StrengthMark strength={strength} wordless /> <bdi>{provision}</bdi>
                </span>
              ))}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  const title = t({ message: `Overlapping duties of ${name}`, comment: "Title of a table; name of a state" });
  return (
    <Figure
      title={title}
      subtitle={
        <Plural
          value={found.count}
          one="# theme and addressee on which two or more instruments in force speak: one answer may serve each of them"
          other="# pairs of theme and addressee on which two or more instruments in force speak: one answer may serve each of them"
        />
      }
      note={
        <Trans comment="Note under overlapping duties">
          Soft law and context instruments are left out; any strength counts.
        </Trans>
      }
      table={{ columns, rows: found.overlaps, rowKey: ({ theme, addressee }) => `${theme} ${addressee}` }}
      tableName={title}
      className="no-print"
      api={apiAddress(`/states/${iso3}/overlaps`, { date: when })}
    >
      <details className="fold">
        <summary>
          <Trans comment="Opens a long table; count is a number">
            Show all {format.count(found.count)} side by side
          </Trans>
        </summary>
        <DataTable
          caption={title}
          columns={columns}
          rows={found.overlaps}
          rowKey={({ theme, addressee }) => `${theme} ${addressee}`}
          emptyText={t({ message: "No overlapping duties on this day.", comment: "Empty table" })}
        />
      </details>
    </Figure>
  );
}
