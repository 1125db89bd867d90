// Reads RFC 4180 records out of a byte buffer, codes the chosen columns by a dictionary and gathers equal rows.
// Compiled by build.ts to records.wasm; its plain twin is ../records/plain-scan.ts, and a test compares the two.

import { beginCombinations, combinationOf, combinationsTotal, finish, mix, rowCodes } from "./combinations.as";
import { beginValues, codeOf } from "./values.as";

export { combinationsPointer, combinationsTotal, sizesPointer } from "./combinations.as";
export { valuesPointer, valuesTotal } from "./values.as";

export const WRONG_WIDTH: i32 = 1;
export const STRAY_QUOTE: i32 = 2;
export const OPEN_QUOTE: i32 = 3;
export const TOO_MANY_VALUES: i32 = 4;
export const TOO_MANY_CELLS: i32 = 5;

let fileColumns: u32 = 0;
let width: u32 = 0;
let delimiter: u8 = 44;
let valueLimit: u32 = 0;
let cellLimit: u32 = 0;

let slots: usize = 0;
let scratch: usize = 0;
let scratchSize: usize = 0;
let rowOfCombination: usize = 0;
let rowRoom: u32 = 0;
let rowCount: u32 = 0;
let input: usize = 0;
let inputSize: usize = 0;
let errorColumn: u32 = 0;
let consumed: usize = 0;

/** Sets the shape: how many columns the file has, how many are kept, the limits. `slotsPointer` then takes the slots. */
export function configure(columns: u32, kept: u32, separator: u32, mostValues: u32, mostCells: u32): void {
  fileColumns = columns;
  width = kept;
  delimiter = <u8>separator;
  valueLimit = mostValues;
  cellLimit = mostCells;
  slots = heap.alloc(<usize>columns << 2);
  beginValues(kept);
  beginCombinations(kept);
}

/** Where the kept column of each column of the file goes: its number among the kept ones, or −1. */
export function slotsPointer(): usize {
  return slots;
}

/** Makes room for `size` bytes of input (plus padding) and for the row list they may need; returns where to write. */
export function prepareInput(size: u32): usize {
  if (<usize>size > inputSize) {
    if (input) heap.free(input);
    if (rowOfCombination) heap.free(rowOfCombination);
    if (scratch) heap.free(scratch);
    inputSize = size;
    input = heap.alloc(<usize>size + 64);
    scratchSize = size;
    scratch = heap.alloc(<usize>size + 64);
    rowRoom = (size >> 1) + 2;
    rowOfCombination = heap.alloc(<usize>rowRoom << 2);
  }
  memory.fill(input + size, 0, 64);
  return input;
}

export function rowsPointer(): usize { return rowOfCombination; }
export function rowsRead(): u32 { return rowCount; }
export function bytesConsumed(): u32 { return <u32>consumed; }
export function columnAtFault(): u32 { return errorColumn; }

/**
 * Reads whole records from the first `size` bytes of the input; a record that is cut off at the end is left for the
 * next call. Returns 0, or the kind of fault; `rowsRead` then says in which record after those read.
 */
export function scan(size: u32): i32 {
  const end = input + size;
  const commas = i8x16.splat(<i8>delimiter);
  const feeds = i8x16.splat(10);
  const quotes = i8x16.splat(34);
  let at = input;
  rowCount = 0;
  consumed = 0;
  memory.fill(end, 0, 32);
  while (at < end) {
    let column: u32 = 0;
    let hash: u64 = 0;
    const first = load<u8>(at);
    // A line without anything on it: no record where records have several columns.
    if (fileColumns > 1 && first == 13 && at + 1 >= end) return 0;
    if (fileColumns > 1 && (first == 10 || (first == 13 && load<u8>(at + 1) == 10))) {
      at += first == 10 ? 1 : 2;
      consumed = at - input;
      continue;
    }
    while (true) {
      const slot = column < fileColumns ? load<i32>(slots + (<usize>column << 2)) : -1;
      let start = at;
      let length: u32 = 0;
      if (load<u8>(at) == 34) {
        // Between quotes: everything up to a quote that isn't doubled.
        at++;
        let from = at;
        let to = scratch;
        while (true) {
          while (at < end && load<u8>(at) != 34) at++;
          if (at >= end) return OPEN_QUOTE;
          memory.copy(to, from, at - from);
          to += at - from;
          at++;
          if (at < end && load<u8>(at) == 34) {
            store<u8>(to++, 34);
            at++;
            from = at;
          } else break;
        }
        start = scratch;
        length = <u32>(to - scratch);
        store<u64>(to, 0);
        if (at >= end) return OPEN_QUOTE;
        if (load<u8>(at) == 13) {
          if (at + 1 >= end) return OPEN_QUOTE;
          if (load<u8>(at + 1) == 10) at++;
        }
        const next = load<u8>(at);
        if (next != delimiter && next != 10) {
          errorColumn = column;
          return STRAY_QUOTE;
        }
      } else {
        let found: i32;
        while (true) {
          const block = v128.load(at);
          found = i8x16.bitmask(
            v128.or(v128.or(i8x16.eq(block, commas), i8x16.eq(block, feeds)), i8x16.eq(block, quotes)),
          );
          if (found) break;
          at += 16;
          if (at >= end) return 0;
        }
        at += ctz(found);
        if (at >= end) return 0;
        const stop = load<u8>(at);
        if (stop == 34) {
          errorColumn = column;
          return STRAY_QUOTE;
        }
        length = <u32>(at - start);
        if (stop == 10 && length && load<u8>(at - 1) == 13) length--;
      }
      if (slot >= 0) {
        const code = codeOf(slot, start, length);
        if (code >= valueLimit) {
          errorColumn = column;
          return TOO_MANY_VALUES;
        }
        store<u32>(rowCodes + (<usize>slot << 2), code);
        hash = mix(hash, slot, code);
      }
      const last = load<u8>(at) == 10;
      at++;
      column++;
      if (last) break;
    }
    if (column != fileColumns) {
      errorColumn = column;
      return WRONG_WIDTH;
    }
    store<u32>(rowOfCombination + (<usize>rowCount << 2), combinationOf(finish(hash)));
    if (<u64>combinationsTotal() * width > <u64>cellLimit) return TOO_MANY_CELLS;
    rowCount++;
    consumed = at - input;
  }
  return 0;
}
