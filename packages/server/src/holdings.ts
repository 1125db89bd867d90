/** What the server answers from: the law in memory, the rows that stay in the database, and what it is called. */
import type { Law } from "@concord/core/instruments";
import type { Solver } from "@concord/core/instruments/roadmap";
import type { IsoDay } from "@concord/core/vocabulary";
import {
  type PairFilter,
  type PlanBook,
  type Store,
  selectCorridorFlows,
  selectCorridorTotals,
  selectCrosscheckSummary,
  selectDataPackage,
  selectDataTables,
  selectInstrumentSources,
  selectMechanisms,
  selectNeighbours,
  selectParticipation,
  selectReliability,
  selectReservations,
} from "@concord/store";

/** Rows that are asked for seldom and stay in the database, each question in a transaction of its own. */
export function recordsOf(store: Pick<Store, "read">) {
  return {
    participation: (of: PairFilter) => store.read((tx) => selectParticipation(tx, of)),
    reservations: (of: PairFilter) => store.read((tx) => selectReservations(tx, of)),
    neighbours: (iso3: string) => store.read((tx) => selectNeighbours(tx, iso3)),
    mechanisms: (instrument?: string) => store.read((tx) => selectMechanisms(tx, instrument)),
    flows: (origin: string, destination: string) =>
      store.read((tx) => selectCorridorFlows(tx, origin, destination)),
    /** Every corridor by each measure, up to and with a year. */
    corridorTotals: (year: number) => store.read((tx) => selectCorridorTotals(tx, year)),
    /** What the page "About the data" shows beside the coverage. */
    about: () =>
      store.read(async (tx) => ({
        sources: await selectInstrumentSources(tx),
        tables: await selectDataTables(tx),
        reliability: await selectReliability(tx),
        crosschecks: await selectCrosscheckSummary(tx),
      })),
    /** Rejects when the database doesn't answer. */
    ping: () => store.read(async (tx) => void (await selectDataPackage(tx))),
  };
}

export type Records = ReturnType<typeof recordsOf>;

export interface Holdings {
  law: Law;
  records: Records;
  /** The plans that the data package brings along. */
  book: PlanBook;
  /** Loads the solver at the first roadmap. */
  solver(): Promise<Solver>;
  /** Version of the product. */
  version: string;
  /** Hash of the data package that is loaded. */
  dataHash: string;
  /** The day it is, `YYYY-MM-DD`: the last that can be asked. */
  today(): IsoDay;
}
