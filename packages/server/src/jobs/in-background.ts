/** Workers beside a server: they start when it already answers, and keep trying while the database doesn't let them. */
import type { Store } from "@concord/store";
import { type JobEvents, startWorkers, type Workers } from "./jobs.ts";
import type { JobDefinition } from "./kind.ts";
import type { RecurringJob } from "./recurring.ts";

const RETRY_MS = 5_000;

/**
 * Starts workers without making anybody wait for them.
 * @returns what looks for new work at once, and stops them whether they have started or not
 */
export function startWorkersSoon(
  store: Store,
  { definitions, recurring }: { definitions: readonly JobDefinition[]; recurring: readonly RecurringJob[] },
  events: JobEvents,
): Workers {
  let stopped = false;
  let started: Workers | undefined;
  let retry: NodeJS.Timeout | undefined;
  let starting: Promise<void> = Promise.resolve();
  const begin = () => {
    starting = startWorkers(store, definitions, recurring, events).then(
      (workers) => {
        started = workers;
      },
      (error: unknown) => {
        events.troubled(error);
        if (!stopped) retry = setTimeout(begin, RETRY_MS);
      },
    );
  };
  if (definitions.length > 0) begin();
  return {
    look: () => started?.look(),
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await starting;
      await started?.stop();
    },
  };
}
