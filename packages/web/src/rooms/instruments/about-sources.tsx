import { Trans, useLingui } from "@lingui/react/macro";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { type About, useAbout } from "./about-query.ts";

type Source = About["sources"][number];
type Table = About["tables"][number];

/** Where everything is from and on which terms. Titles are the sources' own, in English. */
export function AboutSources() {
  const { t } = useLingui();
  const about = useAbout();
  return (
    <Section id="sources" title={t({ message: "Sources and licences", comment: "Heading" })}>
      {about.isError ? (
        <AboutUnreachable retry={about.refetch} />
      ) : about.data ? (
        <>
          <SourceTable rows={about.data.sources} />
          <LicenceTable rows={about.data.tables} />
        </>
      ) : (
        <Skeleton block={28} />
      )}
    </Section>
  );
}

/** The server didn't answer: the page stays readable, this part can be asked for again. */
export function AboutUnreachable({ retry }: { retry: () => unknown }) {
  return (
    <Notice
      kind="problem"
      actions={
        <Button kind="primary" onPress={() => void retry()}>
          <Trans comment="Button on the error page">Try again</Trans>
        </Button>
      }
    >
      <Trans comment="A part of a page could not be loaded">
        This part could not be loaded; the rest of the page is complete.
      </Trans>
    </Notice>
  );
}

const english = (text: string) => (
  <span lang="en" dir="ltr">
    {text}
  </span>
);

function SourceTable({ rows }: { rows: readonly Source[] }) {
  const { t } = useLingui();
  const { format } = useAsking();
  const columns: Column<Source>[] = [
    {
      key: "id",
      name: t({ message: "Code", comment: "Column head: code of a source" }),
      value: ({ id }) => id,
      isHeader: true,
    },
    {
      key: "title",
      name: t({ message: "Source", comment: "Column head: title of a source" }),
      value: ({ title }) => title,
      cell: ({ title }) => english(title),
    },
    {
      key: "complete_to",
      name: t({ message: "Complete to", comment: "Column head: a date" }),
      value: ({ complete_to }) => complete_to,
      cell: ({ complete_to }) => (complete_to ? format.shortDay(complete_to) : "–"),
      numeric: true,
    },
    {
      key: "terms",
      name: t({ message: "Terms", comment: "Column head: terms of use of a source" }),
      value: ({ terms }) => terms,
      cell: ({ terms }) => english(terms),
    },
    {
      key: "place",
      name: t({ message: "Found at", comment: "Column head: where a source was found" }),
      value: ({ place }) => place,
      cell: ({ place }) => english(place),
    },
  ];
  const title = t({ message: "Sources of participation", comment: "Title of a table" });
  return (
    <Figure
      title={title}
      table={{ columns, rows, rowKey: ({ id }) => id }}
      tableName={title}
      api={apiAddress("/about")}
      level={3}
    >
      <DataTable caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </Figure>
  );
}

function LicenceTable({ rows }: { rows: readonly Table[] }) {
  const { t } = useLingui();
  const columns: Column<Table>[] = [
    {
      key: "table",
      name: t({ message: "Table", comment: "Column head: name of a data table" }),
      value: ({ title }) => title,
      cell: ({ title }) => english(title),
      isHeader: true,
    },
    {
      key: "rows",
      name: t({ message: "Rows", comment: "Column head: number of rows of a data table" }),
      value: ({ rows: n }) => n,
      numeric: true,
    },
    {
      key: "licence",
      name: t({ message: "Licence", comment: "Column head" }),
      value: ({ licence }) => licence,
      cell: ({ licence, licence_path }) =>
        licence_path.startsWith("https://") ? (
          <a href={licence_path} rel="license external noreferrer">
            {english(licence)}
          </a>
        ) : (
          english(licence)
        ),
    },
    {
      key: "sources",
      name: t({ message: "From", comment: "Column head: where a data table comes from" }),
      value: ({ sources }) => sources.join("; "),
      cell: ({ sources }) => english(sources.join("; ")),
    },
  ];
  const title = t({ message: "Tables and their licences", comment: "Title of a table" });
  return (
    <Figure
      title={title}
      table={{ columns, rows, rowKey: ({ name }) => name }}
      tableName={title}
      api={apiAddress("/about")}
      level={3}
    >
      <DataTable caption={title} columns={columns} rows={rows} rowKey={({ name }) => name} />
    </Figure>
  );
}
