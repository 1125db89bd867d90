import { type Concordance, concordance } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { StrengthLegend, StrengthMark } from "../../figures/marks.tsx";
import { API } from "../../shell/api.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { useParaphrases } from "./paraphrase.ts";

type Row = Concordance["themes"][number] & { differs: boolean };

/** Instruments side by side, theme by theme: the strongest provision of each, and what only one of them says. */
export function CompareInstruments({ instruments }: { instruments: readonly string[] }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const paraphrase = useParaphrases();
  const answer = useMemo(() => concordance(law, instruments), [law, instruments]);
  if (!answer.ok) return null;
  const rows: Row[] = answer.value.themes.map((row) => ({
    ...row,
    differs: new Set(row.strengths).size > 1,
  }));
  const columns: Column<Row>[] = [
    {
      key: "theme",
      name: t({ message: "Theme", comment: "Column head: subject theme" }),
      value: ({ theme }) => names.theme(theme),
      cell: ({ theme }) => (
        <Link to="/themes/$theme" params={{ theme }}>
          {names.theme(theme)}
        </Link>
      ),
      isHeader: true,
    },
    ...instruments.map((instrument, at) => ({
      key: instrument,
      name: names.instrument(instrument),
      value: ({ strengths, provisions }: Row) =>
        [
          names.strength(strengths[at] ?? "none"),
          ...(provisions[instrument] ?? []).map(({ provision }) => provision),
        ].join(" "),
      cell: ({ strengths, provisions, theme, only }: Row) => (
        <div className="concordance-cell">
          <StrengthMark strength={strengths[at] ?? "none"} />
          {only === instrument && (
            <span className="small quiet">
              <Trans comment="Mark in a table: no other column speaks on this theme">only here</Trans>
            </span>
          )}
          <ul className="small">
            {(provisions[instrument] ?? []).map(({ provision }) => (
              <li key={provision} title={paraphrase(instrument, provision, theme)}>
                <bdi>{provision}</bdi>
              </li>
            ))}
          </ul>
        </div>
      ),
    })),
  ];
  const differing = rows.filter(({ differs }) => differs).length;
  const title = t({ message: "Where they differ", comment: "Title of a comparison of instruments" });
  return (
    <Figure
      title={title}
      subtitle={
        <Plural
          value={differing}
          one="# theme on which their strength differs"
          other="# themes on which their strength differs"
        />
      }
      tools={
        <StrengthLegend strengths={["binding", "qualified", "permissive", "declaratory", "recommended"]} />
      }
      note={
        <Trans comment="Note under a comparison of instruments">
          Texts are compared here, whoever is bound by them; every coded provision is shown.
        </Trans>
      }
      table={{ columns, rows, rowKey: ({ theme }) => theme }}
      tableName={title}
      api={`${API}/concordance?${instruments.map((id) => `instrument=${id}`).join("&")}`}
    >
      <DifferenceTable caption={title} columns={columns} rows={rows} rowKey={({ theme }) => theme} />
    </Figure>
  );
}
