/** Privacy-preserving record linkage: encode at the contributor, link without names, count persons by list. */
export { EXAMPLE_SCHEMA } from "./encode/example-schema.ts";
export { filterFromText, filterToText, popcount } from "./encode/filter.ts";
export { keyFingerprint } from "./encode/key.ts";
export { type EncodedRecord, isRefusal, type RecordEncoder, recordEncoder } from "./encode/record-encoder.ts";
export type { LinkageSchema } from "./encode/schema.ts";
export { checkSchema, parseSchema, schemaHash } from "./encode/schema-check.ts";
export {
  type ErrorRates,
  type FictionalLists,
  fictionalLists,
  ORDINARY_ERRORS,
  PERSON_FIELDS,
  type Person,
  personMaker,
  withErrors,
} from "./generate/persons.ts";
export { type Random, seededRandom } from "./generate/random.ts";
export { type ClkSet, checkAlike, readClkFile } from "./io/clk-reader.ts";
export { type EncodeJob, type EncodeReport, encodeFile } from "./io/encode-file.ts";
export { finishLinkage } from "./io/link-finish.ts";
export { type FoundPairs, filterSet, type LinkOutcome, type LinkRun, runLinkage } from "./io/link-run.ts";
export { LinkageError } from "./io/linkage-error.ts";
export { makeSecretFile, readSecretFile } from "./io/secret-file.ts";
export { assignGreedily, assignOptimally, type ScoredPair } from "./link/assign.ts";
export { type CaptureRow, captureCsv, captureTable } from "./link/capture-table.ts";
export { type Clusters, cluster, type Link, type RecordAt } from "./link/cluster.ts";
export { type Decision, decide } from "./link/decide.ts";
export { dice, type FilterSet, type Matches, sortMatches } from "./link/dice.ts";
export { LaneTile, linkByKernel } from "./link/dice-kernel.ts";
export { linkPlain } from "./link/dice-plain.ts";
export {
  estimateModel,
  type FellegiSunter,
  matchProbability,
  type Pattern,
  patternWeight,
} from "./link/fellegi-sunter.ts";
export { type Job, planJobs } from "./link/plan.ts";
export { qualityByScores, qualityByTruth, type ScoreQuality, type TruthQuality } from "./link/quality.ts";
export { type Refusal, type Result, sayRefusal } from "./result.ts";
