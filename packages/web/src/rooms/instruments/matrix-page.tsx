import "./matrix.css";
import { type Matrix, matrix as matrixOn } from "@concord/core/instruments";
import { STRENGTHS } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useRef } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { useMemberSet } from "../../figures/map/world-map.tsx";
import { StrengthLegend } from "../../figures/marks.tsx";
import { planMatrix } from "../../figures/matrix/matrix-painter.ts";
import { TimeTrack } from "../../figures/time-track.tsx";
import { useWidth } from "../../figures/width.ts";
import { apiAddress } from "../../shell/api.ts";
import { today, useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { LiveDayText } from "../../shell/live-day-text.tsx";
import { useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { Page } from "../../ui/page.tsx";
import { useBindingCurve } from "./binding-curve.ts";
import { useDayAnswer } from "./day-answer.ts";
import { MatrixFrame } from "./matrix-frame.tsx";
import { orderColumns, orderRows } from "./matrix-order.ts";
import { MatrixPanel } from "./matrix-panel.tsx";
import { MatrixTools } from "./matrix-tools.tsx";

const route = getRouteApi("/law/matrix");
const CELL_HEIGHTS = { small: 4, medium: 8, large: 16 } as const;
const LEAST_CELL_WIDTH = 11;
const HEADS = 136 + 4 * 6;

/** All states by all themes on one day: 11,623 cells to look over, and to walk one by one. */
export function MatrixPage() {
  const { t } = useLingui();
  const law = useLaw();
  const who = useWho();
  const names = useNames();
  const { when, format, rightToLeft } = useAsking();
  const { order = "region", columns: columnOrder = "listed", zoom = "small", cell } = route.useSearch();
  const navigate = useNavigate({ from: "/matrix" });
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);

  const answer = useDayAnswer(useCallback((day: string) => matrixOn(law, day), [law]));
  const matrix = answer(when);
  const all = who.kind === "state" ? matrix.states : who.members;
  const members = useMemberSet(all);
  const rows = useMemo(
    () => orderRows(matrix, law.states, members, order, names.state, names.compare),
    [matrix, law, members, order, names],
  );
  const columns = useMemo(
    () => orderColumns(matrix, law.themes, rows.order, columnOrder),
    [matrix, law, rows, columnOrder],
  );
  const cellWidth = Math.max(LEAST_CELL_WIDTH, Math.floor((width - HEADS) / law.themes.length));
  const plan = useMemo(
    () => planMatrix({ rows, columns, cellWidth, cellHeight: CELL_HEIGHTS[zoom], mirrored: rightToLeft }),
    [rows, columns, cellWidth, zoom, rightToLeft],
  );
  const rankOn = useCallback((day: string) => answer(day).rank, [answer]);

  const [askedState, askedTheme] = cell?.split(":") ?? [];
  const stateRow = rows.order.indexOf(
    matrix.states.indexOf(askedState ?? (who.kind === "state" ? who.id : "")),
  );
  const themeColumn = columns.order.indexOf(law.themeIndex.get(askedTheme ?? "") ?? -1);
  const focus = { row: Math.max(0, stateRow), column: Math.max(0, themeColumn) };
  const state = matrix.states[rows.order[focus.row] ?? 0] ?? "";
  const theme = law.themes[columns.order[focus.column] ?? 0]?.id ?? "";

  const group = names.who(who.kind === "state" ? "world" : who.id);
  const bound = useMemo(() => countBinding(matrix, rows.order), [matrix, rows]);
  const cells = format.count(rows.order.length * law.themes.length);
  const bindingShare = format.share(bound, rows.order.length * law.themes.length);
  const day = format.day(when);
  const label = t({
    message: `States by themes: ${group}`,
    comment: "Title of the matrix; group is the world, a region or an organization",
  });
  const points = useBindingCurve(law, today());
  const table = useMatrixTable(matrix, rows.order);
  return (
    <Page
      wide
      title={t({ message: "Matrix", comment: "Navigation: table of states by themes" })}
      hideTitle
      lead={
        <Trans comment="Above the matrix. bindingShare: a percentage; cells: a number; day: a date">
          On {day}, {bindingShare} of {cells} cells were binding duties. Choose a cell to see the article
          behind it.
        </Trans>
      }
      tools={<MatrixTools order={order} columns={columnOrder} zoom={zoom} />}
    >
      <div className="matrix-layout">
        <Figure
          className="matrix-figure"
          title={label}
          subtitle={<LiveDayText form="day" />}
          note={<StrengthLegend strengths={STRENGTHS.toReversed()} />}
          table={table}
          tableName={label}
          api={apiAddress("/matrix", { date: when })}
        >
          <div ref={place}>
            {width > 0 && (
              <MatrixFrame
                label={label}
                plan={plan}
                states={matrix.states}
                rowRuns={rows.runs}
                columnRuns={columns.runs}
                rankOn={rankOn}
                settled={when}
                focus={focus}
                onFocus={({ row, column }) => {
                  const chosen = `${matrix.states[rows.order[row] ?? 0]}:${law.themes[columns.order[column] ?? 0]?.id}`;
                  void navigate({
                    search: (before) => ({ ...before, cell: chosen }),
                    replace: true,
                    resetScroll: false,
                  });
                }}
                onEnter={() => heading.current?.focus()}
              />
            )}
          </div>
        </Figure>
        <MatrixPanel state={state} theme={theme} heading={heading} />
      </div>
      <TimeTrack
        points={points}
        most={matrix.rank.length}
        caption={t({
          message: "Cells with a binding duty, all states",
          comment: "Caption of the curve over time under the matrix",
        })}
      />
    </Page>
  );
}

function countBinding(matrix: Matrix, rows: readonly number[]): number {
  const width = matrix.themes.length;
  const binding = STRENGTHS.indexOf("binding");
  return rows.reduce(
    (sum, row) =>
      sum + matrix.rank.subarray(row * width, (row + 1) * width).filter((rank) => rank === binding).length,
    0,
  );
}

/** The table twin: a row a state, a column a theme. */
function useMatrixTable(matrix: Matrix, rows: readonly number[]) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const width = matrix.themes.length;
  const columns: Column<number>[] = [
    {
      key: "state",
      name: t({ message: "State", comment: "Column head: a country" }),
      value: (row) => names.state(matrix.states[row] ?? ""),
      isHeader: true,
    },
    {
      key: "iso3",
      name: t({ message: "Code", comment: "Column head: code of a country" }),
      value: (row) => matrix.states[row],
    },
    ...law.themes.map(({ id }, theme) => ({
      key: id,
      name: names.theme(id),
      value: (row: number) => names.strength(STRENGTHS[matrix.rank[row * width + theme] ?? 0] ?? "none"),
    })),
  ];
  return { columns, rows, rowKey: (row: number) => matrix.states[row] ?? "" };
}
