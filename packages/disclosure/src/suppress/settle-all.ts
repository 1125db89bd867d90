import { groupTuples } from "../records/records.ts";
import type { Combinations } from "../risk/match-index.ts";
import { costOf, type Part } from "./part.ts";
import { suppressStrictly } from "./strict.ts";

/**
 * Strict suppression to the end. What no target within reach could hold joins a class that was formed, or is blanked in
 * one more column and tried again among its like, down to rows with everything blank.
 * @returns parts that cover all rows, and the bound on the cost; undefined when there are fewer than k rows
 */
export function settleAllStrictly(
  combinations: Combinations,
  k: number,
  weights: readonly number[],
): { parts: Part[]; leastCost: number } | undefined {
  const { codes, sizes, columns } = combinations;
  const width = weights.length;
  if (sizes.reduce((sum, size) => sum + size, 0) < k) return undefined;
  const { parts, unsettled, leastCost } = suppressStrictly(combinations, k, weights);
  /** Columns blanked beforehand in each combination, since nothing was in reach with fewer. */
  const beforehand = new Uint32Array(sizes.length);
  let left = unsettled;
  while (left.length > 0) {
    const units = gatherBlanked(left, codes, sizes, beforehand, width);
    const joined = joinFormedClasses(parts, units, codes, weights);
    parts.push(...unfoldUnits(joined, units.combinationsOf, sizes, beforehand));
    const taken = new Set(joined.map(({ combination }) => combination));
    left = units.combinationsOf.flatMap((members, unit) => (taken.has(unit) ? [] : members));
    if (left.length === 0) break;
    const column = mostHelpfulColumn(left, codes, sizes, beforehand, width);
    if (column < 0) {
      for (const c of left) parts.push({ combination: c, blanked: beforehand[c]!, rows: sizes[c]! });
      return { parts: exactBlanks(fillTheBlankClass(parts, codes, width, k), codes, width), leastCost };
    }
    for (const c of left) beforehand[c]! |= 1 << column;
    const again = gatherBlanked(left, codes, sizes, beforehand, width);
    const outcome = suppressStrictly({ columns, codes: again.codes, sizes: again.sizes }, k, weights);
    parts.push(...unfoldUnits(outcome.parts, again.combinationsOf, sizes, beforehand));
    left = outcome.unsettled.flatMap((unit) => again.combinationsOf[unit]!);
  }
  return { parts: exactBlanks(parts, codes, width), leastCost };
}

/** Parts in which only cells count as blanked that held a value. */
function exactBlanks(parts: readonly Part[], codes: Uint32Array, width: number): Part[] {
  return parts.map((part) => ({
    ...part,
    blanked: (part.blanked & ~blankOf(codes, part.combination, width)) >>> 0,
  }));
}

/** Columns that are empty in a combination, as bits. */
function blankOf(codes: Uint32Array, combination: number, width: number): number {
  let blank = 0;
  for (let j = 0; j < width; j++) if (codes[combination * width + j] === 0) blank |= 1 << j;
  return blank;
}

/** Some combinations as they look after the blanking beforehand; equal ones become one unit. */
interface Units {
  codes: Uint32Array;
  sizes: Uint32Array;
  /** Combinations that make up each unit. */
  combinationsOf: number[][];
}

function gatherBlanked(
  some: readonly number[],
  codes: Uint32Array,
  sizes: Uint32Array,
  beforehand: Uint32Array,
  width: number,
): Units {
  const tuples = new Uint32Array(some.length * width);
  some.forEach((c, at) => {
    for (let j = 0; j < width; j++) {
      tuples[at * width + j] = (beforehand[c]! >>> j) & 1 ? 0 : codes[c * width + j]!;
    }
  });
  const { groupOf, groups } = groupTuples(tuples, width, some.length);
  const combinationsOf: number[][] = groups.map(() => []);
  const unitSizes = new Uint32Array(groups.length);
  groupOf.forEach((unit, at) => {
    combinationsOf[unit]!.push(some[at]!);
    unitSizes[unit]! += sizes[some[at]!]!;
  });
  const unitCodes = new Uint32Array(groups.length * width);
  groups.forEach((at, unit) => {
    unitCodes.set(tuples.subarray(at * width, at * width + width), unit * width);
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

/** For each unit the cheapest class formed so far that it can join by blanking, if there is one. */
function joinFormedClasses(
  parts: readonly Part[],
  units: Units,
  codes: Uint32Array,
  weights: readonly number[],
): Part[] {
  const width = weights.length;
  const shown = new Uint32Array(parts.length * width);
  parts.forEach(({ combination, blanked }, p) => {
    for (let j = 0; j < width; j++) {
      shown[p * width + j] = (blanked >>> j) & 1 ? 0 : codes[combination * width + j]!;
    }
  });
  const classes = groupTuples(shown, width, parts.length).groups;
  return [...units.sizes].flatMap((rows, unit) => {
    let best: { blanked: number; cost: number } | undefined;
    for (const p of classes) {
      const blanked = blankingInto(units.codes, unit * width, shown, p * width, width);
      if (blanked === undefined) continue;
      const cost = costOf(blanked, weights);
      if (!best || cost < best.cost) best = { blanked, cost };
    }
    return best ? [{ combination: unit, blanked: best.blanked, rows }] : [];
  });
}

/** Columns to blank in one tuple so that it shows what another does, or undefined where that shows something else. */
function blankingInto(
  own: Uint32Array,
  ownStart: number,
  shown: Uint32Array,
  shownStart: number,
  width: number,
): number | undefined {
  let blanked = 0;
  for (let j = 0; j < width; j++) {
    const value = shown[shownStart + j]!;
    if (own[ownStart + j] === value) continue;
    if (value !== 0) return undefined;
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
