/** Where the facts of an answer come from, and up to when they are known. */
import type { Law } from "@concord/core/instruments";

export interface Provenance {
  as_of: Record<string, string | null>;
  sources: string[];
}

/** Sources by instrument and by instrument and state, gathered once for each law. */
interface SourceIndex {
  asOf: ReadonlyMap<string, string | null>;
  byInstrument: ReadonlyMap<string, ReadonlySet<string>>;
  byPair: ReadonlyMap<string, ReadonlySet<string>>;
}

const indexes = new WeakMap<Law, SourceIndex>();

function indexSources(law: Law): SourceIndex {
  const byInstrument = new Map<string, Set<string>>();
  const byPair = new Map<string, Set<string>>();
  const add = (index: Map<string, Set<string>>, key: string, source: string) => {
    const held = index.get(key) ?? new Set<string>();
    held.add(source);
    index.set(key, held);
  };
  for (const { instrument, iso3, source } of law.knowledge.participation) {
    add(byInstrument, instrument, source);
    add(byPair, `${instrument} ${iso3}`, source);
  }
  const asOf = new Map(law.knowledge.coverage.map((row) => [row.instrument, row.asOf || null]));
  return { asOf, byInstrument, byPair };
}

/**
 * Provenance of an answer.
 * @param instruments ids of the instruments that the answer speaks of
 * @param states codes of the states whose participation it rests on; when not given, all
 */
export function provenanceOf(
  law: Law,
  instruments: Iterable<string>,
  states?: readonly string[],
): Provenance {
  const index = indexes.get(law) ?? indexSources(law);
  indexes.set(law, index);
  const as_of: Record<string, string | null> = {};
  const sources = new Set<string>();
  for (const id of [...new Set(instruments)].sort()) {
    as_of[id] = index.asOf.get(id) ?? null;
    const found = states
      ? states.flatMap((iso3) => [...(index.byPair.get(`${id} ${iso3}`) ?? [])])
      : (index.byInstrument.get(id) ?? []);
    for (const source of found) sources.add(source);
  }
  return { as_of, sources: [...sources].sort() };
}

/** Every instrument that has a list of parties: what an answer about all themes rests on. */
function treatyIds(law: Law): string[] {
  return law.knowledge.instruments.filter(({ kind }) => kind !== "soft-law").map(({ id }) => id);
}

const wholes = new WeakMap<Law, Map<string, Provenance>>();

/**
 * Provenance of an answer about all themes; the same whatever the day, so it is gathered once for each state.
 * @param states codes of the states whose participation it rests on; when not given, all
 */
export function wholeProvenance(law: Law, states?: readonly string[]): Provenance {
  const known = wholes.get(law) ?? new Map<string, Provenance>();
  wholes.set(law, known);
  const key = states?.join(" ") ?? "";
  const kept = known.get(key);
  if (kept) return kept;
  const found = provenanceOf(law, treatyIds(law), states);
  // Pairs and groups are asked for seldom: only single states and the whole are kept.
  if ((states?.length ?? 1) === 1) known.set(key, found);
  return found;
}
