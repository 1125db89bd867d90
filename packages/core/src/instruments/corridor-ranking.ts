import type { DayNumber, IsoDay } from "../vocabulary/index.ts";
import { STRENGTH_RANK } from "../vocabulary/index.ts";
import type { Law } from "./law.ts";
import { dayNumberOf, ranksOn, stateAt } from "./standing.ts";
import { possibleInstruments, standingInstruments } from "./strength.ts";

/**
 * The themes on which what one state does for a person needs the other: moving, being found, staying or returning, and
 * the case that follows.
 */
export const CORRIDOR_THEMES = [
  "prevention.safe-migration",
  "prevention.recruitment",
  "prevention.borders",
  "prevention.documents",
  "protection.identification",
  "protection.residence",
  "protection.return",
  "protection.reintegration",
  "protection.non-refoulement",
  "protection.migrant-rights",
  "prosecution.jurisdiction",
  "prosecution.extradition",
  "prosecution.mutual-legal-assistance",
  "prosecution.investigation",
  "prosecution.asset-recovery",
  "partnership.information-exchange",
  "partnership.international-cooperation",
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

interface Weakness {
  /** 0: every corridor theme binding between the two; 1: nothing on any. */
  weakness: number;
  /** The same if all that is unknown were in force: between this and `weakness` lies the truth. */
  weakness_if_unknown_bound: number;
}

/** A corridor in the ranking of one kind of flow. */
export interface CorridorRank extends Flow, Weakness {
  /** persons / persons of the largest flow of its kind. */
  size: number;
  /** size × weakness. */
  score: number;
}

/**
 * Corridors where the flow is large and the common legal basis weak, one ranking per kind of flow, highest score first.
 * weakness = mean over the corridor themes of 1 − rank / 5; size = persons / largest flow of its kind; score = size ×
 * weakness, so the order is that of persons × share of a full set of duties that is missing
 * (docs/methods/instruments.md, "Ranking corridors"). For each pair the latest year counts. Rows with an end that is no
 * actor held here, or with both ends the same, are left out.
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
      const largest = latest.reduce((most, { persons }) => Math.max(most, persons), 1);
      const ranked = latest.map((flow): CorridorRank => {
        const size = flow.persons / largest;
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

/** What one end of a corridor brings: by instrument 2 where it counts, 1 where it is only possible. */
type End = Uint8Array;

/** Weakness of the common basis of two states; each state's instruments are looked up once. */
function basisReader(law: Law, day: DayNumber): (a: number, b: number) => Weakness {
  // By theme, the instruments that give anything, strongest first: the first one common to both decides.
  const givers = CORRIDOR_THEMES.flatMap((id) => law.themeIndex.get(id) ?? []).map((theme) =>
    law.instruments
      .map((indexed) => ({ index: indexed.index, rank: ranksOn(indexed, day).dense[theme]! }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank),
  );
  const ends = new Map<number, End>();
  const endOf = (state: number): End => {
    const known = ends.get(state);
    if (known) return known;
    const end = new Uint8Array(law.instruments.length);
    for (const { index } of possibleInstruments(law, state, day)) end[index] = 1;
    for (const { index } of standingInstruments(law, state, day)) end[index] = 2;
    ends.set(state, end);
    return end;
  };
  const weaknessOf = (one: End, other: End, least: number): number => {
    let missing = 0;
    for (const strongestFirst of givers) {
      const common = strongestFirst.find(({ index }) => one[index]! >= least && other[index]! >= least);
      missing += 1 - (common?.rank ?? 0) / STRENGTH_RANK.binding;
    }
    return missing / Math.max(1, givers.length);
  };
  return (a, b) => {
    const [one, other] = [endOf(a), endOf(b)];
    return { weakness: weaknessOf(one, other, 2), weakness_if_unknown_bound: weaknessOf(one, other, 1) };
  };
}
