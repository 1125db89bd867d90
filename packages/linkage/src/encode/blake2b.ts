/**
 * BLAKE2b (RFC 7693) with a key and a salt, 64-byte digest. The salt is a parameter of the BLAKE2 specification that
 * RFC 7693 leaves at zero and Node's crypto doesn't offer; the linkage schema needs it to draw independent hashes.
 */

/** Initial vector: fractional parts of the square roots of the first eight primes, low word first (RFC 7693, 2.6). */
const INITIAL = new Uint32Array([
  0xf3bcc908, 0x6a09e667, 0x84caa73b, 0xbb67ae85, 0xfe94f82b, 0x3c6ef372, 0x5f1d36f1, 0xa54ff53a, 0xade682d1,
  0x510e527f, 0x2b3e6c1f, 0x9b05688c, 0xfb41bd6b, 0x1f83d9ab, 0x137e2179, 0x5be0cd19,
]);

/** Order of the message words in each round, one hexadecimal digit a word (RFC 7693, 2.7); rounds 11 and 12 repeat 1 and 2. */
const SCHEDULE = [
  "0123456789abcdef",
  "ea489fd61c02b753",
  "b8c052fdae367194",
  "7931dcbe265a40f8",
  "905724afe1bc683d",
  "2c6a0b834d75fe19",
  "c51fed4a0763928b",
  "db7ec13950f4862a",
  "6fe9b308c2d714a5",
  "a2847615fb9e3cd0",
  "0123456789abcdef",
  "ea489fd61c02b753",
].map((row) => Uint8Array.from(row, (digit) => Number.parseInt(digit, 16)));

const BLOCK_BYTES = 128;
const work = new Uint32Array(32);
const words = new Uint32Array(32);

/** One mixing step (RFC 7693, 3.1) of the 64-bit words a, b, c, d with the message words x and y; all are indices of low halves. */
function mix(a: number, b: number, c: number, d: number, x: number, y: number): void {
  const v = work;
  let low = v[a]! + v[b]! + words[x]!;
  let high = (v[a + 1]! + v[b + 1]! + words[x + 1]! + Math.floor(low / 4294967296)) >>> 0;
  v[a] = low;
  v[a + 1] = high;
  let p = v[d]! ^ v[a]!;
  let q = v[d + 1]! ^ high;
  v[d] = q;
  v[d + 1] = p;
  low = v[c]! + v[d]!;
  v[c + 1] = v[c + 1]! + v[d + 1]! + (low > 4294967295 ? 1 : 0);
  v[c] = low;
  p = v[b]! ^ v[c]!;
  q = v[b + 1]! ^ v[c + 1]!;
  v[b] = (p >>> 24) | (q << 8);
  v[b + 1] = (q >>> 24) | (p << 8);
  low = v[a]! + v[b]! + words[y]!;
  high = (v[a + 1]! + v[b + 1]! + words[y + 1]! + Math.floor(low / 4294967296)) >>> 0;
  v[a] = low;
  v[a + 1] = high;
  p = v[d]! ^ v[a]!;
  q = v[d + 1]! ^ high;
  v[d] = (p >>> 16) | (q << 16);
  v[d + 1] = (q >>> 16) | (p << 16);
  low = v[c]! + v[d]!;
  v[c + 1] = v[c + 1]! + v[d + 1]! + (low > 4294967295 ? 1 : 0);
  v[c] = low;
  p = v[b]! ^ v[c]!;
  q = v[b + 1]! ^ v[c + 1]!;
  v[b] = (q >>> 31) | (p << 1);
  v[b + 1] = (p >>> 31) | (q << 1);
}

/**
 * Compresses one block into the state.
 * @param state eight 64-bit words, low halves first
 * @param block 128 bytes
 * @param bytesSoFar bytes hashed including this block's own, below 2^32
 * @param last whether this is the final block
 */
function compress(state: Uint32Array, block: Uint8Array, bytesSoFar: number, last: boolean): void {
  for (let i = 0; i < 32; i++) {
    const at = i * 4;
    words[i] = block[at]! | (block[at + 1]! << 8) | (block[at + 2]! << 16) | (block[at + 3]! << 24);
  }
  work.set(state, 0);
  work.set(INITIAL, 16);
  work[24] = work[24]! ^ bytesSoFar;
  if (last) {
    work[28] = ~work[28]!;
    work[29] = ~work[29]!;
  }
  for (const order of SCHEDULE) {
    mix(0, 8, 16, 24, order[0]! * 2, order[1]! * 2);
    mix(2, 10, 18, 26, order[2]! * 2, order[3]! * 2);
    mix(4, 12, 20, 28, order[4]! * 2, order[5]! * 2);
    mix(6, 14, 22, 30, order[6]! * 2, order[7]! * 2);
    mix(0, 10, 20, 30, order[8]! * 2, order[9]! * 2);
    mix(2, 12, 22, 24, order[10]! * 2, order[11]! * 2);
    mix(4, 14, 16, 26, order[12]! * 2, order[13]! * 2);
    mix(6, 8, 18, 28, order[14]! * 2, order[15]! * 2);
  }
  for (let i = 0; i < 16; i++) state[i] = state[i]! ^ work[i]! ^ work[i + 16]!;
}

/**
 * Prepares a keyed, salted BLAKE2b: the key's block is compressed once, each message then costs its own blocks only.
 * @param key at most 64 bytes; empty means unkeyed
 * @param salt at most 16 bytes, filled up with zeros
 * @returns a function from a message to its 64-byte digest
 * @throws RangeError when the key or the salt is too long
 */
export function keyedBlake2b(key: Uint8Array, salt: Uint8Array): (message: Uint8Array) => Uint8Array {
  if (key.length > 64) throw new RangeError(`BLAKE2b takes a key of at most 64 bytes, not ${key.length}`);
  if (salt.length > 16) throw new RangeError(`BLAKE2b takes a salt of at most 16 bytes, not ${salt.length}`);
  const start = INITIAL.slice();
  start[0] = start[0]! ^ (64 | (key.length << 8) | (1 << 16) | (1 << 24));
  for (let i = 0; i < salt.length; i++) {
    const word = 8 + (i >> 2);
    start[word] = start[word]! ^ (salt[i]! << (8 * (i & 3)));
  }
  const keyed = key.length > 0;
  const keyBlock = new Uint8Array(BLOCK_BYTES);
  keyBlock.set(key);
  const afterKey = start.slice();
  if (keyed) compress(afterKey, keyBlock, BLOCK_BYTES, false);
  const block = new Uint8Array(BLOCK_BYTES);

  return (message) => {
    let state: Uint32Array;
    if (keyed && message.length === 0) {
      state = start.slice();
      compress(state, keyBlock, BLOCK_BYTES, true);
    } else {
      state = afterKey.slice();
      const before = keyed ? BLOCK_BYTES : 0;
      let at = 0;
      do {
        const part = message.subarray(at, at + BLOCK_BYTES);
        block.fill(0);
        block.set(part);
        at += part.length;
        compress(state, block, before + at, at === message.length);
      } while (at < message.length);
    }
    const digest = new Uint8Array(64);
    for (let i = 0; i < 64; i++) digest[i] = state[i >> 2]! >>> (8 * (i & 3));
    return digest;
  };
}
