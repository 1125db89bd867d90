import type { Action } from "../content/action.ts";
import type { Paragraph } from "../name/paragraph.ts";
import type { VersionText } from "./version.ts";

/** Name of the form, its first member: a later form gets another. */
export const CANONICAL_FORM = "concord-text/1";

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits: passed in, since the rules reach no library. */
export type Hash = (text: string) => string;

/**
 * The one way to write a version down for hashing (P5; docs/methods/canonical-form.md): JSON by RFC 8785 (members sorted, no space), texts in
 * Unicode normalization form C with line ends as LF. What is no part of the text (key, date, number, who issued it) is left out.
 */
export function canonicalForm({ title, language, paragraphs, actions }: VersionText): string {
  const nameOf = new Map(paragraphs.map(({ id, name }) => [id, name]));
  return canonicalJson({
    form: CANONICAL_FORM,
    title,
    language,
    paragraphs: paragraphs.map((paragraph) =>
      canonicalParagraph(paragraph, nameOf, actions.get(paragraph.id)),
    ),
  });
}

function canonicalParagraph(
  { name, kind, parent, text }: Paragraph,
  nameOf: ReadonlyMap<string, string>,
  action: Action | undefined,
) {
  const above = parent === null ? null : (nameOf.get(parent) ?? null);
  return action === undefined
    ? { name, kind, parent: above, text }
    : { name, kind, parent: above, text, action };
}

/**
 * JSON by RFC 8785 for values made of objects, lists, strings, whole numbers, booleans and null; an undefined member is left out.
 * Strings are put in form C with LF as the line end.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.replace(/\r\n?/g, "\n").normalize("NFC"));
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(",")}}`;
}
