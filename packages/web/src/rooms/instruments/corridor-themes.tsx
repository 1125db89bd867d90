import type { CorridorBasis, ProvisionKey } from "@concord/core/instruments";
import { STRENGTH_RANK, type Strength, type Theme } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { PillarMark, StrengthMark } from "../../figures/marks.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";

interface Row {
  theme: Theme;
  strength: Strength;
  by: ProvisionKey[];
}

/** The whole common basis: all themes, and the instruments in force for both. */
export function CorridorThemes({ basis }: { basis: CorridorBasis }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { format } = useAsking();
  const rows: Row[] = law.knowledge.themes.map((theme) => ({
    theme,
    strength: basis.themes[theme.id]?.strength ?? "none",
    by: basis.themes[theme.id]?.by ?? [],
  }));
  const cite = ([instrument, provision]: ProvisionKey) => `${names.instrument(instrument)} ${provision}`;
  const columns: Column<Row>[] = [
    {
      key: "theme",
      name: t({ message: "Theme", comment: "Column head: subject theme" }),
      value: ({ theme }) => names.theme(theme.id),
      cell: ({ theme }) => (
        <span className="mark">
          <PillarMark pillar={theme.pillar} wordless />
          <Link to="/themes/$theme" params={{ theme: theme.id }}>
            {names.theme(theme.id)}
          </Link>
        </span>
      ),
      isHeader: true,
    },
    {
      key: "strength",
      name: t({ message: "Strength", comment: "Column head: how strong a duty is" }),
      value: ({ strength }) => STRENGTH_RANK[strength],
      cell: ({ strength }) => <StrengthMark strength={strength} />,
    },
    {
      key: "by",
      name: t({ message: "Given by", comment: "Column head: provisions that give a duty" }),
      value: ({ by }) => by.map(cite).join("; "),
      cell: ({ by }) => (
        <>
          {by.slice(0, 4).map(cite).join("; ")}
          {by.length > 4 && <span className="quiet"> +{format.count(by.length - 4)}</span>}
        </>
      ),
    },
  ];
  const title = t({ message: "Common basis, theme by theme", comment: "Title of a corridor's table" });
  const list = format.list(basis.common.map(names.instrument));
  return (
    <Figure
      title={title}
      subtitle={format.day(basis.date)}
      note={
        basis.common.length > 0 && (
          <Trans comment="list names treaties">
            In force for both: {list}. Soft law is recommended to both.
          </Trans>
        )
      }
      table={{ columns, rows, rowKey: ({ theme }) => theme.id }}
      tableName={title}
      isTable
      api={apiAddress(`/corridors/${basis.origin}/${basis.destination}`, { date: basis.date })}
    >
      <DataTable caption={title} columns={columns} rows={rows} rowKey={({ theme }) => theme.id} />
    </Figure>
  );
}
