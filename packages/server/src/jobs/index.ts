/** Long work: asked for in a transaction, done by a worker in this process or on another machine. */
export { startWorkersSoon } from "./in-background.ts";
export type { JobEvents, Workers } from "./jobs.ts";
export { defineJob, type JobDefinition, type JobKind, type JobRun, jobKind, sendJob } from "./kind.ts";
export { type RecurringJob, recurringJob } from "./recurring.ts";
