/** What kinds of long work there are, and how work is asked for. */
import { insertJob, type WriteTx } from "@concord/store";
import type { z } from "zod";

/** A kind of work by name, with the shape of what it is given. */
export interface JobKind<Payload> {
  /** Noun and verb: `mail.send`. */
  name: string;
  payload: z.ZodType<Payload>;
}

/** What running work may do besides its work. */
export interface JobRun {
  id: string;
  /** Aborted when someone cancels, the server stops, or another worker took the job over. */
  signal: AbortSignal;
  /** What the last attempt saved; null at the first. */
  checkpoint: unknown;
  /** Shows how far it has come; kept at most four times a second. */
  progress(stepsDone: number, stepsOfAll?: number): Promise<void>;
  /** Keeps where to go on after an interruption: any JSON. */
  save(checkpoint: unknown): Promise<void>;
  /**
   * Does something exactly once in effect. The work and the note that it was done are one transaction, so that an attempt that
   * comes after a crash, or a second worker, finds the note and gets the first result.
   * @param key names the effect within this job: `digest`, `page 7`
   * @param work changes the database; what it returns is kept as JSON. What lies outside the database (a letter sent) can't be
   * undone with the transaction: do it last.
   */
  once<Result>(key: string, work: (tx: WriteTx) => Promise<Result>): Promise<Result>;
}

/** How often and how long work is tried. */
export interface JobPatience {
  /** Attempts after the first that ended in a fault. */
  retries: number;
  /** Seconds before the first of them; each further one waits about twice as long, an hour at most. */
  backOffSeconds: number;
  /** A worker that hasn't been heard of for so long is taken for dead, in seconds; 10 at least. */
  silenceSeconds: number;
  /** How many of this kind one process runs at a time. */
  atOnce: number;
}

const USUAL_PATIENCE: JobPatience = { retries: 5, backOffSeconds: 10, silenceSeconds: 30, atOnce: 1 };

/** A kind of work together with the way it is done. */
export interface JobDefinition {
  name: string;
  patience: JobPatience;
  /** Checks what it was given, and does the work. @throws ZodError when it was given something else */
  run(payload: unknown, run: JobRun): Promise<unknown>;
}

/** Names a kind of work. */
export function jobKind<Payload>(name: string, payload: z.ZodType<Payload>): JobKind<Payload> {
  return { name, payload };
}

/**
 * Says how a kind of work is done.
 * @param run what it returns is kept as the job's result, as JSON: nothing personal
 */
export function defineJob<Payload>(
  kind: JobKind<Payload>,
  run: (payload: Payload, run: JobRun) => Promise<unknown>,
  patience: Partial<JobPatience> = {},
): JobDefinition {
  return {
    name: kind.name,
    patience: { ...USUAL_PATIENCE, ...patience },
    run: (payload, running) => run(kind.payload.parse(payload), running),
  };
}

/** When to do it, and how to tell that it was asked for before. */
export interface SendOptions {
  /** Asked twice with the same key is asked once. */
  key?: string;
  /** Not before this moment, ISO 8601. */
  notBefore?: string;
}

/**
 * Asks for work in the transaction of its cause: both happen or neither.
 * @returns the job's id
 * @throws ZodError when the payload hasn't the shape of its kind
 */
export function sendJob<Payload>(
  tx: WriteTx,
  kind: JobKind<Payload>,
  payload: Payload,
  { key, notBefore }: SendOptions = {},
): Promise<string> {
  const { account, actor } = tx;
  return insertJob(tx, {
    kind: kind.name,
    payload: kind.payload.parse(payload),
    key,
    notBefore,
    account,
    actor,
  });
}
