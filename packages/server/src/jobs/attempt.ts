/** One attempt at one job: taking it up, doing it, and writing down how it ended. */
import { SYSTEM } from "@concord/core/access";
import {
  changeJob,
  insertEffect,
  type JobChange,
  type JobRow,
  lockHold,
  type Store,
  selectEffect,
  selectHold,
  takeJob,
} from "@concord/store";
import type { JobDefinition, JobRun } from "./kind.ts";

/** The attempt is over though its work is not: cancelled by a person, or taken over by another worker. */
class AttemptOver extends Error {
  override name = "AttemptOver";
  readonly why: "cancelled" | "lost";
  constructor(why: "cancelled" | "lost") {
    super(`the attempt is over: ${why}`);
    this.why = why;
  }
}

/** What the queue should do with the job next. */
export type AttemptEnd = "settled" | "again";

/** How a worker is told of what happens; for the log. */
export interface AttemptEvents {
  ended(kind: string, id: string, state: "done" | "failed" | "cancelled" | "waiting", error?: unknown): void;
}

const PROGRESS_EVERY_MS = 250;
const LOOK_EVERY_MS = 1_000;
/** Attempts that no fault ended (a killed worker, a stopped server) before the work itself is taken for the killer. */
const WORKERS_LOST_AT_MOST = 20;
const FAULT_LENGTH = 500;

/** JSON as it is kept: what JSON doesn't know becomes null. */
const asJson = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

const faultOf = (error: unknown) =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, FAULT_LENGTH);

/** Looks once a second whether the job is still this attempt's, and aborts when not. */
function watchHold(store: Store, job: JobRow, stop: AbortController): () => void {
  const timer = setInterval(() => {
    store
      .read((tx) => selectHold(tx, job.id, job.attempt), SYSTEM)
      .then((hold) => {
        if (hold !== "held") stop.abort(new AttemptOver(hold));
      })
      // A database that doesn't answer now says nothing about the job.
      .catch(() => undefined);
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

function jobRun(store: Store, job: JobRow, signal: AbortSignal): JobRun {
  const { id, attempt } = job;
  let toldAt = 0;
  const change = async (what: JobChange) => {
    signal.throwIfAborted();
    if (!(await store.write((tx) => changeJob(tx, id, attempt, what), SYSTEM))) throw new AttemptOver("lost");
  };
  return {
    id,
    signal,
    checkpoint: job.checkpoint,
    async progress(stepsDone, stepsOfAll) {
      const now = performance.now();
      if (stepsDone !== stepsOfAll && now - toldAt < PROGRESS_EVERY_MS) return signal.throwIfAborted();
      toldAt = now;
      await change({ stepsDone, stepsOfAll: stepsOfAll ?? null });
    },
    save: (checkpoint) => change({ checkpoint: asJson(checkpoint) }),
    once: (key, work) =>
      store.write(async (tx) => {
        const hold = await lockHold(tx, id, attempt);
        if (hold !== "held") throw new AttemptOver(hold);
        const before = await selectEffect(tx, id, key);
        // What was kept is what the same work returned before, by way of JSON.
        if (before) return before.result as Awaited<ReturnType<typeof work>>;
        const result = await work(tx);
        await insertEffect(tx, id, key, asJson(result));
        return result;
      }, SYSTEM),
  };
}

/**
 * Tries a job once.
 * @param lease aborted when the worker is to stop, or the queue has given the job to another one
 * @returns whether the queue is done with it, or shall bring it again
 */
export async function attemptJob(
  store: Store,
  definition: JobDefinition,
  id: string,
  lease: AbortSignal,
  events: AttemptEvents,
): Promise<AttemptEnd> {
  const { name, patience } = definition;
  const job = await store.write((tx) => takeJob(tx, id), SYSTEM);
  if (!job) return "settled";
  const end = async (
    change: JobChange & { state: "done" | "failed" | "cancelled" | "waiting" },
    error?: unknown,
  ) => {
    const mine = await store.write((tx) => changeJob(tx, id, job.attempt, change), SYSTEM);
    if (mine) events.ended(name, id, change.state, error);
    return change.state === "waiting" && mine ? "again" : "settled";
  };
  if (job.attempt - job.faults > WORKERS_LOST_AT_MOST)
    return end({ state: "failed", fault: `Its worker was lost ${WORKERS_LOST_AT_MOST} times.` });
  const stop = new AbortController();
  const signal = AbortSignal.any([lease, stop.signal]);
  const unwatch = watchHold(store, job, stop);
  try {
    const result = await definition.run(job.payload, jobRun(store, job, signal));
    return await end({ state: "done", result: asJson(result), fault: "" });
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    if (reason instanceof AttemptOver)
      return reason.why === "lost" ? "settled" : await end({ state: "cancelled" });
    if (lease.aborted) return await end({ state: "waiting" });
    const faults = job.faults + 1;
    const hopeless = faults > patience.retries || (error instanceof Error && error.name === "ZodError");
    return await end({ state: hopeless ? "failed" : "waiting", fault: faultOf(error), faults }, error);
  } finally {
    unwatch();
  }
}
