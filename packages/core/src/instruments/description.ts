/** States and instruments as the public contract describes them: in lists, over the API and on the command line. */
import type { Language, State } from "../vocabulary/index.ts";
import type { Coverage, Instrument, InstrumentKind, Relevance } from "./knowledge.ts";
import type { Law } from "./law.ts";

export interface StateDescription {
  iso3: string;
  iso2: string;
  m49: string;
  status: string;
  names: Record<Language, string>;
  /** Official short name at the United Nations, English. */
  un_name: string;
  un_regional_group: string | null;
  m49_region: string | null;
  m49_subregion: string | null;
  memberships: string[];
}

/** How well the parties of an instrument are known; `as_of` null: absence says nothing (R9). */
export interface CoverageDescription {
  as_of: string | null;
  parties_held: number;
  signatures_held: number;
  year_only_dates: number;
  parties_stated: number | null;
  stated_as_of: string | null;
  stated_source: string | null;
  note: string;
}

export interface InstrumentDescription {
  id: string;
  short_title: string;
  title: string;
  kind: InstrumentKind;
  body: string;
  depositary: string;
  adopted: string;
  in_force: string | null;
  region: string;
  binding: boolean;
  relevance: Relevance | null;
  source: string;
  coverage: CoverageDescription | null;
}

/** Describes a state; what it lacks, such as a regional group, is null. */
export function describeState(state: State): StateDescription {
  return {
    iso3: state.iso3,
    iso2: state.iso2,
    m49: state.m49,
    status: state.status,
    names: { ...state.names },
    un_name: state.unEn,
    un_regional_group: state.unRegionalGroup || null,
    m49_region: state.m49Region || null,
    m49_subregion: state.m49Subregion || null,
    memberships: [...state.memberships],
  };
}

/** Describes a row of `coverage.csv`. */
export function describeCoverage(row: Coverage): CoverageDescription {
  return {
    as_of: row.asOf || null,
    parties_held: row.partiesHeld,
    signatures_held: row.signaturesHeld,
    year_only_dates: row.yearOnlyDates,
    parties_stated: row.partiesStated,
    stated_as_of: row.statedAsOf || null,
    stated_source: row.statedSource || null,
    note: row.note,
  };
}

/** Describes an instrument, with how well its parties are known. */
export function describeInstrument(law: Law, instrument: Instrument): InstrumentDescription {
  const coverage = law.knowledge.coverage.find((row) => row.instrument === instrument.id);
  return {
    id: instrument.id,
    short_title: instrument.shortTitle,
    title: instrument.title,
    kind: instrument.kind,
    body: instrument.body,
    depositary: instrument.depositary,
    adopted: instrument.adopted,
    in_force: instrument.inForce || null,
    region: instrument.region,
    binding: instrument.binding,
    relevance: instrument.relevance || null,
    source: instrument.sourceNote,
    coverage: coverage ? describeCoverage(coverage) : null,
  };
}
