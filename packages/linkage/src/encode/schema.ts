/** What a linkage schema says once it has been checked (schema-check.ts): the agreement by which all contributors encode alike. */
import type { NormalizationStep } from "../normalize/steps.ts";
import type { TextEncoding } from "./text-bytes.ts";
import type { Comparison } from "./tokenize.ts";

/** What the values of a field look like; a value that doesn't conform is refused before anything is encoded. */
export type FieldFormat =
  | {
      type: "string";
      encoding: TextEncoding;
      case: "upper" | "lower" | "mixed";
      minLength: number;
      maxLength: number;
      pattern: string | null;
    }
  | { type: "integer"; minimum: bigint | null; maximum: bigint | null }
  | { type: "date"; format: string }
  | { type: "enum"; values: readonly string[] };

/** How bits are handed out: a fixed number for each token, or a fixed number for the field shared among its tokens. */
export type Strategy = { per: "token"; bits: number } | { per: "feature"; bits: number };

/** How a token finds its bits: k-independent draws of keyed BLAKE2b, or double hashing with HMAC-SHA1 and HMAC-MD5. */
export type HashKind = { type: "blakeHash" } | { type: "doubleHash"; preventSingularity: boolean };

/** A column that goes into the filter. */
export interface EncodedFeature {
  ignored: false;
  identifier: string;
  format: FieldFormat;
  comparison: Comparison;
  strategy: Strategy;
  hash: HashKind;
  /** The text that stands for "missing", and what is hashed in its place. */
  missing: { sentinel: string; replaceWith: string } | null;
  /** Own extension: steps that bring spellings together before the format is checked; empty for plain schemas. */
  normalize: readonly NormalizationStep[];
}

/** A column that is left out of the filter. */
export interface IgnoredFeature {
  ignored: true;
  identifier: string;
}
export type Feature = EncodedFeature | IgnoredFeature;

/** One part of a blocking key: a field, reduced to what survives common errors. */
export interface BlockPart {
  feature: string;
  reduce: "exact" | "phonetic" | "initial" | "year";
}

/** A keyed blocking key: records that share it are compared. */
export interface BlockRule {
  name: string;
  parts: readonly BlockPart[];
}

/** The whole agreement. */
export interface LinkageSchema {
  /** Filter length in bits, after folding and before balancing. */
  length: number;
  /** How often the filter is halved by XOR. */
  xorFolds: number;
  kdf: { hash: "sha256" | "sha512"; salt: Uint8Array; info: Uint8Array; keySize: number };
  features: readonly Feature[];
  /** Own extension: append the complement and shuffle by a key, so that each filter has the same number of bits. */
  balance: boolean;
  /** Own extension: one filter a field, for Fellegi–Sunter weights. */
  apart: boolean;
  /** Own extension: keyed blocking keys that travel with the filters. */
  blocks: readonly BlockRule[];
  /** SHA-256 of the schema's canonical form, in hexadecimal: two files with the same were encoded alike. */
  hash: string;
}

/** The fields that are encoded, in the schema's order. */
export function encodedFeatures(schema: LinkageSchema): EncodedFeature[] {
  return schema.features.filter((feature): feature is EncodedFeature => !feature.ignored);
}

/**
 * Bits of one record in a file of encodings: the filter, doubled by balancing; when the fields are encoded apart, one such
 * filter a field, each rounded up to whole bytes.
 */
export function recordBits(schema: LinkageSchema): number {
  const one = schema.balance ? schema.length * 2 : schema.length;
  return schema.apart ? Math.ceil(one / 8) * 8 * encodedFeatures(schema).length : one;
}
