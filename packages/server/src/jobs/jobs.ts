/** The workers of one process: they bring what is asked for into the queue, take it out again and do it. */
import { SYSTEM } from "@concord/core/access";
import { markQueued, queueAccess, type Store, selectUnqueued } from "@concord/store";
import type { PgBoss } from "pg-boss";
import { type AttemptEvents, attemptJob } from "./attempt.ts";
import type { JobDefinition } from "./kind.ts";
import { openQueue, prepareKind, type QueueRhythm } from "./queue.ts";
import { type RecurringJob, recurringAsker } from "./recurring.ts";

const RHYTHM: Readonly<Record<Store["engine"], QueueRhythm>> = {
  // The one process is told of each job; only retries wait for the poll.
  embedded: { pollSeconds: 5, watchSeconds: 30 },
  server: { pollSeconds: 1, watchSeconds: 10 },
};
const LOOK_EVERY_MS = 1_000;
const QUEUED_AT_ONCE = 200;
/** How long jobs under way may take to stop at a good place once the process is to end. */
const STOP_WITHIN_MS = 5_000;

/** What workers tell: for log and metrics. */
export interface JobEvents extends AttemptEvents {
  /** The queue or the database failed; it goes on by itself. */
  troubled(error: unknown): void;
}

export interface Workers {
  /** Looks for what was just asked for, without waiting for the next second. */
  look(): void;
  /** Lets jobs under way stop at a good place, for at most five seconds; they go on elsewhere or later. */
  stop(): Promise<void>;
}

/**
 * Starts the workers.
 * @param definitions the kinds of work this process does
 * @param rhythm how often they look; as suits the engine when absent
 */
export async function startWorkers(
  store: Store,
  definitions: readonly JobDefinition[],
  recurring: readonly RecurringJob[],
  events: JobEvents,
  rhythm: QueueRhythm = RHYTHM[store.engine],
): Promise<Workers> {
  const boss = openQueue(queueAccess(store), rhythm, events.troubled);
  const stopping = new AbortController();
  await boss.start();
  const workers = new Map<string, string>();
  for (const definition of definitions) {
    await prepareKind(boss, definition);
    workers.set(definition.name, await takeWork(boss, store, definition, events, stopping.signal, rhythm));
  }
  const askForDue = recurringAsker(store, recurring);
  const looking = lookRegularly(async () => {
    await askForDue(new Date());
    await queueWaiting(boss, store, workers);
  }, events.troubled);
  return {
    look: looking.now,
    async stop() {
      await looking.stop();
      stopping.abort(new Error("the process stops"));
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
    },
  };
}

function takeWork(
  boss: PgBoss,
  store: Store,
  definition: JobDefinition,
  events: JobEvents,
  stopping: AbortSignal,
  { pollSeconds }: QueueRhythm,
): Promise<string> {
  const { name, patience } = definition;
  const options = { pollingIntervalSeconds: pollSeconds, localConcurrency: patience.atOnce };
  return boss.work<object>(name, options, async ([taken]) => {
    if (!taken) return;
    const lease = AbortSignal.any([taken.signal, stopping]);
    const end = await attemptJob(store, definition, taken.id, lease, events);
    // The reason is kept in our own table; the queue only has to bring the job again.
    if (end === "again") throw new Error("again");
  });
}

/**
 * Gives to the queue what was asked for. The queue takes an id once, so that several processes, or one that was killed between
 * the two steps, do no harm.
 */
async function queueWaiting(boss: PgBoss, store: Store, workers: ReadonlyMap<string, string>): Promise<void> {
  for (;;) {
    const waiting = await store.read((tx) => selectUnqueued(tx, [...workers.keys()], QUEUED_AT_ONCE), SYSTEM);
    if (waiting.length === 0) return;
    for (const [kind, worker] of workers) {
      const ids = waiting.flatMap((one) => (one.kind === kind ? [{ id: one.id }] : []));
      if (ids.length === 0) continue;
      await boss.insert(kind, ids);
      boss.notifyWorker(worker);
    }
    await store.write(
      (tx) =>
        markQueued(
          tx,
          waiting.map(({ id }) => id),
        ),
      SYSTEM,
    );
  }
}

/** Runs `look` now and every second, one at a time, until stopped. A look that fails is told of and tried again. */
function lookRegularly(look: () => Promise<void>, troubled: (error: unknown) => void) {
  let underway: Promise<void> | undefined;
  let again = false;
  const now = () => {
    if (underway) again = true;
    else
      underway = look()
        .catch(troubled)
        .finally(() => {
          underway = undefined;
          if (again) {
            again = false;
            now();
          }
        });
  };
  const timer = setInterval(now, LOOK_EVERY_MS);
  now();
  return {
    now,
    async stop() {
      clearInterval(timer);
      while (underway) await underway;
    },
  };
}
