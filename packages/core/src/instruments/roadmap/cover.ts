import type { OptimalSets } from "./enumerate.ts";
import { enumerateSets } from "./enumerate.ts";
import type { Problem } from "./problem.ts";
import type { ProgramRow, Solver } from "./solver.ts";

/**
 * All optimal sets of a problem (R22). The solver proves how many themes can be lifted and how small a set can be; the
 * search then lists every set of that size that lifts as many.
 * @param k at most so many instruments, or null: as many as it takes to lift every reachable theme
 */
export function optimalSets(problem: Problem, solver: Solver, k: number | null): OptimalSets {
  const { reachable, choices } = problem;
  if (reachable.length === 0) return { size: 0, lifted: 0, sets: [[]] };
  const full = smallestCover(problem, solver);
  const { lifted, size } =
    k === null || full <= k ? { lifted: reachable.length, size: full } : largestLift(problem, solver, k);
  return { size, lifted, sets: enumerateSets(choices, size, lifted) };
}

/** Size of the smallest set that lifts every reachable theme: minimum set cover. */
function smallestCover(problem: Problem, solver: Solver): number {
  const { reachable, choices } = problem;
  const covers = reachable.map((theme) => ({ terms: liftersOf(problem, theme), atLeast: 1 }));
  const taken = solver.minimize({ costs: choices.map(() => 1), rows: [...needRows(problem), ...covers] });
  return countTaken(taken, choices.length);
}

/**
 * With at most k instruments: the most themes that can be lifted, and the fewest instruments that lift as many
 * (maximum coverage). One program finds both: a theme left unlifted costs more than all instruments together.
 */
function largestLift(problem: Problem, solver: Solver, k: number): { lifted: number; size: number } {
  const { reachable, choices } = problem;
  const dear = choices.length + 1;
  const covers = reachable.map((theme, at): ProgramRow => {
    const missed = choices.length + at;
    return { terms: [...liftersOf(problem, theme), [missed, 1]], atLeast: 1 };
  });
  const atMost: ProgramRow = { terms: choices.map((_, choice) => [choice, -1]), atLeast: -k };
  const taken = solver.minimize({
    costs: [...choices.map(() => 1), ...reachable.map(() => dear)],
    rows: [atMost, ...needRows(problem), ...covers],
  });
  const size = countTaken(taken, choices.length);
  const missed = taken!.slice(choices.length).filter(Boolean).length;
  return { size, lifted: reachable.length - missed };
}

/** A choice may be taken only with what it needs. */
function needRows({ choices }: Problem): ProgramRow[] {
  return choices.flatMap(({ needs }, choice): ProgramRow[] =>
    needs === undefined
      ? []
      : [
          {
            terms: [
              [needs, 1],
              [choice, -1],
            ],
            atLeast: 0,
          },
        ],
  );
}

function liftersOf({ choices }: Problem, theme: number): [choice: number, coefficient: number][] {
  return choices.flatMap(({ lifts }, choice): [number, number][] =>
    lifts.includes(theme) ? [[choice, 1]] : [],
  );
}

function countTaken(taken: readonly boolean[] | undefined, choices: number): number {
  if (!taken) throw new Error("a set cover of reachable themes always exists; the solver found none");
  return taken.slice(0, choices).filter(Boolean).length;
}
