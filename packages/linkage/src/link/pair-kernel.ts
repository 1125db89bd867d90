/** Single comparisons by the kernel: candidates of blocking, and the most similar record of a list. */
import { KernelInstance } from "../kernel/instance.ts";
import { dice, type FilterSet, popcounts } from "./dice.ts";

const BATCH = 1 << 16;

/** Two lists in the kernel's memory, compared pair by pair. */
export class PairComparer {
  readonly leftPops: Uint32Array;
  readonly rightPops: Uint32Array;
  private readonly memory = new KernelInstance();
  private readonly stride: number;
  private readonly left: number;
  private readonly right: number;
  private readonly pairs: number;
  private readonly results: number;
  private readonly rightPopsAt: number;
  private readonly rightCount: number;
  private waiting = 0;
  private readonly onResult: (left: number, right: number, shared: number) => void;

  /**
   * @param left filters
   * @param right filters of the same length; may be the same set
   * @param onResult called for every pair that was added, after `flush` at the latest
   */
  constructor(
    left: FilterSet,
    right: FilterSet,
    onResult: (left: number, right: number, shared: number) => void,
  ) {
    this.onResult = onResult;
    this.stride = (left.bytes + 15) & ~15;
    this.leftPops = popcounts(left);
    this.rightPops = left === right ? this.leftPops : popcounts(right);
    this.rightCount = right.count;
    this.left = this.place(left);
    this.right = left === right ? this.left : this.place(right);
    this.rightPopsAt = this.memory.take(right.count * 4);
    this.pairs = this.memory.take(BATCH * 8);
    this.results = this.memory.take(BATCH * 4);
    this.memory.words.set(this.rightPops, this.rightPopsAt >> 2);
  }

  private place(set: FilterSet): number {
    const at = this.memory.take(set.count * this.stride);
    const { bytes } = this.memory;
    if (this.stride === set.bytes) bytes.set(set.rows.subarray(0, set.count * set.bytes), at);
    else {
      for (let i = 0; i < set.count; i++) {
        bytes.set(set.rows.subarray(i * set.bytes, (i + 1) * set.bytes), at + i * this.stride);
      }
    }
    return at;
  }

  /** Adds a pair of row numbers to compare. */
  add(left: number, right: number): void {
    const { words } = this.memory;
    words[(this.pairs >> 2) + 2 * this.waiting] = left;
    words[(this.pairs >> 2) + 2 * this.waiting + 1] = right;
    if (++this.waiting === BATCH) this.flush();
  }

  /** Compares what waits. */
  flush(): void {
    const { memory } = this;
    memory.kernel.overlaps(this.left, this.right, this.stride, this.pairs, this.waiting, this.results);
    const { words } = memory;
    for (let i = 0; i < this.waiting; i++) {
      const at = (this.pairs >> 2) + 2 * i;
      this.onResult(words[at]!, words[at + 1]!, words[(this.results >> 2) + i]!);
    }
    this.waiting = 0;
  }

  /**
   * Highest similarity of a left row to any right row.
   * @param row of the left list
   * @param skip a right row that is left out, such as the row itself; −1 for none
   */
  bestScore(row: number, skip: number): number {
    const { memory, stride } = this;
    const pop = this.leftPops[row]!;
    const best = memory.kernel.nearest(
      this.left + row * stride,
      pop,
      this.right,
      this.rightPopsAt,
      this.rightCount,
      stride,
      skip < 0 ? 0xffffffff : skip,
      this.results,
    );
    return best === this.rightCount ? 0 : dice(memory.words[this.results >> 2]!, pop, this.rightPops[best]!);
  }
}
