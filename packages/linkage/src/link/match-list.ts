import type { Matches } from "./dice.ts";

/** Most matches of one job, about 400 MB of them: more come from a threshold that tells nobody apart. */
export const MOST_MATCHES = 1 << 25;

/** Matches gathered one by one in arrays that grow. */
export class MatchList {
  private left = new Uint32Array(1024);
  private right = new Uint32Array(1024);
  private shared = new Uint32Array(1024);
  private count = 0;

  /** Adds a match: row numbers and the number of bits set in both. Beyond the most matches nothing is added. */
  add(left: number, right: number, shared: number): void {
    if (this.count === MOST_MATCHES) return;
    if (this.count === this.left.length) {
      this.left = larger(this.left);
      this.right = larger(this.right);
      this.shared = larger(this.shared);
    }
    this.left[this.count] = left;
    this.right[this.count] = right;
    this.shared[this.count] = shared;
    this.count++;
  }

  /** What was gathered. */
  all(): Matches {
    return {
      left: this.left.slice(0, this.count),
      right: this.right.slice(0, this.count),
      shared: this.shared.slice(0, this.count),
    };
  }
}

function larger(old: Uint32Array): Uint32Array<ArrayBuffer> {
  const array = new Uint32Array(old.length * 2);
  array.set(old);
  return array;
}
