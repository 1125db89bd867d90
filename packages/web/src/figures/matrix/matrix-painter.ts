/** Draws the matrix on a canvas: one small rectangle a cell, a thin gap between groups. A film repaints only changed cells. */
import { STRENGTHS } from "@concord/core/vocabulary";
import { resolvePaint } from "../paint.ts";

/** Where rows and columns lie, in CSS pixels. */
export interface MatrixPlan {
  /** Rows and columns of the matrix in the order to draw. */
  rows: readonly number[];
  columns: readonly number[];
  /** Left edge of each column and top edge of each row. */
  x: readonly number[];
  y: readonly number[];
  cellWidth: number;
  cellHeight: number;
  /** Columns run from right to left, as the reader's language does. */
  mirrored: boolean;
  width: number;
  height: number;
}

interface PlanParts {
  rows: { order: readonly number[]; runs: readonly { from: number }[] };
  columns: { order: readonly number[]; runs: readonly { from: number }[] };
  cellWidth: number;
  cellHeight: number;
  /** Columns run from right to left. */
  mirrored: boolean;
}

/** Pixels between groups. */
export const GROUP_GAP = 6;

/** Lays the cells out, a gap before each group but the first. */
export function planMatrix({ rows, columns, cellWidth, cellHeight, mirrored }: PlanParts): MatrixPlan {
  const edges = ({ order, runs }: PlanParts["rows"], size: number) => {
    const begins = new Set(runs.map(({ from }) => from).filter((from) => from > 0));
    let edge = 0;
    return order.map((_, position) => {
      if (begins.has(position)) edge += GROUP_GAP;
      edge += size;
      return edge - size;
    });
  };
  const across = edges(columns, cellWidth);
  const y = edges(rows, cellHeight);
  const width = (across.at(-1) ?? 0) + cellWidth;
  const x = mirrored ? across.map((edge) => width - edge - cellWidth) : across;
  return {
    rows: rows.order,
    columns: columns.order,
    x,
    y,
    cellWidth,
    cellHeight,
    mirrored,
    width,
    height: (y.at(-1) ?? 0) + cellHeight,
  };
}

/** Which row or column a pixel falls on; -1 in a gap. */
export function positionAt(edges: readonly number[], size: number, pixel: number): number {
  return edges.findIndex((edge) => pixel >= edge && pixel < edge + size);
}

/**
 * Draws all cells, or only those that differ from the last drawing.
 * @param rank index of strength, row by row, `width` themes a row
 * @param last what was drawn last, undefined to draw all
 */
export function drawMatrix(
  canvas: HTMLCanvasElement,
  plan: MatrixPlan,
  rank: Uint8Array,
  themes: number,
  last: Uint8Array | undefined,
): void {
  const context = canvas.getContext("2d");
  const host = canvas.parentElement;
  if (!context || !host) return;
  const density = Math.min(2, window.devicePixelRatio || 1);
  const [width, height] = [Math.round(plan.width * density), Math.round(plan.height * density)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  context.setTransform(density, 0, 0, density, 0, 0);
  const paints = STRENGTHS.map((strength) => resolvePaint(host, `strength-${strength}`, context));
  const line = resolvePaint(host, "strength-edge", context);
  if (!last) context.clearRect(0, 0, plan.width, plan.height);
  const gap = plan.cellHeight > 6 ? 1 : 0.5;
  const recommended = STRENGTHS.indexOf("recommended");
  plan.rows.forEach((row, r) => {
    plan.columns.forEach((column, c) => {
      const cell = row * themes + column;
      const step = rank[cell] ?? 0;
      if (last && last[cell] === step) return;
      const [x, y] = [plan.x[c] ?? 0, plan.y[r] ?? 0];
      const [w, h] = [plan.cellWidth - 1, plan.cellHeight - gap];
      context.fillStyle = paints[step] ?? "transparent";
      context.fillRect(x, y, w, h);
      if (step === recommended && plan.cellHeight > 6) {
        context.strokeStyle = line;
        context.lineWidth = 1;
        context.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1);
      }
    });
  });
}
