import { boolean, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { daterange } from "./column.ts";
import { knowledgePolicies } from "./policy.ts";

/** UN members, observers, associated states and the European Union (`EUE`): data/states.csv. */
export const states = pgTable(
  "states",
  {
    iso3: text().primaryKey(),
    /** Place in the file, which is the order in which answers list states. */
    ordinal: integer().notNull().unique(),
    iso2: text().notNull(),
    m49: text().notNull(),
    status: text().notNull(),
    nameAr: text().notNull(),
    nameEn: text().notNull(),
    nameEs: text().notNull(),
    nameFr: text().notNull(),
    nameRu: text().notNull(),
    nameZh: text().notNull(),
    nameUnEn: text().notNull(),
    unRegionalGroup: text().notNull(),
    m49Region: text().notNull(),
    m49Subregion: text().notNull(),
    /** Organizations it belongs to on the day of collection, by column of states.csv. */
    memberships: text().array().notNull(),
  },
  knowledgePolicies,
);

/** Dated memberships, where a rule needs them: data/memberships.csv. */
export const memberships = pgTable(
  "memberships",
  {
    group: text().notNull(),
    iso3: text()
      .notNull()
      .references(() => states.iso3),
    valid: daterange().notNull(),
    ordinal: integer().notNull().unique(),
    source: text().notNull(),
  },
  (table) => [
    primaryKey({ name: "memberships_pkey", columns: [table.group, table.iso3, table.valid] }),
    ...knowledgePolicies(),
  ],
);

/** The 59 themes: data/themes.csv. */
export const themes = pgTable(
  "themes",
  {
    id: text().primaryKey(),
    ordinal: integer().notNull().unique(),
    pillar: text().notNull(),
    label: text().notNull(),
    scope: text().notNull(),
  },
  knowledgePolicies,
);

/** Land borders, each in both directions: data/neighbours.csv. */
export const neighbours = pgTable(
  "neighbours",
  {
    iso3: text()
      .notNull()
      .references(() => states.iso3),
    neighbourIso3: text()
      .notNull()
      .references(() => states.iso3),
  },
  (table) => [
    primaryKey({ name: "neighbours_pkey", columns: [table.iso3, table.neighbourIso3] }),
    ...knowledgePolicies(),
  ],
);

/** The table files of the data package with source and licence, for the page "About the data". */
export const dataTables = pgTable(
  "data_tables",
  {
    name: text().primaryKey(),
    ordinal: integer().notNull().unique(),
    path: text().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    rows: integer().notNull(),
    bytes: integer().notNull(),
    hash: text().notNull(),
    sources: text().array().notNull(),
    licence: text().notNull(),
    licencePath: text().notNull(),
  },
  knowledgePolicies,
);

/** The data package that is loaded: one row. */
export const dataPackages = pgTable(
  "data_packages",
  {
    /** Always true, so that there is one row at most. */
    only: boolean().primaryKey().default(true),
    version: text().notNull(),
    collectedOn: text().notNull(),
    /** Hash over all its files and over the way they are loaded: equal means nothing is to be done. */
    fingerprint: text().notNull(),
  },
  knowledgePolicies,
);
