import type { DocumentRefusal, DocumentRefusalCode } from "../outcome.ts";

/** How much a file may hold. A text of 1,000 pages stays far below each limit; what is above is an attack or a mistake. */
export interface ReadingLimits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Files inside the archive. */
  entries: number;
  /** Bytes of one part of the text, unpacked. */
  partBytes: number;
  /** How many times larger than packed a part may become, once it is larger than `ratioFromBytes`. */
  ratio: number;
  ratioFromBytes: number;
  /** Elements inside elements. */
  depth: number;
  paragraphs: number;
}

export const READING_LIMITS: ReadingLimits = {
  fileBytes: 25_000_000,
  entries: 2_000,
  partBytes: 64_000_000,
  ratio: 200,
  ratioFromBytes: 4_000_000,
  depth: 200,
  paragraphs: 50_000,
};

/** Ends the reading of a file; caught where reading began, where it becomes a refusal. */
export class ReadingStopped extends Error {
  readonly refusal: DocumentRefusal;
  constructor(code: DocumentRefusalCode, place: string, detail: string, cure: string) {
    super(detail);
    this.refusal = { code, place, detail, cure };
  }
}

/** A number of bytes as people read it: "25 MB". */
export function sayBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
  return `${Math.round(bytes / 100_000) / 10} MB`;
}
