/**
 * Filters as bits: bit i of a filter is the bit of weight 128 >> (i mod 8) in byte i div 8, and a filter travels as the
 * base64 text of its bytes (the serialization of clkhash and anonlink).
 */

/** Number of bits set. */
export function popcount(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) count += BYTE_COUNTS[bytes[i]!]!;
  return count;
}

const BYTE_COUNTS = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0;
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1;
  return count;
});

/** Whether bit i is set. */
export function hasBit(bytes: Uint8Array, i: number): boolean {
  return (bytes[i >> 3]! & (128 >> (i & 7))) !== 0;
}

/** Sets bit i. */
export function setBit(bytes: Uint8Array, i: number): void {
  bytes[i >> 3] = bytes[i >> 3]! | (128 >> (i & 7));
}

/** Positions of the bits set, ascending. */
export function setPositions(bytes: Uint8Array): number[] {
  const positions: number[] = [];
  for (let i = 0; i < bytes.length * 8; i++) if (hasBit(bytes, i)) positions.push(i);
  return positions;
}

/**
 * XOR folding (Schnell & Borgs 2016): the filter is cut in half and the halves are combined by exclusive or, `folds` times.
 * @param bytes the filter
 * @param length its length in bits, divisible by 2^folds
 * @returns a filter of length / 2^folds bits
 */
export function foldFilter(bytes: Uint8Array, length: number, folds: number): Uint8Array {
  let filter = bytes;
  let bits = length;
  for (let fold = 0; fold < folds; fold++) {
    const half = bits / 2;
    const folded = new Uint8Array(Math.ceil(half / 8));
    if (half % 8 === 0) {
      for (let i = 0; i < folded.length; i++) folded[i] = filter[i]! ^ filter[half / 8 + i]!;
    } else {
      for (let i = 0; i < half; i++) if (hasBit(filter, i) !== hasBit(filter, half + i)) setBit(folded, i);
    }
    filter = folded;
    bits = half;
  }
  return filter;
}

/** Base64 text of a filter. */
export function filterToText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

const BASE64 = Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
const PAD = 61;

/**
 * Writes a filter's base64 text as bytes: what `filterToText` says, without making a text for each record.
 * @param bytes the filter
 * @param target with room for 4 · ⌈bytes / 3⌉ more
 * @param at where to start
 * @returns where it ends
 */
export function writeFilterText(bytes: Uint8Array, target: Uint8Array, at: number): number {
  const length = bytes.length;
  let out = at;
  for (let i = 0; i < length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    target[out] = BASE64[group >> 18]!;
    target[out + 1] = BASE64[(group >> 12) & 63]!;
    target[out + 2] = i + 1 < length ? BASE64[(group >> 6) & 63]! : PAD;
    target[out + 3] = i + 2 < length ? BASE64[group & 63]! : PAD;
    out += 4;
  }
  return out;
}

/**
 * Filter from its base64 text.
 * @param text as written by `filterToText`
 * @param bytes the size that it must have
 * @returns null when it isn't base64 or has another size
 */
export function filterFromText(text: string, bytes: number): Uint8Array | null {
  if (text.length !== 4 * Math.ceil(bytes / 3)) return null;
  const filter = Buffer.from(text, "base64");
  return filter.length === bytes && filter.toString("base64") === text ? Uint8Array.from(filter) : null;
}
