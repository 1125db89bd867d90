import { sql } from "drizzle-orm";
import { StoreError, systemCodeOf } from "../error.ts";
import { APP_ROLE } from "../schema/policy.ts";
import type { Session } from "./session.ts";

/**
 * Sees to it that the role of the application exists and that this user may act under it. A role belongs to the whole server, not to one
 * database: it is looked for at every opening, so that a database restored on another server finds it there.
 *
 * @throws StoreError `role-missing` when this user may not create it or act under it, `role-too-strong` when a role of that name could
 * pass by the row policies
 */
export async function ensureAppRole(session: Session): Promise<void> {
  const [found] = await session.rows<{ strong: boolean; mine: boolean }>(sql`
    SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcanlogin AS strong,
           pg_has_role(current_user, oid, 'SET') AS mine
    FROM pg_roles WHERE rolname = ${APP_ROLE}`);
  if (found?.strong)
    throw new StoreError(
      "role-too-strong",
      `The role ${APP_ROLE} of the database server may more than the application's role must.`,
      `Take it back: ALTER ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE;`,
    );
  if (found?.mine) return;
  try {
    // Another database of the server may be making it at this moment.
    await session.db.execute(
      sql.raw(`DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN CREATE ROLE ${APP_ROLE} NOLOGIN; END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$`),
    );
    await session.db.execute(sql.raw(`GRANT ${APP_ROLE} TO CURRENT_USER WITH INHERIT FALSE, SET TRUE`));
  } catch (cause) {
    if (systemCodeOf(cause) !== "42501") throw cause;
    throw new StoreError(
      "role-missing",
      `The user of DATABASE_URL may not ${found ? "act under" : "create"} the role ${APP_ROLE}.`,
      `Have an administrator of the database server run, with this user's name: ${
        found ? "" : `CREATE ROLE ${APP_ROLE} NOLOGIN; `
      }GRANT ${APP_ROLE} TO "user" WITH INHERIT FALSE, SET TRUE;`,
      cause,
    );
  }
}
