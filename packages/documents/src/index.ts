export { writeHtml } from "./html/write-html.ts";
export * from "./lint/index.ts";
export * from "./model/index.ts";
export type * from "./outcome.ts";
export * from "./symbol/index.ts";
