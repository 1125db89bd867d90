import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { daterange } from "./column.ts";
import { knowledgePolicies } from "./policy.ts";
import { states, themes } from "./vocabulary.ts";

/** Treaties, directives and soft-law texts: data/instruments/instruments.csv, with relevance and text used. */
export const instruments = pgTable(
  "instruments",
  {
    id: text().primaryKey(),
    ordinal: integer().notNull().unique(),
    shortTitle: text().notNull(),
    title: text().notNull(),
    kind: text().notNull(),
    body: text().notNull(),
    depositary: text().notNull(),
    /** A day, or a month only. */
    adopted: text().notNull(),
    /** The last day that `adopted` leaves open: from here on it exists for sure (R3). */
    adoptedBy: date({ mode: "string" }).notNull(),
    /** Empty: soft law, or not established here. */
    inForce: text().notNull(),
    region: text().notNull(),
    binding: boolean().notNull(),
    /** core, related, context; empty where no provision is coded. */
    relevance: text().notNull(),
    /** Text that the coding was checked against; empty where no provision is coded. */
    textSource: text().notNull(),
    sourceNote: text().notNull(),
  },
  knowledgePolicies,
);

const instrument = () =>
  text()
    .notNull()
    .references(() => instruments.id);
const iso3 = () =>
  text()
    .notNull()
    .references(() => states.iso3);

/** What the labels in `source` cells stand for: data/instruments/sources.csv. */
export const instrumentSources = pgTable(
  "instrument_sources",
  {
    id: text().primaryKey(),
    ordinal: integer().notNull().unique(),
    title: text().notNull(),
    place: text().notNull(),
    completeTo: date({ mode: "string" }),
    terms: text().notNull(),
  },
  knowledgePolicies,
);

/** One act of one state: data/instruments/participation.csv. */
export const participation = pgTable(
  "participation",
  {
    instrument: instrument(),
    iso3: iso3(),
    action: text().notNull(),
    /** As the source gives it: a day, or a year only. */
    date: text().notNull(),
    ordinal: integer().notNull().unique(),
    asOf: date({ mode: "string" }).notNull(),
    source: text().notNull(),
  },
  (table) => [
    primaryKey({
      name: "participation_pkey",
      columns: [table.instrument, table.iso3, table.action, table.date],
    }),
    index().on(table.iso3),
    ...knowledgePolicies(),
  ],
);

/**
 * From when to when an instrument binds a state, as the rules say (R3 to R8, R11): computed once at loading, by the
 * same rules as every answer, so that SQL can ask for a day.
 */
export const boundPeriods = pgTable(
  "bound_periods",
  {
    instrument: instrument(),
    iso3: iso3(),
    valid: daterange().notNull(),
  },
  (table) => [
    primaryKey({ name: "bound_periods_pkey", columns: [table.instrument, table.iso3, table.valid] }),
    index().using("gist", table.valid),
    ...knowledgePolicies(),
  ],
);

/** One rule of one provision on one theme: data/instruments/provisions.csv. */
export const provisions = pgTable(
  "provisions",
  {
    instrument: instrument(),
    provision: text().notNull(),
    theme: text()
      .notNull()
      .references(() => themes.id),
    ordinal: integer().notNull().unique(),
    strength: text().notNull(),
    /** 1 recommended … 5 binding. */
    rank: integer().notNull(),
    addressee: text().notNull(),
    side: text().notNull(),
    exploitation: text().notNull(),
    persons: text().notNull(),
    paraphrase: text().notNull(),
    checked: boolean().notNull(),
    /** Gives a state strength: core or related (R13), not addressed to an organization (R14). */
    counts: boolean().notNull(),
    /** When it counts: a directive's rows are replaced by those that amend them (R15). */
    valid: daterange().notNull(),
  },
  (table) => [
    primaryKey({ name: "provisions_pkey", columns: [table.instrument, table.provision, table.theme] }),
    index().on(table.theme),
    ...knowledgePolicies(),
  ],
);

/** Waiting periods: data/instruments/effect_rules.csv. `instrument` may end in `*`, so it is no reference. */
export const effectRules = pgTable(
  "effect_rules",
  {
    instrument: text().primaryKey(),
    ordinal: integer().notNull().unique(),
    rule: text().notNull(),
    article: text().notNull(),
    checked: boolean().notNull(),
  },
  knowledgePolicies,
);

/** Up to when participation is known: data/instruments/coverage.csv. */
export const coverage = pgTable(
  "coverage",
  {
    instrument: instrument().primaryKey(),
    ordinal: integer().notNull().unique(),
    /** Null: absence says nothing (R9). */
    asOf: date({ mode: "string" }),
    partiesHeld: integer().notNull(),
    signaturesHeld: integer().notNull(),
    yearOnlyDates: integer().notNull(),
    partiesStated: integer(),
    statedAsOf: text().notNull(),
    statedSource: text().notNull(),
    partyRowsBySource: text().notNull(),
    note: text().notNull(),
  },
  knowledgePolicies,
);

/** Reservations, declarations, objections in our words: data/instruments/reservations.csv. */
export const reservations = pgTable(
  "reservations",
  {
    ordinal: integer().primaryKey(),
    instrument: instrument(),
    iso3: iso3(),
    kind: text().notNull(),
    article: text().notNull(),
    paraphrase: text().notNull(),
    source: text().notNull(),
  },
  (table) => [index().on(table.instrument, table.iso3), index().on(table.iso3), ...knowledgePolicies()],
);

/** Dates compared between two sources: data/instruments/crosscheck.csv. */
export const crosschecks = pgTable(
  "crosschecks",
  {
    ordinal: integer().primaryKey(),
    instrument: instrument(),
    iso3: iso3(),
    sourceA: text().notNull(),
    dateA: text().notNull(),
    sourceB: text().notNull(),
    dateB: text().notNull(),
    resolution: text().notNull(),
    agree: boolean().notNull(),
  },
  (table) => [index().on(table.instrument), ...knowledgePolicies()],
);

/** Agreement of two coders: data/instruments/reliability.csv. */
export const reliability = pgTable(
  "reliability",
  {
    measure: text().notNull(),
    scope: text().notNull(),
    ordinal: integer().notNull().unique(),
    /** Rows compared. */
    n: integer().notNull(),
    agreement: doublePrecision().notNull(),
    kappa: doublePrecision(),
  },
  (table) => [
    primaryKey({ name: "reliability_pkey", columns: [table.measure, table.scope] }),
    ...knowledgePolicies(),
  ],
);
