import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { rowPolicies } from "./policy.ts";

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "string" });

/**
 * The audit log: each change, sign-in event and refused attempt, chained by hash. The application gives deed, subject, outcome, reason and
 * detail; number, time, account, actor, role and both hashes a trigger adds, and no grant lets the application name them. Triggers refuse every
 * change and removal, also the owner's.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    at: moment().notNull(),
    account: text(),
    actor: text(),
    role: text().notNull(),
    deed: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text(),
    outcome: text().notNull(),
    reason: text(),
    /** JSON text of an object: text, since the hash is taken of its very bytes. */
    detail: text().notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    check("audit_log_outcome_check", sql`${table.outcome} IN ('done', 'refused', 'failed')`),
    check("audit_log_deed_check", sql`${table.deed} ~ '^[a-z]+[.][a-z-]+$'`),
    check("audit_log_detail_check", sql`${table.detail} IS JSON OBJECT AND length(${table.detail}) <= 2000`),
    check(
      "audit_log_text_check",
      sql`concat(${table.account}, ${table.actor}, ${table.role}, ${table.subjectKind}, ${table.subjectId}, ${table.reason}, ${table.detail}) !~ '[[:cntrl:]]'`,
    ),
    index("audit_log_at_index").on(table.at),
    index("audit_log_account_index").on(table.account, table.seq),
    index("audit_log_actor_index").on(table.actor, table.seq),
    index("audit_log_subject_index").on(table.subjectKind, table.subjectId, table.seq),
    ...rowPolicies({ see: ["audit.see"], add: ["audit.record"] }, { actor: table.actor }),
  ],
);

/** The last row's number and hash: one row, locked by whoever adds to the log, so that the chain never forks. */
export const auditHead = pgTable(
  "audit_head",
  {
    /** Always true, so that there is one row at most. */
    only: boolean().primaryKey().default(true),
    seq: bigint({ mode: "number" }).notNull(),
    at: moment().notNull(),
    hash: text().notNull(),
  },
  () => rowPolicies({ see: ["audit.see"] }),
);
