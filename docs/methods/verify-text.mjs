// Verifies the hash of a version: node verify-text.mjs version.json
// The file holds title, language, paragraphs (name, kind, parent, text, action) and hash; see canonical-form.md.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** JSON by RFC 8785, strings in form C with LF. */
export function canonicalJson(value) {
  if (typeof value === "string") return JSON.stringify(value.replace(/\r\n?/g, "\n").normalize("NFC"));
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`).join(",")}}`;
}

/** SHA-256 over the canonical form of a version. */
export function hashOfText({ title, language, paragraphs }) {
  const listed = paragraphs.map(({ name, kind, parent, text, action }) =>
    action ? { name, kind, parent, text, action } : { name, kind, parent, text },
  );
  const form = canonicalJson({ form: "concord-text/1", title, language, paragraphs: listed });
  return createHash("sha256").update(form).digest("hex");
}

if (import.meta.main) {
  const version = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const found = hashOfText(version);
  console.log(found === version.hash ? `verified ${found}` : `NOT verified: ${found}, not ${version.hash}`);
  process.exitCode = found === version.hash ? 0 : 1;
}
