import type { Roadmap, UnreachableReason } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";

interface Row {
  theme: string;
  reason: UnreachableReason;
}

/** Themes that no ratification brings to the target, each with the reason; and instruments left out as unknown. */
export function RoadmapUnreachable({ roadmap, address }: { roadmap: Roadmap; address: string }) {
  const { t } = useLingui();
  const names = useNames();
  const { format } = useAsking();
  const rows: Row[] = Object.entries(roadmap.unreachable).map(([theme, reason]) => ({ theme, reason }));
  const reasons: Record<UnreachableReason, string> = {
    "only-unknown": t({
      message: "only an instrument whose list of parties is not known gives it",
      comment: "Why no ratification reaches a theme",
    }),
    "only-closed": t({
      message: "only instruments closed to the state, or not yet in force, give it",
      comment: "Why no ratification reaches a theme",
    }),
    "no-instrument": t({
      message: "no binding instrument gives it",
      comment: "Why no ratification reaches a theme",
    }),
  };
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
    {
      key: "reason",
      name: t({ message: "Why", comment: "Column head: reason why a theme is out of reach" }),
      value: ({ reason }) => reasons[reason],
    },
  ];
  const excluded = format.list(roadmap.unknown_excluded.map(names.instrument));
  const title = t({ message: "Out of reach of any ratification", comment: "Title: themes no treaty lifts" });
  if (rows.length === 0 && roadmap.unknown_excluded.length === 0) return null;
  return (
    <Figure
      title={title}
      note={
        roadmap.unknown_excluded.length > 0 && (
          <Trans comment="excluded lists treaties whose parties are not known">
            Left out because it is not known whether the state is already a party: {excluded}.
          </Trans>
        )
      }
      table={{ columns, rows, rowKey: ({ theme }) => theme }}
      tableName={title}
      isTable
      api={address}
    >
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ theme }) => theme}
        emptyText={t({ message: "Every lacking theme is within reach.", comment: "Empty table" })}
      />
    </Figure>
  );
}
