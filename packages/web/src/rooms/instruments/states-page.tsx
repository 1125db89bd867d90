import { matrix as matrixOn } from "@concord/core/instruments";
import { STRENGTHS, type State, type Strength } from "@concord/core/vocabulary";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { StrengthLegend } from "../../figures/marks.tsx";
import { StrengthBar } from "../../figures/strength-bar.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { Page } from "../../ui/page.tsx";

interface Row {
  state: State;
  counts: Record<Strength, number>;
}

/** The states asked about, each with how its 59 themes are spread over the scale of strength. */
export function StatesPage() {
  const { t } = useLingui();
  const law = useLaw();
  const who = useWho();
  const names = useNames();
  const { when, format } = useAsking();

  const rows = useMemo<Row[]>(() => {
    const { states, themes, rank } = matrixOn(law, when);
    const members = new Set(who.members);
    return law.knowledge.states
      .filter(({ iso3 }) => members.has(iso3))
      .map((state) => {
        const counts: Record<Strength, number> = {
          none: 0,
          recommended: 0,
          declaratory: 0,
          permissive: 0,
          qualified: 0,
          binding: 0,
        };
        const row = states.indexOf(state.iso3);
        for (let theme = 0; row >= 0 && theme < themes.length; theme += 1) {
          counts[STRENGTHS[rank[row * themes.length + theme] ?? 0] ?? "none"] += 1;
        }
        return { state, counts };
      })
      .sort((a, b) => names.compare(names.state(a.state.iso3), names.state(b.state.iso3)));
  }, [law, when, who, names]);

  const columns: Column<Row>[] = [
    {
      key: "state",
      name: t({ message: "State", comment: "Column head: a country" }),
      value: ({ state }) => names.state(state.iso3),
      cell: ({ state }) => (
        <Link to="/states/$state" params={{ state: state.iso3 }}>
          {names.state(state.iso3)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "iso3",
      name: t({ message: "Code", comment: "Column head: code of a country" }),
      value: ({ state }) => state.iso3,
    },
    {
      key: "region",
      name: t({ message: "Subregion", comment: "Column head: M49 subregion" }),
      value: ({ state }) => names.group(groupId(state.m49Subregion)),
    },
    {
      key: "binding",
      name: t({ message: "Binding themes", comment: "Column head: number of themes" }),
      value: ({ counts }) => counts.binding,
      numeric: true,
    },
    {
      key: "spread",
      name: t({ message: "All themes by strength", comment: "Column head: bar over the scale of strength" }),
      value: ({ counts }) => counts.binding + counts.qualified,
      cell: ({ counts }) => <StrengthBar counts={counts} />,
    },
    {
      key: "none",
      name: t({ message: "No provision", comment: "Column head: number of themes without any provision" }),
      value: ({ counts }) => counts.none,
      numeric: true,
    },
  ];
  const place = names.who(who.id);
  const day = format.day(when);
  const title = t({ message: "States", comment: "Heading of the list of countries" });
  return (
    <Page
      title={title}
      lead={
        <Plural
          value={rows.length}
          one="# state, and how its themes are spread over the scale of strength on the day asked about."
          other="# states, and how the themes of each are spread over the scale of strength on the day asked about."
        />
      }
    >
      <Figure
        title={
          <Trans comment="Figure title; place is the world, a group or a state">
            Themes by strength: {place}
          </Trans>
        }
        subtitle={day}
        tools={<StrengthLegend strengths={STRENGTHS.toReversed()} />}
        note={
          <Trans comment="Note under a figure of strengths">
            The strongest duty in force on each theme; core and related instruments count. What is unknown
            gives no strength.
          </Trans>
        }
        table={{ columns, rows, rowKey: ({ state }) => state.iso3 }}
        tableName={title}
        isTable
        api={apiAddress("/matrix", { date: when })}
      >
        <DataTable caption={title} columns={columns} rows={rows} rowKey={({ state }) => state.iso3} />
      </Figure>
    </Page>
  );
}

/** M49 names as the ids of groups are written: "Southern Asia" → "southern-asia". */
function groupId(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "");
}
