/** What the server answers from: the law in memory, the rows that stay in the database, and what it is called. */
import type { Flow, Law } from "@concord/core/instruments";
import type { Solver } from "@concord/core/instruments/roadmap";
import type { IsoDay } from "@concord/core/vocabulary";

/** A reservation, declaration or objection, as a row of `reservations.csv`. */
export interface Reservation {
  instrument: string;
  iso3: string;
  kind: string;
  article: string;
  paraphrase: string;
  source: string;
}

/** Persons observed between two states, as the source gives them. */
export interface ObservedFlow extends Omit<Flow, "persons"> {
  /** Null when the source gives a range only. */
  persons: number | null;
  low: number | null;
  high: number | null;
  flag: string | null;
}

/** A body or procedure that watches over instruments, as a row of `mechanisms.csv`. */
export interface Mechanism {
  id: string;
  name: string;
  kind: string;
  instruments: readonly string[];
  body: string;
  periodicityYears: number | null;
  asks: string;
  source: string;
}

/** A source or table of the knowledge base, with its terms. */
export interface Source {
  id: string;
  title: string;
  licence: string;
  note: string;
}

/** Agreement of two coders on a measure, as a row of `reliability.csv`. */
export interface Reliability {
  measure: string;
  scope: string;
  n: number;
  agreement: number | null;
  kappa: number | null;
}

/** Rows that are asked for seldom and stay in the database. */
export interface Records {
  reservations(of: { state?: string; instrument?: string }): Promise<readonly Reservation[]>;
  flows(origin: string, destination: string): Promise<readonly ObservedFlow[]>;
  /** The latest flow of each kind between every two states. */
  latestFlows(): Promise<readonly Flow[]>;
  mechanisms(instrument: string): Promise<readonly Mechanism[]>;
  sources(): Promise<readonly Source[]>;
  reliability(): Promise<readonly Reliability[]>;
  /** Rejects when the database doesn't answer. */
  ping(): Promise<void>;
}

export interface Holdings {
  law: Law;
  records: Records;
  /** Loads the solver at the first roadmap. */
  solver(): Promise<Solver>;
  /** Version of the product. */
  version: string;
  /** Hash of the data package that is loaded. */
  dataHash: string;
  /** The day it is, `YYYY-MM-DD`: the last that can be asked. */
  today(): IsoDay;
}
