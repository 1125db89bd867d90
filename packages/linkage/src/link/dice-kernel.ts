/**
 * All pairs above a threshold by the WebAssembly kernel (../kernel/dice.as.ts), whose way is described there. This side sorts
 * the records by their number of bits set, so that a block of 128 has nearly one threshold, orders the bits rarest first, and
 * decides after how many bits a block is looked at for the first time.
 */
import { DICE_WASM } from "../kernel/dice-wasm.ts";
import { type FilterSet, type Matches, neededOverlaps, partnerBounds, popcounts } from "./dice.ts";

/** What the compiled module offers; numbers are addresses and counts. */
interface KernelExports {
  memory: WebAssembly.Memory;
  base(): number;
  transpose(
    rows: number,
    stride: number,
    bits: number,
    order: number,
    blocks: number,
    offsets: number,
    target: number,
  ): void;
  link(...args: number[]): number;
  listBits(
    row: number,
    stride: number,
    offsets: number,
    marks: number,
    markBytes: number,
    zeroOffset: number,
    target: number,
    length: number,
  ): void;
  overlaps(a: number, b: number, stride: number, pairs: number, count: number, results: number): void;
}

const module = new WebAssembly.Module(Buffer.from(DICE_WASM, "base64"));
const LANES = 128;
const QUERIES = 1024;
const ROOM = 1 << 16;
/** Longest list of a query's bits: lanes that survive it are compared bit by bit, so it bounds memory, not truth. */
const LONGEST_LIST = 480;

/** Memory laid out piece by piece, each at a multiple of 16 bytes. */
class Layout {
  end: number;

  constructor(base: number) {
    this.end = (base + 15) & ~15;
  }

  take(bytes: number): number {
    const at = this.end;
    this.end = (at + bytes + 15) & ~15;
    return at;
  }
}

/** Rows by their number of bits set, ascending; rows with equal numbers keep their order. */
function sortedByCount(counts: Uint32Array, bits: number): Uint32Array {
  const starts = new Uint32Array(bits + 2);
  for (const count of counts) starts[count + 1] = starts[count + 1]! + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = starts[i]! + starts[i - 1]!;
  const order = new Uint32Array(counts.length);
  for (let i = 0; i < counts.length; i++) {
    const at = starts[counts[i]!]!;
    order[at] = i;
    starts[counts[i]!] = at + 1;
  }
  return order;
}

/** How often each bit is set, in a sample of at most 4,096 rows. */
function bitFrequencies(set: FilterSet, bits: number): Float64Array {
  const frequencies = new Float64Array(bits);
  const step = Math.max(1, Math.floor(set.count / 4096));
  let sampled = 0;
  for (let row = 0; row < set.count; row += step, sampled++) {
    const from = row * set.bytes;
    for (let i = 0; i < bits; i++) {
      if ((set.rows[from + (i >> 3)]! & (128 >> (i & 7))) !== 0) frequencies[i] = frequencies[i]! + 1;
    }
  }
  for (let i = 0; i < bits; i++) frequencies[i] = frequencies[i]! / Math.max(1, sampled);
  return frequencies;
}

/** Matches gathered from the kernel in growing arrays. */
class Gathered {
  private left = new Uint32Array(1024);
  private right = new Uint32Array(1024);
  private shared = new Uint32Array(1024);
  private count = 0;

  add(left: number, right: number, shared: number): void {
    if (this.count === this.left.length) {
      const grow = (old: Uint32Array<ArrayBuffer>) => {
        const larger = new Uint32Array(old.length * 2);
        larger.set(old);
        return larger;
      };
      this.left = grow(this.left);
      this.right = grow(this.right);
      this.shared = grow(this.shared);
    }
    this.left[this.count] = left;
    this.right[this.count] = right;
    this.shared[this.count] = shared;
    this.count++;
  }

  all(): Matches {
    return {
      left: this.left.slice(0, this.count),
      right: this.right.slice(0, this.count),
      shared: this.shared.slice(0, this.count),
    };
  }
}

/**
 * All pairs at or above a threshold, exactly.
 * @param left filters, at most some hundred thousand at a time (256 bytes of memory each at 1,024 bits)
 * @param right filters of the same length; the same set when `self`
 * @param threshold from above 0 to 1
 * @param self compares a set with itself: each pair once, the smaller row number left
 */
