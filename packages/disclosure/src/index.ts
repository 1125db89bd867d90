/** Disclosure control for case records: who could be recognized, and what may be published without that. */
export { type Ledger, type LedgerEntry, readLedger } from "./accounting/ledger.ts";
export { openLedger, spend } from "./accounting/ledger-file.ts";
export { budgetOf, epsilonOf, type PrivacyLoss, type PrivacyPromise, rhoOf } from "./accounting/zcdp.ts";
export { chooseColumnSets, countCombinations, countMarginal, type Marginal } from "./counts/marginal.ts";
export {
  countPrivately,
  type PrivateCounts,
  type PrivateCountsPlan,
  planPrivateCounts,
} from "./counts/private-counts.ts";
export { type Generalized, generalize } from "./generalize/generalize.ts";
export { bandHierarchy, type Hierarchy, readHierarchy } from "./generalize/hierarchy.ts";
export { type Microaggregation, microaggregate } from "./microaggregate/microaggregate.ts";
export { discreteGaussian } from "./noise/discrete-gaussian.ts";
export { discreteLaplace, type Fraction } from "./noise/discrete-laplace.ts";
export { RandomBits, type RandomBytes } from "./noise/random-bits.ts";
export { type KAnonymousQuestion, publishKAnonymous } from "./publish/kanon.ts";
export { publishPrivateCounts } from "./publish/private-tables.ts";
export type { DataTable, Publication } from "./publish/publication.ts";
export { type Report, reportAsHtml, reportAsJson } from "./publish/report.ts";
export { publishSynthetic } from "./publish/synthetic-rows.ts";
export { publishTables, type TablesQuestion } from "./publish/tables.ts";
export { writeRelease } from "./publish/write-folder.ts";
export { type ReadOptions, readRecords } from "./records/read-file.ts";
export { type Column, project, type Records, recordsFrom, rowCount, valuesOf } from "./records/records.ts";
export { type Refusal, type Result, sayRefusal } from "./refusal.ts";
export { assessRisk, type RiskQuestion, type RiskReport } from "./risk/assess.ts";
export { checkKAnonymity, type KAnonymity, type MissingReading } from "./risk/k-anonymity.ts";
export type { Combinations } from "./risk/match-index.ts";
export { type Suppression, type SuppressionQuestion, suppressCells } from "./suppress/suppress.ts";
export { type GraphPlan, planGraph, synthesizeByGraph } from "./synthetic/graph.ts";
export { attackMembership, countExactMatches, measureAttributeDisclosure } from "./synthetic/leakage.ts";
export { synthesizeFromCounts } from "./synthetic/seeded.ts";
export { type CellSystem, tabulate } from "./tables/cell-system.ts";
export { type ProtectedTables, protectTables } from "./tables/protect.ts";
export { type RoundedTables, roundTables } from "./tables/rounding.ts";
export { loadSolver } from "./tables/solver.ts";
export { compareDistributions, type DistributionError } from "./utility/association.ts";
export { type CountError, compareCounts } from "./utility/count-error.ts";
