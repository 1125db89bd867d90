import "./corridor.css";
import { CORRIDOR_THEMES, type CorridorRank } from "@concord/core/instruments";
import { EUROPEAN_UNION } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useMemo } from "react";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress, ask } from "../../shell/api.ts";
import { useAsking, WORLD } from "../../shell/asking.ts";
import { findableStates } from "../../shell/findable.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { ProblemNotice } from "../../shell/problem-page.tsx";
import { useWho } from "../../shell/who.ts";
import { Page } from "../../ui/page.tsx";
import { Picker } from "../../ui/picker.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { type FlowKind, useFlowWords } from "./flow-words.ts";
import { FLOW_KINDS } from "./routes.ts";

const route = getRouteApi("/law/corridors");

type Row = CorridorRank & { persons_at_most: number };

/** Corridors where the flow is large and the common legal basis weak, one ranking for each kind of flow. */
export function CorridorsPage() {
  const { t } = useLingui();
  const kind = route.useSearch().flow ?? "migrant-stock";
  const navigate = useNavigate();
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
      <nav className="tabs" aria-label={t({ message: "Kind of flow", comment: "Choice, read aloud" })}>
        {FLOW_KINDS.map((each) => (
          <button
            key={each}
            type="button"
            className="tab"
            aria-current={each === kind ? "page" : undefined}
            onClick={() =>
              void navigate({
                to: "/corridors",
                search: (before: object) => ({
                  ...before,
                  flow: each === "migrant-stock" ? undefined : each,
                }),
                resetScroll: false,
              } as never)
            }
          >
            {words[each].name}
          </button>
        ))}
      </nav>
      <Ranking kind={kind} />
    </Page>
  );
}

/** Two fields: from where, to where. */
function CorridorChooser() {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const navigate = useNavigate();
  const search = route.useSearch();
  const entries = useMemo(() => findableStates(law.knowledge, names), [law, names]);
  const none = t({ message: "No state of this name", comment: "Under a picker when nothing fits" });
  const origin = t({ message: "State of origin", comment: "Field of a corridor" });
  const destination = t({ message: "State of destination", comment: "Field of a corridor" });
  const codeOf = (key: string) => key.slice("state:".length);
  return (
    <div className="corridor-chooser">
      <Picker
        label={origin}
        showLabel
        entries={entries}
        value={search.origin ? `state:${search.origin}` : undefined}
        onPick={({ key }) =>
          void navigate({
            to: "/corridors",
            search: (before: object) => ({ ...before, origin: codeOf(key) }),
            resetScroll: false,
          } as never)
        }
        emptyText={none}
      />
      <ArrowRight aria-hidden size={18} className="corridor-arrow" />
      <Picker
        label={destination}
        showLabel
        entries={entries.filter(({ key }) => key !== `state:${search.origin}`)}
        onPick={({ key }) =>
          void navigate({
            to: "/corridors/$origin/$destination",
            params: { origin: search.origin ?? entries[0]?.hint ?? EUROPEAN_UNION, destination: codeOf(key) },
          })
        }
        emptyText={none}
      />
    </div>
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
