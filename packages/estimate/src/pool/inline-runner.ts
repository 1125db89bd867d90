/** Runs tasks one after another in this thread: for tests, small tables, and where there are no worker threads. */
import type { CaptureTable } from "../table/capture-table.ts";
import { doTask, sizeOfTask, type Task, type TaskResults } from "./task.ts";

export interface Runner {
  /**
   * Does the tasks, in any order and wherever it likes.
   * @param onProgress called with the units done so far, over all tasks
   * @returns results in the order of the tasks; rejects with an AbortError when stopped
   */
  run<K extends Task["kind"]>(
    table: CaptureTable,
    tasks: readonly Extract<Task, { kind: K }>[],
    onProgress?: (done: number) => void,
  ): Promise<TaskResults[K][]>;
  /** In how many pieces work is best divided. */
  readonly width: number;
}

/** The error with which stopped work rejects. */
export function stopped(): Error {
  return new DOMException("The work was stopped.", "AbortError");
}

/** @param signal stops between units of work when aborted */
export function inlineRunner(signal?: AbortSignal): Runner {
  return {
    width: 1,
    async run(table, tasks, onProgress) {
      const results = [];
      let before = 0;
      for (const task of tasks) {
        const done = before;
        results.push(
          doTask(table, task, (units) => {
            onProgress?.(done + units);
            return !signal?.aborted;
          }),
        );
        if (signal?.aborted) throw stopped();
        before += sizeOfTask(task);
        onProgress?.(before);
      }
      return results;
    },
  };
}
