import type { Choice } from "./problem.ts";

/** Sets of choices, each sorted ascending, all of one size, lifting the same number of themes. */
export interface OptimalSets {
  size: number;
  lifted: number;
  sets: number[][];
}

/**
 * All sets of exactly `size` choices that are closed under "needs" and lift at least `lifted` themes. Exhaustive: every
 * set is either visited or proved unable to lift enough, so the result is all of them.
 *
 * The search decides choice by choice (take or leave). It leaves a branch when what all later choices could still add,
 * counted exactly by union, or by the largest few gains, falls short.
 *
 * @param choices what may be chosen
 * @param size choices per set
 * @param lifted themes to be lifted
 */
export function enumerateSets(choices: readonly Choice[], size: number, lifted: number): number[][] {
  const order = searchOrder(choices);
  const masks = order.map((choice) => maskOf(choices[choice]!.lifts));
  const position = new Map(order.map((choice, at) => [choice, at]));
  const needs = order.map((choice) => {
    const needed = choices[choice]!.needs;
    return needed === undefined ? -1 : position.get(needed)!;
  });
  /** Union of everything that lies at or after a position. */
  const remaining: bigint[] = new Array(order.length + 1).fill(0n);
  for (let at = order.length - 1; at >= 0; at -= 1) remaining[at] = remaining[at + 1]! | masks[at]!;
  const found: number[][] = [];
  const taken: boolean[] = new Array(order.length).fill(false);

  const search = (at: number, count: number, covered: bigint): void => {
    if (count === size) {
      if (countBits(covered) >= lifted)
        found.push(order.filter((_, index) => taken[index]).sort((a, b) => a - b));
      return;
    }
    if (order.length - at < size - count) return;
    if (countBits(covered | remaining[at]!) < lifted) return;
    if (boundByGains(masks, at, size - count, covered) < lifted) return;
    if (needs[at]! < 0 || taken[needs[at]!]) {
      taken[at] = true;
      search(at + 1, count + 1, covered | masks[at]!);
      taken[at] = false;
    }
    search(at + 1, count, covered);
  };
  search(0, 0, 0n);
  return found.sort(compareSets);
}

/** What is needed before what needs it, so that it is decided first; then the larger first. */
function searchOrder(choices: readonly Choice[]): number[] {
  const depth = (choice: number): number => {
    const { needs } = choices[choice]!;
    return needs === undefined ? 0 : 1 + depth(needs);
  };
  return [...choices.keys()].sort(
    (a, b) => depth(a) - depth(b) || choices[b]!.lifts.length - choices[a]!.lifts.length,
  );
}

/** No set of `count` later choices lifts more than what is covered and the `count` largest single gains. */
function boundByGains(masks: readonly bigint[], from: number, count: number, covered: bigint): number {
  const gains = masks.slice(from).map((mask) => countBits(mask & ~covered));
  gains.sort((a, b) => b - a);
  return gains.slice(0, count).reduce((sum, gain) => sum + gain, countBits(covered));
}

function maskOf(bits: readonly number[]): bigint {
  return bits.reduce((mask, bit) => mask | (1n << BigInt(bit)), 0n);
}

function countBits(mask: bigint): number {
  let count = 0;
  for (let rest = mask; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}

function compareSets(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}
