import type { IsoDay, Result } from "../../vocabulary/index.ts";
import { EUROPEAN_UNION, ok, refuse } from "../../vocabulary/index.ts";
import type { GroupRoadmap, Roadmap } from "../answer.ts";
import type { Group } from "../group.ts";
import type { Law } from "../law.ts";
import { dayNumberOf, stateAt } from "../standing.ts";
import { optimalSets } from "./cover.ts";
import { stateProblem } from "./problem.ts";
import type { Solver } from "./solver.ts";

export interface RoadmapOptions {
  /** `YYYY-MM-DD` */
  date: IsoDay;
  /** The strength to reach on every theme. */
  target: "binding" | "qualified";
  /** At most so many instruments; absent or null: as many as it takes. */
  k?: number | null;
  /** Treat what is offered by invitation as closed. */
  noInvited?: boolean;
  /** Leave out what the state may have joined since the list ends. */
  strict?: boolean;
}

/**
 * The smallest sets of instruments whose joining brings every reachable theme to the target, all of them; or with k the
 * sets of at most k that lift most themes, and of these the smallest (R22).
 * Refuses the European Union (`not-a-state`) and a k that is no whole number from 1 on (`out-of-range`).
 */
export async function roadmap(
  law: Law,
  solver: Solver,
  iso3: string,
  options: RoadmapOptions,
): Promise<Result<Roadmap>> {
  if (iso3 === EUROPEAN_UNION)
    return refuse(
      "not-a-state",
      "state",
      "The European Union is no state and has no roadmap.",
      "Ask for one of its members, or for the group eu.",
    );
  const refusal = refuseOptions(options);
  return refusal ?? ok(solveState(law, solver, iso3, options));
}

/** The roadmap of each member of a group, and how many members' optimal sets name each instrument (R22). */
export async function groupRoadmap(
  law: Law,
  solver: Solver,
  group: Group,
  options: RoadmapOptions,
): Promise<Result<GroupRoadmap>> {
  const refusal = refuseOptions(options);
  if (refusal) return refusal;
  const members: Record<string, Roadmap> = {};
  const named: Record<string, number> = {};
  for (const iso3 of group.members) {
    const solved = solveState(law, solver, iso3, options);
    members[iso3] = solved;
    for (const id of new Set(solved.optimal.flat())) named[id] = (named[id] ?? 0) + 1;
  }
  const sorted = Object.entries(named).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ok({
    group: group.id,
    date: options.date,
    target: options.target,
    members,
    named: Object.fromEntries(sorted),
  });
}

function refuseOptions({ k }: RoadmapOptions) {
  if (k === undefined || k === null || (Number.isInteger(k) && k >= 1)) return undefined;
  return refuse(
    "out-of-range",
    "k",
    `k is ${k}, but a roadmap needs at least one instrument.`,
    "Give a whole number from 1 on, or leave k out.",
  );
}

function solveState(law: Law, solver: Solver, iso3: string, options: RoadmapOptions): Roadmap {
  const { date, target, k = null, noInvited = false, strict = false } = options;
  const problem = stateProblem(law, stateAt(law, iso3), dayNumberOf(date), { target, noInvited, strict });
  const { size, lifted, sets } = optimalSets(problem, solver, k);
  const themeIds = (lacking: readonly number[]): string[] =>
    lacking.map((at) => law.themes[problem.lacking[at]!]!.id).sort();
  return {
    state: iso3,
    date,
    target,
    k,
    lacking: themeIds([...problem.lacking.keys()]),
    reachable: themeIds(problem.reachable),
    size,
    lifted,
    optimal_count: sets.length,
    optimal: sets.map((set) => set.map((choice) => problem.choices[choice]!.id)),
    pending: problem.pending,
    alone: Object.fromEntries(problem.choices.map(({ id, lifts }) => [id, themeIds(lifts)])),
    by_invitation: problem.byInvitation,
    stale: problem.stale,
    unreachable: problem.unreachable,
    unknown_excluded: problem.unknownExcluded,
  };
}
