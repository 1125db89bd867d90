/** A thread that does jobs of a linkage: receives a job, answers with its result. */
import { parentPort, workerData } from "node:worker_threads";
import type { Job } from "../link/plan.ts";
import { JobRunner, type JobSetting } from "../link/run-job.ts";

const runner = new JobRunner(workerData as JobSetting);

parentPort?.on("message", (job: Job) => {
  const result = runner.run(job);
  parentPort?.postMessage(result, [
    result.left.buffer as ArrayBuffer,
    result.right.buffer as ArrayBuffer,
    result.shared.buffer as ArrayBuffer,
  ]);
});
