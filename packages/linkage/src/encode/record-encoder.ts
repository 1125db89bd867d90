/**
 * One record to one filter: each field's tokens set their bits in a long filter, the filter is folded and, when the schema
 * asks for it, balanced. Values and tokens met before are remembered: names, dates and places repeat, and a field's key
 * makes the same value set the same bits each time.
 */

import { normalizer, type ReadChinese } from "../normalize/steps.ts";
import type { Refusal } from "../result.ts";
import { balanceFilter, keyedPermutation } from "./balance.ts";
import { blockKeys } from "./block-key.ts";
import { fieldFormatter } from "./field-format.ts";
import { foldFilter } from "./filter.ts";
import { deriveFieldKeys, derivePurposeKey, type FieldKeys } from "./key.ts";
import { type EncodedFeature, encodedFeatures, type LinkageSchema } from "./schema.ts";
import { encodeText } from "./text-bytes.ts";
import { bitsOfTokens, tokenHash } from "./token-positions.ts";
import { tokenize } from "./tokenize.ts";

/** What became of a value: the formatted text and its filter before folding, in 32-bit words of the filter's bytes. */
interface EncodedValue {
  text: string;
  words: Uint32Array;
}

/** How many values, and how many tokens, a field remembers in each of two generations. */
const REMEMBERED_VALUES = 16_384;
const REMEMBERED_TOKENS = 65_536;

/** A memory of bounded size: when the young half is full it becomes the old one, and what isn't asked for again is lost. */
class Memory<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(key: string): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: V): void {
    if (this.young.size >= this.most) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }
}

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
): (cell: string) => EncodedValue | Refusal {
  const normalize = normalizer(feature.normalize, readChinese);
  const format = fieldFormatter(feature);
  const hash = tokenHash(feature.hash, keys, length);
  const encoding = feature.format.type === "string" ? feature.format.encoding : "utf-8";
  const values = new Memory<EncodedValue>(REMEMBERED_VALUES);
  const tokens = new Memory<Uint32Array>(REMEMBERED_TOKENS);
  const isSentinel = (cell: string) => feature.missing !== null && feature.missing.sentinel === cell;

  return (cell) => {
    const known = values.get(cell);
    if (known !== undefined) return known;
    const text = format(isSentinel(cell) ? cell : normalize(cell));
    if (typeof text !== "string") return text;
    const list = tokenize(feature.comparison, text);
    if (!Array.isArray(list)) return { ...list, place: `field "${feature.identifier}"` };
    const counts = bitsOfTokens(feature.strategy.per, feature.strategy.bits, list.length);
    const words = new Uint32Array(Math.ceil(length / 32));
    const bytes = new Uint8Array(words.buffer);
    for (let i = 0; i < list.length; i++) {
      const token = list[i]!;
      const count = counts[i]!;
      let positions = tokens.get(token);
      if (positions === undefined || positions.length < count) {
        positions = hash(encodeText(token, encoding), count);
        tokens.set(token, positions);
      }
      for (let j = 0; j < count; j++) {
        const position = positions[j]!;
        bytes[position >> 3]! |= 128 >> (position & 7);
      }
    }
    const encoded = { text, words };
    values.set(cell, encoded);
    return encoded;
  };
}

/** What the encoder gives for a record. */
export interface EncodedRecord {
  /** The filter, or the fields' filters one after the other when encoded apart. */
  filter: Uint8Array;
  /** One blocking key a rule of the schema; "" where a part is missing. */
  blocks: readonly string[];
}

export interface RecordEncoder {
  /**
   * Encodes a record.
   * @param cells one a feature of the schema, in its order, ignored ones included
   * @returns the filter, or why a cell isn't taken
   */
  encode(cells: readonly string[]): EncodedRecord | Refusal;
}

/** Whether an answer of an encoder is a refusal. */
export function isRefusal(answer: object): answer is Refusal {
  return "reason" in answer;
}

/**
 * Makes the encoder of a schema and a secret. The same two give the same bits on every machine.
 * @param schema checked
 * @param secret the shared secret's bytes
 * @param readChinese for schemas whose fields have the step `latin`
 */
export function recordEncoder(
  schema: LinkageSchema,
  secret: Uint8Array,
  readChinese?: ReadChinese,
): RecordEncoder {
  const hashed = schema.length * 2 ** schema.xorFolds;
  const keys = deriveFieldKeys(schema, secret);
  const fields = schema.features.map((feature, i) =>
    feature.ignored ? null : fieldEncoder(feature, keys[i]!, hashed, readChinese),
  );
  const names = schema.features.map((feature) => feature.identifier);
  const permutation = schema.balance
    ? keyedPermutation(derivePurposeKey(schema, secret, "balance"), 2 * schema.length)
    : null;
  const blocking =
    schema.blocks.length > 0
      ? blockKeys(schema.blocks, derivePurposeKey(schema, secret, "blocks"), readChinese)
      : null;
  const words = new Uint32Array(Math.ceil(hashed / 32));
  const bytes = new Uint8Array(words.buffer, 0, Math.ceil(hashed / 8));
  const finish = (filter: Uint8Array): Uint8Array => {
    const folded = schema.xorFolds > 0 ? foldFilter(filter, hashed, schema.xorFolds) : filter.slice();
    return permutation === null ? folded : balanceFilter(folded, schema.length, permutation);
  };
  const bytesEach = Math.ceil((schema.balance ? 2 * schema.length : schema.length) / 8);
  const count = encodedFeatures(schema).length;

  return {
    encode(cells) {
      words.fill(0);
      const texts = blocking === null ? null : new Map<string, string>();
      const apart = schema.apart ? new Uint8Array(bytesEach * count) : null;
      let at = 0;
      for (let i = 0; i < fields.length; i++) {
        const field = fields[i];
        if (field === null || field === undefined) continue;
        const value = field(cells[i] ?? "");
        if ("reason" in value) return value;
        texts?.set(names[i]!, value.text);
        if (apart !== null) {
          apart.set(finish(new Uint8Array(value.words.buffer, 0, bytes.length)), at);
          at += bytesEach;
        } else for (let w = 0; w < words.length; w++) words[w]! |= value.words[w]!;
      }
      return {
        filter: apart ?? finish(bytes),
        blocks: blocking === null || texts === null ? [] : blocking(texts),
      };
    },
  };
}
