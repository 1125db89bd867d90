import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { StoreError } from "../error.ts";
import { ensureAppRole } from "./app-role.ts";
import type { Engine, Session } from "./session.ts";

/** The one chain of migrations, for both engines. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../migrations", import.meta.url));

/** Any number, the same in every process: whoever holds it in PostgreSQL may change the tables. */
export const CHANGING_LOCK = 645_293_100;

/**
 * Brings a database up to the newest migration, all in one transaction: a database is never half-changed.
 * @throws StoreError `database-newer` when it holds a migration that this version does not know, `role-missing`, `role-too-strong`
 */
export async function migrate(engine: Engine, migrationsFolder = MIGRATIONS_FOLDER): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder });
  await engine.transaction(false, async (session) => {
    await session.db.execute(sql`SELECT pg_advisory_xact_lock(${CHANGING_LOCK})`);
    await applyMigrations(session, []);
    const applied = await session.rows<{ hash: string }>(
      sql`SELECT hash FROM drizzle.__drizzle_migrations ORDER BY created_at`,
    );
    const astray = applied.findIndex(({ hash }, index) => known[index]?.hash !== hash);
    if (astray >= 0) throw newerDatabase(astray + 1, known.length);
    await applyMigrations(session, known.slice(applied.length));
  });
}

/** Applies migrations one after the other and notes each, in the transaction that is open. */
export async function applyMigrations(session: Session, migrations: readonly MigrationMeta[]): Promise<void> {
  await ensureAppRole(session);
  await session.db.execute(sql`CREATE SCHEMA IF NOT EXISTS drizzle`);
  await session.db.execute(sql`
    CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations
      (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, hash text NOT NULL, created_at bigint NOT NULL)`);
  for (const { sql: statements, hash, folderMillis } of migrations) {
    for (const statement of statements) await session.db.execute(sql.raw(statement));
    await session.db.execute(
      sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES (${hash}, ${folderMillis})`,
    );
  }
}

function newerDatabase(place: number, known: number): StoreError {
  return new StoreError(
    "database-newer",
    `The database was written by another version of Concord: its migration ${place} is not among the ${known} known here.`,
    "Start the version that wrote it, or a newer one; or point to another database.",
  );
}
