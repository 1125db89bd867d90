/** The audit log: adding to it, reading it by what, whom and when. */
import { AUDIT_PARTS, type AuditEvent, type AuditOutcome, type AuditRow } from "@concord/core/access";
import { type SQL, sql } from "drizzle-orm";
import type { Session } from "../engine/session.ts";
import type { ReadTx } from "../store.ts";

/** Adds rows in their order. What the log says besides, the database adds by itself. */
export async function insertAudit({ db }: Pick<Session, "db">, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(
    ({ deed, subject, outcome = "done", reason, detail = {} }) =>
      sql`(${deed}, ${subject.kind}, ${subject.id ?? null}, ${outcome}, ${reason ?? null}, ${JSON.stringify(detail)})`,
  );
  await db.execute(sql`
    INSERT INTO audit_log (deed, subject_kind, subject_id, outcome, reason, detail) VALUES ${sql.join(rows, sql.raw(", "))}`);
}

/** Which rows are asked for; what is left out doesn't narrow. */
export interface AuditFilter {
  /** From this moment on, ISO 8601. */
  from?: string | undefined;
  /** Up to but without this moment. */
  to?: string | undefined;
  account?: string | undefined;
  actor?: string | undefined;
  role?: string | undefined;
  deed?: string | undefined;
  outcome?: AuditOutcome | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  /** Only rows with a smaller number: the next piece of a list. */
  before?: number | undefined;
}

const COLUMNS: Readonly<Record<keyof AuditRow, string>> = {
  seq: "seq",
  at: `to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  account: "coalesce(account, '')",
  actor: "coalesce(actor, '')",
  role: "role",
  deed: "deed",
  subjectKind: "subject_kind",
  subjectId: "coalesce(subject_id, '')",
  outcome: "outcome",
  reason: "coalesce(reason, '')",
  detail: "detail",
  previous: "previous",
  hash: "hash",
};

/** Every part of a row in the order of the canonical form, its hash last, as SQL. */
export const AUDIT_COLUMNS = [...AUDIT_PARTS, "hash" as const].map((part) => COLUMNS[part]);

function conditionsOf(filter: AuditFilter): SQL[] {
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [sql`${sql.raw(column)} = ${value}`];
  return [
    ...(filter.from === undefined ? [] : [sql`at >= ${filter.from}::timestamptz`]),
    ...(filter.to === undefined ? [] : [sql`at < ${filter.to}::timestamptz`]),
    ...(filter.before === undefined ? [] : [sql`seq < ${filter.before}::bigint`]),
    ...equal("account", filter.account),
    ...equal("actor", filter.actor),
    ...equal("role", filter.role),
    ...equal("deed", filter.deed),
    ...equal("outcome", filter.outcome),
    ...equal("subject_kind", filter.subjectKind),
    ...equal("subject_id", filter.subjectId),
  ];
}

/** Rows that the person may see, the newest first. */
export async function selectAudit(tx: ReadTx, filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  const conditions = conditionsOf(filter);
  const where = conditions.length > 0 ? sql`WHERE ${sql.join(conditions, sql.raw(" AND "))}` : sql``;
  const columns = [...AUDIT_PARTS, "hash" as const].map((part) => `${COLUMNS[part]} AS "${part}"`).join(", ");
  const rows = await tx.rows<AuditRow>(
    sql`SELECT ${sql.raw(columns)} FROM audit_log ${where} ORDER BY audit_log.seq DESC LIMIT ${limit}::int`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** The end of the chain. */
export interface AuditHead {
  /** Number of the last row; 0 while there is none. */
  seq: number;
  at: string;
  hash: string;
}

/** The end of the chain as the database holds it; undefined for whoever may not see it. */
export async function selectAuditHead(tx: ReadTx): Promise<AuditHead | undefined> {
  const [head] = await tx.rows<AuditHead>(
    sql`SELECT seq, ${sql.raw(COLUMNS.at)} AS at, hash FROM audit_head`,
  );
  return head && { ...head, seq: Number(head.seq) };
}
