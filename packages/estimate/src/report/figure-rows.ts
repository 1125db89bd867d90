/**
 * A figure of estimates with their intervals, one row each, as SVG text. Used for methods, lists left out, thresholds.
 * Long scales are logarithmic and say so.
 */
import { escapeText, plain } from "./escape-text.ts";

export interface FigureRow {
  readonly name: string;
  readonly total: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  /** Words instead of a mark when there is no estimate. */
  readonly reason: string;
}

const WIDTH = 760;
const RIGHT = 32;
const LONGEST_NAME = 46;
const LETTER = 7.2;
const ROW = 26;
const TOP = 10;

/** Ratio of largest to smallest value beyond which the axis is logarithmic. */
const LOGARITHMIC_FROM = 8;

/**
 * @param title what the figure shows, for those who don't see it
 * @param reference the main estimate, drawn as a line through all rows
 */
export function drawRows(title: string, rows: readonly FigureRow[], reference: number): string {
  const longest = Math.max(0, ...rows.map((row) => Math.min(LONGEST_NAME, row.name.length)));
  const left = Math.round(longest * LETTER) + 24;
  const values = rows
    .flatMap((r) => [r.total, r.lower, r.upper])
    .filter((v): v is number => Number.isFinite(v));
  values.push(reference);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const logarithmic = high / Math.max(low, 1) > LOGARITHMIC_FROM;
  const ticks = axisTicks(low, high, logarithmic);
  const from = ticks[0]!;
  const to = ticks.at(-1)!;
  const place = (v: number): number => {
    const share = logarithmic ? Math.log(v / from) / Math.log(to / from) : (v - from) / (to - from);
    return left + Math.min(1, Math.max(0, share)) * (WIDTH - left - RIGHT);
  };
  const bottom = TOP + rows.length * ROW;
  const parts = ticks.map(
    (t) =>
      `<line class="grid" x1="${n(place(t))}" x2="${n(place(t))}" y1="${TOP}" y2="${bottom}"/><text class="tick" x="${n(place(t))}" y="${bottom + 18}" text-anchor="middle">${plain(t)}</text>`,
  );
  parts.push(
    `<line class="reference" x1="${n(place(reference))}" x2="${n(place(reference))}" y1="${TOP}" y2="${bottom}"/>`,
  );
  for (const [i, row] of rows.entries()) {
    const y = TOP + i * ROW + ROW / 2;
    parts.push(
      `<text class="label" x="${left - 12}" y="${y + 4}" text-anchor="end">${escapeText(shorten(row.name))}</text>`,
    );
    if (row.total === undefined || !Number.isFinite(row.total)) {
      parts.push(
        `<text class="none" x="${left + 6}" y="${y + 4}">${escapeText(row.reason || "no finite estimate")}</text>`,
      );
      continue;
    }
    if (row.lower !== undefined) {
      const end = place(row.upper !== undefined && Number.isFinite(row.upper) ? row.upper : to);
      parts.push(`<line class="interval" x1="${n(place(row.lower))}" x2="${n(end)}" y1="${y}" y2="${y}"/>`);
    }
    parts.push(`<circle class="dot" cx="${n(place(row.total))}" cy="${y}" r="4.5"/>`);
  }
  const axis = logarithmic ? "number of people, logarithmic scale" : "number of people";
  const middle = n((left + WIDTH - RIGHT) / 2);
  parts.push(`<text class="tick" x="${middle}" y="${bottom + 38}" text-anchor="middle">${axis}</text>`);
  return `<svg viewBox="0 0 ${WIDTH} ${bottom + 48}" role="img" aria-label="${escapeText(title)}">${parts.join("")}</svg>`;
}

/** Round numbers that span the values. */
export function axisTicks(low: number, high: number, logarithmic: boolean): number[] {
  if (logarithmic) {
    const ticks: number[] = [];
    const first = 10 ** Math.floor(Math.log10(Math.max(low, 1)));
    for (let decade = first; ; decade *= 10) {
      for (const m of [1, 2, 5]) {
        const tick = m * decade;
        if (ticks.length > 0 && tick > high && ticks.at(-1)! >= high) return thin(ticks, low);
        ticks.push(tick);
      }
    }
  }
  const span = Math.max(high - low, high * 0.1, 1);
  const raw = span / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw) ?? 10 * power;
  const ticks: number[] = [];
  for (let t = Math.floor(low / step) * step; ticks.length === 0 || ticks.at(-1)! < high; t += step)
    ticks.push(t);
  return ticks;
}

function thin(ticks: number[], low: number): number[] {
  const kept = ticks.filter((t, i) => (ticks[i + 1] ?? t) > low);
  return kept.length > 9 ? kept.filter((_, i) => i % 3 === 0 || i === kept.length - 1) : kept;
}

function n(value: number): string {
  return value.toFixed(1);
}

function shorten(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
