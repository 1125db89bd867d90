import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { actors } from "./actors.ts";
import { knowledgePolicies, rowPolicies } from "./policy.ts";
import { states, themes } from "./vocabulary.ts";

const theme = () =>
  text()
    .notNull()
    .references(() => themes.id);

/** Points of the Global Plan of Action of 2010 in our words: data/plan/global_plan_2010.csv. */
export const planPoints = pgTable(
  "plan_points",
  {
    para: text().notNull(),
    theme: theme(),
    ordinal: integer().notNull().unique(),
    /** `preamble` or a pillar. */
    pillar: text().notNull(),
    /** Classes of actors that are asked. */
    actors: text().array().notNull(),
    action: text().notNull(),
    /** Number and content were confirmed by another source. */
    checked: boolean().notNull(),
  },
  (table) => [
    primaryKey({ name: "plan_points_pkey", columns: [table.para, table.theme] }),
    ...knowledgePolicies(),
  ],
);

/** Principles and goals that the non-paper in A/64/691 proposes, in our words: data/plan/non_paper_2010.csv. */
export const nonPaperPoints = pgTable(
  "non_paper_points",
  {
    key: text().primaryKey(),
    ordinal: integer().notNull().unique(),
    kind: text().notNull(),
    passage: text().notNull(),
    text: text().notNull(),
  },
  knowledgePolicies,
);

/** Millennium targets, targets of the 2030 Agenda, and the themes they serve: data/plan/sdg_links.csv. */
export const goalLinks = pgTable(
  "goal_links",
  {
    ordinal: integer().primaryKey(),
    /** Empty: no counterpart. */
    mdg: text().notNull(),
    sdg: text().notNull(),
    theme: theme(),
    driver: text().notNull(),
    pushOrPull: text().notNull(),
    reason: text().notNull(),
  },
  (table) => [index().on(table.theme), ...knowledgePolicies()],
);

/** Who belongs to which group or organization, where the table of states doesn't say it: data/actors/members.csv. */
export const groupMembers = pgTable(
  "group_members",
  {
    group: text()
      .notNull()
      .references(() => actors.id),
    iso3: text()
      .notNull()
      .references(() => states.iso3),
    ordinal: integer().notNull().unique(),
    /** As the source gives it; empty where it gives none. */
    from: text().notNull(),
    role: text().notNull(),
    source: text().notNull(),
  },
  (table) => [
    primaryKey({ name: "group_members_pkey", columns: [table.group, table.iso3] }),
    ...knowledgePolicies(),
  ],
);

/** Consultations, so that they can be listed; everything else about one is in its log. */
export const consultations = pgTable(
  "consultations",
  {
    id: text().primaryKey(),
    title: text().notNull(),
    openedAt: timestamp({ withTimezone: true, mode: "string" }).notNull(),
    /** Accounts that facilitate it. */
    facilitators: text().array().notNull(),
  },
  (table) =>
    rowPolicies(
      { see: ["plan.see"], add: ["consultation.create"], change: ["consultation.change"] },
      { facilitators: table.facilitators },
    ),
);

/** The log of a consultation: one row a step, never changed and never removed. What a consultation is follows from it alone. */
export const consultationEvents = pgTable(
  "consultation_events",
  {
    consultation: text()
      .notNull()
      .references(() => consultations.id),
    /** 1 the opening, and one more for each step. */
    step: integer().notNull(),
    type: text().notNull(),
    /** The server's clock, UTC with milliseconds. */
    at: text().notNull(),
    /** The actor on whose behalf. */
    by: text().notNull(),
    capacity: text().notNull(),
    data: jsonb().notNull(),
    /** Opaque id of the account that acted; null for the program. */
    account: text(),
    /** Accounts that facilitated at that step. */
    facilitators: text().array().notNull(),
  },
  (table) => [
    primaryKey({ name: "consultation_events_pkey", columns: [table.consultation, table.step] }),
    ...rowPolicies(
      {
        see: ["plan.see"],
        add: ["consultation.create", "consultation.change", "proposal.make", "position.take"],
      },
      { actor: table.by, facilitators: table.facilitators },
    ),
  ],
);
