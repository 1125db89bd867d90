/** Long work in the database: asking for it, taking it up, keeping its progress, ending it. */
import { and, desc, eq, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { jobEffects, jobs } from "../schema/index.ts";
import type { ReadTx, WriteTx } from "../store.ts";

export type JobState = "waiting" | "running" | "done" | "failed" | "cancelled";
export type JobRow = typeof jobs.$inferSelect;

/** What is asked for. */
export interface NewJob {
  kind: string;
  payload: unknown;
  key?: string | undefined;
  /** Not before this moment, ISO 8601; at once when absent. */
  notBefore?: string | undefined;
  account: string | null;
  actor: string | null;
}

/** Asks for work, in the transaction of its cause. The same kind and key give the job that there is already. */
export async function insertJob(tx: WriteTx, { key, notBefore, ...asked }: NewJob): Promise<string> {
  const values = { ...asked, key: key ?? null, ...(notBefore === undefined ? {} : { notBefore }) };
  const [made] = await tx.db.insert(jobs).values(values).onConflictDoNothing().returning({ id: jobs.id });
  if (made) return made.id;
  const [found] = await tx.db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.kind, asked.kind), key === undefined ? isNull(jobs.key) : eq(jobs.key, key)));
  if (!found) throw new Error(`the job ${asked.kind} ${key} is held by someone else`);
  return found.id;
}

/** One job; undefined when there is none, or none that may be seen. */
export async function selectJob(tx: ReadTx, id: string): Promise<JobRow | undefined> {
  return (await tx.db.select().from(jobs).where(eq(jobs.id, id)))[0];
}

/** The newest jobs first. */
export function selectJobs(tx: ReadTx, atMost = 100): Promise<JobRow[]> {
  return tx.db.select().from(jobs).orderBy(desc(jobs.createdAt)).limit(atMost);
}

/** How many jobs are in which state, by kind. */
export function countJobs(tx: ReadTx): Promise<{ kind: string; state: string; count: number }[]> {
  return tx.db
    .select({ kind: jobs.kind, state: jobs.state, count: sql<number>`count(*)::int` })
    .from(jobs)
    .groupBy(jobs.kind, jobs.state);
}

/** Jobs whose time has come and that the queue hasn't got yet, the oldest first. */
export function selectUnqueued(tx: ReadTx, kinds: readonly string[], atMost: number) {
  return tx.db
    .select({ id: jobs.id, kind: jobs.kind })
    .from(jobs)
    .where(
      and(
        eq(jobs.queued, false),
        eq(jobs.state, "waiting"),
        lte(jobs.notBefore, sql`now()`),
        inArray(jobs.kind, [...kinds]),
      ),
    )
    .orderBy(jobs.notBefore)
    .limit(atMost);
}

/** Notes that the queue has them. */
export async function markQueued(tx: WriteTx, ids: readonly string[]): Promise<void> {
  await tx.db
    .update(jobs)
    .set({ queued: true })
    .where(inArray(jobs.id, [...ids]));
}

/** Takes a job up for one attempt; undefined when there is nothing to do any more. */
export async function takeJob(tx: WriteTx, id: string): Promise<JobRow | undefined> {
  const open = and(eq(jobs.id, id), inArray(jobs.state, ["waiting", "running"]));
  await tx.db
    .update(jobs)
    .set({ state: "cancelled", finishedAt: sql`now()` })
    .where(and(open, eq(jobs.cancelAsked, true)));
  const [taken] = await tx.db
    .update(jobs)
    .set({ state: "running", attempt: sql`${jobs.attempt} + 1` })
    .where(open)
    .returning();
  return taken;
}

/** What a worker changes of its job. */
export type JobChange = Partial<
  Pick<JobRow, "state" | "stepsDone" | "stepsOfAll" | "checkpoint" | "result" | "fault" | "faults">
>;

const ENDED = ["done", "failed", "cancelled"];

/**
 * Changes a job on behalf of one attempt.
 * @returns whether it was still that attempt's, and running
 */
export async function changeJob(
  tx: WriteTx,
  id: string,
  attempt: number,
  change: JobChange,
): Promise<boolean> {
  const ended = change.state !== undefined && ENDED.includes(change.state);
  const changed = await tx.db
    .update(jobs)
    .set(ended ? { ...change, finishedAt: sql`now()` } : change)
    .where(and(eq(jobs.id, id), eq(jobs.attempt, attempt), eq(jobs.state, "running")))
    .returning({ id: jobs.id });
  return changed.length > 0;
}

/** How one attempt stands with its job: still its own, asked to stop, or taken over by another worker. */
export type Hold = "held" | "cancelled" | "lost";

function holdOf(
  row: { attempt: number; state: string; cancelAsked: boolean } | undefined,
  attempt: number,
): Hold {
  if (!row || row.attempt !== attempt) return "lost";
  if (row.cancelAsked || row.state === "cancelled") return "cancelled";
  return row.state === "running" ? "held" : "lost";
}

const HOLD = { attempt: jobs.attempt, state: jobs.state, cancelAsked: jobs.cancelAsked };

/** Looks how an attempt stands with its job. */
export async function selectHold(tx: ReadTx, id: string, attempt: number): Promise<Hold> {
  return holdOf((await tx.db.select(HOLD).from(jobs).where(eq(jobs.id, id)))[0], attempt);
}

/** The same, and keeps others from changing that until the transaction ends. */
export async function lockHold(tx: WriteTx, id: string, attempt: number): Promise<Hold> {
  return holdOf((await tx.db.select(HOLD).from(jobs).where(eq(jobs.id, id)).for("update"))[0], attempt);
}

/** Asks that a job stop: at once when it waits, at its next step when it runs. */
export async function cancelJob(tx: WriteTx, id: string): Promise<boolean> {
  await tx.db
    .update(jobs)
    .set({ state: "cancelled", cancelAsked: true, finishedAt: sql`now()` })
    .where(and(eq(jobs.id, id), eq(jobs.state, "waiting")));
  const asked = await tx.db
    .update(jobs)
    .set({ cancelAsked: true })
    .where(and(eq(jobs.id, id), inArray(jobs.state, ["running", "cancelled"])))
    .returning({ id: jobs.id });
  return asked.length > 0;
}

/** The effect that a job has had under a key. */
export async function selectEffect(
  tx: ReadTx,
  job: string,
  key: string,
): Promise<{ result: unknown } | undefined> {
  const at: SQL | undefined = and(eq(jobEffects.job, job), eq(jobEffects.key, key));
  return (await tx.db.select({ result: jobEffects.result }).from(jobEffects).where(at))[0];
}

/** Notes an effect, in its own transaction. */
export async function insertEffect(tx: WriteTx, job: string, key: string, result: unknown): Promise<void> {
  await tx.db.insert(jobEffects).values({ job, key, result: result ?? null });
}

/** Forgets jobs that ended well before a day, `YYYY-MM-DD`, with their effects, and failed ones a quarter of a year later. */
export async function deleteOldJobs(tx: WriteTx, before: string): Promise<number> {
  const gone = await tx.db
    .delete(jobs)
    .where(
      or(
        and(inArray(jobs.state, ["done", "cancelled"]), lt(jobs.finishedAt, before)),
        and(eq(jobs.state, "failed"), lt(jobs.finishedAt, sql`${before}::date - interval '90 days'`)),
      ),
    )
    .returning({ id: jobs.id });
  return gone.length;
}
