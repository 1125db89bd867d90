/** A worker thread: takes a task, does it, sends progress and the result. The only file here that a thread starts. */
import { parentPort } from "node:worker_threads";
import type { Assignment, Report } from "./messages.ts";
import { doTask } from "./task.ts";

/** Progress is sent after every so many units, so that messages cost nothing beside the work. */
const UNITS_A_MESSAGE = 10;

parentPort?.on("message", ({ table, task }: Assignment) => {
  const send = (report: Report): void => parentPort?.postMessage(report);
  const result = doTask(table, task, (done) => {
    if (done % UNITS_A_MESSAGE === 0) send({ kind: "progress", done });
    return true;
  });
  send({ kind: "result", result });
});
