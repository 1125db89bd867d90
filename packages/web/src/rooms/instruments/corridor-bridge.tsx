import { CORRIDOR_THEMES, type CorridorBasis } from "@concord/core/instruments";
import { STRENGTH_RANK, type Strength } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { StrengthLegend, StrengthMark } from "../../figures/marks.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";

interface Row {
  theme: string;
  strength: Strength;
  by: string[];
}

/** Origin on one side, destination on the other; between them a line a theme, whole where a duty is common, broken where weak. */
export function CorridorBridge({ basis }: { basis: CorridorBasis }) {
  const { t } = useLingui();
  const names = useNames();
  const { format } = useAsking();
  const rows: Row[] = CORRIDOR_THEMES.map((theme) => {
    const duty = basis.themes[theme];
    return {
      theme,
      strength: duty?.strength ?? "none",
      by: [...new Set((duty?.by ?? []).map(([instrument]) => names.instrument(instrument)))],
    };
  });
  const columns: Column<Row>[] = [
    {
      key: "theme",
      name: t({ message: "Theme", comment: "Column head: subject theme" }),
      value: ({ theme }) => names.theme(theme),
      isHeader: true,
    },
    {
      key: "strength",
      name: t({ message: "Strength", comment: "Column head: how strong a duty is" }),
      value: ({ strength }) => names.strength(strength),
    },
    {
      key: "by",
      name: t({ message: "Given by", comment: "Column head: provisions that give a duty" }),
      value: ({ by }) => by.join("; "),
    },
  ];
  const title = t({ message: "What joins the two", comment: "Title: themes of cooperation of a corridor" });
  return (
    <Figure
      title={title}
      subtitle={
        <Trans comment="Subtitle: lines between two states">
          Themes on which one state needs the other; a broken line is a weak basis or none
        </Trans>
      }
      tools={
        <StrengthLegend
          strengths={["binding", "qualified", "permissive", "declaratory", "recommended", "none"]}
        />
      }
      table={{ columns, rows, rowKey: ({ theme }) => theme }}
      tableName={title}
      api={apiAddress(`/corridors/${basis.origin}/${basis.destination}`, { date: basis.date })}
    >
      <div className="bridge">
        <p className="bridge-end">
          <Link to="/states/$state" params={{ state: basis.origin }}>
            {names.state(basis.origin)}
          </Link>
        </p>
        <ul className="bridge-lines">
          {rows.map(({ theme, strength, by }) => (
            <li key={theme} className="bridge-line" data-rank={STRENGTH_RANK[strength]}>
              <span className={`bridge-rule bridge-${strength}`} aria-hidden />
              <span className="bridge-words">
                <StrengthMark strength={strength} wordless />
                <Link to="/themes/$theme" params={{ theme }}>
                  {names.theme(theme)}
                </Link>
                <span className="small quiet">{format.list(by.slice(0, 3))}</span>
              </span>
            </li>
          ))}
        </ul>
        <p className="bridge-end">
          <Link to="/states/$state" params={{ state: basis.destination }}>
            {names.state(basis.destination)}
          </Link>
        </p>
      </div>
    </Figure>
  );
}
