/** The bootstrap distribution as a histogram in SVG, with the estimate and the ends of the interval marked. */
import { escapeText, plain } from "./escape-text.ts";
import { axisTicks } from "./figure-rows.ts";

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const WIDTH = 760;
const HEIGHT = 260;
const LEFT = 50;
const RIGHT = 20;
const TOP = 24;
const BOTTOM = 44;

/**
 * Bins of equal width over the middle 98 % of the finite values; what lies beyond is counted in the end bins.
 * @param bins number of bins
 */
export function makeBins(totals: ArrayLike<number>, bins = 40): Bin[] {
  const sorted = Float64Array.from(totals).filter(Number.isFinite).sort();
  if (sorted.length === 0) return [];
  const low = sorted[Math.floor(sorted.length * 0.01)]!;
  const high = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99))]!;
  const width = (high - low) / bins || 1;
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) counts[Math.min(bins - 1, Math.max(0, Math.floor((value - low) / width)))]!++;
  return counts.map((count, i) => ({ from: low + i * width, to: low + (i + 1) * width, count }));
}

/** Draws the bins. */
export function drawHistogram(
  title: string,
  bins: readonly Bin[],
  estimate: number,
  ends: readonly [number, number],
): string {
  const from = bins[0]?.from ?? 0;
  const to = bins.at(-1)?.to ?? 1;
  const most = Math.max(1, ...bins.map((b) => b.count));
  const x = (v: number): number =>
    LEFT + Math.min(1, Math.max(0, (v - from) / (to - from))) * (WIDTH - LEFT - RIGHT);
  const y = (c: number): number => HEIGHT - BOTTOM - (c / most) * (HEIGHT - TOP - BOTTOM);
  const parts = [
    `<rect class="band" x="${n(x(ends[0]))}" y="${TOP}" width="${n(Math.max(0, x(ends[1]) - x(ends[0])))}" height="${HEIGHT - TOP - BOTTOM}"/>`,
  ];
  for (const bin of bins) {
    const width = Math.max(0.5, x(bin.to) - x(bin.from) - 1);
    parts.push(
      `<rect class="bar" x="${n(x(bin.from))}" y="${n(y(bin.count))}" width="${n(width)}" height="${n(HEIGHT - BOTTOM - y(bin.count))}"/>`,
    );
  }
  for (const tick of axisTicks(from, to, false)) {
    if (tick < from || tick > to) continue;
    parts.push(
      `<text class="tick" x="${n(x(tick))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${plain(tick)}</text>`,
    );
  }
  parts.push(
    `<line class="reference" x1="${n(x(estimate))}" x2="${n(x(estimate))}" y1="${TOP - 6}" y2="${HEIGHT - BOTTOM}"/>`,
    `<text class="label" x="${n(x(estimate))}" y="${TOP - 10}" text-anchor="middle">estimate ${plain(estimate)}</text>`,
    `<text class="tick" x="${n((LEFT + WIDTH - RIGHT) / 2)}" y="${HEIGHT - 6}" text-anchor="middle">estimated total in a resampled table (the outermost bars hold all beyond)</text>`,
  );
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeText(title)}">${parts.join("")}</svg>`;
}

function n(value: number): string {
  return value.toFixed(1);
}
