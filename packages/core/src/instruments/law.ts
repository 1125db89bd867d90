import type { DayNumber, State, Steps, Theme } from "../vocabulary/index.ts";
import { finish, parseDay, parsePartialDate, STRENGTH_RANK } from "../vocabulary/index.ts";
import type { Status } from "./answer.ts";
import {
  directiveBinds,
  directiveStatus,
  provisionValidity,
  unionMembership,
  type Validity,
} from "./directive.ts";
import type { Instrument, Knowledge, MembershipPeriod, Participation, Provision } from "./knowledge.ts";
import { type Openness, opennessOf } from "./openness.ts";
import { areDatesNotHeld, indexParticipation, treatyFacts, treatySegments } from "./participation.ts";
import { BEGINNING, type StatusSegment, statusSegments } from "./status.ts";

/** A provision with what the rules need to know of it. */
interface IndexedProvision {
  provision: Provision;
  theme: number;
  rank: number;
  /** Gives the state strength: core or related (R13), and addressed to a state, business or parliament (R14). */
  counts: boolean;
  /** When it counts (R15). */
  validity: Validity;
}

/** The strongest counting provision of an instrument on each theme, from a day on. */
export interface ThemeRanks {
  from: DayNumber;
  /** Rank by theme index, 0 where the instrument gives nothing. */
  dense: Uint8Array;
  /** The themes with a rank above 0. */
  themes: Uint8Array;
  ranks: Uint8Array;
}

export interface IndexedInstrument {
  index: number;
  instrument: Instrument;
  id: string;
  /** From this day on it exists (R3). */
  adopted: DayNumber;
  /** Its own entry into force, where held (R6). */
  inForce: DayNumber | undefined;
  /** Up to when its list of parties is known; undefined: absence says nothing (R9). */
  asOf: DayNumber | undefined;
  asOfIso: string;
  /** Any row of participation is held. */
  listHeld: boolean;
  provisions: readonly IndexedProvision[];
  /** By day, latest first. */
  ranks: readonly ThemeRanks[];
}

/** A span of days in which an instrument is in force for a state; `until` is the first day on which it isn't. */
interface BoundSpans {
  instrument: Uint16Array;
  state: Uint16Array;
  from: Int32Array;
  until: Int32Array;
}

/** The knowledge base, indexed once; every question of the instruments room is a pure function over it. */
export interface Law {
  knowledge: Knowledge;
  /** In the order of `instruments.csv`. */
  instruments: readonly IndexedInstrument[];
  /** Indices of `instruments`, sorted by id. */
  instrumentOrder: readonly number[];
  instrumentIndex: ReadonlyMap<string, number>;
  /** All actors, the European Union among them, in the order of `states.csv`. */
  states: readonly State[];
  stateIndex: ReadonlyMap<string, number>;
  themes: readonly Theme[];
  themeIndex: ReadonlyMap<string, number>;
  /** Status over time of each pair, at instrument × number of states + state. */
  segments: readonly (readonly StatusSegment[])[];
  openness: readonly Openness[];
  bound: BoundSpans;
}

const FOREVER = 2_000_000;

/**
 * Indexes the knowledge base: about 14,000 pairs of instrument and state, each cut into spans of equal status.
 * @param knowledge as read from the data package, checked
 * @throws RangeError naming the row when a date or rule can't be read: such data should never have been loaded
 */
export function buildLaw(knowledge: Knowledge): Law {
  return finish(lawInSteps(knowledge));
}

/** {@link buildLaw} one instrument at a time, for a browser that has to answer its reader in between. */
export function* lawInSteps(knowledge: Knowledge): Steps<Law> {
  const themeIndex = indexBy(knowledge.themes, (theme) => theme.id);
  const stateIndex = indexBy(knowledge.states, (state) => state.iso3);
  const instruments = indexInstruments(knowledge, themeIndex);
  yield;
  const segments = yield* indexSegments(knowledge, instruments);
  const openness: Openness[] = [];
  for (const { instrument } of instruments)
    for (const state of knowledge.states) openness.push(opennessOf(instrument, state));
  yield;
  return {
    knowledge,
    instruments,
    instrumentOrder: instruments
      .map((instrument) => instrument.index)
      .sort((a, b) => (instruments[a]!.id < instruments[b]!.id ? -1 : 1)),
    instrumentIndex: indexBy(knowledge.instruments, (instrument) => instrument.id),
    states: knowledge.states,
    stateIndex,
    themes: knowledge.themes,
    themeIndex,
    segments,
    openness,
    bound: collectBoundSpans(segments, knowledge.states.length),
  };
}

function indexBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, number> {
  return new Map(rows.map((row, index) => [key(row), index]));
}

