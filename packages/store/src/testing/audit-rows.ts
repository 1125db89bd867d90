import { AUDIT_PARTS, type AuditRow, NO_HASH } from "@concord/core/access";
import { sql } from "drizzle-orm";
import { auditHashOf } from "../audit/chain.ts";
import { ownerOf } from "../engine/owner.ts";
import type { Store } from "../store.ts";

/** Made-up rows of an audit log, chained as the database chains them. */
export function* auditRows(count: number): Generator<AuditRow> {
  let previous = NO_HASH;
  const start = Date.parse("2026-01-01T00:00:00Z");
  for (let seq = 1; seq <= count; seq += 1) {
    const row = {
      seq,
      at: new Date(start + seq * 1000).toISOString(),
      account: `account-${seq % 97}`,
      actor: "BGD",
      role: "member",
      deed: "proposal.make",
      subjectKind: "proposal",
      subjectId: `proposal-${seq}`,
      outcome: "done",
      reason: "",
      detail: '{"revision":3}',
      previous,
    };
    previous = auditHashOf(row);
    yield { ...row, hash: previous };
  }
}

const PARTS = [...AUDIT_PARTS, "hash"] as const;
const PIECE = 50_000;
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Fills the log with rows as they are, beyond the application, which would take an hour for a million. What the log held is gone. */
export async function fillAudit(store: Store, rows: Iterable<AuditRow>): Promise<void> {
  const target = `"audit_log" (${PARTS.map((part) => `"${snake(part)}"`).join(", ")})`;
  const lineOf = (row: AuditRow) => PARTS.map((part) => (row[part] === "" ? "\\N" : row[part])).join("\t");
  await ownerOf(store).transaction(false, async ({ db, copy }) => {
    await db.execute(sql`ALTER TABLE audit_log DISABLE TRIGGER USER`);
    await db.execute(sql`TRUNCATE audit_log`);
    let last: AuditRow | undefined;
    let lines: string[] = [];
    const flush = async () => {
      if (lines.length > 0) await copy(target, `${lines.join("\n")}\n`);
      lines = [];
    };
    for (const row of rows) {
      lines.push(lineOf(row));
      last = row;
      if (lines.length === PIECE) await flush();
    }
    await flush();
    await db.execute(
      sql`UPDATE audit_head SET seq = ${last?.seq ?? 0}::bigint, at = ${last?.at ?? "2000-01-01"}::timestamptz, hash = ${last?.hash ?? NO_HASH}`,
    );
    await db.execute(sql`ALTER TABLE audit_log ENABLE TRIGGER USER`);
  });
}
