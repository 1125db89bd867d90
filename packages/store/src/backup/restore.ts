/** Filling an empty database from a backup, within one transaction. */
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { applyMigrations, MIGRATIONS_FOLDER } from "../engine/migrate.ts";
import type { Session } from "../engine/session.ts";
import { StoreError } from "../error.ts";
import { type BackupClose, type BackupHead, type BackupTable, readArchive } from "./archive.ts";
import { listForeignKeys, listTables, listTriggers } from "./catalog.ts";

export interface RestoreOutcome extends BackupClose {
  head: BackupHead;
  /** Migrations that were applied on top of an older backup. */
  migratedBy: number;
}

function newerBackup(head: BackupHead): StoreError {
  return new StoreError(
    "backup-newer",
    `The backup was written by Concord ${head.version}, whose tables this version doesn't know.`,
    "Restore it with the version that wrote it, or a newer one.",
  );
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const run = (session: Session, statement: string) => session.db.execute(sql.raw(statement));

/** Puts foreign keys and triggers aside: rows come in the order of the file, and none of them is news. */
async function putAside(session: Session): Promise<() => Promise<void>> {
  const keys = await listForeignKeys(session);
  const triggers = await listTriggers(session);
  for (const { table, name } of keys) await run(session, `ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { table, name } of triggers) await run(session, `ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
  return async () => {
    // Adding a key checks every row against it.
    for (const { table, name, definition } of keys)
      await run(session, `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    const how: Readonly<Record<string, string>> = { A: "ENABLE ALWAYS", R: "ENABLE REPLICA" };
    for (const { table, name, enabled } of triggers)
      await run(session, `ALTER TABLE ${table} ${how[enabled] ?? "ENABLE"} TRIGGER ${name}`);
  };
}

function refuseTable(table: BackupTable, own: ReadonlyMap<string, readonly string[]>): void {
  const missing = table.columns.find((column) => !own.get(table.name)?.includes(column));
  if (!own.has(table.name) || missing !== undefined)
    throw new StoreError(
      "backup-damaged",
      `The backup holds the table ${table.name}${missing ? ` with the column ${missing}` : ""}, which its version of Concord did not have.`,
      "Take another backup. Nothing was changed.",
    );
}

async function fillTables(session: Session, parts: ReturnType<typeof readArchive>): Promise<BackupClose> {
  const own = new Map((await listTables(session)).map(({ name, columns }) => [name, columns]));
  if (own.size > 0) await run(session, `TRUNCATE ${[...own.keys()].map(quoted).join(", ")}`);
  let target = "";
  for await (const part of parts) {
    if (part.kind === "table") {
      refuseTable(part.table, own);
      target = `${quoted(part.table.name)} (${part.table.columns.map(quoted).join(", ")})`;
    } else if (part.kind === "rows") await session.copy(target, part.text.toString("utf8"));
    else if (part.kind === "close") return part.close;
  }
  throw new Error("a backup that was read to its end has a close");
}

/**
 * Restores into a database without any table of ours. All is checked on the way; on any fault the transaction leaves nothing.
 * An older backup is filled into the tables of its own version, which are then brought up to date as a database of that age would be.
 *
 * @throws StoreError `backup-damaged`, `backup-newer`
 */
export async function restoreInto(
  session: Session,
  chunks: AsyncIterable<Uint8Array>,
  migrationsFolder = MIGRATIONS_FOLDER,
): Promise<RestoreOutcome> {
  const parts = readArchive(chunks);
  const first = (await parts.next()).value;
  if (first?.kind !== "head") throw new Error("a backup begins with its head");
  const { head } = first;
  const known = readMigrationFiles({ migrationsFolder });
  if (head.migrations.some((hash, index) => known[index]?.hash !== hash)) throw newerBackup(head);
  const age = head.migrations.length;
  await applyMigrations(session, known.slice(0, age));
  const putBack = await putAside(session);
  const close = await fillTables(session, parts);
  for (const { name, last } of head.sequences)
    if (last !== null)
      await session.db.execute(sql`SELECT setval(quote_ident(${name})::regclass, ${last}::bigint)`);
  await putBack();
  await applyMigrations(session, known.slice(age));
  // The queue isn't in a backup: whatever was under way is queued anew.
  await run(
    session,
    `UPDATE jobs SET queued = false, state = 'waiting' WHERE state IN ('waiting', 'running')`,
  );
  return { ...close, head, migratedBy: known.length - age };
}
