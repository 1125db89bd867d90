/** Records whose fields were encoded apart: one filter a field. How far two records agree on each field. */
import { dice, type FilterSet } from "./dice.ts";

/** How far two values agree: not, nearly, fully; or one of them is missing. */
export type Level = 0 | 1 | 2 | 3;
export const DISAGREE: Level = 0;
export const SIMILAR: Level = 1;
export const AGREE: Level = 2;
export const MISSING: Level = 3;

/** Similarity from which two filters of a field count as the same value, and as nearly the same. */
const AGREES_FROM = 0.92;
const SIMILAR_FROM = 0.7;

/**
 * Levels of two records, one a field.
 * @param left fields' filters one after the other for each record
 * @param right the same
 * @param fields how many
 * @param i row on the left
 * @param j row on the right
 */
export function compareFields(
  left: FilterSet,
  right: FilterSet,
  fields: number,
  i: number,
  j: number,
): Level[] {
  const bytes = left.bytes / fields;
  const levels: Level[] = [];
  for (let field = 0; field < fields; field++) {
    const one = i * left.bytes + field * bytes;
    const other = j * right.bytes + field * bytes;
    let shared = 0;
    let onLeft = 0;
    let onRight = 0;
    for (let k = 0; k < bytes; k++) {
      const a = left.rows[one + k]!;
      const b = right.rows[other + k]!;
      onLeft += ONES[a]!;
      onRight += ONES[b]!;
      shared += ONES[a & b]!;
    }
    const score = dice(shared, onLeft, onRight);
    if (onLeft === 0 || onRight === 0) levels.push(MISSING);
    else levels.push(score >= AGREES_FROM ? AGREE : score >= SIMILAR_FROM ? SIMILAR : DISAGREE);
  }
  return levels;
}

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0;
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1;
  return count;
});

/**
 * One filter a record from its fields' filters: a bit is set where any field sets it.
 * @param set records encoded apart
 * @param fields how many
 */
export function uniteFields(
  set: FilterSet,
  fields: number,
): FilterSet & { rows: Uint8Array<SharedArrayBuffer> } {
  const bytes = set.bytes / fields;
  const rows = new Uint8Array(new SharedArrayBuffer(Math.max(1, set.count * bytes)), 0, set.count * bytes);
  for (let row = 0; row < set.count; row++) {
    for (let field = 0; field < fields; field++) {
      const from = row * set.bytes + field * bytes;
      const to = row * bytes;
      for (let k = 0; k < bytes; k++) rows[to + k] = rows[to + k]! | set.rows[from + k]!;
    }
  }
  return { rows, count: set.count, bytes };
}
