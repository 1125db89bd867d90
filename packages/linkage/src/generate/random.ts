/** A seeded generator of random numbers for test data: the same seed gives the same persons. Never for keys or identifiers. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  unit(): number;
  /** A whole number from 0 to below − 1. */
  below(below: number): number;
  /** One of a list. */
  pick<T>(list: readonly T[]): T;
  /** True with a probability. */
  chance(probability: number): boolean;
  /** That many bytes. */
  bytes(count: number): Uint8Array;
}

/**
 * Makes a generator (sfc32 of C. Doty-Humphrey, 128 bits of state).
 * @param seed any whole number
 */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + result) | 0;
    return result >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  const unit = () => next() / 4294967296;
  const below = (limit: number) => Math.floor(unit() * limit);
  return {
    unit,
    below,
    pick: (list) => list[below(list.length)]!,
    chance: (probability) => unit() < probability,
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 255),
  };
}
