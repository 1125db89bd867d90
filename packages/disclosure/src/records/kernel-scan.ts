import { instantiate } from "../kernel/load.ts";
import { ok, type Refused, type Result, refuse } from "../refusal.ts";
import type { Column, Records } from "./records.ts";
import { type Fault, refuseFault, type ScanPlan } from "./scan-plan.ts";

interface ScanKernel {
  memory: WebAssembly.Memory;
  configure(columns: number, kept: number, delimiter: number, mostValues: number, mostCells: number): void;
  slotsPointer(): number;
  prepareInput(size: number): number;
  scan(size: number): number;
  rowsPointer(): number;
  rowsRead(): number;
  bytesConsumed(): number;
  columnAtFault(): number;
  valuesPointer(): number;
  valuesTotal(): number;
  combinationsPointer(): number;
  sizesPointer(): number;
  combinationsTotal(): number;
}

/** Bytes handed over at a time, hence also the longest record that is read. */
export const BLOCK_BYTES = 4 << 20;

/** Kinds of fault as the kernel numbers them (records.as.ts); 0 is none. */
const FAULTS: readonly (Fault | undefined)[] = [
  undefined,
  "wrong-width",
  "stray-quote",
  "open-quote",
  "too-many-values",
  "too-many-cells",
];

/** Words in the kernel's list of values: key (2), column, code, start, length, spare (2). */
const VALUE_WORDS = 8;

/** An address of the kernel's memory, which arrives as a signed number, above 2 GiB too. */
const unsigned = (address: number): number => address >>> 0;

/**
 * Reads rows block by block with the compiled kernel. Write bytes into `room()`, say how many with `take`, then
 * `finish`. Memory grows with the distinct combinations plus 4 bytes a row, not with the file.
 */
export class KernelScanner {
  readonly #plan: ScanPlan;
  readonly #kernel: ScanKernel;
  readonly #blocks: Uint32Array[] = [];
  #rows = 0;
  #held = 0;

  constructor(plan: ScanPlan) {
    this.#plan = plan;
    this.#kernel = instantiate<ScanKernel>("records");
    this.#kernel.configure(
      plan.header.length,
      plan.kept.length,
      plan.delimiter.charCodeAt(0),
      plan.mostValues,
      plan.mostCells,
    );
    const slots = new Int32Array(
      this.#kernel.memory.buffer,
      unsigned(this.#kernel.slotsPointer()),
      plan.header.length,
    );
    slots.fill(-1);
    for (const [slot, column] of plan.kept.entries()) slots[column] = slot;
  }

  /** Rows read so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Where the next bytes go; not to be kept across calls. */
  room(): Uint8Array {
    const input = unsigned(this.#kernel.prepareInput(BLOCK_BYTES));
    return new Uint8Array(this.#kernel.memory.buffer, input + this.#held, BLOCK_BYTES - this.#held - 1);
  }

  /**
   * Reads what was written into `room()`.
   * @param written bytes; @param last true when nothing follows
   * @param check looks at the bytes of the whole records read, e.g. for UTF-8; its refusal ends the reading
   */
  take(
    written: number,
    last: boolean,
    check?: (bytes: Uint8Array) => Refused | undefined,
  ): Refused | undefined {
    const input = unsigned(this.#kernel.prepareInput(BLOCK_BYTES));
    let size = this.#held + written;
    if (last && size > 0) {
      const bytes = new Uint8Array(this.#kernel.memory.buffer, input, BLOCK_BYTES);
      if (bytes[size - 1] !== 10) bytes[size++] = 10;
    }
    const fault = FAULTS[this.#kernel.scan(size)];
    const rows = this.#kernel.rowsRead();
    const consumed = this.#kernel.bytesConsumed();
    const bytes = new Uint8Array(this.#kernel.memory.buffer, input, BLOCK_BYTES);
    const refused = check?.(bytes.subarray(0, fault ? size : consumed));
    if (refused) return refused;
    this.#blocks.push(
      new Uint32Array(this.#kernel.memory.buffer, unsigned(this.#kernel.rowsPointer()), rows).slice(),
    );
    this.#rows += rows;
    const cutOff = fault === "open-quote" && !last;
    if (fault && !cutOff) return refuseFault(fault, this.#plan, this.#rows + 1, this.#kernel.columnAtFault());
    if (!last && consumed === 0 && size >= BLOCK_BYTES - 1) return this.#refuseLongRecord();
    bytes.copyWithin(0, consumed, size);
    this.#held = size - consumed;
    return undefined;
  }

  #refuseLongRecord(): Refused {
    return refuse(
      "too-large",
      `row ${this.#rows + 1}`,
      `It is longer than ${BLOCK_BYTES.toLocaleString("en")} bytes.`,
      "Look for a double quote that opens and doesn't close.",
    );
  }

  /** The records read. */
  finish(): Result<Records> {
    const { buffer } = this.#kernel.memory;
    const count = this.#kernel.combinationsTotal();
    const width = this.#plan.kept.length;
    const combinationOfRow = new Uint32Array(this.#rows);
    let at = 0;
    for (const block of this.#blocks) {
      combinationOfRow.set(block, at);
      at += block.length;
    }
    return ok({
      columns: this.#columns(),
      codes: new Uint32Array(buffer, unsigned(this.#kernel.combinationsPointer()), count * width).slice(),
      sizes: new Uint32Array(buffer, unsigned(this.#kernel.sizesPointer()), count).slice(),
      combinationOfRow,
    });
  }

  #columns(): Column[] {
    const { buffer } = this.#kernel.memory;
    const words = new Uint32Array(
      buffer,
      unsigned(this.#kernel.valuesPointer()),
      this.#kernel.valuesTotal() * VALUE_WORDS,
    );
    const bytes = new Uint8Array(buffer);
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    const values: string[][] = this.#plan.kept.map(() => []);
    for (let at = 0; at < words.length; at += VALUE_WORDS) {
      const [column = 0, , start = 0, length = 0] = words.subarray(at + 2, at + 6);
      values[column]?.push(decoder.decode(bytes.subarray(start, start + length)));
    }
    return this.#plan.kept.map((column, slot) => ({
      name: this.#plan.header[column] ?? "",
      values: values[slot] ?? [],
    }));
  }
}
