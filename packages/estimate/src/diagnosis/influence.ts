/**
 * What the estimate hangs on (Whitehead et al. 2019; Binette & Steorts 2022): each list, each kind of case, the
 * threshold, the merging of lists.
 */
import { type Method, makeChooser } from "../choice/method.ts";
import type { Interval } from "../interval/interval.ts";
import { normalInterval } from "../interval/normal-interval.ts";
import { fitModel } from "../model/fit-model.ts";
import { closeModel, sayModel } from "../model/model.ts";
import type { Outcome } from "../refusal.ts";
import { type CaptureTable, sayHistory } from "../table/capture-table.ts";
import { leaveListOut, mergeLists, withCounts } from "../table/reshape-table.ts";

export interface Variant {
  /** What was changed: "without LA", "LA and NG merged", "p < 0.05". */
  readonly name: string;
  /** Undefined when the changed table gives no estimate; `reason` says why. */
  readonly total: number | undefined;
  readonly interval: Interval | undefined;
  readonly model: string;
  readonly reason: string;
}

/** Thresholds of the published simulation study, and a few between. */
export const THRESHOLDS = [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 1] as const;

/** Estimates with each list left out in turn. */
export function leaveEachListOut(table: CaptureTable, method: Method, level: number): Variant[] {
  return table.lists.map((list, i) => {
    const rest = adaptMethod(method, i);
    return makeVariant(`without ${list}`, leaveListOut(table, i), rest, level);
  });
}

/** Estimates with each pair of lists merged. */
export function mergeEachPair(table: CaptureTable, method: Method, level: number): Variant[] {
  const variants: Variant[] = [];
  if (table.lists.length < 3) return variants;
  for (let i = 0; i < table.lists.length; i++) {
    for (let j = i + 1; j < table.lists.length; j++) {
      const name = `${table.lists[i]} and ${table.lists[j]} merged`;
      variants.push(makeVariant(name, mergeLists(table, i, j), adaptMethod(method, j), level));
    }
  }
  return variants;
}

/** Estimates along the thresholds of stepwise choice. */
export function followThresholds(
  table: CaptureTable,
  level: number,
  thresholds: readonly number[] = THRESHOLDS,
): Variant[] {
  return thresholds.map((threshold) => {
    const name = threshold === 0 ? "main effects" : threshold === 1 ? "all pairs" : `p < ${threshold}`;
    return makeVariant(name, { ok: true, value: table }, { kind: "stepwise", threshold }, level);
  });
}

export interface CellInfluence {
  readonly history: number;
  readonly name: string;
  readonly count: number;
  /** Estimated total when one of its cases is left out. */
  readonly lessOne: number;
  /** Estimated total when all its cases are left out; +∞ when none is finite. */
  readonly lessAll: number;
}

/** What each kind of case does to the estimate, the most influential single case first. */
export function influenceOfCells(table: CaptureTable, method: Method): CellInfluence[] {
  const made = makeChooser(table.lists, method, table.counts);
  if (!made.ok) return [];
  const estimate = made.value.choose(table.counts).total;
  const cells: CellInfluence[] = [];
  for (let h = 1; h < table.counts.length; h++) {
    const count = table.counts[h]!;
    if (count === 0) continue;
    const less = (n: number): number => {
      const counts = table.counts.slice();
      counts[h] = count - n;
      return made.value.choose(withCounts(table, counts).counts).total;
    };
    const lessOne = less(1);
    cells.push({
      history: h,
      name: sayHistory(table.lists, h),
      count,
      lessOne,
      lessAll: count === 1 ? lessOne : less(count),
    });
  }
  const far = (c: CellInfluence): number => Math.abs(Math.log(c.lessOne / estimate));
  return cells.sort((a, b) => far(b) - far(a));
}

/** A fixed model loses the terms of a list that is gone; searches lose an order that is no longer possible. */
function adaptMethod(method: Method, gone: number): Method {
  if (method.kind !== "fixed") return method;
  const low = (1 << gone) - 1;
  const kept = method.interactions.filter((t) => ((t >> gone) & 1) === 0);
  return {
    kind: "fixed",
    interactions: closeModel(kept.map((t) => (t & low) | ((t >> (gone + 1)) << gone))),
  };
}

function makeVariant(name: string, outcome: Outcome<CaptureTable>, method: Method, level: number): Variant {
  const no = (reason: string): Variant => ({
    name,
    total: undefined,
    interval: undefined,
    model: "",
    reason,
  });
  if (!outcome.ok) return no(outcome.refusal.message);
  const table = outcome.value;
  const made = makeChooser(table.lists, method, table.counts);
  if (!made.ok) return no(made.refusal.message);
  const choice = made.value.choose(table.counts);
  if (!Number.isFinite(choice.total)) return no("No two lists overlap enough for a finite estimate.");
  const fit = fitModel(table, choice.interactions);
  return {
    name,
    total: choice.total,
    interval: fit.ok ? normalInterval(fit.value, level) : undefined,
    model: sayModel(table.lists, choice.interactions),
    reason: "",
  };
}
