/**
 * Balancing (Schnell & Borgs 2016): the filter is followed by its complement, then the bits are shuffled by a keyed
 * permutation. Every balanced filter has exactly as many ones as the plain filter had bits, so the number of ones no longer
 * tells how long a name is, and rare patterns of few bits disappear.
 */
import { createCipheriv } from "node:crypto";
import { hasBit, setBit } from "./filter.ts";

/**
 * A permutation of 0 … count−1 drawn from a key (Fisher–Yates on the key stream of AES-256 in counter mode, without
 * modulo bias).
 * @param key 32 bytes
 * @param count at most 2^24
 */
export function keyedPermutation(key: Uint8Array, count: number): Uint32Array {
  const stream = createCipheriv("aes-256-ctr", key, Buffer.alloc(16));
  let pool = Buffer.alloc(0);
  let at = 0;
  const draw = (below: number): number => {
    const limit = Math.floor(2 ** 32 / below) * below;
    for (;;) {
      if (at + 4 > pool.length) {
        pool = stream.update(Buffer.alloc(4096));
        at = 0;
      }
      const number = pool.readUInt32BE(at);
      at += 4;
      if (number < limit) return number % below;
    }
  };
  const permutation = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = draw(i + 1);
    const kept = permutation[i]!;
    permutation[i] = permutation[other]!;
    permutation[other] = kept;
  }
  return permutation;
}

/**
 * Balances a filter.
 * @param bytes the filter of `length` bits
 * @param permutation of 2·length places
 * @returns a filter of 2·length bits, `length` of them set
 */
export function balanceFilter(bytes: Uint8Array, length: number, permutation: Uint32Array): Uint8Array {
  const balanced = new Uint8Array(Math.ceil((2 * length) / 8));
  for (let i = 0; i < length; i++) setBit(balanced, permutation[hasBit(bytes, i) ? i : length + i]!);
  return balanced;
}
