/**
 * The shortest edit between two sequences by E. W. Myers, "An O(ND) Difference Algorithm and Its Variations",
 * Algorithmica 1 (1986), 251–266, in its greedy form.
 */

/** Items `aFrom` to `aTo` of the first sequence are replaced by items `bFrom` to `bTo` of the second. */
export interface Replacement {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

/** Beyond so many differing items, what lies between the equal ends is taken as replaced whole. **[convention]** */
export const MOST_DIFFERENCES = 1000;

/**
 * @param a numbers that stand for the items of the first sequence: equal numbers, equal items
 * @param b the second sequence, numbered alike
 * @param mostDifferences insertions and deletions beyond which the search stops; the cost grows with its square
 * @returns replacements in order, none touching another; none when the sequences are equal
 */
export function shortestEdit(
  a: Int32Array,
  b: Int32Array,
  mostDifferences = MOST_DIFFERENCES,
): Replacement[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const aMiddle = a.subarray(start, a.length - end);
  const bMiddle = b.subarray(start, b.length - end);
  if (aMiddle.length === 0 && bMiddle.length === 0) return [];
  const whole = { aFrom: start, aTo: a.length - end, bFrom: start, bTo: b.length - end };
  if (aMiddle.length === 0 || bMiddle.length === 0) return [whole];
  const trace = forwardTrace(aMiddle, bMiddle, mostDifferences);
  return trace ? backtrack(trace, aMiddle.length, bMiddle.length, start) : [whole];
}

/** Furthest reaching points of each number of differences, or undefined when there are too many. */
function forwardTrace(a: Int32Array, b: Int32Array, most: number): Int32Array[] | undefined {
  const limit = Math.min(most, a.length + b.length);
  const reach = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  for (let differences = 0; differences <= limit; differences += 1) {
    // What is kept of a round: the diagonals that it could reach, `differences` on either side of the middle.
    trace.push(reach.slice(limit + 1 - differences - 1, limit + 1 + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const at = limit + 1 + diagonal;
      const down = diagonal === -differences || (diagonal !== differences && reach[at - 1]! < reach[at + 1]!);
      let x = down ? reach[at + 1]! : reach[at - 1]! + 1;
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      reach[at] = x;
      if (x >= a.length && y >= b.length) return trace;
    }
  }
  return undefined;
}

function backtrack(
  trace: readonly Int32Array[],
  aLength: number,
  bLength: number,
  offset: number,
): Replacement[] {
  const steps: Replacement[] = [];
  let x = aLength;
  let y = bLength;
  for (let differences = trace.length - 1; differences > 0; differences -= 1) {
    const reach = trace[differences]!;
    const diagonal = x - y;
    const at = diagonal + differences + 1;
    const down = diagonal === -differences || (diagonal !== differences && reach[at - 1]! < reach[at + 1]!);
    const fromX = down ? reach[at + 1]! : reach[at - 1]!;
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
    steps.push(
      down
        ? { aFrom: fromX, aTo: fromX, bFrom: fromY, bTo: fromY + 1 }
        : { aFrom: fromX, aTo: fromX + 1, bFrom: fromY, bTo: fromY },
    );
    x = fromX;
    y = fromY;
  }
  return joined(steps.reverse(), offset);
}

/** Joins steps that touch into one replacement. */
function joined(steps: readonly Replacement[], offset: number): Replacement[] {
  const result: Replacement[] = [];
  for (const step of steps) {
    const last = result.at(-1);
    if (last && last.aTo === step.aFrom + offset && last.bTo === step.bFrom + offset) {
      last.aTo = step.aTo + offset;
      last.bTo = step.bTo + offset;
    } else
      result.push({
        aFrom: step.aFrom + offset,
        aTo: step.aTo + offset,
        bFrom: step.bFrom + offset,
        bTo: step.bTo + offset,
      });
  }
  return result;
}
