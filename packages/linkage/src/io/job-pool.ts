/** Runs jobs on threads, or in this one when there is only one thread. */
import { Worker } from "node:worker_threads";
import type { Job } from "../link/plan.ts";
import { type JobResult, JobRunner, type JobSetting } from "../link/run-job.ts";

/**
 * Runs jobs, each on the thread that is free next.
 * @param setting what all jobs share; filters should lie in shared memory
 * @param jobs in the order in which they are handed out
 * @param threads at least 1; with 1 no thread is started
 * @param onResult called for every job; the next job of that thread waits for it
 * @param signal stops handing out jobs and ends the threads
 */
export async function runJobs(
  setting: JobSetting,
  jobs: readonly { number: number; job: Job }[],
  threads: number,
  onResult: (number: number, result: JobResult) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let next = 0;
  const take = () => (signal.aborted || next >= jobs.length ? undefined : jobs[next++]);
  if (threads <= 1 || jobs.length <= 1) {
    const runner = new JobRunner(setting);
    for (let task = take(); task !== undefined; task = take()) {
      await onResult(task.number, runner.run(task.job));
      await new Promise((resume) => setImmediate(resume));
    }
    return;
  }
  const workers = Array.from(
    { length: Math.min(threads, jobs.length) },
    () => new Worker(new URL("./link-worker.ts", import.meta.url), { workerData: setting }),
  );
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let task = take(); task !== undefined; task = take()) {
          await onResult(task.number, await answer(worker, task.job, signal));
        }
      }),
    );
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function answer(worker: Worker, job: Job, signal: AbortSignal): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      signal.removeEventListener("abort", onAbort);
    };
    const onMessage = (result: JobResult) => {
      settle();
      resolve(result);
    };
    const onError = (error: unknown) => {
      settle();
      reject(error);
    };
    const onAbort = () => onError(new Error("stopped"));
    worker.on("message", onMessage);
    worker.on("error", onError);
    signal.addEventListener("abort", onAbort);
    worker.postMessage(job);
  });
}
