/** What a pool and its workers say to each other. */
import type { CaptureTable } from "../table/capture-table.ts";
import type { Task, TaskResults } from "./task.ts";

export interface Assignment {
  readonly table: CaptureTable;
  readonly task: Task;
}

export type Report =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "result"; readonly result: TaskResults[Task["kind"]] };
