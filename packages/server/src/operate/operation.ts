/** What goes on beside answering: workers, and the operator's door with metrics and backup. */
import type { Store } from "@concord/store";
import { type JobEvents, startWorkersSoon } from "../jobs/index.ts";
import { errorFacts, log } from "../watch/log.ts";
import type { Meter } from "../watch/meter.ts";
import { createMetrics, type Figure, jobFigure } from "../watch/metrics.ts";
import type { Work } from "../work.ts";
import { backupAnswer } from "./backup-answer.ts";
import { type DoorAnswer, openDoor } from "./door.ts";
import type { OperateSettings } from "./operate-settings.ts";

export interface Operation {
  /** Lets workers stop at a good place, and closes the door. */
  stop(): Promise<void>;
}

/** Jobs in the log: which kind, which one, how it ended; never what it was about. */
export const JOB_EVENTS: JobEvents = {
  ended(kind, job, state, error) {
    if (error === undefined) log.info({ kind, job, state }, "job ended");
    else log.warn({ kind, job, state, ...errorFacts(error) }, "job attempt failed");
  },
  troubled: (error) => log.warn(errorFacts(error), "the job queue is in trouble and tries again"),
};

function metricsAnswer(read: () => Promise<string>): DoorAnswer {
  return async (_request, response) => {
    const page = await read();
    response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(page);
  };
}

/**
 * Starts all of it, for a server that already listens.
 * @param further what other parts answer at the door
 * @param figures what other parts add to the metrics
 */
export async function startOperation(
  { workers, door }: OperateSettings,
  store: Store,
  work: Work,
  meter: Meter,
  version: string,
  further: ReadonlyMap<string, DoorAnswer> = new Map(),
  figures: readonly Figure[] = [],
): Promise<Operation> {
  const read = createMetrics(meter, version, [jobFigure(store), ...figures]);
  const answers = new Map([
    ["/metrics", metricsAnswer(read)],
    ["/backup", backupAnswer(store, version)],
    ...further,
  ]);
  const opened =
    door &&
    (await openDoor(door, answers, (error) => log.error(errorFacts(error), "the operator's door failed")));
  const working = workers ? startWorkersSoon(store, work, JOB_EVENTS) : undefined;
  return {
    async stop() {
      await opened?.close();
      await working?.stop();
    },
  };
}
