import type { DayNumber } from "../../vocabulary/index.ts";
import { STRENGTH_RANK } from "../../vocabulary/index.ts";
import type { UnreachableReason } from "../answer.ts";
import type { IndexedInstrument, Law } from "../law.ts";
import type { Openness } from "../openness.ts";
import { isInForceItself, ranksOn, standingOf } from "../standing.ts";
import { jointRanks } from "../strength.ts";

/** The treaties of 1904–1933: nobody is advised to join them (R22). */
const OLD_TREATIES: ReadonlySet<string> = new Set([
  "white-slave-1904",
  "white-slave-1910",
  "traffic-women-1921",
  "traffic-women-1933",
]);

/** What must be joined first (R22); for the optional protocols to the CRC a signature of it is enough. */
const PREREQUISITES: Readonly<Record<string, { needs: string; signatureIsEnough?: true }>> = {
  "palermo-protocol": { needs: "untoc" },
  "smuggling-protocol": { needs: "untoc" },
  "ilo-p029": { needs: "ilo-c029" },
  "cedaw-op": { needs: "cedaw" },
  "crc-opsc": { needs: "crc", signatureIsEnough: true },
  "crc-opac": { needs: "crc", signatureIsEnough: true },
};

export interface ProblemOptions {
  target: "binding" | "qualified";
  /** Treat what is offered by invitation as closed. */
  noInvited: boolean;
  /** Leave out what a state may have joined since the list ends. */
  strict: boolean;
}

/** An instrument that may be chosen. */
export interface Choice {
  id: string;
  /** Indices into `lacking` of the themes it lifts to the target by itself. */
  lifts: number[];
  /** Index of the choice it needs, if any. */
  needs: number | undefined;
}

/** The set-cover problem of one state on one day. */
export interface Problem {
  /** Theme indices whose baseline is below the target. */
  lacking: number[];
  /** Sorted by id; one that is only needed by others lifts nothing. */
  choices: Choice[];
  /** Indices into `lacking` that some choice lifts, ascending. */
  reachable: number[];
  pending: string[];
  byInvitation: string[];
  /** id → end of the list after which nothing is known. */
  stale: Record<string, string>;
  unknownExcluded: string[];
  unreachable: Record<string, UnreachableReason>;
}

/** How an instrument stands to the question, seen from one state. */
type Verdict = "free" | "choice" | "unknown" | "closed";

/**
 * Sets up the problem (R22): the baseline is what is in force, recommended or pending; choices are instruments open to
 * the state that lift a lacking theme, with what they need first.
 */
