/** The bootstrap of an analysis, divided among workers: replicates from the cases, from the model, and the jackknife. */
import type { Method } from "../choice/method.ts";
import {
  acceleration,
  type BcaInterval,
  bcaInterval,
  percentileInterval,
} from "../interval/bootstrap-interval.ts";
import type { Interval } from "../interval/interval.ts";
import type { ModelFit } from "../model/fit-model.ts";
import { modelKey, sayModel } from "../model/model.ts";
import type { Runner } from "../pool/inline-runner.ts";
import { splitRange } from "../pool/split-range.ts";
import type { CaptureTable } from "../table/capture-table.ts";

export interface Bootstrap {
  readonly totals: Float64Array;
  readonly percentile: Interval;
  readonly bca: BcaInterval;
  readonly parametric: Interval;
  /** Models chosen most often, with the share of replicates. */
  readonly models: readonly { readonly name: string; readonly share: number }[];
  readonly sameModelShare: number;
}

export interface BootstrapRequest {
  readonly method: Method;
  readonly level: number;
  readonly boot: number;
  readonly seed: number;
}

/**
 * Runs it.
 * @param total estimate from the data
 * @param fit the chosen model, from which the parametric replicates are drawn
 * @param onShare called with the share of the work done, 0 to 1
 * @returns undefined when no replicates are asked for
 */
export async function runBootstrap(
  table: CaptureTable,
  { method, level, boot, seed }: BootstrapRequest,
  total: number,
  fit: ModelFit,
  runner: Runner,
  onShare: (share: number) => void,
): Promise<Bootstrap | undefined> {
  if (boot === 0) return undefined;
  const ranges = splitRange(boot, runner.width);
  const tell = (start: number) => (done: number) => onShare(start + done / boot / 2);
  const [left] = await runner.run(table, [{ kind: "jackknife" as const, method }]);
  const pieces = await runner.run(
    table,
    ranges.map((range) => ({ kind: "bootstrap" as const, method, seed, ...range })),
    tell(0),
  );
  const drawn = await runner.run(
    table,
    ranges.map((r) => ({ kind: "bootstrap" as const, method, expected: fit.expected, seed: seed + 1, ...r })),
    tell(0.5),
  );
  const totals = Float64Array.from(pieces.flatMap((p) => [...p.totals]));
  const chosen = new Map<string, number>();
  for (const [key, n] of pieces.flatMap((p) => p.models)) chosen.set(key, (chosen.get(key) ?? 0) + n);
  return {
    totals,
    percentile: percentileInterval(totals, level),
    bca: bcaInterval(totals, total, acceleration(left!), level),
    parametric: percentileInterval(
      drawn.flatMap((p) => [...p.totals]),
      level,
    ),
    models: [...chosen]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 10)
      .map(([key, n]) => ({
        name: sayModel(table.lists, key === "" ? [] : key.split(",").map(Number)),
        share: n / totals.length,
      })),
    sameModelShare: (chosen.get(modelKey(fit.interactions)) ?? 0) / totals.length,
  };
}
