import type { Roadmap } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { useNames } from "../../shell/names.ts";
import { RoadmapMark } from "./roadmap-mark.tsx";

interface Row {
  instrument: string;
  themes: string[];
  sets: number;
}

/** What each candidate lifts by itself, whether or not it stands in a smallest set. */
export function RoadmapAlone({ roadmap, address }: { roadmap: Roadmap; address: string }) {
  const { t } = useLingui();
  const names = useNames();
  const rows: Row[] = Object.entries(roadmap.alone)
    .map(([instrument, themes]) => ({
      instrument,
      themes,
      sets: roadmap.optimal.filter((set) => set.includes(instrument)).length,
    }))
    .sort((a, b) => b.themes.length - a.themes.length);
  const columns: Column<Row>[] = [
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument),
      cell: ({ instrument }) => (
        <>
          <Link to="/instruments/$instrument" params={{ instrument }}>
            {names.instrument(instrument)}
          </Link>{" "}
          <span className="small quiet">
            <RoadmapMark roadmap={roadmap} instrument={instrument} />
          </span>
        </>
      ),
      isHeader: true,
    },
    {
      key: "lifts",
      name: t({
        message: "Themes on its own",
        comment: "Column head: number of themes a ratification lifts",
      }),
      value: ({ themes }) => themes.length,
      numeric: true,
    },
    {
      key: "sets",
      name: t({ message: "In smallest sets", comment: "Column head: number of sets that name the treaty" }),
      value: ({ sets }) => sets,
      numeric: true,
    },
    {
      key: "themes",
      name: t({ message: "Which", comment: "Column head: names of the themes" }),
      value: ({ themes }) => themes.map(names.theme).join("; "),
    },
  ];
  const title = t({ message: "What each adds on its own", comment: "Title: table of candidates" });
  return (
    <Figure
      title={title}
      note={
        <Trans comment="Note under the table of candidates">
          An instrument that is needed only so that another can be joined stands here with 0.
        </Trans>
      }
      table={{ columns, rows, rowKey: ({ instrument }) => instrument }}
      tableName={title}
      isTable
      api={address}
    >
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ instrument }) => instrument}
        emptyText={t({ message: "No candidate lifts a theme.", comment: "Empty table of candidates" })}
      />
    </Figure>
  );
}
