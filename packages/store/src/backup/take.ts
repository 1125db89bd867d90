/** Taking a backup: every row of one moment, whatever is written meanwhile. */
import { sql } from "drizzle-orm";
import { ownerOf } from "../engine/owner.ts";
import type { Store } from "../store.ts";
import { type BackupClose, type BackupSink, writeArchive } from "./archive.ts";
import { listMigrations, listSequences, listTables } from "./catalog.ts";

/**
 * Takes a backup of a database in use, as its owner: in one transaction that sees the moment at which it began.
 * @param version version of the product
 * @param sink takes the bytes; should be quick on the embedded engine, where nobody else gets to the database meanwhile
 */
export function takeBackup(store: Store, version: string, sink: BackupSink): Promise<BackupClose> {
  const engine = ownerOf(store);
  return engine.transaction(true, async (session) => {
    // Rows hidden by a policy would be missing without a word: with this, PostgreSQL refuses instead.
    await session.db.execute(sql`SET LOCAL row_security = off`);
    const [moment] = await session.rows<{ at: string }>(sql`
      SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at`);
    const head = {
      version,
      takenAt: moment?.at ?? "",
      engine: engine.kind,
      migrations: await listMigrations(session),
      sequences: await listSequences(session),
    };
    return writeArchive(
      head,
      await listTables(session),
      ({ name, columns }) => session.copyOut(name, columns),
      sink,
    );
  });
}