export function linkByKernel(left: FilterSet, right: FilterSet, threshold: number, self: boolean): Matches {
  const gathered = new Gathered();
  if (left.count === 0 || right.count === 0) return gathered.all();
  const instance = new WebAssembly.Instance(module, { env: { abort: () => {} } });
  const kernel = instance.exports as unknown as KernelExports;
  const stride = (left.bytes + 15) & ~15;
  const padded = stride * 8;
  const layout = new Layout(kernel.base());
  const blocks = Math.ceil(left.count / LANES);
  const laneRows = layout.take((left.count + 1) * stride);
  const lanePops = layout.take(left.count * 4);
  const order = layout.take(blocks * LANES * 4);
  const offsets = layout.take(padded * 4);
  const slices = layout.take(blocks * (padded + 1) * 16);
  const queryRows = layout.take(right.count * stride);
  const queryPops = layout.take(right.count * 4);
  const firstSteps = layout.take(right.count * 4);
  const least = layout.take((padded + 1) * 4);
  const most = layout.take((padded + 1) * 4);
  const needsAt = layout.take((2 * padded + 1) * 4);
  const marks = layout.take(padded / 8 + 4);
  const state = layout.take(8);
  const found = layout.take(ROOM * 12);
  const leftPops = popcounts(left);
  const rightPops = self ? leftPops : popcounts(right);
  let mostBits = 0;
  for (const count of rightPops) mostBits = Math.max(mostBits, count);
  const listLength = Math.min(LONGEST_LIST, Math.max(16, (mostBits + 15) & ~15));
  const lists = layout.take(QUERIES * listLength * 4);
  kernel.memory.grow(Math.ceil((layout.end - kernel.memory.buffer.byteLength) / 65_536 + 1));
  const bytes = new Uint8Array(kernel.memory.buffer);
  const words = new Uint32Array(kernel.memory.buffer);

  const leftOrder = sortedByCount(leftPops, padded);
  const rightOrder = self ? leftOrder : sortedByCount(rightPops, padded);
  const place = (set: FilterSet, rowOrder: Uint32Array, pops: Uint32Array, rows: number, popsAt: number) => {
    for (let i = 0; i < rowOrder.length; i++) {
      const row = rowOrder[i]!;
      bytes.set(set.rows.subarray(row * set.bytes, (row + 1) * set.bytes), rows + i * stride);
      words[(popsAt >> 2) + i] = pops[row]!;
    }
  };
  place(left, leftOrder, leftPops, laneRows, lanePops);
  place(right, rightOrder, rightPops, queryRows, queryPops);
  for (let i = 0; i < blocks * LANES; i++) words[(order >> 2) + i] = Math.min(i, left.count);

  const frequencies = bitFrequencies(left, left.bytes * 8);
  const ranked = Array.from({ length: padded }, (_, bit) => bit).sort(
    (a, b) => (frequencies[a] ?? 2) - (frequencies[b] ?? 2) || a - b,
  );
  const chanceOfRank = ranked.map((bit) => frequencies[bit] ?? 0);
  ranked.forEach((bit, rank) => {
    words[(offsets >> 2) + bit] = rank * 16;
  });
  kernel.transpose(laneRows, stride, padded, order, blocks, offsets, slices);
  const needs = neededOverlaps(threshold, 2 * padded);
  const bounds = partnerBounds(needs, padded);
  words.set(needs, needsAt >> 2);
  words.set(bounds.least, least >> 2);
  words.set(bounds.most, most >> 2);

  for (let from = 0; from < right.count; from += QUERIES) {
    const to = Math.min(right.count, from + QUERIES);
    for (let query = from; query < to; query++) {
      const list = lists + (query - from) * listLength * 4;
      kernel.listBits(
        queryRows + query * stride,
        stride,
        offsets,
        marks,
        (padded / 8 + 3) & ~3,
        padded * 16,
        list,
        listLength,
      );
      const pop = words[(queryPops >> 2) + query]!;
      words[(firstSteps >> 2) + query] = firstCheck(words, list >> 2, listLength, pop, needs, chanceOfRank);
    }
    const state32 = state >> 2;
    words[state32] = 0;
    words[state32 + 1] = from;
    while (words[state32]! < blocks) {
      const count = kernel.link(
        slices,
        padded,
        lanePops,
        left.count,
        laneRows,
        lists - from * listLength * 4,
        listLength,
        queryPops,
        firstSteps,
        from,
        to,
        queryRows,
        stride,
        least,
        most,
        needsAt,
        self ? 1 : 0,
        blocks,
        found,
        ROOM,
        state,
      );
      for (let i = 0, at = found >> 2; i < count; i++, at += 3) {
        const one = leftOrder[words[at]!]!;
        const other = rightOrder[words[at + 1]!]!;
        if (self && one > other) gathered.add(other, one, words[at + 2]!);
        else gathered.add(one, other, words[at + 2]!);
      }
    }
  }
  return gathered.all();
}

/**
 * After how many of a query's bits a block is first checked: where a lane that isn't a match has most likely missed too many.
 * Only speed depends on it.
 */
function firstCheck(
  words: Uint32Array,
  list: number,
  length: number,
  pop: number,
  needs: Uint32Array,
  chanceOfRank: readonly number[],
): number {
  const misses = pop - needs[2 * pop]!;
  let expected = 0;
  let variance = 0;
  for (let i = 0; i < length; i++) {
    const chance = chanceOfRank[words[list + i]! >> 4] ?? 0;
    expected += chance;
    variance += chance * (1 - chance);
    if ((i & 15) === 15 && i + 1 - misses > expected + CAUTION * Math.sqrt(variance)) return i + 1;
  }
  return length;
}

/** Standard deviations between the expected and the still possible number of shared bits at the first check. */
const CAUTION = 2.2;
