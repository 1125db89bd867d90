/**
 * Estimating how many are hidden: multiple systems estimation. The public face of the package.
 */
export type { Choice, Chooser } from "./choice/chooser.ts";
export * from "./choice/criterion-search.ts";
export { enumerateModels, neighbourModels } from "./choice/enumerate-models.ts";
export { type Step, type StepwiseChoice, StepwiseChooser } from "./choice/stepwise.ts";
export { checkExistence, type Existence, estimateExists } from "./model/existence.ts";
export { criteria, fitModel, type ModelFit, type Parameter } from "./model/fit-model.ts";
export * from "./model/model.ts";
export { PoissonFitter } from "./model/poisson-fit.ts";
export { Random } from "./numerics/random.ts";
export * from "./refusal.ts";
export * from "./table/capture-table.ts";
export * from "./table/read-captures.ts";
export * from "./table/reshape-table.ts";
