/** Restoring in place of a whole database: beside it and then at once, so that nobody ever finds half of it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { getTableName, sql } from "drizzle-orm";
import { clusterOptions, embeddedEngine, makeWritable } from "../engine/embedded.ts";
import { lockFolder } from "../engine/folder-lock.ts";
import { CHANGING_LOCK } from "../engine/migrate.ts";
import { openServer } from "../engine/server.ts";
import type { Session } from "../engine/session.ts";
import { buildingPlace, discardBuilding, finishSwap, swapIn } from "../engine/swap.ts";
import { StoreError } from "../error.ts";
import { auditHead } from "../schema/audit.ts";
import type { StorePlace } from "../store.ts";
import { listTables } from "./catalog.ts";
import { KNOWLEDGE_TABLES } from "./knowledge-tables.ts";
import { type RestoreOutcome, restoreInto } from "./restore.ts";

/** What a person may choose. */
export interface RestoreOptions {
  /** Whether what the database holds may be thrown away. */
  replace: boolean;
}

/** Tables that every database fills from the beginning: the knowledge base, and the head of an audit log, even of an empty one. */
const FILLED_FROM_THE_START: ReadonlySet<string> = new Set([...KNOWLEDGE_TABLES, getTableName(auditHead)]);

/** Tables with rows that tell of use. */
async function tablesInUse(session: Session): Promise<string[]> {
  const used: string[] = [];
  for (const { name } of await listTables(session)) {
    if (FILLED_FROM_THE_START.has(name)) continue;
    const [found] = await session.rows<{ any: boolean }>(
      sql`SELECT EXISTS (SELECT FROM ${sql.identifier(name)}) AS any`,
    );
    if (found?.any) used.push(name);
  }
  return used;
}

function notEmpty(tables: readonly string[]): StoreError {
  const shown = tables.slice(0, 5).join(", ");
  return new StoreError(
    "database-not-empty",
    `The database is in use: it holds rows in ${shown}${tables.length > 5 ? " and others" : ""}.`,
    "Take a backup of it first; then restore with --replace, which throws away what it holds. Or name another place.",
  );
}

/**
 * Restores a backup, of either engine, at a place: all of it or nothing.
 * @param chunks the bytes of the backup
 * @throws StoreError `database-not-empty` without `replace`, `database-in-use`, `backup-damaged`, `backup-newer`, `folder-locked`, and what
 * opening a database may throw; the database is as it was then
 */
export function restoreBackup(
  place: StorePlace,
  chunks: AsyncIterable<Uint8Array>,
  options: RestoreOptions,
): Promise<RestoreOutcome> {
  return "folder" in place
    ? restoreFolder(place.folder, chunks, options)
    : restoreServer(place.databaseUrl, chunks, options);
}

async function restoreFolder(
  folder: string,
  chunks: AsyncIterable<Uint8Array>,
  { replace }: RestoreOptions,
): Promise<RestoreOutcome> {
  await makeWritable(folder);
  const lock = await lockFolder(folder);
  try {
    await finishSwap(folder);
    const cluster = join(folder, "cluster");
    // With `replace` the present database isn't even opened: it may be the damaged one.
    if (!replace && existsSync(cluster)) await refuseInUse(cluster);
    const client = await PGlite.create(buildingPlace(folder), clusterOptions());
    const engine = embeddedEngine(client, async () => undefined);
    let outcome: RestoreOutcome;
    try {
      outcome = await engine.transaction(false, (session) => restoreInto(session, chunks));
    } finally {
      await engine.close();
    }
    await swapIn(folder);
    return outcome;
  } catch (error) {
    await discardBuilding(folder);
    throw error;
  } finally {
    await lock.release();
  }
}

async function refuseInUse(cluster: string): Promise<void> {
  const client = await PGlite.create(cluster, clusterOptions());
  const engine = embeddedEngine(client, async () => undefined);
  const used = await engine.transaction(true, tablesInUse).finally(() => engine.close());
  if (used.length > 0) throw notEmpty(used);
}

async function restoreServer(
  databaseUrl: string,
  chunks: AsyncIterable<Uint8Array>,
  { replace }: RestoreOptions,
): Promise<RestoreOutcome> {
  const engine = await openServer(databaseUrl);
  try {
    return await engine.transaction(false, async (session) => {
      await session.db.execute(sql`SELECT pg_advisory_xact_lock(${CHANGING_LOCK})`);
      await refuseOthers(session);
      const used = replace ? [] : await tablesInUse(session);
      if (used.length > 0) throw notEmpty(used);
      for (const schema of ["pgboss", "drizzle", "public"])
        await session.db.execute(sql.raw(`DROP SCHEMA IF EXISTS ${schema} CASCADE`));
      await session.db.execute(sql`CREATE SCHEMA public`);
      await session.db.execute(sql`GRANT USAGE ON SCHEMA public TO PUBLIC`);
      return restoreInto(session, chunks);
    });
  } finally {
    await engine.close();
  }
}

/** Servers and workers that are connected would go on with what they remember of the old database. */
async function refuseOthers({ rows }: Session): Promise<void> {
  const [found] = await rows<{ others: number }>(sql`
    SELECT count(*)::int AS others FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'concord' AND pid <> pg_backend_pid()`);
  if (found && found.others > 0)
    throw new StoreError(
      "database-in-use",
      `Concord is running on this database: ${found.others} connections are open.`,
      "Stop every server and worker that uses it, then restore.",
    );
}
