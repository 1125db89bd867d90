/**
 * Seeded uniform random numbers: xoshiro128** (Blackman & Vigna 2021), its four words of state filled by
 * SplitMix32 from a seed and a stream number. The same seed and stream give the same numbers on every machine,
 * however the work is divided: replicate number i of a bootstrap always uses stream i.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /**
   * @param seed whole number; only its lower 53 bits count
   * @param stream whole number ≥ 0 that names an independent sequence under this seed
   */
  constructor(seed: number, stream = 0) {
    let x = (seed ^ Math.floor(seed / 4294967296)) >>> 0;
    x = (x + Math.imul(stream + 1, 0x9e3779b9)) >>> 0;
    x ^= Math.imul(Math.floor(stream / 4294967296) + 1, 0x85ebca6b) >>> 0;
    const next = (): number => {
      x = (x + 0x9e3779b9) | 0;
      let z = x;
      z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
      return z ^ (z >>> 15);
    };
    // The seed alone and the stream alone each enter two words, so that neighbouring pairs don't share a state.
    this.a = next();
    this.b = next() ^ Math.imul(stream + 0x632be5ab, 0xc2b2ae35);
    this.c = next() ^ Math.imul((seed >>> 0) + 0x1b873593, 0x27d4eb2f);
    this.d = next() | 1;
    for (let i = 0; i < 8; i++) this.word();
  }

  /** Next 32 random bits as a signed integer. */
  word(): number {
    const s = Math.imul(this.b, 5);
    const result = Math.imul((s << 7) | (s >>> 25), 9);
    const t = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= t;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** Uniform number in the open interval (0, 1) with 32 random bits. */
  uniform(): number {
    return ((this.word() >>> 0) + 0.5) * 2.3283064365386963e-10;
  }

  /** The four words of state, to resume later with `restore`. */
  state(): readonly [number, number, number, number] {
    return [this.a, this.b, this.c, this.d];
  }

  /** A generator that goes on from a saved state. */
  static restore(state: readonly [number, number, number, number]): Random {
    const random = new Random(0);
    [random.a, random.b, random.c, random.d] = state;
    return random;
  }
}
