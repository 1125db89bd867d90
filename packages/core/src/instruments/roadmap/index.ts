export { createHighsSolver } from "./highs.ts";
export type { RoadmapOptions } from "./roadmap.ts";
export { groupRoadmap, roadmap } from "./roadmap.ts";
export type { BinaryProgram, ProgramRow, Solver } from "./solver.ts";
