/** What a database holds: its tables, counters and constraints, as PostgreSQL's own catalogue lists them. */
import { sql } from "drizzle-orm";
import type { Session } from "../engine/session.ts";
import type { BackupHead, BackupTable } from "./archive.ts";

/** Every table of ours with the columns that can be written, by name. */
export function listTables({ rows }: Session): Promise<BackupTable[]> {
  return rows<BackupTable>(sql`
    SELECT c.relname::text AS name,
           array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    GROUP BY c.relname
    ORDER BY c.relname COLLATE "C"`);
}

/** Counters with the number last given out. */
export function listSequences({ rows }: Session): Promise<BackupHead["sequences"]> {
  return rows<BackupHead["sequences"][number]>(sql`
    SELECT sequencename::text AS name, last_value::text AS last
    FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename COLLATE "C"`);
}

/** Hashes of the migrations that made the tables, in their order. */
export async function listMigrations({ rows }: Session): Promise<string[]> {
  const found = await rows<{ hash: string }>(
    sql`SELECT hash FROM drizzle.__drizzle_migrations ORDER BY created_at, id`,
  );
  return found.map(({ hash }) => hash);
}

/** A foreign key as it stands in SQL. */
export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

export function listForeignKeys({ rows }: Session): Promise<ForeignKey[]> {
  return rows<ForeignKey>(sql`
    SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
    ORDER BY conrelid::regclass::text, conname`);
}

/** A trigger of ours, and how it is enabled: `O` usually, `A` always, `R` in a replica. */
export interface Trigger {
  table: string;
  name: string;
  enabled: string;
}

export function listTriggers({ rows }: Session): Promise<Trigger[]> {
  return rows<Trigger>(sql`
    SELECT tgrelid::regclass::text AS "table", quote_ident(tgname) AS name, tgenabled::text AS enabled
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT tgisinternal AND tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace`);
}
