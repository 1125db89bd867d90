/** A process that does long work for servers on other machines: the workers without the pages. */
import { openStore, selectDataPackage } from "@concord/store";
import { startWorkers } from "./jobs/jobs.ts";
import { JOB_EVENTS } from "./operate/operation.ts";
import { allWork } from "./work.ts";

/**
 * Works until told to stop.
 * @param databaseUrl the database that servers and workers share
 * @param signal aborted when it is to end
 * @throws StoreError when the database can't be opened
 */
export async function runWorker(
  databaseUrl: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const store = await openStore({ databaseUrl });
  try {
    const loaded = await store.read(selectDataPackage);
    const { definitions, recurring } = allWork(loaded?.fingerprint ?? "");
    const workers = await startWorkers(store, definitions, recurring, JOB_EVENTS);
    say(`Working on ${definitions.map(({ name }) => name).join(", ")}. Stop with Ctrl-C.`);
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    await workers.stop();
  } finally {
    await store.close();
  }
}
