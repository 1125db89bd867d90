/**
 * A value, or the reason why there is none. Nothing in this package throws for what a person gave: a file that can't be
 * read or a document that can't be written comes back as a refusal that names the place and the cure.
 */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: DocumentRefusal };

/** Why a document can't be read or written. */
export interface DocumentRefusal {
  /** Kind, stable for programs. */
  code: DocumentRefusalCode;
  /** Where: a part of the file (`word/document.xml`), a field of the masthead (`symbol`) or a paragraph (`OP3`). */
  place: string;
  /** What is wrong, one English sentence. */
  detail: string;
  /** What to do, one English sentence. */
  cure: string;
}

export type DocumentRefusalCode =
  | "not-a-symbol"
  | "not-our-symbol"
  | "not-a-zip"
  | "not-a-word-file"
  | "encrypted"
  | "macros"
  | "too-large"
  | "too-many-entries"
  | "zip-bomb"
  | "damaged-zip"
  | "broken-xml"
  | "document-type"
  | "too-deep"
  | "too-many-paragraphs"
  | "no-text"
  | "not-writable";

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refused = (
  code: DocumentRefusalCode,
  place: string,
  detail: string,
  cure: string,
): { ok: false; refusal: DocumentRefusal } => ({ ok: false, refusal: { code, place, detail, cure } });
