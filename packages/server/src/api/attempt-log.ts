/**
 * Refused and failed attempts go into the audit log too, but a flood of them must not fill the disk: the first of a kind is written at once, the same
 * within a minute is counted and written as one row with the count, and beyond some kinds a minute all others share one row.
 */
import { type AuditEvent, type Principal, SYSTEM } from "@concord/core/access";
import type { Store } from "@concord/store";

/** Attempts of one account, of the same deed, with the same outcome and reason, are of one kind. */
interface Counted {
  principal: Principal;
  event: AuditEvent;
  /** Not yet written. */
  times: number;
}

export interface AttemptLog {
  /** Writes an attempt down, or counts it. Never throws: what can't be written is told on standard error. */
  note(principal: Principal, event: AuditEvent): Promise<void>;
  /** Writes what is still only counted. */
  settle(): Promise<void>;
}

const WINDOW_MS = 60_000;
/** Kinds that get rows of their own within a window: at most 2 × 30 + 1 rows a minute, 35 MB a day at the worst. */
const KINDS = 30;

/**
 * Opens the log of attempts.
 * @param wait how a window ends: calls back after that many milliseconds
 */
export function createAttemptLog(
  store: Pick<Store, "write">,
  wait: (end: () => void, ms: number) => void = (end, ms) => void setTimeout(end, ms).unref(),
): AttemptLog {
  let kinds = new Map<string, Counted>();
  let others = 0;
  let running = false;

  async function write(principal: Principal, event: AuditEvent): Promise<void> {
    try {
      await store.write(async (tx) => tx.record(event), principal);
    } catch (error) {
      console.error(`an attempt (${event.deed}, ${event.outcome}) could not be recorded:`, error);
    }
  }

  async function settle(): Promise<void> {
    const ended = kinds;
    const beyond = others;
    kinds = new Map();
    others = 0;
    running = false;
    for (const { principal, event, times } of ended.values())
      if (times > 0) await write(principal, { ...event, detail: { times, seconds: WINDOW_MS / 1000 } });
    if (beyond > 0)
      await write(SYSTEM, {
        deed: "audit.record",
        subject: { kind: "attempt" },
        outcome: "refused",
        reason: "too-many-kinds",
        detail: { times: beyond, seconds: WINDOW_MS / 1000 },
      });
  }

  return {
    async note(principal, event) {
      if (!running) {
        running = true;
        wait(() => void settle(), WINDOW_MS);
      }
      const kind = [principal.account, principal.role, event.deed, event.outcome, event.reason].join(" ");
      const counted = kinds.get(kind);
      if (counted) {
        counted.times += 1;
        // The rows that follow are of many subjects.
        counted.event = { ...event, subject: { kind: event.subject.kind } };
      } else if (kinds.size >= KINDS) others += 1;
      else {
        kinds.set(kind, { principal, event, times: 0 });
        await write(principal, event);
      }
    },
    settle,
  };
}
