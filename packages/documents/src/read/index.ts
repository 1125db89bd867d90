export type * from "./imported.ts";
export { READING_LIMITS, type ReadingLimits } from "./limit.ts";
export { type DocxReading, readDocx } from "./read-docx.ts";
export { readMarkdown } from "./read-markdown.ts";
export { type DocumentWishes, documentFromText } from "./to-document.ts";
