import { groupTuples } from "../records/records.ts";
import type { Combinations } from "../risk/match-index.ts";
import { costOf, type Part } from "./part.ts";
import { suppressStrictly } from "./strict.ts";

/**
 * Strict suppression to the end: what no target within reach could hold joins a class that others already form, or is
 * blanked in one more column and tried again, down to rows with everything blank.
 * @returns parts that cover all rows, and the bound on the cost; undefined when there are fewer than k rows
 */
export function settleAllStrictly(
  combinations: Combinations,
  k: number,
  weights: readonly number[],
): { parts: Part[]; leastCost: number } | undefined {
  const { codes, sizes, columns } = combinations;
  const width = weights.length;
  const everything = width === 32 ? 0xffffffff : (1 << width) - 1;
  if (sizes.reduce((sum, size) => sum + size, 0) < k) return undefined;
  /** Columns blanked beforehand in each combination, since nothing was in reach with fewer. */
  const beforehand = new Uint32Array(sizes.length);
  let leastCost: number | undefined;
  for (;;) {
    const units = gatherBlanked(codes, sizes, beforehand, width);
    const outcome = suppressStrictly({ columns, codes: units.codes, sizes: units.sizes }, k, weights);
    leastCost ??= outcome.leastCost;
    const joined = joinFormedClasses(outcome.parts, outcome.unsettled, units.codes, units.sizes, weights);
    const unsettled = outcome.unsettled.filter(
      (unit) => !joined.some(({ combination }) => combination === unit),
    );
    const parts = [...outcome.parts, ...joined];
    const left = unsettled.flatMap((unit) => units.combinationsOf[unit]!);
    if (
      left.length === 0 ||
      left.every((c) => (beforehand[c]! | blankOf(codes, c, width)) >>> 0 === everything >>> 0)
    ) {
      for (const unit of unsettled) parts.push({ combination: unit, blanked: 0, rows: units.sizes[unit]! });
      const all = unfoldUnits(parts, units.combinationsOf, sizes, beforehand);
      const filled = left.length === 0 ? all : fillTheBlankClass(all, codes, width, k);
      // A cell that was empty before isn't blanked.
      const exact = filled.map((part) => ({
        ...part,
        blanked: (part.blanked & ~blankOf(codes, part.combination, width)) >>> 0,
      }));
      return { parts: exact, leastCost };
    }
    const column = mostHelpfulColumn(left, codes, sizes, beforehand, width);
    for (const c of left) beforehand[c]! |= 1 << column;
  }
}

/** Columns that are empty in a combination, as bits. */
function blankOf(codes: Uint32Array, combination: number, width: number): number {
  let blank = 0;
  for (let j = 0; j < width; j++) if (codes[combination * width + j] === 0) blank |= 1 << j;
  return blank;
}

/** Combinations as they look after the blanking beforehand; equal ones become one unit. */
function gatherBlanked(codes: Uint32Array, sizes: Uint32Array, beforehand: Uint32Array, width: number) {
  const tuples = codes.slice();
  beforehand.forEach((blanked, c) => {
    for (let j = 0; j < width; j++) if ((blanked >>> j) & 1) tuples[c * width + j] = 0;
  });
  const { groupOf, groups } = groupTuples(tuples, width, sizes.length);
  const combinationsOf: number[][] = groups.map(() => []);
  const unitSizes = new Uint32Array(groups.length);
  groupOf.forEach((unit, c) => {
    combinationsOf[unit]!.push(c);
    unitSizes[unit]! += sizes[c]!;
  });
  const unitCodes = new Uint32Array(groups.length * width);
  groups.forEach((c, unit) => {
    unitCodes.set(tuples.subarray(c * width, c * width + width), unit * width);
  });
  return { codes: unitCodes, sizes: unitSizes, combinationsOf };
}

/** Parts of units → parts of the combinations that make them up. */
function unfoldUnits(
  parts: readonly Part[],
  combinationsOf: readonly number[][],
  sizes: Uint32Array,
  beforehand: Uint32Array,
): Part[] {
  const left = sizes.slice();
  return parts.flatMap(({ combination: unit, blanked, rows }) => {
    const unfolded: Part[] = [];
    let wanted = rows;
    for (const c of combinationsOf[unit]!) {
      const taken = Math.min(wanted, left[c]!);
      if (taken > 0)
        unfolded.push({ combination: c, blanked: (blanked | beforehand[c]!) >>> 0, rows: taken });
      left[c]! -= taken;
      wanted -= taken;
    }
    return unfolded;
  });
}

