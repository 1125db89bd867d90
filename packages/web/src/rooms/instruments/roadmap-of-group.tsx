import type { Roadmap } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { BarList } from "../../figures/bar-list.tsx";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { useNames } from "../../shell/names.ts";
import { ProblemNotice } from "../../shell/problem-page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { RoadmapQuestion } from "./roadmap-page.tsx";
import { useGroupRoadmap } from "./roadmap-query.ts";

interface Named {
  instrument: string;
  members: number;
}

/** The roadmap of each member, and how often each instrument is named: the members' sets are not one problem. */
export function RoadmapOfGroup({ group, question }: { group: string; question: RoadmapQuestion }) {
  const { data, error, address } = useGroupRoadmap(group, question);
  if (error) return <ProblemNotice error={error} />;
  if (!data)
    return (
      <>
        <p className="quiet" role="status">
          <Trans comment="While the roadmaps of many states are computed">
            Solving one exact problem for each member …
          </Trans>
        </p>
        <Skeleton block={16} />
        <Skeleton block={24} />
      </>
    );
  const named = Object.entries(data.named)
    .map(([instrument, members]) => ({ instrument, members }))
    .sort((a, b) => b.members - a.members);
  return (
    <>
      <NamedMost rows={named} members={Object.keys(data.members).length} address={address} />
      <ByState roadmaps={Object.values(data.members)} address={address} />
    </>
  );
}

function NamedMost({ rows, members, address }: { rows: Named[]; members: number; address: string }) {
  const { t } = useLingui();
  const names = useNames();
  const columns: Column<Named>[] = [
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument),
      isHeader: true,
    },
    {
      key: "members",
      name: t({ message: "Members", comment: "Column head: number of members of a group" }),
      value: (row) => row.members,
      numeric: true,
    },
  ];
  const title = t({
    message: "Named most often",
    comment: "Title: treaties by number of members whose smallest sets name them",
  });
  return (
    <Figure
      title={title}
      subtitle={
        <Trans comment="Subtitle of a bar chart; members is a number">
          Members, of {members}, with a smallest set that names it
        </Trans>
      }
      table={{ columns, rows, rowKey: ({ instrument }) => instrument }}
      tableName={title}
      api={address}
    >
      <BarList
        whole={members}
        rows={rows.map((row) => ({
          key: row.instrument,
          value: row.members,
          name: (
            <Link to="/instruments/$instrument" params={{ instrument: row.instrument }}>
              {names.instrument(row.instrument)}
            </Link>
          ),
        }))}
      />
    </Figure>
  );
}

function ByState({ roadmaps, address }: { roadmaps: Roadmap[]; address: string }) {
  const { t } = useLingui();
  const names = useNames();
  const columns: Column<Roadmap>[] = [
    {
      key: "state",
      name: t({ message: "State", comment: "Column head: a country" }),
      value: ({ state }) => names.state(state),
      cell: ({ state }) => (
        <Link to="/roadmap" search={(before: object) => ({ ...before, who: state }) as never}>
          {names.state(state)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "lacking",
      name: t({ message: "Lacking", comment: "Column head: number of themes below the target" }),
      value: ({ lacking }) => lacking.length,
      numeric: true,
    },
    {
      key: "size",
      name: t({ message: "Ratifications", comment: "Label of a choice: how many at most" }),
      value: ({ size }) => size,
      numeric: true,
    },
    {
      key: "lifted",
      name: t({ message: "Lifted", comment: "Column head: number of themes lifted to the target" }),
      value: ({ lifted }) => lifted,
      numeric: true,
    },
    {
      key: "sets",
      name: t({ message: "Sets that tie", comment: "Column head: number of optimal sets" }),
      value: ({ size, optimal_count }) => (size > 0 ? optimal_count : 0),
      numeric: true,
    },
    {
      key: "first",
      name: t({ message: "One of them", comment: "Column head: the first of the optimal sets" }),
      value: ({ optimal }) => (optimal[0] ?? []).map(names.instrument).join(", "),
      cell: ({ optimal, lacking }) => {
        const [first = []] = optimal;
        if (first.length > 0) return first.map(names.instrument).join(", ");
        return (
          <span className="quiet">
            {lacking.length === 0 ? (
              <Trans comment="Roadmap of a state: no gap">nothing is lacking</Trans>
            ) : (
              <Trans comment="Roadmap of a state: no ratification open to it helps">
                nothing open to it lifts a theme
              </Trans>
            )}
          </span>
        );
      },
    },
  ];
  const rows = roadmaps.toSorted((a, b) => names.compare(names.state(a.state), names.state(b.state)));
  const title = t({ message: "Member by member", comment: "Title: table of roadmaps" });
  return (
    <Figure
      title={title}
      note={
        <Trans comment="Note under the roadmaps of a group">
          Each member is solved by itself; put together, their sets are not one problem.
        </Trans>
      }
      table={{ columns, rows, rowKey: ({ state }) => state }}
      tableName={title}
      isTable
      api={address}
    >
      <DataTable caption={title} columns={columns} rows={rows} rowKey={({ state }) => state} />
    </Figure>
  );
}
