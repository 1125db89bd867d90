import { listGroups, type Matrix, matrix as matrixOn, type Profile } from "@concord/core/instruments";
import { STRENGTH_RANK } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { BarList } from "../../figures/bar-list.tsx";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";

interface PeerRow {
  iso3: string;
  binding: number;
}

/** How many themes are binding for each state of a list. */
export function bindingByState(matrix: Matrix, states: readonly string[]): PeerRow[] {
  const width = matrix.themes.length;
  return states
    .map((iso3) => {
      const row = matrix.states.indexOf(iso3);
      const ranks = row < 0 ? [] : [...matrix.rank.subarray(row * width, (row + 1) * width)];
      return { iso3, binding: ranks.filter((rank) => rank === STRENGTH_RANK.binding).length };
    })
    .sort((a, b) => b.binding - a.binding);
}

/** The state among its neighbours, or among the members of a region: how many themes are binding for each. */
export function StatePeers({ iso3, position }: { iso3: string; position: Profile }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const choices = useMemo(() => peerChoices(law, iso3), [law, iso3]);
  const [picked, pick] = useState<string>();
  const choice = choices.find(({ id }) => id === picked) ?? choices[0];
  const rows = useMemo(
    () => bindingByState(matrixOn(law, position.date), [...new Set([iso3, ...(choice?.members ?? [])])]),
    [law, position.date, choice, iso3],
  );
  if (!choice) return null;
  const themes = law.knowledge.themes.length;
  const choiceName = (id: string) =>
    id === NEIGHBOURS
      ? t({ message: "Neighbours by land", comment: "Choice: states with a common border" })
      : names.group(id);
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
  return (
    <Figure
      title={<Trans comment="Title of a figure: a state beside its neighbours">{name} beside others</Trans>}
      subtitle={<Trans comment="Subtitle of a figure">Themes with a binding duty, of {themes}</Trans>}
      tools={
        <label className="select">
          <span className="visually-hidden">
            <Trans comment="Label of a choice: with which states to compare">Beside</Trans>
          </span>
          <select value={choice.id} onChange={(event) => pick(event.currentTarget.value)}>
            {choices.map(({ id }) => (
              <option key={id} value={id}>
                {choiceName(id)}
              </option>
            ))}
          </select>
        </label>
      }
      table={{ columns, rows, rowKey: (row) => row.iso3 }}
      tableName={t({ message: `${name} and its peers`, comment: "Caption of a table" })}
      api={apiAddress("/matrix", { date: position.date })}
    >
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
    </Figure>
  );
}

const NEIGHBOURS = "neighbours";

/** Neighbours first, then the groups the state belongs to, from small to large. */
function peerChoices(
  law: ReturnType<typeof useLaw>,
  iso3: string,
): { id: string; members: readonly string[] }[] {
  const groups = listGroups(law)
    .filter(({ kind, members }) => kind !== "world" && kind !== "un-members" && members.includes(iso3))
    .sort((a, b) => a.members.length - b.members.length)
    .map(({ id, members }) => ({ id, members }));
  return groups;
}