/** For each unsettled unit the cheapest class formed so far that it can join by blanking, if there is one. */
function joinFormedClasses(
  parts: readonly Part[],
  unsettled: readonly number[],
  codes: Uint32Array,
  sizes: Uint32Array,
  weights: readonly number[],
): Part[] {
  const width = weights.length;
  return unsettled.flatMap((unit) => {
    let best: { blanked: number; cost: number } | undefined;
    for (const part of parts) {
      const blanked = blankingInto(unit, part, codes, width);
      if (blanked === undefined) continue;
      const cost = costOf(blanked, weights);
      if (!best || cost < best.cost) best = { blanked, cost };
    }
    return best ? [{ combination: unit, blanked: best.blanked, rows: sizes[unit]! }] : [];
  });
}

/** Columns to blank in a unit so that it shows what a part shows, or undefined where it shows something else. */
function blankingInto(unit: number, part: Part, codes: Uint32Array, width: number): number | undefined {
  let blanked = 0;
  for (let j = 0; j < width; j++) {
    const own = codes[unit * width + j]!;
    const shown = (part.blanked >>> j) & 1 ? 0 : codes[part.combination * width + j]!;
    if (own === shown) continue;
    if (shown !== 0) return undefined;
    blanked |= 1 << j;
  }
  return blanked >>> 0;
}

/** The column whose blanking makes the unsettled rows most alike (greatest sum of squared class sizes). */
function mostHelpfulColumn(
  left: readonly number[],
  codes: Uint32Array,
  sizes: Uint32Array,
  beforehand: Uint32Array,
  width: number,
): number {
  let best = { column: -1, alike: -1 };
  for (let column = 0; column < width; column++) {
    if (left.every((c) => (beforehand[c]! >>> column) & 1 || codes[c * width + column] === 0)) continue;
    const tuples = new Uint32Array(left.length * width);
    left.forEach((c, at) => {
      for (let j = 0; j < width; j++) {
        const blank = j === column || (beforehand[c]! >>> j) & 1;
        tuples[at * width + j] = blank ? 0 : codes[c * width + j]!;
      }
    });
    const { groupOf, groups } = groupTuples(tuples, width, left.length);
    const rows = new Float64Array(groups.length);
    groupOf.forEach((group, at) => {
      rows[group]! += sizes[left[at]!]!;
    });
    const alike = rows.reduce((sum, count) => sum + count * count, 0);
    if (alike > best.alike) best = { column, alike };
  }
  return best.column;
}

/** The class with everything blank is short of k: rows of the largest classes, then whole small classes, join it. */
function fillTheBlankClass(parts: readonly Part[], codes: Uint32Array, width: number, k: number): Part[] {
  const everything = (width === 32 ? 0xffffffff : (1 << width) - 1) >>> 0;
  const shown = new Uint32Array(parts.length * width);
  parts.forEach(({ combination, blanked }, p) => {
    for (let j = 0; j < width; j++)
      if (!((blanked >>> j) & 1)) shown[p * width + j] = codes[combination * width + j]!;
  });
  const { groupOf, groups } = groupTuples(shown, width, parts.length);
  const rows = new Uint32Array(groups.length);
  parts.forEach((part, p) => {
    rows[groupOf[p]!]! += part.rows;
  });
  const isBlank = (group: number) =>
    shown.subarray(groups[group]! * width, groups[group]! * width + width).every((code) => code === 0);
  const blankClass = groups.findIndex((_, group) => isBlank(group));
  let lacking = k - (rows[blankClass] ?? 0);
  const filled: Part[] = [];
  const kept = parts.map((part) => ({ ...part }));
  const take = (p: number, most: number) => {
    const part = kept[p]!;
    const taken = Math.min(part.rows, most);
    if (taken <= 0) return;
    part.rows -= taken;
    rows[groupOf[p]!]! -= taken;
    lacking -= taken;
    filled.push({ combination: part.combination, blanked: everything, rows: taken });
  };
  const byClass = [...kept.keys()].filter((p) => groupOf[p] !== blankClass);
  for (const p of byClass) take(p, Math.min(lacking, rows[groupOf[p]!]! - k));
  const smallestFirst = byClass.toSorted(
    (a, b) => rows[groupOf[a]!]! - rows[groupOf[b]!]! || groupOf[a]! - groupOf[b]!,
  );
  let open = -1;
  for (const p of smallestFirst) {
    if (lacking <= 0 && groupOf[p] !== open) break;
    open = groupOf[p]!;
    take(p, kept[p]!.rows);
  }
  return [...kept.filter((part) => part.rows > 0), ...filled];
}
