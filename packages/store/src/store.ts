import { existsSync } from "node:fs";
import { join } from "node:path";
import { ANONYMOUS, type AuditEvent, type Principal } from "@concord/core/access";
import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { openEmbedded } from "./engine/embedded.ts";
import { keepOwner } from "./engine/owner.ts";
import { openServer } from "./engine/server.ts";
import type { Database, Engine } from "./engine/session.ts";
import { StoreError, systemCodeOf } from "./error.ts";
import { insertAudit } from "./queries/audit.ts";
import { APP_ROLE } from "./schema/policy.ts";

/** What a read may ask of Drizzle. */
export type ReadDatabase = Pick<
  Database,
  "select" | "selectDistinct" | "selectDistinctOn" | "$with" | "with" | "$count"
>;

/** A transaction that reads: a stable picture of the database, which PostgreSQL itself keeps from writing. */
export interface ReadTx extends Principal {
  readonly db: ReadDatabase;
  /** Runs SQL and gives its rows; columns are named as in the SQL. */
  rows<Row extends object>(query: SQL): Promise<Row[]>;
}

/** A transaction that may also write. */
export interface WriteTx extends ReadTx {
  readonly db: Database;
  /**
   * Leaves a row in the audit log: written as the last thing of the transaction, so that change and row both hold or neither does, and nobody waits
   * for the end of the chain longer than a commit takes.
   */
  record(event: AuditEvent): void;
}

/** The database, whichever engine it runs on. There is no way to it but a transaction that says on whose behalf it runs. */
export interface Store {
  readonly engine: Engine["kind"];
  /**
   * Runs queries on one stable picture of the database. Keep it short: the embedded engine runs one transaction at a time.
   * @throws StoreError `read-only` when the work tries to write, `closed`
   */
  read<T>(work: (tx: ReadTx) => Promise<T>, principal?: Principal): Promise<T>;
  /** Runs changes that all hold or none. */
  write<T>(work: (tx: WriteTx) => Promise<T>, principal: Principal): Promise<T>;
  close(): Promise<void>;
}

/** Where the database is: on a PostgreSQL server, or embedded in a folder. */
export type StorePlace = { databaseUrl: string } | { folder: string };

/**
 * Opens the database and brings its tables up to date; creates the embedded one when there is none.
 * @throws StoreError with a code and a cure for everything a person has to put right
 */
export async function openStore(place: StorePlace): Promise<Store> {
  return storeOver(
    "folder" in place ? await openEmbedded(place.folder) : await openServer(place.databaseUrl),
  );
}

/**
 * Opens a database that exists without changing it, whichever version made it: for a backup.
 * @throws StoreError `data-missing` where there is none
 */
export async function openAsItIs(place: StorePlace): Promise<Store> {
  const leave = async () => undefined;
  if (!("folder" in place)) return storeOver(await openServer(place.databaseUrl, leave));
  if (!existsSync(join(place.folder, "cluster")))
    throw new StoreError(
      "data-missing",
      `There is no database in ${place.folder}.`,
      "Name its folder with --var DIR, or the server with DATABASE_URL.",
    );
  return storeOver(await openEmbedded(place.folder, leave));
}

/** The store over an engine that is open and up to date. */
export function storeOver(engine: Engine): Store {
  let closing: Promise<void> | undefined;
  const run = async <T>(
    readOnly: boolean,
    principal: Principal,
    work: (tx: WriteTx) => Promise<T>,
  ): Promise<T> => {
    if (closing) throw new StoreError("closed", "The database is closed.", "Open it again.");
    try {
      return await engine.transaction(readOnly, async (session) => {
        // A role that owns nothing, for the length of the transaction: the row policies hold for whatever is asked.
        await session.db.execute(sql`
          SELECT set_config('role', ${APP_ROLE}, true),
                 set_config('concord.account', ${principal.account ?? ""}, true),
                 set_config('concord.actor', ${principal.actor ?? ""}, true),
                 set_config('concord.role', ${principal.role}, true)`);
        const events: AuditEvent[] = [];
        const { db, rows } = session;
        const result = await work({ ...principal, db, rows, record: (event) => void events.push(event) });
        await insertAudit(session, events);
        return result;
      });
    } catch (error) {
      throw storeErrorOf(error);
    }
  };
  const store: Store = {
    engine: engine.kind,
    read: (work, principal = ANONYMOUS) => run(true, principal, work),
    write: (work, principal) => run(false, principal, work),
    close() {
      closing ??= engine.close();
      return closing;
    },
  };
  return keepOwner(store, engine);
}

/** What the database refused, where a person or the caller can put it right. */
function storeErrorOf(error: unknown): unknown {
  const code = systemCodeOf(error);
  if (code === "25006")
    return new StoreError("read-only", "A reading transaction tried to write.", "Use a writing one.", error);
  if (code === "53100" || code === "ENOSPC")
    return new StoreError(
      "disk-full",
      "The disk of the database is full: nothing was changed.",
      "Make room on it; then do the same again.",
      error,
    );
  return error;
}
