export type { Circulation } from "./circulation.ts";
export { compilationOf } from "./compilation.ts";
export { documentFromVersion } from "./from-version.ts";
export { blocksOfVote } from "./from-vote.ts";
export { reportOf } from "./report.ts";
