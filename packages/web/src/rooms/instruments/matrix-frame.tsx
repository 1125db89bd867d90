import type { Pillar } from "@concord/core/vocabulary";
import { useLingui } from "@lingui/react/macro";
import { PillarMark } from "../../figures/marks.tsx";
import { type CellPlace, MatrixGrid } from "../../figures/matrix/matrix-grid.tsx";
import type { MatrixPlan } from "../../figures/matrix/matrix-painter.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import type { Run } from "./matrix-order.ts";
import { useRegionName } from "./region-name.ts";

const HEADS_HEIGHT = 152;
const NAMES_WIDTH = 136;
/** From this height on a row has room for its name. */
const NAMED_FROM = 11;

interface MatrixFrameProps {
  label: string;
  plan: MatrixPlan;
  /** Codes of states by row of the matrix. */
  states: readonly string[];
  rowRuns: readonly Run[];
  columnRuns: readonly Run[];
  rankOn: (day: string) => Uint8Array;
  settled: string;
  focus: CellPlace;
  onFocus: (place: CellPlace) => void;
  onEnter: () => void;
}

/** Left edge and width of a run of columns, whichever way they run. */
function runEdges(plan: MatrixPlan, from: number, length: number) {
  const ends = [plan.x[from] ?? 0, plan.x[from + length - 1] ?? 0];
  return { left: Math.min(...ends), width: Math.abs((ends[0] ?? 0) - (ends[1] ?? 0)) + plan.cellWidth };
}

/** The matrix with its heads: themes above, states or regions at its side, both staying in sight while it scrolls. */
export function MatrixFrame(props: MatrixFrameProps) {
  const { plan, focus } = props;
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const regionName = useRegionName();
  const themeAt = (column: number) => law.themes[plan.columns[column] ?? 0]?.id ?? "";
  const stateAt = (row: number) => props.states[plan.rows[row] ?? 0] ?? "";
  const named = plan.cellHeight >= NAMED_FROM;
  return (
    <section
      className="matrix-scroll"
      aria-label={t({ message: "Matrix", comment: "Navigation: table of states by themes" })}
    >
      <div className="matrix-frame">
        <div className="matrix-corner" style={{ width: NAMES_WIDTH, height: HEADS_HEIGHT }} />
        <div className="matrix-heads" style={{ width: plan.width, height: HEADS_HEIGHT }} aria-hidden>
          {props.columnRuns.map(({ name, from, length }) => (
            <span key={name} className="matrix-pillar" style={runEdges(plan, from, length)}>
              <PillarMark pillar={name as Pillar} />
            </span>
          ))}
          {plan.columns.map((theme, column) => (
            <span
              key={theme}
              className="matrix-head"
              data-focus={column === focus.column || undefined}
              style={{ left: plan.x[column] ?? 0, width: plan.cellWidth - 1 }}
            >
              {names.theme(themeAt(column))}
            </span>
          ))}
        </div>
        <div className="matrix-names" style={{ width: NAMES_WIDTH, height: plan.height }} aria-hidden>
          {named
            ? plan.rows.map((row, position) => (
                <span
                  key={row}
                  className="matrix-name"
                  data-focus={position === focus.row || undefined}
                  style={{ top: plan.y[position] ?? 0, lineHeight: `${plan.cellHeight}px` }}
                >
                  {names.state(stateAt(position))}
                </span>
              ))
            : props.rowRuns
                .filter(({ name }) => name !== "")
                .map(({ name, from }) => (
                  <span key={name} className="matrix-run" style={{ top: plan.y[from] ?? 0 }}>
                    {regionName(name)}
                  </span>
                ))}
          {!named && (
            <span className="matrix-name" data-focus style={{ top: (plan.y[focus.row] ?? 0) - 7 }}>
              {names.state(stateAt(focus.row))}
            </span>
          )}
        </div>
        <MatrixGrid
          label={props.label}
          plan={plan}
          rankOn={props.rankOn}
          settled={props.settled}
          themes={law.themes.length}
          rowName={(row) => names.state(stateAt(row))}
          columnName={(column) => names.theme(themeAt(column))}
          strengthName={names.strength}
          focus={focus}
          onFocus={props.onFocus}
          onEnter={props.onEnter}
        />
      </div>
    </section>
  );
}
