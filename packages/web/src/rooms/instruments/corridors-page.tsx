import "./corridor.css";
import { CORRIDOR_THEMES, type CorridorRank } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useMemo } from "react";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress, ask } from "../../shell/api.ts";
import { useAsking, WORLD } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";
import { ProblemNotice } from "../../shell/problem-page.tsx";
import { useWho } from "../../shell/who.ts";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TabLinks } from "../../ui/tab-links.tsx";
import { CorridorChooser } from "./corridor-chooser.tsx";
import { type FlowKind, useFlowWords } from "./flow-words.ts";
import { FLOW_KINDS } from "./routes.ts";

const route = getRouteApi("/law/corridors");

type Row = CorridorRank & { persons_at_most: number };

/** Corridors where the flow is large and the common legal basis weak, one ranking for each kind of flow. */
export function CorridorsPage() {
  const { t } = useLingui();
  const kind = route.useSearch().flow ?? "migrant-stock";
  const words = useFlowWords();
  return (
    <Page
      title={t({ message: "Corridors", comment: "Heading: pairs of states of origin and destination" })}
      lead={
        <Trans comment="Under the heading: Corridors">
          Where many people move and two states share few duties, cooperation stands on weak ground. The list
          ranks such corridors; open one to see its common legal basis theme by theme.
        </Trans>
      }
    >
      <CorridorChooser />
      <TabLinks
        label={t({ message: "Kind of flow", comment: "Choice, read aloud" })}
        current={kind}
        tabs={FLOW_KINDS.map((value) => ({ value, name: words[value].name }))}
        search={(value) => ({ flow: value === "migrant-stock" ? undefined : value })}
      />
      <Ranking kind={kind} />
    </Page>
  );
}

function Ranking({ kind }: { kind: FlowKind }) {
  const { t } = useLingui();
  const names = useNames();
  const who = useWho();
  const words = useFlowWords();
  const { when, format } = useAsking();
  const address = apiAddress("/corridors", { date: when, kind, limit: 500 });
  const { data, error } = useQuery({
    queryKey: ["corridors", address],
    queryFn: ({ signal }) => ask<{ corridors: Row[] }>(address, signal),
  });
  const members = useMemo(() => new Set(who.members), [who]);
  const rows = useMemo(
    () =>
      (data?.corridors ?? [])
        .filter(
          ({ origin, destination }) => who.id === WORLD || members.has(origin) || members.has(destination),
        )
        .slice(0, 100),
    [data, who, members],
  );
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <Skeleton block={28} />;
  const columns: Column<Row>[] = [
    {
      key: "corridor",
      name: t({ message: "Corridor", comment: "Column head: origin and destination" }),
      value: ({ origin, destination }) => `${names.state(origin)} – ${names.state(destination)}`,
      cell: ({ origin, destination }) => (
        <Link to="/corridors/$origin/$destination" params={{ origin, destination }} className="corridor-name">
          {names.state(origin)}
          <ArrowRight aria-hidden size={14} className="corridor-arrow" />
          {names.state(destination)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "persons",
      name: words[kind].unit,
      value: ({ persons }) => persons,
      cell: ({ persons, persons_at_most }) =>
        persons === persons_at_most
          ? format.count(persons)
          : `${format.count(persons)}–${format.count(persons_at_most)}`,
      numeric: true,
    },
    {
      key: "year",
      name: t({ message: "Up to", comment: "Column head: last year that a figure takes in" }),
      value: ({ year }) => year,
      cell: ({ year }) => format.year(year),
      numeric: true,
    },
    {
      key: "weakness",
      name: t({ message: "Duties missing", comment: "Column head: share of a full set of duties" }),
      value: ({ weakness }) => weakness,
      cell: ({ weakness, weakness_if_unknown_bound: least }) =>
        least < weakness
          ? `${format.share(least, 1)}–${format.share(weakness, 1)}`
          : format.share(weakness, 1),
      numeric: true,
    },
    {
      key: "score",
      name: t({ message: "Size × missing", comment: "Column head: score of a corridor" }),
      value: ({ score }) => score,
      cell: ({ score }) => score.toFixed(3),
      numeric: true,
    },
  ];
  const title = t({ message: "Large flow, weak basis", comment: "Title of the ranking of corridors" });
  const themes = format.count(CORRIDOR_THEMES.length);
  return (
    <Figure
      title={title}
      subtitle={`${words[kind].name} · ${format.day(when)}`}
      note={
        <Trans comment="Note: how corridors are ranked; themes is a number">
          Score: the flow as a share of the largest of its kind, times the share of a full set of duties that
          is missing between the two on {themes} themes of cooperation. A range shows what instruments of
          unknown standing could change. Kinds of flow count different things and are never added.
        </Trans>
      }
      table={{ columns, rows, rowKey: ({ origin, destination }) => `${origin} ${destination}` }}
      tableName={title}
      isTable
      api={address}
    >
      <p className="small quiet measure">{words[kind].caveat}</p>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ origin, destination }) => `${origin} ${destination}`}
        emptyText={t({
          message: "No flow of this kind is held for the states asked about.",
          comment: "Empty ranking of corridors",
        })}
      />
    </Figure>
  );
}
