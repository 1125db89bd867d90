import type { PrivateCounts } from "../counts/private-counts.ts";
import type { RandomBits } from "../noise/random-bits.ts";
import { type Column, gatherEqualRows, type Records } from "../records/records.ts";
import { allot, shuffle } from "./allot.ts";
import { CountIndex } from "./count-index.ts";
import { dropUnusedValues } from "./graph.ts";

/** Rows that agree in the columns filled so far. */
interface Group {
  codes: number[];
  rows: number;
}

/** Passes over all counts while one column's values are fitted to them. */
const FITTING_ROUNDS = 6;

/**
 * Synthetic rows grown from released counts alone (the aggregate-seeded way of the synthetic data showcase of the IOM and
 * Microsoft, Edge et al. 2020): column by column, rows that agree so far are divided among the values of the next column.
 * A value is given only if every combination of it with values already there, up to the length counted, was released, so
 * that nothing rarer than the threshold can appear. The division starts from the rarest such combination and is then
 * fitted to all released counts in turn.
 */
export function synthesizeFromCounts(
  columns: readonly Column[],
  released: PrivateCounts,
  bits: RandomBits,
): Records {
  const index = new CountIndex(columns, released.marginals);
  const order = orderColumns(columns.length, index);
  let groups: Group[] = [{ codes: columns.map(() => 0), rows: released.rows }];
  order.forEach((column, at) => {
    const earlier = order.slice(0, at);
    groups = divide(groups, column, earlier, index, released.plan.lengths.length, bits);
  });
  const total = groups.reduce((sum, { rows }) => sum + rows, 0);
  const positions = Uint32Array.from({ length: total }, (_, row) => row);
  shuffle(positions, bits);
  const coded = new Uint32Array(total * columns.length);
  let next = 0;
  for (const { codes, rows } of groups) {
    for (let i = 0; i < rows; i++) coded.set(codes, positions[next++]! * columns.length);
  }
  return dropUnusedValues(gatherEqualRows(columns, coded));
}

/** Columns with most known values first: what hangs on them is fitted to more. */
function orderColumns(count: number, index: CountIndex): number[] {
  const known = Array.from({ length: count }, (_, column) =>
    index.valuesOf(column).reduce((sum, value) => sum + index.count([column], [value])!, 0),
  );
  return known.map((_, column) => column).sort((a, b) => known[b]! - known[a]! || a - b);
}

/** What a group may become in the next column, and how likely. */
interface Choices {
  group: Group;
  /** Values possible; the missing value is the first. */
  values: number[];
  weights: Float64Array;
}

function divide(
  groups: readonly Group[],
  column: number,
  earlier: readonly number[],
  index: CountIndex,
  longest: number,
  bits: RandomBits,
): Group[] {
  const sets = subsetsUpTo(earlier, longest - 1);
  const choices = groups.map((group) => firstChoices(group, column, sets, index));
  for (let round = 0; round < FITTING_ROUNDS; round++)
    for (const set of sets) fitToCounts(choices, column, set, index);
  return choices.flatMap(({ group, values, weights }) =>
    [...allot(group.rows, weights, bits)].flatMap((rows, at) => {
      if (rows === 0) return [];
      const codes = [...group.codes];
      codes[column] = values[at]!;
      return [{ codes, rows }];
    }),
  );
}

/** All sets of at most `size` of the columns, the empty one included, each ascending. */
function subsetsUpTo(columns: readonly number[], size: number): number[][] {
  let sets: number[][] = [[]];
  for (const column of columns.toSorted((a, b) => a - b)) {
    sets = sets.concat(sets.filter((set) => set.length < size).map((set) => [...set, column]));
  }
  return sets;
}

function firstChoices(group: Group, column: number, sets: readonly number[][], index: CountIndex): Choices {
  const known = sets.filter((set) => set.every((other) => group.codes[other] !== 0));
  const values = [0];
  const weights = [0];
  for (const value of index.valuesOf(column)) {
    let least = 1;
    for (const set of known) {
      const codes = set.map((other) => group.codes[other]!);
      const count = index.countWith(set, codes, column, value);
      if (count === undefined) {
        least = 0;
        break;
      }
      least = Math.min(least, count / Math.max(1, index.count(set, codes) ?? count));
    }
    if (least === 0) continue;
    values.push(value);
    weights.push(least);
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  weights[0] = Math.max(1e-6, 1 - sum);
  return { group, values, weights: normalize(Float64Array.from(weights)) };
}

/** Scales the shares of values so that groups together meet the released counts over one set of earlier columns. */
function fitToCounts(
  choices: readonly Choices[],
  column: number,
  set: readonly number[],
  index: CountIndex,
): void {
  const sums = new Map<string, { expected: number; released: number | undefined }>();
  const keyOf = (group: Group) =>
    set.every((other) => group.codes[other] !== 0)
      ? set.map((other) => group.codes[other]).join()
      : undefined;
  for (const { group, values, weights } of choices) {
    const key = keyOf(group);
    if (key === undefined) continue;
    for (let at = 1; at < values.length; at++) {
      const name = `${key}:${values[at]}`;
      const known = sums.get(name);
      if (known) known.expected += group.rows * weights[at]!;
      else {
        const codes = set.map((other) => group.codes[other]!);
        const released = index.countWith(set, codes, column, values[at]!);
        sums.set(name, { expected: group.rows * weights[at]!, released });
      }
    }
  }
  for (const { group, values, weights } of choices) {
    const key = keyOf(group);
    if (key === undefined) continue;
    for (let at = 1; at < values.length; at++) {
      const { expected, released } = sums.get(`${key}:${values[at]}`)!;
      if (expected > 0 && released !== undefined) weights[at]! *= released / expected;
    }
    // What the known values leave over is missing; where they ask for more than there is, all are cut alike.
    const known = weights.subarray(1).reduce((sum, weight) => sum + weight, 0);
    weights[0] = Math.max(1e-9, 1 - known);
    normalize(weights);
  }
}

function normalize(weights: Float64Array): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  for (let at = 0; at < weights.length; at++) weights[at]! /= sum;
  return weights;
}
