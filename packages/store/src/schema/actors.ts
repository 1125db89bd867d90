import { doublePrecision, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instruments } from "./instruments.ts";
import { knowledgePolicies } from "./policy.ts";

/** Organizations, bodies, networks and groups: data/actors/actors.csv. */
export const actors = pgTable(
  "actors",
  {
    id: text().primaryKey(),
    ordinal: integer().notNull().unique(),
    name: text().notNull(),
    acronym: text().notNull(),
    kind: text().notNull(),
    hqIso3: text().notNull(),
    scope: text().notNull(),
    sinceYear: integer(),
    mandate: text().notNull(),
    pillars: text().array().notNull(),
    source: text().notNull(),
  },
  knowledgePolicies,
);

/** What watches over instruments or coordinates the work: data/actors/mechanisms.csv. */
export const mechanisms = pgTable(
  "mechanisms",
  {
    id: text().primaryKey(),
    ordinal: integer().notNull().unique(),
    name: text().notNull(),
    kind: text().notNull(),
    body: text()
      .notNull()
      .references(() => actors.id),
    /** Null: irregular or in phases. */
    periodicityYears: doublePrecision(),
    asks: text().notNull(),
    source: text().notNull(),
  },
  knowledgePolicies,
);

/** Which mechanism watches over which instrument. */
export const mechanismInstruments = pgTable(
  "mechanism_instruments",
  {
    mechanism: text()
      .notNull()
      .references(() => mechanisms.id),
    instrument: text()
      .notNull()
      .references(() => instruments.id),
  },
  (table) => [
    primaryKey({ name: "mechanism_instruments_pkey", columns: [table.instrument, table.mechanism] }),
    ...knowledgePolicies(),
  ],
);
