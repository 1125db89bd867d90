/** Best scores of a sample, across two lists and within the first, for the quality estimate without truth. */
import type { FilterSet } from "../link/dice.ts";
import { PairComparer } from "../link/pair-kernel.ts";
import { qualityByScores, type ScoreQuality } from "../link/quality.ts";
import { sampleRows } from "../link/recall.ts";

/** Comparisons that the sample may cost, about a second's worth, unless fewest rows need more; and most rows. */
const MOST_COMPARISONS = 60_000_000;
const FEWEST_ROWS = 300;
const MOST_ROWS = 2000;

/**
 * Estimates the quality of a linkage of two lists by its scores. The sample is drawn from the larger list, so that its own
 * records can stand in for as many false partners as the smaller list has.
 * @param one a list
 * @param other another
 * @param threshold of the linkage
 */
export function estimateQuality(one: FilterSet, other: FilterSet, threshold: number): ScoreQuality {
  const [large, small] = one.count >= other.count ? [one, other] : [other, one];
  const affordable = Math.floor(MOST_COMPARISONS / Math.max(1, 2 * small.count));
  const size = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, affordable));
  const rows = sampleRows(large.count, size);
  const ignore = () => {};
  const toSmall = new PairComparer(large, small, ignore);
  const across = rows.map((row) => toSmall.bestScore(row, -1));
  const peers = sampleRows(large.count, small.count);
  const stand = { rows: new Uint8Array(peers.length * large.bytes), count: peers.length, bytes: large.bytes };
  peers.forEach((row, i) => {
    stand.rows.set(large.rows.subarray(row * large.bytes, (row + 1) * large.bytes), i * large.bytes);
  });
  const place = new Map(peers.map((row, i) => [row, i]));
  const toPeers = new PairComparer(large, stand, ignore);
  const within = rows.map((row) => toPeers.bestScore(row, place.get(row) ?? -1));
  return qualityByScores(across, within, threshold);
}
