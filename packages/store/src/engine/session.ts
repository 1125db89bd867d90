import type { SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** Drizzle over either engine: the queries of every room are written against this. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** One transaction of an engine. */
export interface Session {
  db: Database;
  /** Runs SQL and gives its rows, alike on both engines; columns are named as in the SQL. */
  rows<Row extends object>(query: SQL): Promise<Row[]>;
  /**
   * Fills a table from text in PostgreSQL's own COPY form: the quickest way in.
   * @param target table and columns, quoted, as they stand after COPY: `"states" ("iso3", "iso2")`
   * @param text lines of cells separated by tabs
   */
  copy(target: string, text: string): Promise<void>;
  /**
   * Reads a table in the same form, in pieces that end with a whole row, in the order in which the rows are stored.
   * @param table its name, unquoted
   * @param columns their names, unquoted
   */
  copyOut(table: string, columns: readonly string[]): AsyncIterable<Uint8Array>;
}

/**
 * How the job queue, which writes its own SQL, reaches the database: on a server through connections of its own, embedded through
 * this process's single one, a statement at a time between the store's transactions.
 */
export type QueueAccess =
  | { databaseUrl: string }
  | { run(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> };

/** PostgreSQL in-process (embedded) or a server: the same SQL on both. */
export interface Engine {
  kind: "embedded" | "server";
  readonly queue: QueueAccess;
  transaction<T>(readOnly: boolean, work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
