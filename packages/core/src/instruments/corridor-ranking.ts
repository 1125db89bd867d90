import type { IsoDay } from "../vocabulary/index.ts";
import { STRENGTH_RANK } from "../vocabulary/index.ts";
import type { Law } from "./law.ts";
import { dayNumberOf, stateAt } from "./standing.ts";
import { jointRanks, possibleInstruments, standingInstruments } from "./strength.ts";

/** The themes on which two states need a common basis to act in one case. */
export const CORRIDOR_THEMES = [
  "prosecution.extradition",
  "prosecution.mutual-legal-assistance",
  "prosecution.investigation",
  "prosecution.asset-recovery",
  "protection.return",
  "partnership.information-exchange",
] as const;

/** An observed flow of one kind between two states, as its source gives it. */
export interface Flow {
  origin: string;
  destination: string;
  /** Flows of different kinds are ranked apart and never added: `migrant-stock`, `detected-victims`, `pooled-cases` … */
  kind: string;
  year: number;
  /** Number of persons, at least 0. */
  persons: number;
  source: string;
}

/** A corridor in the ranking of one kind of flow. */
export interface CorridorRank extends Flow {
  /** 0 for no persons, 1 for the largest flow of its kind, by order of magnitude. */
  size: number;
  /** 0: every corridor theme binding between the two; 1: nothing on any. */
  weakness: number;
  /** The same if all that is unknown were in force: between this and `weakness` lies the truth. */
  weakness_if_unknown_bound: number;
  score: number;
}

/**
 * Corridors where the flow is large and the common legal basis weak, one ranking per kind of flow.
 * size = ln(1 + persons) / ln(1 + largest of its kind); weakness = mean over the corridor themes of 1 − rank / 5;
 * score = size × weakness (docs/methods/instruments.md, "Ranking corridors"). For each pair the latest year counts.
 * Rows with an end that is no actor held here, or with both ends the same, are left out.
 */
export function corridorRanking(
  law: Law,
  flows: readonly Flow[],
  day: IsoDay,
): Record<string, CorridorRank[]> {
  const basis = basisReader(law, dayNumberOf(day));
  const known = flows.filter(
    ({ origin, destination, persons }) =>
      origin !== destination && law.stateIndex.has(origin) && law.stateIndex.has(destination) && persons >= 0,
  );
  const byKind = Map.groupBy(known, ({ kind }) => kind);
  return Object.fromEntries(
    [...byKind].map(([kind, rows]) => {
      const latest = latestOfEachPair(rows);
      const largest = Math.log1p(Math.max(1, ...latest.map(({ persons }) => persons)));
      const ranked = latest.map((flow): CorridorRank => {
        const size = Math.log1p(flow.persons) / largest;
        const weak = basis(stateAt(law, flow.origin), stateAt(law, flow.destination));
        return { ...flow, size, ...weak, score: size * weak.weakness };
      });
      ranked.sort((a, b) => b.score - a.score || b.persons - a.persons || (pairKey(a) < pairKey(b) ? -1 : 1));
      return [kind, ranked];
    }),
  );
}

function latestOfEachPair(rows: readonly Flow[]): Flow[] {
  const latest = new Map<string, Flow>();
  for (const row of rows) {
    const held = latest.get(pairKey(row));
    if (!held || row.year > held.year || (row.year === held.year && row.persons > held.persons))
      latest.set(pairKey(row), row);
  }
  return [...latest.values()];
}

function pairKey({ origin, destination }: Flow): string {
  return `${origin} ${destination}`;
}

/** Weakness of the common basis of two states, each state's instruments looked up once. */
function basisReader(law: Law, day: number) {
  const themes = CORRIDOR_THEMES.flatMap((id) => law.themeIndex.get(id) ?? []);
  const standing = new Map<number, ReturnType<typeof instrumentsOf>>();
  const instrumentsOf = (state: number) => {
    const inForce = standingInstruments(law, state, day);
    return { inForce, maybe: [...inForce, ...possibleInstruments(law, state, day)] };
  };
  const of = (state: number) => {
    const found = standing.get(state) ?? instrumentsOf(state);
    standing.set(state, found);
    return found;
  };
  const weaknessOf = (common: ReturnType<typeof standingInstruments>): number => {
    const ranks = jointRanks(law, common, day);
    const missing = themes.map((theme) => 1 - ranks[theme]! / STRENGTH_RANK.binding);
    return missing.reduce((sum, part) => sum + part, 0) / Math.max(1, missing.length);
  };
  return (a: number, b: number) => {
    const [one, other] = [of(a), of(b)];
    return {
      weakness: weaknessOf(one.inForce.filter((instrument) => other.inForce.includes(instrument))),
      weakness_if_unknown_bound: weaknessOf(
        one.maybe.filter((instrument) => other.maybe.includes(instrument)),
      ),
    };
  };
}
