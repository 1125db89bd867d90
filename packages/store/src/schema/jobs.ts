import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { rowPolicies } from "./policy.ts";

const moment = () => timestamp({ withTimezone: true, mode: "string" });

/**
 * Long work: what was asked for, how far it has come, what came of it. A row is written in the transaction of its cause; the queue
 * (schema `pgboss`) only carries its id to a worker, so that this table alone says what is so, and travels with a backup.
 */
export const jobs = pgTable(
  "jobs",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    /** Which work: `mail.send`. */
    kind: text().notNull(),
    /** Whoever asks twice for the same kind and key gets the same job; null when each asking is a job of its own. */
    key: text(),
    payload: jsonb().notNull(),
    /** On whose behalf, by opaque ids; null for the program itself. */
    account: text(),
    actor: text(),
    state: text().notNull().default("waiting"),
    cancelAsked: boolean().notNull().default(false),
    stepsDone: integer().notNull().default(0),
    /** Null while it isn't known how many there are. */
    stepsOfAll: integer(),
    checkpoint: jsonb(),
    result: jsonb(),
    /** What went wrong last; empty when nothing did. */
    fault: text().notNull().default(""),
    /** How many times a worker has taken it up: a worker whose number is no longer this one has lost it. */
    attempt: integer().notNull().default(0),
    /** How many times it ended in a fault. */
    faults: integer().notNull().default(0),
    /** True once the queue has it. */
    queued: boolean().notNull().default(false),
    notBefore: moment().notNull().defaultNow(),
    createdAt: moment().notNull().defaultNow(),
    finishedAt: moment(),
  },
  (table) => [
    check("jobs_state_check", sql`${table.state} IN ('waiting', 'running', 'done', 'failed', 'cancelled')`),
    uniqueIndex("jobs_kind_key_unique").on(table.kind, table.key),
    index("jobs_to_queue_index").on(table.notBefore).where(sql`NOT queued`),
    index("jobs_created_index").on(table.createdAt),
    ...rowPolicies(
      { see: ["job.see"], add: ["job.start"], change: ["job.cancel", "job.resume"] },
      { account: table.account },
    ),
  ],
);

/** The effects that a job has had: written in the transaction of the effect, so that no effect happens twice. */
export const jobEffects = pgTable(
  "job_effects",
  {
    job: uuid()
      .notNull()
      .references(() => jobs.id, { onDelete: "cascade" }),
    key: text().notNull(),
    result: jsonb(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ name: "job_effects_pkey", columns: [table.job, table.key] }), ...rowPolicies({})],
);
