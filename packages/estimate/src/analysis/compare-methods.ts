/**
 * The same table by other methods, side by side: one number misleads, and where methods disagree that must show.
 */

import { BestPairwiseChooser } from "../choice/branch-and-bound.ts";
import { BestModelChooser, type Criterion } from "../choice/criterion-search.ts";
import { enumerateModels } from "../choice/enumerate-models.ts";
import { type Method, MOST_MODELS, makeChooser } from "../choice/method.ts";
import { averageModels } from "../choice/model-average.ts";
import { averageDecomposable } from "../companion/decomposable.ts";
import { LATENT_CLASS_DEFAULTS } from "../companion/latent-class.ts";
import { chaoLowerBound, chapmanEstimate } from "../companion/simple-estimators.ts";
import { summarizeChains } from "../companion/summarize-chains.ts";
import type { Interval } from "../interval/interval.ts";
import { normalInterval } from "../interval/normal-interval.ts";
import { fitModel } from "../model/fit-model.ts";
import { sayModel, sayTerm } from "../model/model.ts";
import type { Runner } from "../pool/inline-runner.ts";
import type { CaptureTable } from "../table/capture-table.ts";

export interface MethodEstimate {
  /** Short fixed word: "main", "stepwise", "downhill-bic", "best-bic", "lcmcr" … */
  readonly id: string;
  readonly name: string;
  /** Undefined when the method gives none; `note` says why. */
  readonly total: number | undefined;
  readonly interval: Interval | undefined;
  readonly note: string;
  /** False for lower bounds and for pairs of lists, which don't estimate the same thing. */
  readonly comparable: boolean;
}

/** A log-linear method with its conditional normal interval. */
export function estimateBy(
  table: CaptureTable,
  id: string,
  name: string,
  method: Method,
  level: number,
): MethodEstimate {
  const no = (note: string): MethodEstimate => ({
    id,
    name,
    total: undefined,
    interval: undefined,
    note,
    comparable: true,
  });
  const made = makeChooser(table.lists, method);
  if (!made.ok) return no(`${made.refusal.message} ${made.refusal.cure}`);
  const choice = made.value.choose(table.counts);
  if (!Number.isFinite(choice.total)) return no("No finite estimate exists.");
  const fit = fitModel(table, choice.interactions);
  return {
    id,
    name,
    total: choice.total,
    interval: fit.ok ? normalInterval(fit.value, level) : undefined,
    note: sayModel(table.lists, choice.interactions),
    comparable: true,
  };
}

/** All log-linear companions: main effects, downhill, best of all and average. */
export function logLinearCompanions(table: CaptureTable, level: number): MethodEstimate[] {
  const rows = [
    estimateBy(table, "main", "main effects (independent lists)", { kind: "stepwise", threshold: 0 }, level),
    estimateBy(table, "stepwise", "stepwise, p < 0.02", { kind: "stepwise", threshold: 0.02 }, level),
    estimateBy(
      table,
      "downhill-bic",
      "downhill search by BIC, pairs",
      { kind: "downhill", criterion: "bic", order: 2 },
      level,
    ),
  ];
  rows.push(...(["bic", "aic", "aicc"] as const).map((criterion) => bestPairwise(table, criterion, level)));
  const models = enumerateModels(table.lists.length, 2, MOST_MODELS);
  if (!models) return rows;
  const ranked = new BestModelChooser(table.lists.length, models, "bic").rank(table.counts);
  const average = averageModels(table, ranked, level);
  if (average) {
    rows.push({
      id: "average-bic",
      name: "average of all pairwise models, BIC weights",
      total: average.total,
      interval: average.interval,
      note: `largest weight ${(100 * average.models[0]!.weight).toFixed(0)} %: ${sayModel(table.lists, average.models[0]!.interactions)}`,
      comparable: true,
    });
  }
  return rows;
}

function bestPairwise(table: CaptureTable, criterion: Criterion, level: number): MethodEstimate {
  const chooser = new BestPairwiseChooser(table.lists.length, criterion);
  const { interactions, total } = chooser.choose(table.counts);
  const fixed: Method = { kind: "fixed", interactions };
  const row = estimateBy(table, `best-${criterion}`, chooser.name, fixed, level);
  if (chooser.complete || !Number.isFinite(total)) return row;
  return { ...row, note: `${row.note}; the search was cut short, so a better model may exist` };
}

/** Two chains of the latent class model, run by the runner. */
export async function latentClassEstimate(
  table: CaptureTable,
  level: number,
  seed: number,
  runner: Runner,
  sweeps: number = LATENT_CLASS_DEFAULTS.sweeps,
  onProgress?: (done: number) => void,
): Promise<MethodEstimate> {
  const tasks = [0, 1].map((chain) => ({
    kind: "latent-class" as const,
    options: { ...LATENT_CLASS_DEFAULTS, sweeps, seed, chain },
  }));
  const chains = await runner.run(table, tasks, onProgress);
  const summary = summarizeChains(chains, level);
  return {
    id: "lcmcr",
    name: "Bayesian latent classes (LCMCR)",
    total: summary.median,
    interval: summary.interval,
    note: `posterior median; mean ${Math.round(summary.mean).toLocaleString("en")}, R̂ ${summary.rHat.toFixed(2)}`,
    comparable: true,
  };
}

/** Average over decomposable graphs. */
export function decomposableEstimate(table: CaptureTable, level: number): MethodEstimate {
  const name = "Bayesian average of decomposable graphs (dga)";
  const outcome = averageDecomposable(table);
  if (!outcome.ok) {
    const note = `${outcome.refusal.message} ${outcome.refusal.cure}`;
    return { id: "dga", name, total: undefined, interval: undefined, note, comparable: true };
  }
  const posterior = outcome.value;
  const edges = posterior.graphs[0]?.edges ?? [];
  return {
    id: "dga",
    name,
    total: posterior.quantile(0.5),
    interval: {
      method: "posterior",
      level,
      lower: posterior.quantile((1 - level) / 2),
      upper: posterior.quantile((1 + level) / 2),
      remarks: [],
    },
    note: `posterior median; likeliest graph ${edges.map((e) => sayTerm(table.lists, e)).join(" ") || "without edges"}`,
    comparable: true,
  };
}

/** Chao's lower bound, and Chapman's estimate for the two lists with the largest overlap. */
export function simpleCompanions(table: CaptureTable, level: number): MethodEstimate[] {
  const rows: MethodEstimate[] = [];
  const chao = chaoLowerBound(table, level);
  rows.push({
    id: "chao",
    name: "Chao's lower bound",
    total: chao.ok ? chao.value.total : undefined,
    interval: chao.ok ? chao.value.interval : undefined,
    note: chao.ok ? "a bound, if lists don't repel each other" : chao.refusal.message,
    comparable: false,
  });
  let best: { i: number; j: number; overlap: number } | undefined;
  for (let i = 0; i < table.lists.length; i++) {
    for (let j = i + 1; j < table.lists.length; j++) {
      const pair = (1 << i) | (1 << j);
      let overlap = 0;
      for (let h = 1; h < table.counts.length; h++) if ((h & pair) === pair) overlap += table.counts[h]!;
      if (!best || overlap > best.overlap) best = { i, j, overlap };
    }
  }
  if (best) {
    const pair = chapmanEstimate(table, best.i, best.j, level);
    rows.push({
      id: "chapman",
      name: `Chapman, ${table.lists[best.i]} and ${table.lists[best.j]} alone`,
      total: pair.total,
      interval: pair.interval,
      note: `two lists taken as independent; ${best.overlap} on both`,
      comparable: false,
    });
  }
  return rows;
}