function indexInstruments(knowledge: Knowledge, themeIndex: Map<string, number>): IndexedInstrument[] {
  const validity = provisionValidity(knowledge.provisions);
  const provisions = Map.groupBy(
    knowledge.provisions.map((provision, row) => ({ provision, validity: validity[row]! })),
    ({ provision }) => provision.instrument,
  );
  const withRows = new Set(knowledge.participation.map((row) => row.instrument));
  const coverage = new Map(knowledge.coverage.map((row) => [row.instrument, row.asOf]));
  return knowledge.instruments.map((instrument, index) => {
    const adopted = parsePartialDate(instrument.adopted);
    if (!adopted) throw new RangeError(`${instrument.id}: adopted on "${instrument.adopted}" is no date`);
    const relevant = instrument.relevance === "core" || instrument.relevance === "related";
    const indexed = (provisions.get(instrument.id) ?? []).map(({ provision, validity }) => ({
      provision,
      theme: themeIndex.get(provision.theme)!,
      rank: STRENGTH_RANK[provision.strength],
      counts: relevant && provision.addressee !== "igo" && provision.addressee !== "treaty-body",
      validity,
    }));
    const asOfIso = coverage.get(instrument.id) ?? "";
    return {
      index,
      instrument,
      id: instrument.id,
      adopted: adopted.last,
      inForce: parsePartialDate(instrument.inForce)?.last,
      asOf: parseDay(asOfIso),
      asOfIso,
      listHeld: withRows.has(instrument.id),
      provisions: indexed,
      ranks: ranksOverTime(indexed, knowledge.themes.length),
    };
  });
}

function ranksOverTime(provisions: readonly IndexedProvision[], themeCount: number): ThemeRanks[] {
  const turns = new Set([Number.NEGATIVE_INFINITY]);
  for (const { validity } of provisions)
    for (const day of [validity.from, validity.until]) if (Number.isFinite(day)) turns.add(day);
  return [...turns]
    .sort((a, b) => b - a)
    .map((from) => {
      const dense = new Uint8Array(themeCount);
      for (const { counts, validity, theme, rank } of provisions)
        if (counts && validity.from <= from && from < validity.until && rank > dense[theme]!)
          dense[theme] = rank;
      const themes = Uint8Array.from([...dense.keys()].filter((theme) => dense[theme]! > 0));
      return { from, dense, themes, ranks: themes.map((theme) => dense[theme]!) };
    });
}

function* indexSegments(
  knowledge: Knowledge,
  instruments: readonly IndexedInstrument[],
): Steps<(readonly StatusSegment[])[]> {
  const rows = indexParticipation(knowledge.participation);
  const segments: (readonly StatusSegment[])[] = [];
  for (const indexed of instruments) {
    const ofState = segmentsOf(knowledge, indexed, rows.get(indexed.id));
    for (const { iso3 } of knowledge.states) segments.push(ofState(iso3));
    yield;
  }
  return segments;
}

/** The history of one instrument, state by state; states of which nothing is held share one. */
function segmentsOf(
  knowledge: Knowledge,
  indexed: IndexedInstrument,
  rows: ReadonlyMap<string, readonly Participation[]> | undefined,
): (iso3: string) => readonly StatusSegment[] {
  const { kind } = indexed.instrument;
  if (kind === "soft-law") {
    const segments = adoptionSegments(indexed.adopted, { kind: "recommended" });
    return () => segments;
  }
  if (kind === "eu-directive") {
    const memberships = Map.groupBy(knowledge.memberships, (period) => period.iso3);
    return (iso3) => directiveSegments(memberships.get(iso3) ?? [], indexed, iso3);
  }
  const factsOf = treatyFacts(knowledge, indexed);
  const withoutRows = treatySegments(factsOf("", []));
  return (iso3) => {
    const held = rows?.get(iso3);
    if (!held && !areDatesNotHeld(indexed.id, iso3)) return withoutRows;
    return treatySegments(factsOf(iso3, held ?? []));
  };
}

function adoptionSegments(adopted: DayNumber, after: Status): StatusSegment[] {
  return [
    { from: BEGINNING, status: { kind: "not-adopted" } },
    { from: adopted, status: after },
  ];
}

function directiveSegments(
  memberships: readonly MembershipPeriod[],
  indexed: IndexedInstrument,
  iso3: string,
): StatusSegment[] {
  const { inForce, adopted } = indexed;
  const bound = unionMembership(memberships, iso3).flatMap((span) => {
    const since = inForce === undefined ? undefined : directiveBinds(iso3, inForce, span);
    return since === undefined ? [] : [{ since, until: span.to }];
  });
  const turns = bound.flatMap(({ since, until }) => (Number.isFinite(until) ? [since, until + 1] : [since]));
  return statusSegments((day) => directiveStatus(day, adopted, bound), [adopted, ...turns]);
}

function collectBoundSpans(segments: readonly (readonly StatusSegment[])[], stateCount: number): BoundSpans {
  const instrument: number[] = [];
  const state: number[] = [];
  const from: number[] = [];
  const until: number[] = [];
  segments.forEach((pair, at) => {
    for (let position = 0; position < pair.length; position += 1) {
      const segment = pair[position]!;
      if (segment.status.kind !== "in-force") continue;
      instrument.push(Math.floor(at / stateCount));
      state.push(at % stateCount);
      from.push(segment.from);
      until.push(pair[position + 1]?.from ?? FOREVER);
    }
  });
  return {
    instrument: Uint16Array.from(instrument),
    state: Uint16Array.from(state),
    from: Int32Array.from(from),
    until: Int32Array.from(until),
  };
}
