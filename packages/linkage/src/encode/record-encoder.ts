/** One record to one filter: each field sets its bits in a long filter, which is then folded and, on request, balanced. */
import type { ReadChinese } from "../normalize/steps.ts";
import type { Refusal } from "../result.ts";
import { balanceFilter, keyedPermutation } from "./balance.ts";
import { blockKeys } from "./block-key.ts";
import { fieldEncoder } from "./field-encoder.ts";
import { foldFilter } from "./filter.ts";
import { deriveFieldKeys, derivePurposeKey } from "./key.ts";
import { type LinkageSchema, recordBits } from "./schema.ts";

/** What the encoder gives for a record. */
export interface EncodedRecord {
  /** The filter, or the fields' filters one after the other when encoded apart. */
  filter: Uint8Array;
  /** One blocking key a rule of the schema; "" where a part is missing. */
  blocks: readonly string[];
}

export interface RecordEncoder {
  /** Bytes of one record. */
  readonly bytes: number;
  /**
   * Encodes a record.
   * @param cells one a feature of the schema, in its order, ignored ones included
   * @returns the filter, or why a cell isn't taken
   */
  encode(cells: readonly string[]): EncodedRecord | Refusal;
  /**
   * Encodes a record into bytes that are there already: for many records without new memory for each.
   * @param cells as for `encode`
   * @param target at least `bytes` long
   * @param at where in it the record starts
   * @returns its blocking keys, or why a cell isn't taken
   */
  encodeInto(cells: readonly string[], target: Uint8Array, at: number): readonly string[] | Refusal;
}

/** Whether an answer of an encoder is a refusal. */
export function isRefusal(answer: object): answer is Refusal {
  return "reason" in answer;
}

const NO_BLOCKS: readonly string[] = [];

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
  const purposeKey = (purpose: string) => derivePurposeKey(schema, secret, purpose);
  const permutation = schema.balance ? keyedPermutation(purposeKey("balance"), 2 * schema.length) : null;
  const blocking =
    schema.blocks.length > 0 ? blockKeys(schema.blocks, purposeKey("blocks"), readChinese) : null;
  const words = new Uint32Array(Math.ceil(hashed / 32));
  const plain = new Uint8Array(words.buffer, 0, Math.ceil(hashed / 8));
  const wholeWords = schema.length % 32 === 0;

  /** Folds and balances what is in `words`, and puts it into the target. */
  const finish = (target: Uint8Array, at: number): number => {
    let folded: Uint8Array;
    if (wholeWords) {
      for (let many = words.length, fold = 0; fold < schema.xorFolds; fold++) {
        many >>= 1;
        for (let i = 0; i < many; i++) words[i] = words[i]! ^ words[many + i]!;
      }
      folded = plain.subarray(0, schema.length >> 3);
    } else folded = foldFilter(plain, hashed, schema.xorFolds);
    const done = permutation === null ? folded : balanceFilter(folded, schema.length, permutation);
    target.set(done, at);
    return at + done.length;
  };

  const encodeInto = (
    cells: readonly string[],
    target: Uint8Array,
    start: number,
  ): readonly string[] | Refusal => {
    words.fill(0);
    const texts = blocking === null ? null : new Map<string, string>();
    let at = start;
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i];
      if (field === null || field === undefined) continue;
      const text = field(cells[i] ?? "", words);
      if (typeof text !== "string") return text;
      texts?.set(schema.features[i]!.identifier, text);
      if (schema.apart) {
        at = finish(target, at);
        words.fill(0);
      }
    }
    if (!schema.apart) finish(target, at);
    return blocking === null || texts === null ? NO_BLOCKS : blocking(texts);
  };

  const bytes = Math.ceil(recordBits(schema) / 8);
  return {
    bytes,
    encodeInto,
    encode(cells) {
      const filter = new Uint8Array(bytes);
      const blocks = encodeInto(cells, filter, 0);
      return "reason" in blocks ? blocks : { filter, blocks };
    },
  };
}
