/** A consultation as its log says it is: replayed once, then brought up to date step by step. */
import { createHash } from "node:crypto";
import {
  applyEvent,
  type Consultation,
  type ConsultationEvent,
  type Outcome,
  replay,
} from "@concord/core/plan";
import { type LoggedEvent, type ReadTx, selectEvents } from "@concord/store";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const OUTSIDE = { hash: sha256 };

/** A state with the step that it has reached. */
export interface Reached {
  step: number;
  state: Consultation;
}

const MOST_KEPT = 50;
const kept = new Map<string, Reached & { last: LoggedEvent }>();

/** What tells two steps apart, also in two databases. */
const markOf = ({ step, at, by, type }: LoggedEvent) => `${step} ${at} ${by} ${type}`;

/**
 * The state of a consultation as the transaction sees it. Only the steps since it was last asked for are read, beside the last one known, which
 * shows that it is the same log.
 * @returns undefined when there is no such consultation
 */
export async function reachState(tx: ReadTx, id: string): Promise<Reached | undefined> {
  const known = kept.get(id);
  const events = await selectEvents(tx, id, known ? known.step - 1 : 0);
  const [first] = events;
  const same = known && first && markOf(first) === markOf(known.last);
  const all = same || !known ? events : await selectEvents(tx, id);
  const last = all.at(-1);
  if (!last) return undefined;
  const found = same ? replay(all.slice(1), OUTSIDE, known.state) : replay(all, OUTSIDE);
  if (!found.ok || !found.value)
    throw new Error(
      `the log of ${id} holds a step that the rules refuse: ${found.ok ? "" : found.refusal.detail}`,
    );
  const reached = { step: last.step, state: found.value };
  kept.delete(id);
  kept.set(id, { ...reached, last });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return reached;
}

/** The server's clock as a log takes it: never before the last step. */
export function clockOf(now: Date, reached: Reached | undefined): string {
  const at = now.toISOString();
  return reached && at < reached.state.lastAt ? reached.state.lastAt : at;
}

/** Judges a step by the rules of the room. */
export function judge(state: Consultation | undefined, event: ConsultationEvent): Outcome {
  return applyEvent(state, event, OUTSIDE);
}
