export * from "./error.ts";
export * from "./knowledge/read.ts";
