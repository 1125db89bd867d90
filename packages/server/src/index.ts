export { type App, createApp } from "./app.ts";
export type { Holdings, Records } from "./holdings.ts";
export { openPageFiles } from "./pages/files.ts";
