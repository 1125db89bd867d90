/** Work that comes back by the clock, asked for once by however many processes look at it. */
import { SYSTEM } from "@concord/core/access";
import { deleteOldJobs, type Store } from "@concord/store";
import { type JobKind, sendJob } from "./kind.ts";

/** Work that comes back by the clock, such as a daily digest. */
export interface RecurringJob {
  /** Asks for what is due now, when something is; the key makes it one job however often it is asked: `2026-11-24`. */
  due(now: Date): { key: string; ask: (tx: Parameters<typeof sendJob>[0]) => Promise<string> } | undefined;
  name: string;
}

/**
 * Declares work that comes back.
 * @param due the key of the time now, and what the work is given; undefined when it isn't time
 */
export function recurringJob<Payload>(
  kind: JobKind<Payload>,
  due: (now: Date) => { key: string; payload: Payload } | undefined,
): RecurringJob {
  return {
    name: kind.name,
    due(now) {
      const found = due(now);
      return found && { key: found.key, ask: (tx) => sendJob(tx, kind, found.payload, { key: found.key }) };
    },
  };
}

/** Jobs that ended well are kept for so many days. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Asks for what is due, each once, and once a day forgets what ended long ago. */
export function recurringAsker(
  store: Store,
  recurring: readonly RecurringJob[],
): (now: Date) => Promise<void> {
  const asked = new Map<string, string>();
  let tidiedOn = "";
  return async (now) => {
    for (const one of recurring) {
      const due = one.due(now);
      if (!due || asked.get(one.name) === due.key) continue;
      await store.write(due.ask, SYSTEM);
      asked.set(one.name, due.key);
    }
    const today = now.toISOString().slice(0, 10);
    if (today === tidiedOn) return;
    const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
    await store.write((tx) => deleteOldJobs(tx, before), SYSTEM);
    tidiedOn = today;
  };
}
