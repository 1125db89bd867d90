/** An instance of the compiled kernel with its memory laid out piece by piece. */
import { DICE_WASM } from "./dice-wasm.ts";

/** What the compiled module offers (dice.as.ts says what each argument is); numbers are addresses and counts. */
export interface KernelExports {
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
  nearest(
    query: number,
    pop: number,
    rows: number,
    pops: number,
    count: number,
    stride: number,
    skip: number,
    shared: number,
  ): number;
  overlaps(left: number, right: number, stride: number, pairs: number, count: number, results: number): void;
}

const module = new WebAssembly.Module(Buffer.from(DICE_WASM, "base64"));
const PAGE = 65_536;

/** The kernel and its memory. Addresses stay; the views `bytes` and `words` change whenever memory is taken. */
export class KernelInstance {
  readonly kernel: KernelExports;
  bytes: Uint8Array;
  words: Uint32Array;
  private end: number;

  constructor() {
    const instance = new WebAssembly.Instance(module, { env: { abort: () => {} } });
    this.kernel = instance.exports as unknown as KernelExports;
    this.end = (this.kernel.base() + 15) & ~15;
    this.bytes = new Uint8Array(this.kernel.memory.buffer);
    this.words = new Uint32Array(this.kernel.memory.buffer);
  }

  /** Takes memory, at a multiple of 16 bytes. @returns its address */
  take(bytes: number): number {
    const at = this.end;
    this.end = (at + bytes + 15) & ~15;
    const lacking = this.end - this.kernel.memory.buffer.byteLength;
    if (lacking > 0) {
      this.kernel.memory.grow(Math.ceil(lacking / PAGE));
      this.bytes = new Uint8Array(this.kernel.memory.buffer);
      this.words = new Uint32Array(this.kernel.memory.buffer);
    }
    return at;
  }

  /** How far memory is taken, to give back later with `release`. */
  mark(): number {
    return this.end;
  }

  /** Gives back what was taken since a mark. */
  release(mark: number): void {
    this.end = mark;
  }
}
