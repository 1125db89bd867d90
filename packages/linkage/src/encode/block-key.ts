/**
 * Keyed blocking keys: a reduced form of some fields (Soundex of the family name, year of birth …), hashed with a key that
 * only the contributors have. Equal keys show that two records agree on the reduced form, and how often a form occurs, so
 * they tell more than the filters do: a schema has them only when it asks for them.
 */
import { createHmac } from "node:crypto";
import { toLatin } from "../normalize/latin.ts";
import { soundex } from "../normalize/phonetic.ts";
import type { ReadChinese } from "../normalize/steps.ts";
import type { BlockPart, BlockRule } from "./schema.ts";

function reduce(part: BlockPart, value: string, readChinese: ReadChinese | undefined): string {
  switch (part.reduce) {
    case "exact":
      return value;
    case "phonetic":
      return soundex(toLatin(value, readChinese));
    case "initial":
      return Array.from(value)[0] ?? "";
    case "year":
      return value.slice(0, 4);
  }
}

/**
 * Makes the function that gives a record's blocking keys.
 * @param rules from the schema
 * @param key 32 bytes, of the purpose "blocks"
 * @param readChinese for phonetic parts
 * @returns from the formatted values by field name to one key a rule: 11 base64url characters (64 bits), or "" when a part is
 *   empty, since missing values must not meet each other
 */
export function blockKeys(
  rules: readonly BlockRule[],
  key: Uint8Array,
  readChinese?: ReadChinese,
): (values: ReadonlyMap<string, string>) => string[] {
  return (values) =>
    rules.map((rule, number) => {
      const parts = rule.parts.map((part) => reduce(part, values.get(part.feature) ?? "", readChinese));
      if (parts.some((part) => part === "")) return "";
      const text = [String(number), ...parts].join("\u001f");
      return createHmac("sha256", key).update(text).digest().subarray(0, 8).toString("base64url");
    });
}
