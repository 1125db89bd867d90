export * from "./actors.ts";
export * from "./audit.ts";
export * from "./evidence.ts";
export * from "./instruments.ts";
export * from "./jobs.ts";
export * from "./notices.ts";
export * from "./vocabulary.ts";
