import {
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { knowledgePolicies } from "./policy.ts";

/*
 * Tables of many rows. They are loaded whole, after the check of the data package has held every code against
 * its table, so they carry no foreign keys: these would triple the time of loading and guard nothing.
 */

/** Publishers of indicators: data/indicators/sources.csv. */
export const indicatorSources = pgTable(
  "indicator_sources",
  {
    id: text().primaryKey(),
    ordinal: integer().notNull().unique(),
    title: text().notNull(),
    publisher: text().notNull(),
    place: text().notNull(),
    commitDate: text().notNull(),
    licence: text().notNull(),
  },
  knowledgePolicies,
);

/** What is measured: data/indicators/indicators.csv. */
export const indicators = pgTable(
  "indicators",
  {
    id: text().primaryKey(),
    ordinal: integer().notNull().unique(),
    label: text().notNull(),
    unit: text().notNull(),
    sdgTarget: text().notNull(),
    mdgTarget: text().notNull(),
    driver: text().notNull(),
    direction: text().notNull(),
    source: text()
      .notNull()
      .references(() => indicatorSources.id),
    note: text().notNull(),
  },
  knowledgePolicies,
);

/** One value for one state and year: data/indicators/values.csv.gz. */
export const indicatorValues = pgTable(
  "indicator_values",
  {
    indicator: text().notNull(),
    iso3: text().notNull(),
    year: smallint().notNull(),
    value: doublePrecision().notNull(),
    source: text().notNull(),
  },
  (table) => [
    primaryKey({ name: "indicator_values_pkey", columns: [table.indicator, table.iso3, table.year] }),
    ...knowledgePolicies(),
  ],
);

/** Counts of states' authorities: data/indicators/detections.csv.gz. `value` is null for "<5": 0 to 4. */
export const detections = pgTable(
  "detections",
  {
    measure: text().notNull(),
    iso3: text().notNull(),
    year: smallint().notNull(),
    dimension: text().notNull(),
    category: text().notNull(),
    /** Empty where the category names no state. */
    categoryIso3: text().notNull(),
    sex: text().notNull(),
    age: text().notNull(),
    value: integer(),
    low: integer().notNull(),
    high: integer().notNull(),
    /** conflict, parts-exceed-total or empty. */
    flag: text().notNull(),
  },
  (table) => [
    index().on(table.iso3, table.measure, table.dimension),
    index().on(table.categoryIso3, table.iso3),
    ...knowledgePolicies(),
  ],
);

/** Migrants by origin and destination: data/migration/bilateral_stock.csv.gz. No flow, and not trafficking. */
export const migrantStocks = pgTable(
  "migrant_stocks",
  {
    origin: text().notNull(),
    destination: text().notNull(),
    year: smallint().notNull(),
    stock: integer().notNull(),
  },
  (table) => [
    primaryKey({ name: "migrant_stocks_pkey", columns: [table.origin, table.destination, table.year] }),
    index().on(table.year),
    ...knowledgePolicies(),
  ],
);

/**
 * The pooled global data set, data/ctdc/global_2020.csv.gz: cases that are alike in all columns are one row with their
 * number, which loses nothing, since a case has no identifier. Empty and null: not known or suppressed.
 */
export const pooledCases = pgTable(
  "pooled_cases",
  {
    year: smallint().notNull(),
    gender: text().notNull(),
    ageBroad: text().notNull(),
    citizenshipIso3: text().notNull(),
    exploitationIso3: text().notNull(),
    forcedLabour: boolean(),
    sexualExploitation: boolean(),
    cases: integer().notNull(),
  },
  (table) => [index().on(table.citizenshipIso3, table.exploitationIso3), ...knowledgePolicies()],
);
