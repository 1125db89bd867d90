import { existsSync } from "node:fs";
import { access, constants, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite, type Transaction } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { PgliteDatabase, PgliteSession } from "drizzle-orm/pglite";
import { StoreError } from "../error.ts";
import { lockFolder } from "./folder-lock.ts";
import { migrate } from "./migrate.ts";
import type { Engine, Session } from "./session.ts";
import { finishSwap } from "./swap.ts";
import { wholeRows } from "./whole-rows.ts";

/**
 * How the embedded PostgreSQL runs. A quarter of its usual page cache: the database is small, the system caches its files
 * anyway, and it saves 110 MB. Every commit reaches the disk (PGlite leaves that out by itself), so that a power cut loses nothing.
 */
const SETTINGS = ["-c", "shared_buffers=32MB", "-c", "fsync=on"];

/** Pages of 8 KiB that are read out of a table at a time. */
const PAGES_AT_ONCE = 512;

/** PGlite's options for a database in a folder (`dataDir`) or in memory. */
export function clusterOptions() {
  return { extensions: { btree_gist }, startParams: [...PGlite.defaultStartParams, ...SETTINGS] };
}

/**
 * Opens the embedded database of a folder, creating it when there is none.
 *
 * The folder holds `cluster/` (PostgreSQL's own files), `lock` while a process has it open, and `creating` while the
 * first start is under way: a process that finds `creating` knows that its predecessor was killed before the database was complete, and starts
 * anew.
 *
 * @param folder any folder that may be created or written to
 * @param bringUp migrates it; what only reads leaves it as it is
 * @throws StoreError `folder-unwritable`, `folder-locked`, `database-damaged`, `database-newer`
 */
export async function openEmbedded(folder: string, bringUp = migrate): Promise<Engine> {
  await makeWritable(folder);
  const lock = await lockFolder(folder);
  try {
    const client = await openCluster(folder, bringUp);
    return embeddedEngine(client, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** An embedded database in memory, gone with the process: for tests. */
export async function openInMemory(dump?: Blob): Promise<Engine> {
  const client = await PGlite.create({ ...clusterOptions(), loadDataDir: dump });
  const engine = embeddedEngine(client, async () => undefined);
  await migrate(engine);
  return engine;
}

/** The engine over an open PGlite database. `released` is called after it is closed. */
export function embeddedEngine(client: PGlite, released: () => Promise<void>): Engine {
  return {
    kind: "embedded",
    queue: { run: (text, values) => runForQueue(client, text, values) },
    transaction: (readOnly, work) =>
      client.transaction(async (transaction) => {
        if (readOnly) await transaction.exec("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        return work(embeddedSession(transaction));
      }),
    async close() {
      await client.close();
      await released();
    },
  };
}

/**
 * One statement of the queue, or several without values. Several run as one transaction of ours in place of their own BEGIN and
 * COMMIT, so that one that fails leaves the only connection clean; what PostgreSQL refuses inside a transaction runs alone.
 */
async function runForQueue(client: PGlite, text: string, values?: unknown[]) {
  if (values && values.length > 0) return client.query<Record<string, unknown>>(text, values);
  const alone = /\bCONCURRENTLY\b/.test(text);
  const within = text.replace(/^\s*BEGIN;/, "").replace(/\bCOMMIT;?\s*$/, "");
  const results = await (alone
    ? client.exec(text)
    : client.transaction((transaction) => transaction.exec(within)));
  return { rows: results.flatMap(({ rows }) => rows as Record<string, unknown>[]) };
}

function embeddedSession(transaction: Transaction): Session {
  const dialect = new PgDialect({ casing: "snake_case" });
  const db = new PgliteDatabase(dialect, new PgliteSession(transaction, dialect, undefined), undefined);
  return {
    db,
    async rows<Row extends object>(query: SQL) {
      return (await db.execute(query)).rows as Row[];
    },
    async copy(target, text) {
      await transaction.query(`COPY ${target} FROM '/dev/blob'`, [], { blob: new Blob([text]) });
    },
    async *copyOut(table, columns) {
      const names = columns.map((name) => `"${name}"`).join(", ");
      // The engine gives an answer whole: a stretch of the table's pages at a time keeps it small.
      const size = await transaction.query<{ pages: number }>(
        "SELECT (pg_relation_size(quote_ident($1)::regclass) / current_setting('block_size')::int)::int AS pages",
        [table],
      );
      for (let page = 0; page < (size.rows[0]?.pages ?? 0); page += PAGES_AT_ONCE) {
        const stretch = `ctid >= '(${page},0)' AND ctid < '(${page + PAGES_AT_ONCE},0)'`;
        const { blob } = await transaction.query(
          `COPY (SELECT ${names} FROM "${table}" WHERE ${stretch}) TO '/dev/blob'`,
        );
        if (blob) yield* wholeRows(blob.stream());
      }
    },
  };
}

async function openCluster(folder: string, bringUp: typeof migrate): Promise<PGlite> {
  const cluster = join(folder, "cluster");
  const creating = join(folder, "creating");
  if (existsSync(creating)) await rm(cluster, { recursive: true, force: true });
  await finishSwap(folder);
  const isNew = !existsSync(cluster);
  if (isNew) await writeFile(creating, "The database of this folder is being created.\n");
  let client: PGlite | undefined;
  try {
    client = await PGlite.create(cluster, clusterOptions());
    await bringUp(embeddedEngine(client, async () => undefined));
  } catch (cause) {
    await client?.close().catch(() => undefined);
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(
      "database-damaged",
      `The embedded database in ${folder} can't be opened.`,
      "Restore the folder from a backup, or move it away: it is then created anew, with the knowledge base alone.",
      cause,
    );
  }
  if (isNew) await rm(creating, { force: true });
  return client;
}

/** Makes the folder when there is none. @throws StoreError `folder-unwritable` */
export async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new StoreError(
      "folder-unwritable",
      `The folder ${folder} can't be written to.`,
      "Give this user the right to write there, or name another folder for the database.",
      cause,
    );
  }
}
