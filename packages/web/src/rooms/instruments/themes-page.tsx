import { matrix as matrixOn } from "@concord/core/instruments";
import { PILLARS, STRENGTHS } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { PillarMark, StrengthLegend } from "../../figures/marks.tsx";
import { StrengthBar } from "../../figures/strength-bar.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { Page } from "../../ui/page.tsx";
import { countThemes, type ThemeCount } from "./theme-count.ts";

/** The 59 themes under the four pillars, each with how strongly the states asked about are bound. */
export function ThemesPage() {
  const { t } = useLingui();
  const law = useLaw();
  const who = useWho();
  const names = useNames();
  const { when, format } = useAsking();
  const counts = useMemo(() => countThemes(law, matrixOn(law, when), who.members), [law, when, who]);
  const scopes = useMemo(() => new Map(law.knowledge.themes.map(({ id, scope }) => [id, scope])), [law]);
  const instruments = useMemo(() => {
    const found = Map.groupBy(law.knowledge.provisions, ({ theme }) => theme);
    return new Map(
      [...found].map(([theme, rows]) => [theme, new Set(rows.map((row) => row.instrument)).size]),
    );
  }, [law]);
  const columns: Column<ThemeCount>[] = [
    {
      key: "theme",
      name: t({ message: "Theme", comment: "Column head: subject theme" }),
      value: ({ theme }) => names.theme(theme),
      cell: ({ theme }) => (
        <Link to="/themes/$theme" params={{ theme }} title={scopes.get(theme)}>
          {names.theme(theme)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "binding",
      name: t({ message: "States bound", comment: "Column head: number of states" }),
      value: ({ counts: by }) => by.binding,
      numeric: true,
    },
    {
      key: "spread",
      name: t({ message: "All states by strength", comment: "Column head: bar over the scale of strength" }),
      value: ({ counts: by }) => by.binding + by.qualified,
      cell: ({ counts: by }) => <StrengthBar counts={by} />,
    },
    {
      key: "instruments",
      name: t({ message: "Instruments", comment: "Column head: number of treaties" }),
      value: ({ theme }) => instruments.get(theme) ?? 0,
      numeric: true,
    },
  ];
  const place = names.who(who.id);
  const day = format.day(when);
  const title = t({ message: "Themes", comment: "Heading of the list of subject themes" });
  return (
    <Page
      title={title}
      lead={
        <Trans comment="Under the heading: Themes">
          The work against trafficking falls into 59 themes under four pillars. Each page sets what the
          instruments say on one theme side by side.
        </Trans>
      }
      tools={<StrengthLegend strengths={STRENGTHS.toReversed()} />}
    >
      {PILLARS.map((pillar) => {
        const rows = counts.filter((row) => row.pillar === pillar);
        return (
          <Figure
            key={pillar}
            title={<PillarMark pillar={pillar} />}
            subtitle={
              <Trans comment="Subtitle; place is the world, a group or a state, day a date">
                {place} · {day}
              </Trans>
            }
            table={{ columns, rows, rowKey: ({ theme }) => theme }}
            tableName={names.pillar(pillar)}
            isTable
            api={apiAddress("/themes")}
          >
            <DataTable
              caption={names.pillar(pillar)}
              columns={columns}
              rows={rows}
              rowKey={({ theme }) => theme}
              whole
            />
          </Figure>
        );
      })}
    </Page>
  );
}
