import { editDistance } from "../vocabulary/index.ts";

/**
 * A name as it is compared: without case, accents, punctuation and spaces, in any script. Arabic loses its vowel and
 * hamza marks, so that أفغانستان and افغانستان are the same.
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

/**
 * Up to three rows whose folded names come closest to what was typed: names that contain it or begin alike, then names a
 * few letters away.
 */
export function closestNames<T extends { names: readonly string[] }>(typed: string, rows: readonly T[]): T[] {
  if (typed === "" || typed.length > 80) return [];
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  return rows
    .map((row) => ({ row, distance: Math.min(...row.names.map((name) => nameDistance(typed, name))) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ row }) => row);
}

function nameDistance(typed: string, name: string): number {
  if (typed.length >= 3 && name.startsWith(typed)) return 0.25;
  if (typed.length >= 4 && name.includes(typed)) return 0.5;
  if (name.length >= 4 && typed.includes(name)) return 0.75;
  return editDistance(typed, name);
}
