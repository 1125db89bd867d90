import { type Coverage, FIRST_DAY, type Instrument } from "@concord/core/instruments";
import { parseDay, parsePartialDate } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress } from "../../shell/api.ts";
import { today, useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";

interface Row {
  instrument: Instrument;
  coverage: Coverage | undefined;
}

const YEARS = [1920, 1940, 1960, 1980, 2000, 2020];

/** Share of the way from 1904 to today, in per cent. */
function placeOf(day: number): number {
  const [first, last] = [parseDay(FIRST_DAY) ?? 0, parseDay(today()) ?? 1];
  return Math.min(100, Math.max(0, (100 * (day - first)) / (last - first)));
}

/** For each treaty a bar from its adoption to the end of its list, hatched from there on. */
export function AboutCoverage() {
  const { t } = useLingui();
  const { knowledge } = useLaw();
  const names = useNames();
  const { format } = useAsking();
  const coverage = new Map(knowledge.coverage.map((row) => [row.instrument, row]));
  const rows: Row[] = knowledge.instruments
    .filter(({ kind }) => kind !== "soft-law" && kind !== "eu-directive")
    .map((instrument) => ({ instrument, coverage: coverage.get(instrument.id) }));
  const columns: Column<Row>[] = [
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument.id),
      isHeader: true,
    },
    {
      key: "as_of",
      name: t({
        message: "List known until",
        comment: "Column head: up to when the list of parties is known",
      }),
      value: ({ coverage: held }) => held?.asOf,
      cell: ({ coverage: held }) => (held?.asOf ? format.shortDay(held.asOf) : "–"),
      numeric: true,
    },
    {
      key: "parties_held",
      name: t({ message: "Parties held", comment: "Column head: number of parties in the data" }),
      value: ({ coverage: held }) => held?.partiesHeld,
      numeric: true,
    },
    {
      key: "parties_stated",
      name: t({
        message: "Parties stated",
        comment: "Column head: number of parties that another source states",
      }),
      value: ({ coverage: held }) => held?.partiesStated,
      cell: ({ coverage: held }) =>
        held?.partiesStated
          ? `${format.count(held.partiesStated)} (${format.shortDay(held.statedAsOf)})`
          : "",
      numeric: true,
    },
    {
      key: "note",
      name: t({ message: "Note", comment: "Column head: remark in English" }),
      value: ({ coverage: held }) => held?.note,
      cell: ({ coverage: held }) => (
        <span lang="en" dir="ltr">
          {held?.note}
        </span>
      ),
    },
  ];
  const title = t({
    message: "Up to when the list of parties is known",
    comment: "Title of the bars of coverage",
  });
  const last = format.shortDay(today());
  return (
    <Figure
      title={title}
      subtitle={
        <Trans comment="Subtitle of the bars of coverage; last is today's date">
          From adoption to {last} · hatched: absence says nothing
        </Trans>
      }
      table={{ columns, rows, rowKey: ({ instrument }) => instrument.id }}
      tableName={title}
      api={apiAddress("/about")}
      level={3}
    >
      <div className="coverage">
        <div className="coverage-years numbers" aria-hidden>
          {YEARS.map((year) => (
            <span key={year} style={{ left: `${placeOf(parseDay(`${year}-01-01`) ?? 0)}%` }}>
              {year}
            </span>
          ))}
        </div>
        <ul>
          {rows.map((row) => (
            <li key={row.instrument.id} className="coverage-row">
              <Link
                to="/instruments/$instrument"
                params={{ instrument: row.instrument.id }}
                className="coverage-name"
              >
                {names.instrument(row.instrument.id)}
              </Link>
              <CoverageBar {...row} />
              <span className="coverage-day numbers">
                {row.coverage?.asOf ? (
                  format.shortDay(row.coverage.asOf)
                ) : row.coverage && row.coverage.partiesHeld > 0 ? (
                  <Trans comment="Instead of a date: the list of parties is incomplete">breaks off</Trans>
                ) : (
                  <Trans comment="Instead of a date: no list of parties was found">no list</Trans>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Figure>
  );
}

function CoverageBar({ instrument, coverage }: Row) {
  const adopted = placeOf(parsePartialDate(instrument.adopted)?.last ?? 0);
  const known = coverage?.asOf ? Math.max(adopted, placeOf(parseDay(coverage.asOf) ?? 0)) : adopted;
  return (
    <span className="coverage-bar" aria-hidden>
      <span className="coverage-known" style={{ left: `${adopted}%`, width: `${known - adopted}%` }} />
      <span
        className="coverage-unknown standing-unknown"
        style={{ left: `${known}%`, width: `${100 - known}%` }}
      />
    </span>
  );
}
