import type { RandomBits } from "../noise/random-bits.ts";
import { allot, shuffle } from "./allot.ts";
import type { Domain } from "./domain.ts";
import type { Edge } from "./tree.ts";

/**
 * Rows drawn from a tree of columns: the first column by its counts, each further one by the pair counts with the column
 * it hangs on. Within each group the shares are met as closely as whole rows allow.
 * @returns codes of the values, row after row
 */
export function sampleTree(domain: Domain, edges: readonly Edge[], bits: RandomBits): Uint32Array {
  const width = domain.values.length;
  const rows = domain.rows;
  const positions = new Uint32Array(rows * width);
  const done = new Set<number>([0]);
  assign(
    positions,
    width,
    0,
    Uint32Array.from({ length: rows }, (_, row) => row),
    domain.counts[0]!,
    bits,
  );
  const waiting = [...edges];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ first, second }) => done.has(first) !== done.has(second));
    const [{ first, second, counts }] = waiting.splice(at, 1) as [Edge];
    const [parent, child] = done.has(first) ? [first, second] : [second, first];
    const radix = domain.values[second]!.length;
    const groups: number[][] = domain.values[parent]!.map(() => []);
    for (let row = 0; row < rows; row++) groups[positions[row * width + parent]!]!.push(row);
    groups.forEach((members, value) => {
      const weights = domain.values[child]!.map((_, other) =>
        parent === first ? counts[value * radix + other]! : counts[other * radix + value]!,
      );
      assign(positions, width, child, Uint32Array.from(members), weights, bits);
    });
    done.add(child);
  }
  return positions.map((position, at) => domain.values[at % width]![position]!);
}

/** Gives the members values of a column by weight, in random order, so that other columns stay independent of it. */
function assign(
  positions: Uint32Array,
  width: number,
  column: number,
  members: Uint32Array,
  weights: ArrayLike<number>,
  bits: RandomBits,
): void {
  shuffle(members, bits);
  let next = 0;
  allot(members.length, weights, bits).forEach((share, value) => {
    for (const row of members.subarray(next, next + share)) positions[row * width + column] = value;
    next += share;
  });
}
