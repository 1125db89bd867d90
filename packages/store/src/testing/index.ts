export * from "./as-owner.ts";
export * from "./both-engines.ts";
export { DATA_FOLDER } from "./package-copy.ts";
