/**
 * All pairs above a threshold by the WebAssembly kernel (../kernel/dice.as.ts), whose way is described there. This side sorts
 * the records by their number of bits set, so that a block of 128 has nearly one threshold, orders the bits rarest first, and
 * decides after how many bits a block is looked at for the first time.
 */
import { KernelInstance } from "../kernel/instance.ts";
import { type FilterSet, type Matches, neededOverlaps, partnerBounds, popcounts } from "./dice.ts";
import { MatchList } from "./match-list.ts";

const LANES = 128;
/** Queries whose lists of bits are held at a time: with 128 bits of each in use they fit into the cache. */
const QUERIES = 1024;
/** Matches that the kernel hands over at a time. */
const ROOM = 1 << 16;
/** Longest list of a query's bits: lanes that survive it are compared bit by bit, so it bounds memory, not truth. */
const LONGEST_LIST = 480;
/** Standard deviations between the expected and the still possible number of shared bits at the first check. */
const CAUTION = 2.2;

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
function bitFrequencies(set: FilterSet): Float64Array {
  const bits = set.bytes * 8;
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

/** Records laid out in lanes once, to be compared with any number of others. */
export class LaneTile {
  private readonly memory = new KernelInstance();
  private readonly set: FilterSet;
  private readonly stride: number;
  private readonly bits: number;
  private readonly blocks: number;
  private readonly needs: Uint32Array;
  private readonly pops: Uint32Array;
  private readonly order: Uint32Array;
  private readonly chanceOfRank: Float64Array;
  private readonly at: Readonly<
    Record<
      "rows" | "pops" | "offsets" | "slices" | "least" | "most" | "needs" | "marks" | "state" | "found",
      number
    >
  >;

  /**
   * Lays records out.
   * @param set at most some hundred thousand at a time (about 270 bytes of memory each at 1,024 bits)
   * @param threshold from above 0 to 1
   */
  constructor(set: FilterSet, threshold: number) {
    this.set = set;
    this.stride = (set.bytes + 15) & ~15;
    const bits = this.stride * 8;
    this.bits = bits;
    this.blocks = Math.ceil(set.count / LANES);
    const { memory, stride, blocks } = this;
    this.at = {
      rows: memory.take((set.count + 1) * stride),
      pops: memory.take(set.count * 4),
      offsets: memory.take(bits * 4),
      slices: memory.take(blocks * (bits + 1) * 16),
      least: memory.take((bits + 1) * 4),
      most: memory.take((bits + 1) * 4),
      needs: memory.take((2 * bits + 1) * 4),
      marks: memory.take(stride),
      state: memory.take(8),
      found: memory.take(ROOM * 12),
    };
    this.pops = popcounts(set);
    this.order = sortedByCount(this.pops, bits);
    this.place(set, this.order, this.pops, this.at.rows, this.at.pops);
    const frequencies = bitFrequencies(set);
    const chance = (bit: number) => frequencies[bit] ?? 1;
    const ranked = Array.from({ length: bits }, (_, bit) => bit).sort(
      (a, b) => chance(a) - chance(b) || a - b,
    );
    this.chanceOfRank = Float64Array.from(ranked, chance);
    ranked.forEach((bit, rank) => {
      memory.words[(this.at.offsets >> 2) + bit] = rank * 16;
    });
    const mark = memory.mark();
    const lanes = memory.take(blocks * LANES * 4);
    for (let i = 0; i < blocks * LANES; i++) memory.words[(lanes >> 2) + i] = Math.min(i, set.count);
    memory.kernel.transpose(this.at.rows, stride, bits, lanes, blocks, this.at.offsets, this.at.slices);
    memory.release(mark);
    this.needs = neededOverlaps(threshold, 2 * bits);
    const bounds = partnerBounds(this.needs, bits, threshold);
    memory.words.set(this.needs, this.at.needs >> 2);
    memory.words.set(bounds.least, this.at.least >> 2);
    memory.words.set(bounds.most, this.at.most >> 2);
  }

  /**
   * All pairs of these records and others at or above the threshold, exactly.
   * @param others filters of the same length
   * @returns row numbers of this set left, of the others right
   */
  link(others: FilterSet): Matches {
    const pops = popcounts(others);
    return this.run(others, pops, sortedByCount(pops, this.bits), false);
  }

  /** All pairs among these records: each once, the smaller row number left. */
  linkWithin(): Matches {
    return this.run(this.set, this.pops, this.order, true);
  }

  private place(set: FilterSet, order: Uint32Array, counts: Uint32Array, rows: number, pops: number): void {
    const { memory, stride } = this;
    for (let i = 0; i < order.length; i++) {
      const row = order[i]!;
      memory.bytes.set(set.rows.subarray(row * set.bytes, (row + 1) * set.bytes), rows + i * stride);
      memory.words[(pops >> 2) + i] = counts[row]!;
    }
  }

  private run(others: FilterSet, pops: Uint32Array, order: Uint32Array, self: boolean): Matches {
    const matches = new MatchList();
    if (this.set.count === 0 || others.count === 0) return matches.all();
    const { memory, stride, bits, at } = this;
    const mark = memory.mark();
    const mostBits = pops[order[order.length - 1]!]!;
    const length = Math.min(LONGEST_LIST, Math.max(16, (mostBits + 15) & ~15));
    const query = {
      rows: self ? at.rows : memory.take(others.count * stride),
      pops: self ? at.pops : memory.take(others.count * 4),
      steps: memory.take(others.count * 4),
      lists: memory.take(QUERIES * length * 4),
    };
    if (!self) this.place(others, order, pops, query.rows, query.pops);
    for (let from = 0; from < others.count; from += QUERIES) {
      const to = Math.min(others.count, from + QUERIES);
      for (let i = from; i < to; i++) {
        const list = query.lists + (i - from) * length * 4;
        memory.kernel.listBits(
          query.rows + i * stride,
          stride,
          at.offsets,
          at.marks,
          stride,
          bits * 16,
          list,
          length,
        );
        memory.words[(query.steps >> 2) + i] = this.firstCheck(
          list >> 2,
          length,
          memory.words[(query.pops >> 2) + i]!,
        );
      }
      this.runQueries(query, length, from, to, self, (lane, other, shared) => {
        const [one, two] = [this.order[lane]!, order[other]!];
        if (self && one > two) matches.add(two, one, shared);
        else matches.add(one, two, shared);
      });
    }
    memory.release(mark);
    return matches.all();
  }

  private runQueries(
    query: { rows: number; pops: number; steps: number; lists: number },
    length: number,
    from: number,
    to: number,
    self: boolean,
    add: (lane: number, query: number, shared: number) => void,
  ): void {
    const { memory, at, blocks, set, stride, bits } = this;
    const { words } = memory;
    const state = at.state >> 2;
    words[state] = 0;
    words[state + 1] = from;
    while (words[state]! < blocks) {
      const lists = query.lists - from * length * 4;
      const lanes = [at.slices, bits, at.pops, set.count, at.rows] as const;
      const queries = [lists, length, query.pops, query.steps, from, to, query.rows] as const;
      const limits = [stride, at.least, at.most, at.needs, self ? 1 : 0, blocks] as const;
      const count = memory.kernel.link(...lanes, ...queries, ...limits, at.found, ROOM, at.state);
      for (let i = 0, match = at.found >> 2; i < count; i++, match += 3) {
        add(words[match]!, words[match + 1]!, words[match + 2]!);
      }
    }
  }

  /**
   * After how many of a query's bits a block is first checked: where a lane that isn't a match has most likely missed too
   * many. Only speed depends on it.
   */
  private firstCheck(list: number, length: number, pop: number): number {
    const { words } = this.memory;
    const misses = pop - this.needs[2 * pop]!;
    let expected = 0;
    let variance = 0;
    for (let i = 0; i < length; i++) {
      const chance = this.chanceOfRank[words[list + i]! >> 4] ?? 0;
      expected += chance;
      variance += chance * (1 - chance);
      if ((i & 15) === 15 && i + 1 - misses > expected + CAUTION * Math.sqrt(variance)) return i + 1;
    }
    return length;
  }
}

/**
 * All pairs at or above a threshold, exactly.
 * @param left filters
 * @param right filters of the same length
 * @param threshold from above 0 to 1
 * @param self compares `left` with itself instead: each pair once, the smaller row number left
 */
export function linkByKernel(left: FilterSet, right: FilterSet, threshold: number, self: boolean): Matches {
  const tile = new LaneTile(left, threshold);
  return self ? tile.linkWithin() : tile.link(right);
}
