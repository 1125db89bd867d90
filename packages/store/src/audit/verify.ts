import { AUDIT_PARTS, type AuditRow, CANONICAL_FORM } from "@concord/core/access";
import { sql } from "drizzle-orm";
import { AUDIT_COLUMNS, type AuditHead, selectAuditHead } from "../queries/audit.ts";
import type { ReadTx } from "../store.ts";
import { type AuditFinding, followChain } from "./chain.ts";

export type { AuditFinding };

export interface AuditCheck {
  rows: number;
  /** The last row found. */
  last: AuditHead;
  /** Empty: nothing was changed, removed, inserted or reordered since the rows were written. */
  findings: AuditFinding[];
}

/** Rows read at a time. */
const PIECE = 10_000;
const BETWEEN_ROWS = "\u001e";
const BEFORE_HASH = "\u001f";
const PARTS = [...AUDIT_PARTS, "hash"] as const;
const CANONICAL = AUDIT_COLUMNS.slice(0, -1).join(", ");

/** Reads rows behind a number as one text, their canonical forms each followed by the hash: a tenth of the cost of reading cell by cell. */
async function readPiece(tx: ReadTx, behind: number, upTo: number): Promise<string[]> {
  const line = sql.raw(`concat_ws(E'\\n', '${CANONICAL_FORM}', ${CANONICAL}) || E'\\x1f' || hash`);
  const [piece] = await tx.rows<{ text: string | null }>(sql`
    SELECT string_agg(line, E'\\x1e' ORDER BY number) AS text
    FROM (SELECT audit_log.seq AS number, ${line} AS line FROM audit_log
          WHERE audit_log.seq > ${behind}::bigint AND audit_log.seq <= ${upTo}::bigint
          ORDER BY audit_log.seq LIMIT ${PIECE}::int) AS piece`);
  return piece?.text ? piece.text.split(BETWEEN_ROWS) : [];
}

/** Takes a row apart, where something is wrong with it. */
function rowOf(canonical: string, hash: string): AuditRow {
  const cells = [...canonical.split("\n").slice(1), hash];
  const row = Object.fromEntries(PARTS.map((part, index) => [part, cells[index] ?? ""]));
  return { ...row, seq: Number(cells[0]) } as AuditRow;
}

/**
 * Verifies the audit log from the first row to the last: 10^6 rows in some seconds.
 *
 * The chain alone can't tell that its end was cut off and the kept end set back, or that the whole was written anew: for that, keep the end
 * of the chain elsewhere from time to time and give it here.
 *
 * @param read runs work in a transaction of somebody who may see the whole log: one for each piece, so that nobody waits for the whole, or
 * always the same
 * @param kept an end of the chain that was kept elsewhere: number and hash
 * @param onProgress called after each piece with the rows so far
 */
export async function verifyAudit(
  read: <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>,
  kept?: { seq: number; hash: string },
  onProgress: (rows: number) => void = () => undefined,
): Promise<AuditCheck> {
  const chain = followChain();
  // Rows added while this runs are left to the next time.
  const { head, largest } = await read(async (tx) => {
    const [found] = await tx.rows<{ largest: number }>(
      sql`SELECT coalesce(max(seq), 0)::float8 AS largest FROM audit_log`,
    );
    return { head: await selectAuditHead(tx), largest: Number(found?.largest ?? 0) };
  });
  let keptFound: string | undefined;
  for (;;) {
    const piece = await read((tx) => readPiece(tx, chain.state().seq, largest));
    if (piece.length === 0) break;
    for (const line of piece) {
      const end = line.lastIndexOf(BEFORE_HASH);
      const canonical = line.slice(0, end);
      const hash = line.slice(end + 1);
      if (!chain.takeWhole(canonical, hash)) chain.take(rowOf(canonical, hash));
      if (chain.state().seq === kept?.seq) keptFound = hash;
    }
    onProgress(chain.state().rows);
  }
  const { rows, ...last } = chain.state();
  const findings = chain.finish(head);
  if (kept && kept.seq > last.seq)
    findings.push({
      kind: "truncated",
      from: last.seq + 1,
      to: kept.seq,
      text: `The log once reached row ${kept.seq}; rows ${last.seq + 1} to ${kept.seq} were removed at the end.`,
    });
  else if (kept && kept.seq > 0 && keptFound !== kept.hash)
    findings.push({
      kind: "rewritten",
      from: 1,
      to: kept.seq,
      text: `Row ${kept.seq} is not the one whose hash was kept: some row up to it was written anew.`,
    });
  return { rows, last, findings };
}
