export * from "./document.ts";
export * from "./numbering.ts";
export * from "./run.ts";
