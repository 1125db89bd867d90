/**
 * The whole analysis of a capture table: estimate, intervals, other methods, diagnostics, verdict, as values.
 */
import { type Method, makeChooser, sayMethod } from "../choice/method.ts";
import { type StepwiseChoice, StepwiseChooser } from "../choice/stepwise.ts";
import { type CoverageSummary, summarizeCoverage } from "../diagnosis/coverage.ts";
import { type Goodness, judgeFit } from "../diagnosis/goodness.ts";
import {
  type CellInfluence,
  followThresholds,
  influenceOfCells,
  leaveEachListOut,
  mergeEachPair,
  type Variant,
} from "../diagnosis/influence.ts";
import { reachVerdict, type Verdict } from "../diagnosis/verdict.ts";
import type { Interval } from "../interval/interval.ts";
import { normalInterval } from "../interval/normal-interval.ts";
import { profileInterval } from "../interval/profile-interval.ts";
import { fitModel, type ModelFit } from "../model/fit-model.ts";
import type { Runner } from "../pool/inline-runner.ts";
import { splitRange } from "../pool/split-range.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import {
  decomposableEstimate,
  latentClassEstimate,
  logLinearCompanions,
  type MethodEstimate,
  simpleCompanions,
} from "./compare-methods.ts";
import { type Bootstrap, runBootstrap } from "./run-bootstrap.ts";

export interface AnalysisOptions {
  readonly method: Method;
  /** Nominal coverage of all intervals. */
  readonly level: number;
  /** Bootstrap replicates; 0 for none. */
  readonly boot: number;
  readonly seed: number;
  /** Whether other methods are run for comparison. */
  readonly companions: boolean;
  /** Tables with the same statistics drawn to judge the fit; 0 for none. */
  readonly fitTables: number;
  /** Tables simulated to check coverage; 0 for none. */
  readonly coverage: number;
}

export const ANALYSIS_DEFAULTS: AnalysisOptions = {
  method: { kind: "stepwise", threshold: 0.02 },
  level: 0.95,
  boot: 1000,
  seed: 1,
  companions: true,
  fitTables: 999,
  coverage: 0,
};

export interface Analysis {
  readonly table: CaptureTable;
  readonly options: AnalysisOptions;
  readonly methodName: string;
  readonly total: number;
  /** The model on which the estimate rests; for an average, the one with the largest weight. */
  readonly fit: ModelFit;
  readonly steps: StepwiseChoice["steps"];
  readonly passedOver: readonly number[];
  /** The interval to report. */
  readonly interval: Interval;
  readonly normal: Interval;
  readonly profile: Interval;
  readonly bootstrap: Bootstrap | undefined;
  readonly methods: readonly MethodEstimate[];
  readonly leftOut: readonly Variant[];
  readonly merged: readonly Variant[];
  readonly thresholds: readonly Variant[];
  readonly cells: readonly CellInfluence[];
  readonly goodness: Goodness;
  readonly coverage: CoverageSummary | undefined;
  readonly verdict: Verdict;
}

/** A stage of the work with its progress from 0 to 1. */
export type OnStage = (stage: string, share: number) => void;

/** Replicates inside each table of the coverage simulation. */
const COVERAGE_BOOT = 200;

/**
 * Analyses a table.
 * @param runner where the heavy work is done
 * @returns a refusal when the method is impossible or has no finite estimate on this table
 */