export function stateProblem(law: Law, state: number, day: DayNumber, options: ProblemOptions): Problem {
  const targetRank = STRENGTH_RANK[options.target];
  const standings = law.instrumentOrder.map((index) =>
    standIn(law, law.instruments[index]!, state, day, options),
  );
  const byId = new Map(standings.map((standing) => [standing.indexed.id, standing]));
  const baseline = standings.filter(({ verdict, recommended }) => verdict === "free" || recommended);
  const ranks = jointRanks(
    law,
    baseline.map(({ indexed }) => indexed),
    day,
  );
  const lacking = [...law.themes.keys()].filter((theme) => ranks[theme]! < targetRank);
  const liftsOf = ({ indexed }: Standing): number[] => {
    const { dense } = ranksOn(indexed, day);
    return [...lacking.keys()].filter((at) => dense[lacking[at]!]! >= targetRank);
  };
  const lifting = standings.filter((standing) => liftsOf(standing).length > 0);
  const blocked = (standing: Standing): boolean => {
    const needed = openPrerequisite(standing, byId);
    return needed !== undefined && needed.verdict !== "choice";
  };
  const candidates = lifting.filter((standing) => standing.verdict === "choice" && !blocked(standing));
  const chosen = new Set(candidates);
  for (const standing of candidates) {
    const needed = openPrerequisite(standing, byId);
    if (needed) chosen.add(needed);
  }
  const members = standings.filter((standing) => chosen.has(standing));
  const choices = members.map((standing) => {
    const needed = openPrerequisite(standing, byId);
    return {
      id: standing.indexed.id,
      lifts: liftsOf(standing),
      needs: needed === undefined ? undefined : members.indexOf(needed),
    };
  });
  const reachable = [...new Set(choices.flatMap(({ lifts }) => lifts))].sort((a, b) => a - b);
  const needed = new Set(lifting.filter(blocked).map((standing) => openPrerequisite(standing, byId)));
  const excluded = standings.filter(
    (standing) => standing.verdict === "unknown" && (lifting.includes(standing) || needed.has(standing)),
  );
  const reasonOf = (at: number): UnreachableReason => {
    const givers = lifting.filter((standing) => liftsOf(standing).includes(at));
    if (givers.some((standing) => standing.verdict === "unknown" || needsUnknown(standing, byId)))
      return "only-unknown";
    return givers.length > 0 ? "only-closed" : "no-instrument";
  };
  return {
    lacking,
    choices,
    reachable,
    pending: standings.filter(({ pending }) => pending).map(({ indexed }) => indexed.id),
    byInvitation: members
      .filter(({ openness }) => openness === "by-invitation")
      .map(({ indexed }) => indexed.id),
    stale: Object.fromEntries(
      members.filter(({ stale }) => stale).map(({ indexed }) => [indexed.id, indexed.asOfIso]),
    ),
    unknownExcluded: excluded.map(({ indexed }) => indexed.id),
    unreachable: Object.fromEntries(
      [...lacking.keys()]
        .filter((at) => !reachable.includes(at))
        .map((at) => [law.themes[lacking[at]!]!.id, reasonOf(at)]),
    ),
  };
}

interface Standing {
  indexed: IndexedInstrument;
  verdict: Verdict;
  openness: Openness;
  pending: boolean;
  recommended: boolean;
  signed: boolean;
  /** Not a party as of the end of the list, unknown since. */
  stale: boolean;
}

function standIn(
  law: Law,
  indexed: IndexedInstrument,
  state: number,
  day: DayNumber,
  options: ProblemOptions,
): Standing {
  const status = standingOf(law, indexed.index, state, day);
  const offered = law.openness[indexed.index * law.states.length + state]!;
  const openness = options.noInvited && offered === "by-invitation" ? "closed" : offered;
  const stale =
    (status.kind === "unknown" && status.reason === "list-ends") ||
    (status.kind === "signed" && status.stale);
  const verdict = ((): Verdict => {
    if (status.kind === "in-force" || status.kind === "pending") return "free";
    if (openness === "closed" || !isInForceItself(indexed, day)) return "closed";
    if (OLD_TREATIES.has(indexed.id)) return "closed";
    if (status.kind === "unknown" && !stale) return "unknown";
    if (stale && options.strict) return "unknown";
    // Joining something whose own entry into force is not held can't be promised to have effect.
    return indexed.inForce === undefined ? "closed" : "choice";
  })();
  return {
    indexed,
    verdict,
    openness,
    pending: status.kind === "pending",
    recommended: status.kind === "recommended",
    signed: status.kind === "signed",
    stale,
  };
}

/** What an instrument needs first and the state hasn't joined, or undefined. */
function openPrerequisite(standing: Standing, byId: ReadonlyMap<string, Standing>): Standing | undefined {
  const rule = PREREQUISITES[standing.indexed.id];
  const needed = rule && byId.get(rule.needs);
  if (!needed || needed.verdict === "free") return undefined;
  return rule.signatureIsEnough && needed.signed ? undefined : needed;
}

/** Open to the state, but not to be chosen because it is unknown whether the state joined what it needs first. */
function needsUnknown(standing: Standing, byId: ReadonlyMap<string, Standing>): boolean {
  return standing.verdict === "choice" && openPrerequisite(standing, byId)?.verdict === "unknown";
}
