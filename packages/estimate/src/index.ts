/**
 * Estimating how many are hidden: multiple systems estimation. The public face of the package.
 */
export * from "./analysis/analyse.ts";
export * from "./analysis/compare-methods.ts";
export type { Bootstrap } from "./analysis/run-bootstrap.ts";
export { BestPairwiseChooser } from "./choice/branch-and-bound.ts";
export type { Choice, Chooser } from "./choice/chooser.ts";
export * from "./choice/criterion-search.ts";
export { enumerateModels, neighbourModels } from "./choice/enumerate-models.ts";
export * from "./choice/method.ts";
export { averageModels, type ModelAverage } from "./choice/model-average.ts";
export { type Step, type StepwiseChoice, StepwiseChooser } from "./choice/stepwise.ts";
export { averageDecomposable, type DecomposablePosterior } from "./companion/decomposable.ts";
export {
  LATENT_CLASS_DEFAULTS,
  type LatentClassOptions,
  runLatentClasses,
} from "./companion/latent-class.ts";
export { chaoLowerBound, chapmanEstimate } from "./companion/simple-estimators.ts";
export { type PosteriorSummary, summarizeChains } from "./companion/summarize-chains.ts";
export { conditionalDeviances } from "./diagnosis/conditional-fit.ts";
export * from "./diagnosis/coverage.ts";
export * from "./diagnosis/goodness.ts";
export * from "./diagnosis/influence.ts";
export * from "./diagnosis/verdict.ts";
export * from "./interval/bootstrap.ts";
export * from "./interval/bootstrap-interval.ts";
export type { Interval } from "./interval/interval.ts";
export { normalInterval } from "./interval/normal-interval.ts";
export { profileInterval } from "./interval/profile-interval.ts";
export { checkExistence, type Existence, estimateExists } from "./model/existence.ts";
export { criteria, fitModel, type ModelFit, type Parameter } from "./model/fit-model.ts";
export * from "./model/model.ts";
export { PoissonFitter } from "./model/poisson-fit.ts";
export { Random } from "./numerics/random.ts";
export { inlineRunner, type Runner } from "./pool/inline-runner.ts";
export { splitRange } from "./pool/split-range.ts";
export { doTask, type Task, type TaskResults } from "./pool/task.ts";
export * from "./refusal.ts";
export * from "./table/capture-table.ts";
export * from "./table/read-captures.ts";
export * from "./table/reshape-table.ts";