export async function analyse(
  table: CaptureTable,
  options: AnalysisOptions,
  runner: Runner,
  onStage: OnStage = () => {},
): Promise<Outcome<Analysis>> {
  const wrong = checkOptions(options);
  if (wrong) return wrong;
  const { method, level, seed } = options;
  onStage("estimate", 0);
  const made = makeChooser(table.lists, method);
  if (!made.ok) return made;
  const choice = made.value.choose(table.counts);
  const fitted = fitModel(table, choice.interactions);
  if (!fitted.ok) return fitted;
  if (!Number.isFinite(choice.total)) {
    return refuse("no-estimate", "table", "No finite estimate exists.", "Merge lists that hardly overlap.");
  }
  const fit = fitted.value;
  const stepwise = made.value instanceof StepwiseChooser ? made.value.choose(table.counts) : undefined;
  const normal = normalInterval(fit, level);
  const profile = profileInterval(table, choice.interactions, fit.hidden, level);
  const bootstrap = await runBootstrap(table, options, choice.total, fit, runner, (share) =>
    onStage("bootstrap", share),
  );
  const methods = options.companions ? await runCompanions(table, options, runner, onStage) : [];
  onStage("diagnostics", 0);
  const leftOut = leaveEachListOut(table, method, level);
  const merged = mergeEachPair(table, method, level);
  const thresholds = followThresholds(table, level);
  const cells = influenceOfCells(table, method);
  const deviances = await runner.run(
    table,
    splitRange(options.fitTables, runner.width).map((range) => ({
      kind: "deviances" as const,
      interactions: fit.interactions,
      expected: fit.expected,
      seed: seed + 2,
      ...range,
    })),
    (done) => onStage("diagnostics", done / options.fitTables),
  );
  const goodness = judgeFit(table, fit, Float64Array.from(deviances.flatMap((d) => [...d])));
  const coverage = await runCoverage(table, options, fit, runner, onStage);
  const interval = bootstrap ? bootstrap.bca : normal;
  const verdict = reachVerdict({
    table,
    total: choice.total,
    interval,
    conditional: normal,
    leftOut,
    cells,
    thresholds,
    methods,
    goodness,
    sameModelShare: bootstrap?.sameModelShare,
  });
  onStage("done", 1);
  return accept({
    table,
    options,
    methodName: sayMethod(table.lists, method),
    total: choice.total,
    fit,
    steps: stepwise?.steps ?? [],
    passedOver: stepwise?.passedOver ?? [],
    interval,
    normal,
    profile,
    bootstrap,
    methods,
    leftOut,
    merged,
    thresholds,
    cells,
    goodness,
    coverage,
    verdict,
  });
}

function checkOptions({ level, boot, seed, coverage }: AnalysisOptions) {
  if (!(level > 0 && level < 1)) {
    return refuse(
      "bad-level",
      "level",
      `The level ${level} is not between 0 and 1.`,
      "Give a share such as 0.95.",
    );
  }
  if (!(Number.isInteger(boot) && boot >= 0 && boot <= 1_000_000)) {
    return refuse(
      "bad-boot",
      "boot",
      `${boot} replicates can't be made.`,
      "Give a whole number from 0 to 1000000.",
    );
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    return refuse(
      "bad-seed",
      "seed",
      `The seed ${seed} is not a whole number ≥ 0.`,
      "Give a number such as 1.",
    );
  }
  if (!(Number.isInteger(coverage) && coverage >= 0)) {
    return refuse(
      "bad-coverage",
      "coverage",
      `${coverage} simulations can't be made.`,
      "Give a whole number.",
    );
  }
  return undefined;
}

async function runCompanions(
  table: CaptureTable,
  { level, seed }: AnalysisOptions,
  runner: Runner,
  onStage: OnStage,
): Promise<MethodEstimate[]> {
  onStage("other methods", 0);
  // The chains run in the workers while this thread does the rest.
  const chains = latentClassEstimate(table, level, seed, runner, undefined, (done) =>
    onStage("other methods", Math.min(0.99, done / 60_000)),
  );
  const rows = logLinearCompanions(table, level);
  const graphs = decomposableEstimate(table, level);
  return [...rows, await chains, graphs, ...simpleCompanions(table, level)];
}

async function runCoverage(
  table: CaptureTable,
  { method, level, coverage, boot, seed }: AnalysisOptions,
  fit: ModelFit,
  runner: Runner,
  onStage: OnStage,
): Promise<CoverageSummary | undefined> {
  if (coverage === 0) return undefined;
  const results = await runner.run(
    table,
    splitRange(coverage, runner.width).map((range) => ({
      kind: "coverage" as const,
      method,
      expected: fit.expected,
      level,
      boot: Math.min(boot, COVERAGE_BOOT),
      seed: seed + 3,
      ...range,
    })),
    (done) => onStage("coverage", done / coverage),
  );
  return summarizeCoverage(results.flat(), Math.round(fit.total), level);
}
