export * from "./day.ts";
export * from "./language.ts";
export * from "./nearest.ts";
export * from "./pillar.ts";
export * from "./result.ts";
export * from "./state.ts";
export * from "./strength.ts";
export * from "./theme.ts";
