/** Mail that waits: written in the transaction of its cause, sent afterwards, tried again until it goes. */
import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { asProgram } from "../as-program.ts";
import { outbox } from "../schema/index.ts";
import type { ReadTx, WriteTx } from "../store.ts";

export interface Letter {
  recipient: string;
  subject: string;
  /** Plain text. */
  body: string;
}

/** Puts a letter into the outbox; it leaves only if the transaction holds. */
export async function postLetter(tx: WriteTx, letter: Letter): Promise<void> {
  await asProgram(tx, (program) => program.db.insert(outbox).values(letter).execute());
}

/** Letters whose time has come, oldest first. */
export function selectDueLetters(tx: ReadTx, now: Date, limit: number) {
  return tx.db
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), lte(outbox.nextAttemptAt, now)))
    .orderBy(asc(outbox.nextAttemptAt))
    .limit(limit);
}

/**
 * Takes a letter for sending: until a moment nobody else will.
 * @returns false when another process took it first
 */
export async function takeLetter(tx: WriteTx, id: string, now: Date, until: Date): Promise<boolean> {
  const taken = await tx.db
    .update(outbox)
    .set({ nextAttemptAt: until, attempts: sql`${outbox.attempts} + 1` })
    .where(and(eq(outbox.id, id), isNull(outbox.sentAt), lte(outbox.nextAttemptAt, now)))
    .returning({ id: outbox.id });
  return taken.length > 0;
}

/** Notes that a letter has gone, and forgets what it said. */
export async function markLetterSent(tx: WriteTx, id: string, at: Date): Promise<void> {
  await tx.db.update(outbox).set({ sentAt: at, body: "", lastError: null }).where(eq(outbox.id, id));
}

/** Notes that a letter could not go, and when it is tried again. */
export async function markLetterFailed(tx: WriteTx, id: string, error: string, next: Date): Promise<void> {
  await tx.db.update(outbox).set({ lastError: error, nextAttemptAt: next }).where(eq(outbox.id, id));
}
