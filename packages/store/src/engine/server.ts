import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { drizzle, PostgresJsDatabase, PostgresJsSession } from "drizzle-orm/postgres-js";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { StoreError, systemCodeOf } from "../error.ts";
import { migrate } from "./migrate.ts";
import type { Engine, Session } from "./session.ts";
import { wholeRows } from "./whole-rows.ts";

/** Temporal keys and `uuidv7()` came with PostgreSQL 18. */
const OLDEST_VERSION = 180_000;
const CONNECTIONS_AT_MOST = 10;
const CONNECT_WITHIN_SECONDS = 10;

/**
 * Opens a database on a PostgreSQL server and brings its tables up to date.
 * @param databaseUrl `postgres://user:password@host:port/database`
 * @param bringUp migrates it; what only reads leaves it as it is
 * @throws StoreError `server-unreachable`, `server-refused`, `server-too-old`, `wrong-encoding`, `database-newer`
 */
export async function openServer(databaseUrl: string, bringUp = migrate): Promise<Engine> {
  const client = connect(databaseUrl);
  try {
    const [found] = await client<{ version: number; encoding: string }[]>`
      SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`;
    refuseServer(found?.version ?? 0, found?.encoding ?? "");
    const engine = serverEngine(client, databaseUrl);
    await bringUp(engine);
    return engine;
  } catch (error) {
    await client.end({ timeout: 1 }).catch(() => undefined);
    throw error instanceof StoreError ? error : connectionError(databaseUrl, error);
  }
}

/**
 * Whether a server can hold the database.
 * @param version as `server_version_num` has it: 180006 is 18.6
 * @throws StoreError `server-too-old`, `wrong-encoding`
 */
export function refuseServer(version: number, encoding: string): void {
  if (version < OLDEST_VERSION)
    throw new StoreError(
      "server-too-old",
      `The database server runs PostgreSQL ${Math.floor(version / 10_000)}; Concord needs 18 or newer.`,
      "Upgrade the server, or leave DATABASE_URL empty to use the embedded database.",
    );
  if (encoding !== "UTF8")
    throw new StoreError(
      "wrong-encoding",
      `The database is encoded in ${encoding}; six languages need UTF8.`,
      "Create it anew: CREATE DATABASE concord ENCODING 'UTF8' TEMPLATE template0;",
    );
}

function connect(databaseUrl: string): Sql {
  try {
    const client = postgres(databaseUrl, {
      max: CONNECTIONS_AT_MOST,
      connect_timeout: CONNECT_WITHIN_SECONDS,
      connection: { application_name: "concord" },
      onnotice: () => undefined,
    });
    // Drizzle sets how this client reads dates and writes JSON; the sessions below rely on it.
    return drizzle(client).$client;
  } catch (cause) {
    throw new StoreError(
      "server-unreachable",
      "The address of the database server can't be read.",
      "Write DATABASE_URL as postgres://user:password@host:5432/database.",
      cause,
    );
  }
}

function serverEngine(client: Sql, databaseUrl: string): Engine {
  return {
    kind: "server",
    queue: { databaseUrl },
    transaction: async (readOnly, work) => {
      const kept: { result?: Awaited<ReturnType<typeof work>> } = {};
      await client.begin(
        readOnly ? "ISOLATION LEVEL REPEATABLE READ READ ONLY" : "READ WRITE",
        async (transaction) => {
          try {
            kept.result = await work(serverSession(transaction));
          } catch (error) {
            if (isLost(error)) return new Promise(() => undefined);
            throw error;
          }
        },
      );
      return kept.result as Awaited<ReturnType<typeof work>>;
    },
    close: () => client.end({ timeout: 5 }),
  };
}

/**
 * Whether the connection is gone, so that nothing is left to roll back. The driver ends such a transaction by itself as soon as it sees the end
 * of the connection; a ROLLBACK that it were made to send meanwhile would go to a closed socket and end the process.
 */
function isLost(error: unknown): boolean {
  return /^(CONNECTION_|57P0[1-3]$|08|ECONNRESET$|EPIPE$)/.test(systemCodeOf(error));
}

function serverSession(transaction: TransactionSql): Session {
  const dialect = new PgDialect({ casing: "snake_case" });
  // A transaction answers all that Drizzle asks of a client but opening another one.
  const session = new PostgresJsSession(transaction as unknown as Sql, dialect, undefined);
  const db = new PostgresJsDatabase(dialect, session, undefined);
  return {
    db,
    async rows<Row extends object>(query: SQL) {
      return [...(await db.execute(query))] as Row[];
    },
    async copy(target, text) {
      const into = await transaction.unsafe(`COPY ${target} FROM STDIN`).writable();
      await pipeline(Readable.from([text]), into);
    },
    async *copyOut(table, columns) {
      const names = columns.map((name) => `"${name}"`).join(", ");
      const rows = await transaction.unsafe(`COPY "${table}" (${names}) TO STDOUT`).readable();
      yield* wholeRows(rows);
    },
  };
}

/** Faults of connecting, as PostgreSQL and the network name them. The password never shows. */
function connectionError(databaseUrl: string, cause: unknown): StoreError {
  const code = systemCodeOf(cause);
  const place = placeOf(databaseUrl);
  if (code === "3D000")
    return new StoreError(
      "server-refused",
      `The database server at ${place} has no such database.`,
      "Create it: CREATE DATABASE concord ENCODING 'UTF8' TEMPLATE template0;",
      cause,
    );
  if (code.startsWith("28"))
    return new StoreError(
      "server-refused",
      `The database server at ${place} refuses this user or password.`,
      "Check user and password in DATABASE_URL.",
      cause,
    );
  if (code === "42501")
    return new StoreError(
      "server-refused",
      `The user of DATABASE_URL may not create tables at ${place}.`,
      "Make the user the owner of the database.",
      cause,
    );
  if (/^[0-9A-Z]{5}$/.test(code) && cause instanceof Error)
    return new StoreError(
      "server-refused",
      `The database server at ${place} refuses: ${cause.message}.`,
      "See the log of the server.",
      cause,
    );
  return new StoreError(
    "server-unreachable",
    `The database server at ${place} does not answer.`,
    "Start it, check host and port in DATABASE_URL, or leave it empty to use the embedded database.",
    cause,
  );
}

function placeOf(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `${host}${pathname}`;
  } catch {
    return "the given address";
  }
}
