/**
 * Fills an array with random bytes. For a release it must be cryptographically secure (node:crypto `randomFillSync`);
 * tests pass a seeded one.
 */
export type RandomBytes = (into: Uint8Array) => void;

const BUFFER_BYTES = 4096;

/** Whole numbers drawn exactly evenly from random bytes: no floating-point number is involved anywhere. */
export class RandomBits {
  readonly #fill: RandomBytes;
  readonly #buffer = new Uint8Array(BUFFER_BYTES);
  #at = BUFFER_BYTES;

  constructor(fill: RandomBytes) {
    this.#fill = fill;
  }

  byte(): number {
    if (this.#at === BUFFER_BYTES) {
      this.#fill(this.#buffer);
      this.#at = 0;
    }
    const drawn = this.#buffer[this.#at]!;
    // Used bytes are wiped, so that past noise can't be read from memory later.
    this.#buffer[this.#at++] = 0;
    return drawn;
  }

  /** A whole number from 0 to below − 1, each equally likely. @param below from 1 to 2⁵³ */
  below(below: number): number {
    if (!(Number.isSafeInteger(below) && below >= 1)) throw new RangeError(`no whole number below ${below}`);
    if (below === 1) return 0;
    // The fewest bytes that reach `below`; draws at or above the largest multiple of `below` are drawn again.
    let bytes = 1;
    let reach = 256;
    while (reach < below) {
      bytes++;
      reach *= 256;
    }
    const bound = reach <= Number.MAX_SAFE_INTEGER ? reach - (reach % below) : undefined;
    if (bound === undefined) return Number(this.belowBig(BigInt(below)));
    for (;;) {
      let drawn = 0;
      for (let i = 0; i < bytes; i++) drawn = drawn * 256 + this.byte();
      if (drawn < bound) return drawn % below;
    }
  }

  /** As `below`, for numbers of any size. */
  belowBig(below: bigint): bigint {
    const bits = below.toString(2).length;
    const bytes = Math.ceil(bits / 8);
    const spare = BigInt(8 * bytes - bits);
    for (;;) {
      let drawn = 0n;
      for (let i = 0; i < bytes; i++) drawn = (drawn << 8n) | BigInt(this.byte());
      drawn >>= spare;
      if (drawn < below) return drawn;
    }
  }
}
