import { matrix as matrixOn, type Profile } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { BarList } from "../../figures/bar-list.tsx";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress, ask } from "../../shell/api.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { bindingByState, groupsOf, NEIGHBOURS, type PeerRow } from "./peers.ts";

const route = getRouteApi("/law/states/$state");

/** States that share a land border; empty for islands and when they can't be fetched, undefined while they are on their way. */
function useNeighbours(iso3: string): readonly string[] | undefined {
  const { data, isError } = useQuery({
    queryKey: ["neighbours", iso3],
    queryFn: ({ signal }) => ask<{ neighbours: string[] }>(apiAddress(`/states/${iso3}/neighbours`), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return isError ? NONE : data?.neighbours;
}

const NONE: readonly string[] = [];

/** The state among its neighbours, or among the members of a region: how many themes are binding for each. */
export function StatePeers({ iso3, position }: { iso3: string; position: Profile }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const navigate = useNavigate();
  const picked = route.useSearch().beside;
  const neighbours = useNeighbours(iso3);
  const groups = useMemo(() => groupsOf(law, iso3), [law, iso3]);
  const choices = [
    ...(neighbours?.length !== 0 ? [{ id: NEIGHBOURS, members: neighbours ?? [] }] : []),
    ...groups,
  ];
  const choice = choices.find(({ id }) => id === picked) ?? choices[0];
  const rows = useMemo(
    () => bindingByState(matrixOn(law, position.date), [...new Set([iso3, ...(choice?.members ?? [])])]),
    [law, position.date, choice?.members, iso3],
  );
  if (!choice) return null;
  const themes = law.knowledge.themes.length;
  const byNeighbours = choice.id === NEIGHBOURS;
  const columns: Column<PeerRow>[] = [
    {
      key: "state",
      name: t({ message: "State", comment: "Column head: a country" }),
      value: (row) => names.state(row.iso3),
      isHeader: true,
    },
    {
      key: "binding",
      name: t({ message: "Binding themes", comment: "Column head: number of themes" }),
      value: ({ binding }) => binding,
      numeric: true,
    },
  ];
  const name = names.state(iso3);
  const compared = [iso3, ...choice.members.filter((other) => other !== iso3)].slice(0, 4);
  return (
    <Figure
      title={<Trans comment="Title of a figure: a state beside its neighbours">{name} beside others</Trans>}
      subtitle={<Trans comment="Subtitle of a figure">Themes with a binding duty, of {themes}</Trans>}
      note={
        byNeighbours && (
          <Trans comment="Note: where the list of neighbours is from">
            Neighbours by land as drawn on the Natural Earth map; no opinion on any boundary is implied.
          </Trans>
        )
      }
      tools={
        <Select
          label={t({ message: "Beside", comment: "Label of a choice: with which states to compare" })}
          value={choice.id}
          choices={choices.map(({ id }) => ({
            value: id,
            name:
              id === NEIGHBOURS
                ? t({ message: "Neighbours by land", comment: "Choice: states with a common border" })
                : names.group(id),
          }))}
          onChange={(beside) =>
            void navigate({
              to: ".",
              search: (before: object) => ({
                ...before,
                beside: beside === choices[0]?.id ? undefined : beside,
              }),
              resetScroll: false,
            } as never)
          }
        />
      }
      table={{ columns, rows, rowKey: (row) => row.iso3 }}
      tableName={t({ message: `${name} and its peers`, comment: "Caption of a table" })}
      api={apiAddress("/matrix", { date: position.date })}
    >
      {byNeighbours && !neighbours ? (
        <Skeleton block={10} />
      ) : (
        <BarList
          whole={themes}
          rows={rows.map((row) => ({
            key: row.iso3,
            value: row.binding,
            isSelf: row.iso3 === iso3,
            name: (
              <Link to="/states/$state" params={{ state: row.iso3 }}>
                {names.state(row.iso3)}
              </Link>
            ),
          }))}
        />
      )}
      {compared.length > 1 && (
        <p className="small peers-compare">
          <Link to="/compare" search={{ of: compared } as never}>
            <Plural
              value={compared.length}
              one="Compare theme by theme"
              other="Compare # of them theme by theme"
            />
          </Link>
        </p>
      )}
    </Figure>
  );
}
