/** The data package as files, without a database behind it: for programs that start often and answer once. */
export * from "./error.ts";
export { describeFlows } from "./evidence/flow.ts";
export { readCorridorFlows } from "./evidence/read-flows.ts";
export { readNeighbours } from "./knowledge/neighbours.ts";
export { type PlanBook, readPlanBook } from "./knowledge/plan-book.ts";
export { readKnowledge } from "./knowledge/read.ts";
export { validateDataPackage } from "./validation/data-package.ts";
export { describeFinding, type Finding, type FindingCode } from "./validation/finding.ts";
