/**
 * Which bits a token sets. Two families of keyed hashes:
 * - blakeHash: k independent positions, 16 bits each, cut from keyed BLAKE2b digests, 32 positions a digest; the i-th digest
 *   is salted with the decimal number i.
 * - doubleHash: position i is h1 + i·h2 modulo the length, h1 an HMAC-SHA1 and h2 an HMAC-MD5 (Schnell, Bachteler & Reiher
 *   2011). Where h2 is 0 all positions coincide; `preventSingularity` then hashes the token with 0, 1, 2 … appended.
 */
import { createHmac } from "node:crypto";
import { keyedBlake2b } from "./blake2b.ts";
import type { FieldKeys } from "./key.ts";
import type { HashKind } from "./schema.ts";

/**
 * Positions of a token.
 * @param token the token's bytes
 * @param count how many positions
 * @returns `count` positions below the filter's length; some may coincide
 */
export type TokenHash = (token: Uint8Array, count: number) => Uint32Array;

/** Remainder of a big-endian number of any size. */
function remainder(bytes: Uint8Array, length: number): number {
  let rest = 0;
  for (const byte of bytes) rest = (rest * 256 + byte) % length;
  return rest;
}

function doubleHash(keys: FieldKeys, length: number, preventSingularity: boolean): TokenHash {
  const md5 = (token: Uint8Array) => remainder(createHmac("md5", keys.second).update(token).digest(), length);
  return (token, count) => {
    const start = remainder(createHmac("sha1", keys.first).update(token).digest(), length);
    let step = md5(token);
    for (let i = 0; preventSingularity && step === 0 && length > 1; i++) {
      step = md5(Buffer.concat([token, Buffer.from(String.fromCodePoint(i))]));
    }
    const positions = new Uint32Array(count);
    let at = start;
    for (let i = 0; i < count; i++) {
      positions[i] = at;
      at = (at + step) % length;
    }
    return positions;
  };
}

function blakeHash(keys: FieldKeys, length: number): TokenHash {
  const digests: ((message: Uint8Array) => Uint8Array)[] = [];
  return (token, count) => {
    const positions = new Uint32Array(count);
    for (let done = 0; done < count; done += 32) {
      const number = done / 32;
      digests[number] ??= keyedBlake2b(keys.first, Buffer.from(String(number)));
      const digest = digests[number](token);
      for (let i = 0; i < 32 && done + i < count; i++) {
        positions[done + i] = (digest[2 * i]! | (digest[2 * i + 1]! << 8)) % length;
      }
    }
    return positions;
  };
}

/**
 * Makes the hash of a field.
 * @param kind which family
 * @param keys the field's keys
 * @param length of the filter before folding, in bits; for blakeHash a power of two
 */
export function tokenHash(kind: HashKind, keys: FieldKeys, length: number): TokenHash {
  return kind.type === "blakeHash"
    ? blakeHash(keys, length)
    : doubleHash(keys, length, kind.preventSingularity);
}

/**
 * How many bits each token gets. A budget for the field is shared evenly; what doesn't divide goes to the first tokens.
 * @param perToken or for the whole field
 * @param bits the strategy's number
 * @param tokens how many tokens the value has
 */
export function bitsOfTokens(per: "token" | "feature", bits: number, tokens: number): Uint32Array {
  const counts = new Uint32Array(tokens);
  if (per === "token") return counts.fill(bits);
  counts.fill(Math.floor(bits / tokens));
  for (let i = 0; i < bits % tokens; i++) counts[i] = counts[i]! + 1;
  return counts;
}
