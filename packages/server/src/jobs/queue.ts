/** The queue that brings jobs to workers, in this process or on other machines: pg-boss, in its own schema. */
import type { QueueAccess } from "@concord/store";
import { type ConstructorOptions, PgBoss } from "pg-boss";
import type { JobDefinition } from "./kind.ts";

/** The schema that belongs to the queue; it is made anew after a restore. */
export const QUEUE_SCHEMA = "pgboss";

/** Its own connections on a server, besides the store's. */
const CONNECTIONS = 4;
/** The queue's own limit is never what ends a job: `attempt.ts` counts. */
const RETRIES_OF_QUEUE = 1_000;
const LONGEST_BACK_OFF_SECONDS = 3_600;
/** A day: beyond it even a job that is heard of is taken from its worker. */
const LONGEST_SECONDS = 86_399;

/** How often the queue looks after itself, in seconds; tests look more often. */
export interface QueueRhythm {
  /** How often a worker asks for jobs that this process did not put in. */
  pollSeconds: number;
  /** How often jobs of silent workers are looked for. */
  watchSeconds: number;
}

/** Opens the queue without starting it. */
export function openQueue(
  access: QueueAccess,
  { watchSeconds }: QueueRhythm,
  onError: (error: unknown) => void,
) {
  const options: ConstructorOptions = {
    schema: QUEUE_SCHEMA,
    schedule: false,
    superviseIntervalSeconds: watchSeconds,
    monitorIntervalSeconds: watchSeconds,
    // The embedded engine has one connection, and an index there is never large.
    reindex: "databaseUrl" in access,
    monitorVacuum: "databaseUrl" in access,
  };
  const boss =
    "databaseUrl" in access
      ? new PgBoss({
          ...options,
          connectionString: access.databaseUrl,
          max: CONNECTIONS,
          application_name: "concord",
        })
      : new PgBoss({
          ...options,
          backend: "pglite",
          registerInstance: false,
          db: { executeSql: (text, values) => access.run(text, values) },
        });
  boss.on("error", onError);
  return boss;
}

/** Makes the queue of one kind of work, or brings it up to date. */
export async function prepareKind(boss: PgBoss, { name, patience }: JobDefinition): Promise<void> {
  const options = {
    retryLimit: RETRIES_OF_QUEUE,
    retryDelay: patience.backOffSeconds,
    retryBackoff: true,
    retryDelayMax: LONGEST_BACK_OFF_SECONDS,
    expireInSeconds: LONGEST_SECONDS,
    heartbeatSeconds: patience.silenceSeconds,
  };
  if (await boss.getQueue(name)) await boss.updateQueue(name, options);
  else await boss.createQueue(name, options);
}
