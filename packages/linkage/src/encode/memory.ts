/**
 * What a field remembers while a file is encoded. Names, dates and places repeat, and a field's key makes the same value
 * set the same bits each time, so hashing is done once for a token and once for a value. Both memories are bounded and lie
 * in two large arrays rather than in thousands of small ones.
 */
import type { TokenHash } from "./token-positions.ts";

const MOST_VALUES = 16_384;
const MOST_TOKENS = 65_536;
/** After this many values a field whose values hardly repeat (paper numbers) stops remembering them. */
const TRIAL = 4096;
const LEAST_HITS = 0.15;

/** Filters of values met before, before folding. */
export class ValueMemory {
  private readonly slots = new Map<string, number>();
  private readonly texts: string[] = [];
  private store: Uint32Array;
  private readonly words: number;
  private asked = 0;
  private found = 0;

  /** @param words 32-bit words of a filter */
  constructor(words: number) {
    this.words = words;
    this.store = new Uint32Array(words * 64);
  }

  /** The slot of a value; −1 when it isn't remembered. */
  find(value: string): number {
    if (this.asked > TRIAL && this.found < LEAST_HITS * this.asked) return -1;
    this.asked++;
    const slot = this.slots.get(value);
    if (slot === undefined) return -1;
    this.found++;
    return slot;
  }

  /**
   * A slot for a value, to be filled by `keep`.
   * @param value the cell
   * @param text what it was formatted to
   * @returns −1 when the field's values aren't worth remembering
   */
  reserve(value: string, text: string): number {
    if (this.asked > TRIAL && this.found < LEAST_HITS * this.asked) return -1;
    if (this.slots.size >= MOST_VALUES) this.slots.clear();
    const slot = this.slots.size;
    if ((slot + 1) * this.words > this.store.length) {
      const larger = new Uint32Array(this.store.length * 4);
      larger.set(this.store);
      this.store = larger;
    }
    this.slots.set(value, slot);
    this.texts[slot] = text;
    return slot;
  }

  /** The formatted text of a slot's value. */
  text(slot: number): string {
    return this.texts[slot]!;
  }

  /** Sets the slot's bits in a filter as well. */
  addTo(filter: Uint32Array, slot: number): void {
    const { store, words } = this;
    const from = slot * words;
    for (let i = 0; i < words; i++) filter[i] = filter[i]! | store[from + i]!;
  }

  /** Keeps a filter in a slot. */
  keep(slot: number, filter: Uint32Array): void {
    this.store.set(filter, slot * this.words);
  }
}

/** Positions of tokens met before. */
export class TokenMemory {
  private readonly slots = new Map<string, number>();
  /** Slot + 1 by a token's code, for tokens of one or two ASCII characters at a position. */
  private tables: Int32Array[] = [];
  private positions = new Uint16Array(1 << 16);
  private readonly starts: number[] = [];
  private readonly counts: number[] = [];
  private end = 0;
  private readonly hash: TokenHash;
  private readonly bytes: (token: string) => Uint8Array;

  /**
   * @param hash the field's token hash
   * @param bytes writes a token in the field's encoding
   */
  constructor(hash: TokenHash, bytes: (token: string) => Uint8Array) {
    this.hash = hash;
    this.bytes = bytes;
  }

  /** Sets a token's bits in a filter, seen as bytes. */
  add(filter: Uint8Array, token: string, count: number): void {
    this.set(filter, this.slotOf(token, count), count);
  }

  /**
   * Sets the bits of a token of one or two ASCII characters without making its text.
   * @param filter seen as bytes
   * @param place 0 for tokens without a position, else the position, from 1
   * @param code first character · 128 + second, or the only one
   * @param token makes the text when the token is new
   * @param count how many positions
   */
  addShort(filter: Uint8Array, place: number, code: number, token: () => string, count: number): void {
    let table = this.tables[place];
    if (table === undefined) {
      table = new Int32Array(1 << 14);
      this.tables[place] = table;
    }
    let slot = table[code]! - 1;
    if (slot < 0 || this.counts[slot]! < count) {
      slot = this.slotOf(token(), count);
      // forgetting may have replaced the tables
      this.tables[place] ??= new Int32Array(1 << 14);
      this.tables[place]![code] = slot + 1;
    }
    this.set(filter, slot, count);
  }

  private set(filter: Uint8Array, slot: number, count: number): void {
    const { positions } = this;
    const start = this.starts[slot]!;
    for (let i = start; i < start + count; i++) {
      const position = positions[i]!;
      const at = position >> 3;
      filter[at] = filter[at]! | (128 >> (position & 7));
    }
  }

  private slotOf(token: string, count: number): number {
    const known = this.slots.get(token);
    if (known !== undefined && this.counts[known]! >= count) return known;
    if (this.starts.length >= MOST_TOKENS) this.forget();
    const found = this.hash(this.bytes(token), count);
    if (this.end + count > this.positions.length) {
      const larger = new Uint16Array(Math.max(this.positions.length * 2, this.end + count));
      larger.set(this.positions);
      this.positions = larger;
    }
    const slot = this.starts.length;
    this.positions.set(found, this.end);
    this.starts.push(this.end);
    this.counts.push(count);
    this.end += count;
    this.slots.set(token, slot);
    return slot;
  }

  private forget(): void {
    this.slots.clear();
    this.tables = [];
    this.starts.length = 0;
    this.counts.length = 0;
    this.end = 0;
  }
}
