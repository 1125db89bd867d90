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
  const { choices } = problem;
  const covers = themeClasses(problem).map(
    ({ lifters }): ProgramRow => ({ terms: ones(lifters), atLeast: 1 }),
  );
  const taken = solver.minimize({ costs: choices.map(() => 1), rows: [...needRows(problem), ...covers] });
  return takenOf(problem, taken).length;
}

/**
 * With at most k instruments: the most themes that can be lifted, and the fewest instruments that lift as many
 * (maximum coverage). One program finds both: a theme left unlifted costs more than all instruments together.
 */
function largestLift(problem: Problem, solver: Solver, k: number): { lifted: number; size: number } {
  const { choices } = problem;
  const classes = themeClasses(problem);
  const dear = choices.length + 1;
  const covers = classes.map(({ lifters }, at): ProgramRow => {
    const missed: [number, number] = [choices.length + at, 1];
    return { terms: [...ones(lifters), missed], atLeast: 1 };
  });
  const atMost: ProgramRow = { terms: choices.map((_, choice) => [choice, -1]), atLeast: -k };
  const minimum = solver.minimize({
    costs: [...choices.map(() => 1), ...classes.map(({ themes }) => themes * dear)],
    binaries: choices.length,
    rows: [atMost, ...needRows(problem), ...covers],
  });
  const taken = takenOf(problem, minimum);
  const lifted = new Set(taken.flatMap((choice) => choices[choice]!.lifts)).size;
  return { lifted, size: taken.length };
}

/** Themes that the same choices lift are one row of the program, weighing as many. */
function themeClasses({ reachable, choices }: Problem): { lifters: number[]; themes: number }[] {
  const classes = new Map<string, { lifters: number[]; themes: number }>();
  for (const theme of reachable) {
    const lifters = [...choices.keys()].filter((choice) => choices[choice]!.lifts.includes(theme));
    const key = lifters.join(" ");
    const { themes } = classes.get(key) ?? { themes: 0 };
    classes.set(key, { lifters, themes: themes + 1 });
  }
  return [...classes.values()];
}

/** A choice may be taken only with what it needs. */
function needRows({ choices }: Problem): ProgramRow[] {
  return choices.flatMap(({ needs }, choice): ProgramRow[] => {
    if (needs === undefined) return [];
    const terms: [number, number][] = [
      [needs, 1],
      [choice, -1],
    ];
    return [{ terms, atLeast: 0 }];
  });
}

function ones(choices: readonly number[]): [choice: number, coefficient: number][] {
  return choices.map((choice) => [choice, 1]);
}

function takenOf({ choices }: Problem, taken: readonly boolean[] | undefined): number[] {
  if (!taken) throw new Error("a set cover of reachable themes always exists; the solver found none");
  return [...choices.keys()].filter((choice) => taken[choice]);
}
