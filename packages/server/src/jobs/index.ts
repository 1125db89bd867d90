/** Long work: asked for in a transaction, done by a worker in this process or on another machine. */
export { startWorkersSoon } from "./in-background.ts";
export type { JobEvents } from "./jobs.ts";
export { defineJob, type JobDefinition, jobKind } from "./kind.ts";
export { type RecurringJob, recurringJob } from "./recurring.ts";
