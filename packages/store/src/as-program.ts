import { type Principal, SYSTEM } from "@concord/core/access";
import { sql } from "drizzle-orm";
import type { ReadTx } from "./store.ts";

const actAs = (tx: ReadTx, { account, actor, role }: Principal) =>
  tx.rows(sql`
    SELECT set_config('concord.account', ${account ?? ""}, true),
           set_config('concord.actor', ${actor ?? ""}, true),
           set_config('concord.role', ${role}, true)`);

/**
 * Runs a part of a transaction as the program itself, where a rule lets a person bring about what the row policies keep out of
 * their hands: whoever holds the secret of an invitation makes an account; whoever loses their last membership is signed out.
 * The caller has to have decided by a rule that it may be done. It is remembered as done by the person all the same.
 */
export async function asProgram<Tx extends ReadTx, T>(tx: Tx, work: (program: Tx) => Promise<T>): Promise<T> {
  await actAs(tx, SYSTEM);
  try {
    return await work(tx);
  } finally {
    // A transaction that has failed takes no more statements; it is undone anyway.
    await actAs(tx, tx).catch(() => undefined);
  }
}
