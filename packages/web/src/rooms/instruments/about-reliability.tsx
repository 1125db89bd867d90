import { Trans, useLingui } from "@lingui/react/macro";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { type About, useAbout } from "./about-query.ts";
import { AboutUnreachable } from "./about-sources.tsx";

type Coded = About["reliability"][number];
type Checked = About["crosschecks"][number];

/** How far two coders agreed on provisions, and two sources on dates. */
export function AboutReliability() {
  const { t } = useLingui();
  const about = useAbout();
  return (
    <Section
      id="reliability"
      title={t({ message: "Reliability", comment: "Heading: how far the data can be trusted" })}
      intro={
        <Trans comment="Under the heading Reliability">
          A second coder read a sample of provisions without seeing the first coding; dates were compared
          where two sources hold them.
        </Trans>
      }
    >
      {about.isError ? (
        <AboutUnreachable retry={about.refetch} />
      ) : about.data ? (
        <div className="columns about-two">
          <Coders rows={about.data.reliability} />
          <Dates rows={about.data.crosschecks} />
        </div>
      ) : (
        <Skeleton block={20} />
      )}
    </Section>
  );
}

function Coders({ rows }: { rows: readonly Coded[] }) {
  const { t } = useLingui();
  const { format } = useAsking();
  const overall = rows.filter(({ scope }) => scope === "all");
  const measures: Readonly<Record<string, string>> = {
    strength: t({ message: "strength", comment: "What two coders agreed on" }),
    theme: t({ message: "theme", comment: "What two coders agreed on" }),
    "theme-alternatives": t({
      message: "theme, near alternatives allowed",
      comment: "What two coders agreed on",
    }),
    "theme-of-provision": t({ message: "theme, any of the provision", comment: "What two coders agreed on" }),
    pillar: t({ message: "pillar", comment: "What two coders agreed on" }),
    addressee: t({ message: "addressee", comment: "What two coders agreed on: who bears the duty" }),
    side: t({ message: "side of supply or demand", comment: "What two coders agreed on" }),
  };
  const columns: Column<Coded>[] = [
    {
      key: "measure",
      name: t({ message: "Coding", comment: "Column head: what was coded" }),
      value: ({ measure }) => measures[measure] ?? measure,
      isHeader: true,
    },
    {
      key: "n",
      name: t({ message: "Rows compared", comment: "Column head: a number" }),
      value: ({ n }) => n,
      numeric: true,
    },
    {
      key: "agreement",
      name: t({ message: "Agreement", comment: "Column head: share of equal codings" }),
      value: ({ agreement }) => agreement,
      cell: ({ agreement }) => format.share(agreement, 1),
      numeric: true,
    },
    {
      key: "kappa",
      name: t({ message: "Kappa", comment: "Column head: Cohen's kappa, agreement beyond chance" }),
      value: ({ kappa }) => kappa,
      cell: ({ kappa }) => (kappa === null ? "–" : kappa.toFixed(2)),
      numeric: true,
    },
  ];
  const title = t({ message: "Two coders of the provisions", comment: "Title of a table" });
  const rowKey = ({ measure, scope }: Coded) => `${measure} ${scope}`;
  return (
    <Figure
      title={title}
      table={{ columns, rows: overall, rowKey }}
      tableName={title}
      api={apiAddress("/about")}
      level={3}
    >
      <DataTable caption={title} columns={columns} rows={overall} rowKey={rowKey} />
    </Figure>
  );
}

function Dates({ rows }: { rows: readonly Checked[] }) {
  const { t } = useLingui();
  const names = useNames();
  const columns: Column<Checked>[] = [
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument),
      isHeader: true,
    },
    {
      key: "source_a",
      name: t({ message: "Held from", comment: "Column head: code of a source" }),
      value: ({ source_a }) => source_a,
    },
    {
      key: "source_b",
      name: t({ message: "Compared with", comment: "Column head: code of a source" }),
      value: ({ source_b }) => source_b,
    },
    {
      key: "compared",
      name: t({ message: "Dates", comment: "Column head: number of dates compared" }),
      value: ({ compared }) => compared,
      numeric: true,
    },
    {
      key: "agreeing",
      name: t({ message: "Equal", comment: "Column head: number of dates that agree" }),
      value: ({ agreeing }) => agreeing,
      numeric: true,
    },
  ];
  const title = t({ message: "The same date in two sources", comment: "Title of a table" });
  const rowKey = (row: Checked) => `${row.instrument} ${row.source_a} ${row.source_b} ${row.resolution}`;
  return (
    <Figure
      title={title}
      table={{ columns, rows, rowKey }}
      tableName={title}
      api={apiAddress("/about")}
      level={3}
    >
      <DataTable caption={title} columns={columns} rows={rows} rowKey={rowKey} />
    </Figure>
  );
}
