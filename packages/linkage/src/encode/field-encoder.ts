/** One field of a record into a filter: normalize, check the format, cut into tokens, set their bits. */
import { normalizer, type ReadChinese } from "../normalize/steps.ts";
import type { Refusal } from "../result.ts";
import { fieldFormatter } from "./field-format.ts";
import type { FieldKeys } from "./key.ts";
import { TokenMemory, ValueMemory } from "./memory.ts";
import type { EncodedFeature } from "./schema.ts";
import { encodeText } from "./text-bytes.ts";
import { tokenHash } from "./token-positions.ts";
import { tokenize } from "./tokenize.ts";

/**
 * Sets a cell's bits in a filter.
 * @returns the formatted text, or why the cell isn't taken
 */
export type FieldEncoder = (cell: string, filter: Uint32Array) => string | Refusal;

const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
};

/**
 * Makes the encoder of one field.
 * @param feature the checked field
 * @param keys its keys
 * @param length of the filter before folding, in bits
 * @param readChinese for the normalization step `latin`
 */
export function fieldEncoder(
  feature: EncodedFeature,
  keys: FieldKeys,
  length: number,
  readChinese?: ReadChinese,
): FieldEncoder {
  const normalize = normalizer(feature.normalize, readChinese);
  const format = fieldFormatter(feature);
  const encoding = feature.format.type === "string" ? feature.format.encoding : "utf-8";
  const values = new ValueMemory(Math.ceil(length / 32));
  const tokens = new TokenMemory(tokenHash(feature.hash, keys, length), (token) =>
    encodeText(token, encoding),
  );
  const { comparison, strategy, missing } = feature;
  const scratch = new Uint32Array(Math.ceil(length / 32));
  const scratchBytes = new Uint8Array(scratch.buffer);

  /** Sets the bits of a text's tokens in `scratch`; bits that don't divide evenly go to the first tokens. */
  const hashText = (text: string): Refusal | null => {
    const short = comparison.type === "ngram" && comparison.n <= 2 && isAscii(text);
    const list = short ? null : tokenize(comparison, text);
    if (list !== null && !Array.isArray(list)) return { ...list, place: `field "${feature.identifier}"` };
    const many = list === null ? shortTokens(text) : list.length;
    const base = strategy.per === "token" ? strategy.bits : Math.floor(strategy.bits / many);
    const more = strategy.per === "token" ? 0 : strategy.bits % many;
    if (list !== null)
      for (let i = 0; i < many; i++) tokens.add(scratchBytes, list[i]!, base + (i < more ? 1 : 0));
    else addShortTokens(text, many, base, more);
    return null;
  };
  const shortTokens = (text: string) =>
    text === "" ? 0 : comparison.type === "ngram" ? text.length + comparison.n - 1 : 0;
  const addShortTokens = (text: string, many: number, base: number, more: number): void => {
    if (comparison.type !== "ngram") return;
    const { n, positional } = comparison;
    const unit = (at: number) => (at >= 0 && at < text.length ? text.charCodeAt(at) : 32);
    for (let i = 0; i < many; i++) {
      const first = unit(i - n + 1);
      const code = n === 1 ? first : first * 128 + unit(i);
      const token = () => {
        const gram = n === 1 ? String.fromCharCode(first) : String.fromCharCode(first, unit(i));
        return positional ? `${i + 1} ${gram}` : gram;
      };
      tokens.addShort(scratchBytes, positional ? i + 1 : 0, code, token, base + (i < more ? 1 : 0));
    }
  };

  return (cell, filter) => {
    const known = values.find(cell);
    if (known >= 0) {
      values.addTo(filter, known);
      return values.text(known);
    }
    const text = format(missing !== null && missing.sentinel === cell ? cell : normalize(cell));
    if (typeof text !== "string") return text;
    scratch.fill(0);
    const refusal = hashText(text);
    if (refusal !== null) return refusal;
    const slot = values.reserve(cell, text);
    if (slot >= 0) values.keep(slot, scratch);
    for (let i = 0; i < scratch.length; i++) filter[i] = filter[i]! | scratch[i]!;
    return text;
  };
}
