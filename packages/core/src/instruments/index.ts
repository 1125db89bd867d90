/** The instruments room: what binds whom on which day. Every answer is a pure function over an indexed `Law`. */
export type * from "./answer.ts";
export { askDay, askGroup, askInstrument, askState, askTheme, FIRST_DAY } from "./asking.ts";
export { type BesideNeighbours, besideNeighbours } from "./beside-neighbours.ts";
export { changes } from "./change.ts";
export {
  COMPACT_FORM,
  type CompactKnowledge,
  decodeKnowledge,
  encodeKnowledge,
  knowledgeInSteps,
} from "./compact.ts";
export { type Comparison, compareStates } from "./comparison.ts";
export {
  type Concordance,
  concordance,
  type OnlyThis,
  onlyThis,
  type ThemeConcordance,
  themeConcordance,
} from "./concordance.ts";
export { corridorBasis } from "./corridor.ts";
export { CORRIDOR_THEMES, type CorridorRank, corridorRanking, type Flow } from "./corridor-ranking.ts";
export {
  type CoverageDescription,
  describeCoverage,
  describeInstrument,
  describeState,
  type InstrumentDescription,
  type StateDescription,
} from "./description.ts";
export { groupGaps, stateGaps } from "./gap.ts";
export { type Group, type GroupKind, listGroups } from "./group.ts";
export { type Headline, headline } from "./headline.ts";
export { holdouts } from "./holdout.ts";
export { type JoiningCurve, joinings } from "./joining-curve.ts";
export type * from "./knowledge.ts";
export { buildLaw, type Law, lawInSteps } from "./law.ts";
export { type Film, film, type Matrix, matrix, matrixCounts } from "./matrix.ts";
export { foldName } from "./name.ts";
export { type NearlyAll, nearlyAll } from "./nearly-all.ts";
export type { Openness } from "./openness.ts";
export { overlaps } from "./overlap.ts";
export { profile } from "./profile.ts";
export { signedOnly } from "./signed-only.ts";
export { opennessFor, statusOf } from "./standing.ts";
export { summary } from "./summary/index.ts";
