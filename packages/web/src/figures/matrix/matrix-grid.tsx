import { STRENGTHS, type Strength } from "@concord/core/vocabulary";
import { useLingui } from "@lingui/react/macro";
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useMovingDay } from "../../shell/live-day.ts";
import { usePaintScheme } from "../paint.ts";
import { drawMatrix, type MatrixPlan, positionAt } from "./matrix-painter.ts";

/** A cell by its place in the order shown. */
export interface CellPlace {
  row: number;
  column: number;
}

interface MatrixGridProps {
  label: string;
  plan: MatrixPlan;
  /** Ranks of all cells on a day. */
  rankOn: (day: string) => Uint8Array;
  settled: string;
  themes: number;
  rowName: (row: number) => string;
  columnName: (column: number) => string;
  strengthName: (strength: Strength) => string;
  focus: CellPlace;
  onFocus: (place: CellPlace) => void;
  /** Enter: go on to the explanation of the cell. */
  onEnter: () => void;
}

const PAGE = 10;

/**
 * The matrix as a grid: drawn on a canvas, walked by arrow keys (Home, End, Page up and down; with Ctrl to the corners), read
 * aloud cell by cell. Only the focus cell is an element; assistive technology is told its place among all.
 */
export function MatrixGrid(props: MatrixGridProps) {
  const { plan, rankOn, settled, focus, onFocus } = props;
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const [pointed, setPointed] = useState<CellPlace>();
  const strengthAt = ({ row, column }: CellPlace): Strength => {
    const rank = rankOn(settled)[(plan.rows[row] ?? 0) * props.themes + (plan.columns[column] ?? 0)] ?? 0;
    return STRENGTHS[rank] ?? "none";
  };
  const words = (place: CellPlace) =>
    `${props.rowName(place.row)}, ${props.columnName(place.column)}: ${props.strengthName(strengthAt(place))}`;

  const go = (place: CellPlace) =>
    onFocus({
      row: Math.min(plan.rows.length - 1, Math.max(0, place.row)),
      column: Math.min(plan.columns.length - 1, Math.max(0, place.column)),
    });
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") return props.onEnter();
    const next = placeAfter(event, focus, plan);
    if (!next) return;
    event.preventDefault();
    go(next);
  };
  const placeOf = (event: PointerEvent<HTMLElement>): CellPlace | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    const row = positionAt(plan.y, plan.cellHeight, event.clientY - box.top);
    const column = positionAt(plan.x, plan.cellWidth, event.clientX - box.left);
    return row >= 0 && column >= 0 ? { row, column } : undefined;
  };

  // The focus cell stays in sight when the keyboard moves it.
  useEffect(() => {
    if (document.activeElement !== table.current) return;
    const cell = table.current?.querySelector(`[data-cell="${focus.row} ${focus.column}"]`);
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [focus.row, focus.column]);

  const cellId = `${id}-${focus.row}-${focus.column}`;
  // Walked as one: a single stop for the tabulator, cells by arrow keys.
  const grid = {
    role: "grid",
    tabIndex: 0,
    "aria-label": props.label,
    "aria-rowcount": plan.rows.length,
    "aria-colcount": plan.columns.length,
    "aria-activedescendant": cellId,
  };
  const hint = pointed ? words(pointed) : undefined;
  return (
    <div className="matrix-grid" style={{ width: plan.width, height: plan.height }}>
      <Cells plan={plan} rankOn={rankOn} settled={settled} themes={props.themes} />
      <table
        ref={table}
        {...grid}
        className="matrix-keys"
        onKeyDown={onKey}
        onPointerMove={(event) => setPointed(placeOf(event))}
        onPointerLeave={() => setPointed(undefined)}
        onPointerUp={(event) => {
          const place = placeOf(event);
          if (place) go(place);
        }}
      >
        <tbody>
          <tr aria-rowindex={focus.row + 1}>
            <td
              id={cellId}
              data-cell={`${focus.row} ${focus.column}`}
              aria-colindex={focus.column + 1}
              aria-label={words(focus)}
              className="matrix-focus"
              style={{
                left: plan.x[focus.column] ?? 0,
                top: plan.y[focus.row] ?? 0,
                width: plan.cellWidth - 1,
                height: plan.cellHeight - 1,
              }}
            />
          </tr>
        </tbody>
      </table>
      {pointed && hint && <PointedHint plan={plan} place={pointed} words={hint} />}
    </div>
  );
}

/** The canvas, which follows the film. */
function Cells({
  plan,
  rankOn,
  settled,
  themes,
}: Pick<MatrixGridProps, "plan" | "rankOn" | "settled" | "themes">) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ plan: MatrixPlan; scheme: number; rank: Uint8Array }>(null);
  const scheme = usePaintScheme();
  const rank = rankOn(useMovingDay(settled));
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const before = last.current;
    const same = before?.plan === plan && before.scheme === scheme;
    drawMatrix(canvas.current, plan, rank, themes, same ? before.rank : undefined);
    last.current = { plan, scheme, rank };
  }, [plan, scheme, rank, themes]);
  return <canvas ref={canvas} aria-hidden style={{ width: plan.width, height: plan.height }} />;
}

function PointedHint({ plan, place, words }: { plan: MatrixPlan; place: CellPlace; words: string }) {
  const { i18n } = useLingui();
  const x = (plan.x[place.column] ?? 0) + plan.cellWidth;
  const atRight = x > plan.width * 0.6;
  return (
    <div
      className="matrix-hint"
      dir="auto"
      lang={i18n.locale}
      style={{
        top: (plan.y[place.row] ?? 0) + plan.cellHeight + 4,
        ...(atRight ? { right: plan.width - x + plan.cellWidth } : { left: x }),
      }}
    >
      {words}
    </div>
  );
}

function placeAfter(
  event: KeyboardEvent,
  { row, column }: CellPlace,
  plan: MatrixPlan,
): CellPlace | undefined {
  const onward = plan.mirrored ? -1 : 1;
  const corner = event.ctrlKey || event.metaKey;
  const [lastRow, lastColumn] = [plan.rows.length - 1, plan.columns.length - 1];
  switch (event.key) {
    case "ArrowRight":
      return { row, column: column + onward };
    case "ArrowLeft":
      return { row, column: column - onward };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowUp":
      return { row: row - 1, column };
    case "PageDown":
      return { row: row + PAGE, column };
    case "PageUp":
      return { row: row - PAGE, column };
    case "Home":
      return { row: corner ? 0 : row, column: 0 };
    case "End":
      return { row: corner ? lastRow : row, column: lastColumn };
    default:
      return undefined;
  }
}
