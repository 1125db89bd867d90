/**
 * A pool of worker threads. Tasks are dealt to whichever worker is free; stopping ends the threads at once.
 * This is the adapter to Node; nothing of the mathematics is here.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CaptureTable } from "../table/capture-table.ts";
import { type Runner, stopped } from "./inline-runner.ts";
import type { Report } from "./messages.ts";
import { sizeOfTask, type Task, type TaskResults } from "./task.ts";

export interface WorkerPool extends Runner {
  /** Ends the threads. */
  close(): Promise<void>;
}

interface Job {
  readonly table: CaptureTable;
  readonly task: Task;
  progress(done: number): void;
  finish(result: TaskResults[Task["kind"]]): void;
  fail(error: Error): void;
}

/**
 * Starts the threads.
 * @param signal when aborted, running work rejects and the threads end
 * @param width number of threads; one for each core by default
 */
export function startWorkerPool(signal?: AbortSignal, width: number = availableParallelism()): WorkerPool {
  const waiting: Job[] = [];
  const busy = new Map<Worker, Job>();
  const idle: Worker[] = [];
  const workers: Worker[] = [];
  let closed = false;

  const deal = (): void => {
    while (waiting.length > 0 && idle.length > 0) {
      const worker = idle.pop()!;
      const job = waiting.shift()!;
      busy.set(worker, job);
      worker.postMessage({ table: job.table, task: job.task });
    }
  };
  for (let i = 0; i < width; i++) {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    worker.on("message", (report: Report) => {
      const job = busy.get(worker);
      if (report.kind === "progress") job?.progress(report.done);
      else {
        busy.delete(worker);
        idle.push(worker);
        job?.finish(report.result);
        deal();
      }
    });
    worker.on("error", (error) => {
      busy.get(worker)?.fail(error instanceof Error ? error : new Error(String(error)));
      busy.delete(worker);
    });
    worker.unref();
    workers.push(worker);
    idle.push(worker);
  }
  const close = async (): Promise<void> => {
    closed = true;
    for (const job of [...busy.values(), ...waiting.splice(0)]) job.fail(stopped());
    busy.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  signal?.addEventListener("abort", () => void close(), { once: true });

  return {
    width,
    close,
    async run<K extends Task["kind"]>(
      table: CaptureTable,
      tasks: readonly Extract<Task, { kind: K }>[],
      onProgress?: (done: number) => void,
    ): Promise<TaskResults[K][]> {
      if (closed || signal?.aborted) throw stopped();
      const done = new Array<number>(tasks.length).fill(0);
      const tell = (i: number, units: number): void => {
        done[i] = units;
        onProgress?.(done.reduce((a, b) => a + b, 0));
      };
      const results = tasks.map(
        (task, i) =>
          new Promise<TaskResults[K]>((resolve, reject) => {
            waiting.push({
              table,
              task,
              progress: (units) => tell(i, units),
              finish: (result) => {
                tell(i, sizeOfTask(task));
                resolve(result as TaskResults[K]);
              },
              fail: reject,
            });
          }),
      );
      for (const worker of workers) worker.ref();
      deal();
      try {
        return await Promise.all(results);
      } finally {
        for (const worker of workers) worker.unref();
      }
    },
  };
}
