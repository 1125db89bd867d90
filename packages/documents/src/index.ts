export { writeAkomaNtoso } from "./akn/write-akn.ts";
export { writeDocx } from "./docx/write-docx.ts";
export { writeHtml } from "./html/write-html.ts";
export * from "./lint/index.ts";
export * from "./model/index.ts";
export type * from "./outcome.ts";
export { writePdf } from "./pdf/write-pdf.ts";
export * from "./symbol/index.ts";
