import { compareStates, type Status } from "@concord/core/instruments";
import type { Strength } from "@concord/core/vocabulary";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { PillarMark, StrengthMark } from "../../figures/marks.tsx";
import { API } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { Notice } from "../../ui/notice.tsx";
import { DifferenceTable } from "./difference-table.tsx";

interface ThemeRow {
  theme: string;
  strengths: Strength[];
  differs: boolean;
}
interface InstrumentRow {
  instrument: string;
  statuses: Status[];
  differs: boolean;
}

interface CompareStatesProps {
  columns: readonly { iso3: string; date: string }[];
  /** One state on several days: columns are named by day. */
  byDay?: boolean;
}

/** States, or one state on several days: strength by theme and standing by instrument, side by side. */
export function CompareStates({ columns, byDay = false }: CompareStatesProps) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { format } = useAsking();
  const answer = useMemo(() => compareStates(law, columns), [law, columns]);
  const pillarOf = useMemo(() => new Map(law.knowledge.themes.map(({ id, pillar }) => [id, pillar])), [law]);
  if (!answer.ok)
    return (
      <Notice kind="empty">
        <Trans comment="Compare page: nothing to compare yet">
          Choose at least two columns; four fit side by side.
        </Trans>
      </Notice>
    );
  const heads = columns.map(({ iso3, date }) => (byDay ? format.shortDay(date) : names.state(iso3)));
  const api = `${API}/compare?${columns.map(({ iso3, date }) => `state=${iso3}@${date}`).join("&")}`;
  const themes: Column<ThemeRow>[] = [
    {
      key: "theme",
      name: t({ message: "Theme", comment: "Column head: subject theme" }),
      value: ({ theme }) => names.theme(theme),
      cell: ({ theme }) => {
        const pillar = pillarOf.get(theme);
        return (
          <span className="mark">
            {pillar && <PillarMark pillar={pillar} wordless />}
            <Link to="/themes/$theme" params={{ theme }}>
              {names.theme(theme)}
            </Link>
          </span>
        );
      },
      isHeader: true,
    },
    ...columns.map(({ iso3, date }, at) => ({
      key: `${iso3} ${date}`,
      name: heads[at] ?? "",
      value: ({ strengths }: ThemeRow) => names.strength(strengths[at] ?? "none"),
      cell: ({ strengths }: ThemeRow) => <StrengthMark strength={strengths[at] ?? "none"} />,
    })),
  ];
  const since = (status: Status | undefined) =>
    status && "since" in status ? status.since : status?.kind === "signed" ? status.date : "";
  const instruments: Column<InstrumentRow>[] = [
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument),
      cell: ({ instrument }) => (
        <Link to="/instruments/$instrument" params={{ instrument }}>
          {names.instrument(instrument)}
        </Link>
      ),
      isHeader: true,
    },
    ...columns.map(({ iso3, date }, at) => ({
      key: `${iso3} ${date}`,
      name: heads[at] ?? "",
      value: ({ statuses }: InstrumentRow) => {
        const status = statuses[at];
        return `${names.standing(status?.kind ?? "unknown")} ${since(status)}`.trim();
      },
      cell: ({ statuses }: InstrumentRow) => {
        const status = statuses[at];
        const day = since(status);
        return (
          <span className="mark">
            <span className={`swatch standing-${status?.kind ?? "unknown"}`} aria-hidden />
            {names.standing(status?.kind ?? "unknown")}
            {day !== "" && <span className="quiet numbers">{format.shortDay(day)}</span>}
          </span>
        );
      },
    })),
  ];
  const themeTitle = t({ message: "Duties that differ", comment: "Title of a comparison by theme" });
  const instrumentTitle = t({
    message: "Instruments that differ",
    comment: "Title of a comparison by treaty",
  });
  const differing = answer.value.themes.filter(({ differs }) => differs).length;
  return (
    <>
      <Figure
        title={themeTitle}
        subtitle={
          <Plural
            value={differing}
            one={`# theme differs between ${format.list(heads)}`}
            other={`# themes differ between ${format.list(heads)}`}
          />
        }
        table={{ columns: themes, rows: answer.value.themes, rowKey: ({ theme }) => theme }}
        tableName={themeTitle}
        api={api}
      >
        <DifferenceTable
          caption={themeTitle}
          columns={themes}
          rows={answer.value.themes}
          rowKey={({ theme }) => theme}
        />
      </Figure>
      <Figure
        title={instrumentTitle}
        table={{
          columns: instruments,
          rows: answer.value.instruments,
          rowKey: ({ instrument }) => instrument,
        }}
        tableName={instrumentTitle}
        api={api}
      >
        <DifferenceTable
          caption={instrumentTitle}
          columns={instruments}
          rows={answer.value.instruments}
          rowKey={({ instrument }) => instrument}
        />
      </Figure>
    </>
  );
}
