export { type App, createApp } from "./app.ts";
export { type Holdings, type Records, recordsOf } from "./holdings.ts";
export { type Listening, listen } from "./http/listen.ts";
export { openPageFiles, type PageFiles } from "./pages/files.ts";
