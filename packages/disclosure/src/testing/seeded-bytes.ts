import type { RandomBytes } from "../noise/random-bits.ts";

/** Bytes that are the same for the same seed (xorshift128): for tests, never for a release. */
export function seededBytes(seed: number): RandomBytes {
  const state = new Uint32Array([seed ^ 0x9e3779b9, seed + 0x243f6a88, 0xb7e15162, 0xdeadbeef]);
  const next = () => {
    let t = state[3]!;
    const s = state[0]!;
    state.copyWithin(1, 0, 3);
    t ^= t << 11;
    t ^= t >>> 8;
    state[0] = t ^ s ^ (s >>> 19);
    return state[0]!;
  };
  for (let i = 0; i < 20; i++) next();
  return (into) => {
    for (let i = 0; i < into.length; i++) into[i] = next() >>> 13;
  };
}
