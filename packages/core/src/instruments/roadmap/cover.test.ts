import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { optimalSets } from "./cover.ts";
import { createHighsSolver, writeLp } from "./highs.ts";
import type { Choice, Problem } from "./problem.ts";
import type { Solver } from "./solver.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await createHighsSolver();
});

function problemOf(choices: Choice[]): Problem {
  const reachable = [...new Set(choices.flatMap(({ lifts }) => lifts))].sort((a, b) => a - b);
  return {
    lacking: reachable,
    choices,
    reachable,
    pending: [],
    byInvitation: [],
    stale: {},
    unknownExcluded: [],
    unreachable: {},
  };
}

/** Every subset of choices, tried one by one: the plain twin of the solver and the search. */
function bruteForce({ choices, reachable }: Problem, k: number | null) {
  let best = { lifted: -1, size: 0, sets: [] as number[][] };
  for (let bits = 0; bits < 1 << choices.length; bits += 1) {
    const set = [...choices.keys()].filter((choice) => (bits >> choice) & 1);
    if (k !== null && set.length > k) continue;
    if (set.some((choice) => choices[choice]!.needs !== undefined && !set.includes(choices[choice]!.needs!)))
      continue;
    const lifted = new Set(set.flatMap((choice) => choices[choice]!.lifts)).size;
    if (k === null && lifted < reachable.length) continue;
    const better = lifted > best.lifted || (lifted === best.lifted && set.length < best.size);
    if (better) best = { lifted, size: set.length, sets: [] };
    if (lifted === best.lifted && set.length === best.size) best.sets.push(set);
  }
  return best;
}

const inOrder = (sets: number[][]) => sets.map((set) => set.join(" ")).sort();

const choices = fc
  .array(
    fc.record({
      lifts: fc.uniqueArray(fc.nat(9), { maxLength: 5 }),
      needs: fc.option(fc.nat(8), { nil: undefined, freq: 2 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((rows): Choice[] =>
    // A choice may need an earlier one only, so that nothing needs itself.
    rows.map(({ lifts, needs }, at) => ({
      id: `c${at}`,
      lifts,
      needs: needs !== undefined && needs < at ? needs : undefined,
    })),
  );

describe("all optimal sets (R22)", () => {
  it("without k: those of brute force, none more, none fewer", () => {
    fc.assert(
      fc.property(choices, (rows) => {
        const problem = problemOf(rows);
        const [found, truth] = [optimalSets(problem, solver, null), bruteForce(problem, null)];
        expect([found.size, found.lifted]).toEqual([truth.size, truth.lifted]);
        expect(inOrder(found.sets)).toEqual(inOrder(truth.sets));
      }),
      { numRuns: 150 },
    );
  });

  it("with k: those of at most k that lift most, and of these the smallest", () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 1, max: 6 }), (rows, k) => {
        const problem = problemOf(rows);
        const [found, truth] = [optimalSets(problem, solver, k), bruteForce(problem, k)];
        expect([found.size, found.lifted]).toEqual([truth.size, truth.lifted]);
        expect(inOrder(found.sets)).toEqual(inOrder(truth.sets));
      }),
      { numRuns: 150 },
    );
  });

  it("ties are all named", () => {
    const { sets } = optimalSets(
      problemOf([
        { id: "a", lifts: [0], needs: undefined },
        { id: "b", lifts: [0], needs: undefined },
        { id: "c", lifts: [1], needs: undefined },
      ]),
      solver,
      null,
    );
    expect(sets).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it("what is needed first costs one, though it lifts nothing", () => {
    const rows: Choice[] = [
      { id: "parent", lifts: [], needs: undefined },
      { id: "protocol", lifts: [0, 1], needs: 0 },
      { id: "other", lifts: [0], needs: undefined },
    ];
    expect(optimalSets(problemOf(rows), solver, 1)).toEqual({ size: 1, lifted: 1, sets: [[2]] });
    expect(optimalSets(problemOf(rows), solver, 2)).toEqual({ size: 2, lifted: 2, sets: [[0, 1]] });
  });

  it("where nothing can be reached the empty set is the one answer", () => {
    expect(optimalSets(problemOf([]), solver, null)).toEqual({ size: 0, lifted: 0, sets: [[]] });
  });
});

describe("the solver", () => {
  it("says when no choice satisfies the rows", () => {
    expect(solver.minimize({ costs: [1], rows: [{ terms: [[0, 1]], atLeast: 2 }] })).toBeUndefined();
  });

  it("writes programs in the LP format", () => {
    const lp = writeLp({
      costs: [1, 3],
      binaries: 1,
      rows: [
        {
          terms: [
            [0, 1],
            [1, -2],
          ],
          atLeast: 0,
        },
      ],
    });
    expect(lp).toBe(
      "Minimize\n cost: + 1 x0 + 3 x1\nSubject To\n r0: + 1 x0 - 2 x1 >= 0\nBounds\n 0 <= x1 <= 1\nBinary\n x0\nEnd",
    );
  });
});
