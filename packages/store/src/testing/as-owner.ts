import { type SQL, sql } from "drizzle-orm";
import { ownerOf } from "../engine/owner.ts";
import type { Store } from "../store.ts";

/** Runs one statement as the owner of the tables, beyond every row policy: to make a table of a test's own, to tamper with rows. */
export async function asOwner(store: Store, statement: SQL | string): Promise<Record<string, unknown>[]> {
  return ownerOf(store).transaction(false, (session) =>
    session.rows(typeof statement === "string" ? sql.raw(statement) : statement),
  );
}
