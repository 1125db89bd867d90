/**
 * Work that can be done anywhere: a task is plain data, and so is its result. The same task gives the same result in
 * this thread, in a worker, or on another machine.
 */
import { type Method, makeChooser } from "../choice/method.ts";
import { type LatentClassOptions, runLatentClasses } from "../companion/latent-class.ts";
import { conditionalDeviances } from "../diagnosis/conditional-fit.ts";
import { type CoverageResult, simulateCoverage } from "../diagnosis/coverage.ts";
import {
  bootstrapTotals,
  jackknifeTotals,
  type LeftOut,
  resampleCases,
  resampleModel,
} from "../interval/bootstrap.ts";
import { allTerms, type Interactions } from "../model/model.ts";
import type { CaptureTable } from "../table/capture-table.ts";

export type Task =
  | {
      readonly kind: "bootstrap";
      readonly method: Method;
      /** Fitted counts for a parametric bootstrap; cases are drawn from the observed ones without. */
      readonly expected?: Float64Array;
      readonly seed: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: "jackknife"; readonly method: Method }
  | { readonly kind: "latent-class"; readonly options: LatentClassOptions }
  | {
      readonly kind: "deviances";
      readonly interactions: Interactions;
      readonly expected: Float64Array;
      readonly seed: number;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: "coverage";
      readonly method: Method;
      readonly expected: Float64Array;
      readonly level: number;
      readonly boot: number;
      readonly seed: number;
      readonly from: number;
      readonly to: number;
    };

export interface TaskResults {
  bootstrap: { totals: Float64Array; models: [string, number][] };
  jackknife: LeftOut[];
  "latent-class": Float64Array;
  deviances: Float64Array;
  coverage: CoverageResult[];
}

/** Units of work in a task, for a progress bar. */
export function sizeOfTask(task: Task): number {
  if (task.kind === "latent-class") return task.options.burnIn + task.options.sweeps;
  return task.kind === "jackknife" ? 1 : task.to - task.from;
}

/**
 * Does a task.
 * @param onProgress called now and then with the units done; returns false to stop early
 */
export function doTask<K extends Task["kind"]>(
  table: CaptureTable,
  task: Extract<Task, { kind: K }>,
  onProgress?: (done: number) => boolean,
): TaskResults[K];
export function doTask(
  table: CaptureTable,
  task: Task,
  onProgress?: (done: number) => boolean,
): TaskResults[Task["kind"]] {
  switch (task.kind) {
    case "bootstrap": {
      const resample = task.expected ? resampleModel(task.expected) : resampleCases(table);
      const chooser = chooserOf(table, task.method);
      const { seed, from, to } = task;
      const { totals, models } = bootstrapTotals(
        chooser,
        resample,
        table.counts.length,
        seed,
        from,
        to,
        onProgress,
      );
      return { totals, models: [...models] };
    }
    case "jackknife":
      return jackknifeTotals(chooserOf(table, task.method), table);
    case "latent-class":
      return runLatentClasses(table, task.options, onProgress);
    case "deviances":
      return conditionalDeviances(
        table.counts,
        task.expected,
        allTerms(table.lists.length, task.interactions),
        task.seed,
        task.from,
        task.to,
        onProgress,
      );
    case "coverage":
      return simulateCoverage(table, task, onProgress);
  }
}

/** The caller has checked the method; a refusal here is a fault of the program. */
function chooserOf(table: CaptureTable, method: Method) {
  const chooser = makeChooser(table.lists, method, table.counts);
  if (!chooser.ok) throw new Error(chooser.refusal.message);
  return chooser.value;
}
