// Reads RFC 4180 records out of a byte buffer, codes the chosen columns by a dictionary and gathers equal rows.
// Compiled by build.ts to records.wasm; its plain twin is ../records/plain-scan.ts, and a test compares the two.

/** One value met in one column: `column`, start and length of its bytes, in the order of first sight. */
@unmanaged class Value {
  key: u64;
  column: u32;
  code: u32;
  start: usize;
  length: u32;
  spare: u32;
}

const VALUE_BYTES: usize = 32;
const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;

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
let valueCounts: usize = 0;
let scratch: usize = 0;
let scratchSize: usize = 0;

let values: usize = 0;
let valueTotal: u32 = 0;
let valueCapacity: u32 = 0;
let valueTable: usize = 0;
let valueMask: u32 = 0;

let arena: usize = 0;
let arenaEnd: usize = 0;

let combinations: usize = 0;
let combinationSizes: usize = 0;
let combinationHashes: usize = 0;
let combinationTotal: u32 = 0;
let combinationCapacity: u32 = 0;
let combinationTable: usize = 0;
let combinationMask: u32 = 0;
let rowCodes: usize = 0;

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
  valueCounts = heap.alloc(<usize>kept << 2);
  rowCodes = heap.alloc(<usize>kept << 2);
  valueCapacity = 1024;
  values = heap.alloc(<usize>valueCapacity * VALUE_BYTES);
  valueMask = 4095;
  valueTable = heap.alloc(<usize>(valueMask + 1) << 2);
  memory.fill(valueTable, 0xff, <usize>(valueMask + 1) << 2);
  combinationCapacity = 4096;
  combinations = heap.alloc((<usize>combinationCapacity * kept) << 2);
  combinationSizes = heap.alloc(<usize>combinationCapacity << 2);
  combinationHashes = heap.alloc(<usize>combinationCapacity << 2);
  combinationMask = 16383;
  combinationTable = heap.alloc(<usize>(combinationMask + 1) << 2);
  memory.fill(combinationTable, 0xff, <usize>(combinationMask + 1) << 2);
  valueTotal = 0;
  combinationTotal = 0;
  // Code 0 of each column is the empty value.
  for (let slot: u32 = 0; slot < kept; slot++) {
    store<u32>(valueCounts + (<usize>slot << 2), 0);
    codeOf(slot, 0, 0);
  }
}

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
export function valuesPointer(): usize { return values; }
export function valuesTotal(): u32 { return valueTotal; }
export function combinationsPointer(): usize { return combinations; }
export function sizesPointer(): usize { return combinationSizes; }
export function combinationsTotal(): u32 { return combinationTotal; }

@inline function hashLong(start: usize, length: u32): u64 {
  let hash: u64 = <u64>length * MULTIPLIER;
  let at = start;
  let left = length;
  while (left >= 8) {
    hash = rotl<u64>(hash ^ load<u64>(at), 29) * MULTIPLIER;
    at += 8;
    left -= 8;
  }
  if (left) hash = rotl<u64>(hash ^ (load<u64>(at) & ((<u64>1 << (left << 3)) - 1)), 29) * MULTIPLIER;
  return hash;
}

/** Code of the bytes in a kept column, new if not seen before; at least 8 readable bytes must follow the value. */
@inline function codeOf(slot: u32, start: usize, length: u32): u32 {
  const key: u64 = length > 8
    ? hashLong(start, length)
    : length == 8
      ? load<u64>(start)
      : length == 0 ? 0 : load<u64>(start) & ((<u64>1 << (length << 3)) - 1);
  const mixed = (key ^ (<u64>(slot + 1) * 0xd6e8feb86659fd93) ^ (<u64>length << 56)) * MULTIPLIER;
  let at = <u32>(mixed >> 40) & valueMask;
  while (true) {
    const index = load<u32>(valueTable + (<usize>at << 2));
    if (index == 0xffffffff) return addValue(slot, start, length, key, at);
    const value = changetype<Value>(values + <usize>index * VALUE_BYTES);
    if (value.key == key && value.column == slot && value.length == length
      && (length <= 8 || memory.compare(value.start, start, length) == 0)) return value.code;
    at = (at + 1) & valueMask;
  }
  return 0;
}

function addValue(slot: u32, start: usize, length: u32, key: u64, at: u32): u32 {
  if (valueTotal == valueCapacity) {
    values = heap.realloc(values, <usize>valueCapacity * 2 * VALUE_BYTES);
    valueCapacity *= 2;
  }
  const code = load<u32>(valueCounts + (<usize>slot << 2));
  store<u32>(valueCounts + (<usize>slot << 2), code + 1);
  const value = changetype<Value>(values + <usize>valueTotal * VALUE_BYTES);
  value.key = key;
  value.column = slot;
  value.code = code;
  value.length = length;
  value.start = keepBytes(start, length);
  store<u32>(valueTable + (<usize>at << 2), valueTotal);
  valueTotal++;
  if (valueTotal * 2 > valueMask) growValueTable();
  return code;
}

function growValueTable(): void {
  heap.free(valueTable);
  valueMask = valueMask * 4 + 3;
  valueTable = heap.alloc(<usize>(valueMask + 1) << 2);
  memory.fill(valueTable, 0xff, <usize>(valueMask + 1) << 2);
  for (let index: u32 = 0; index < valueTotal; index++) {
    const value = changetype<Value>(values + <usize>index * VALUE_BYTES);
    const mixed = (value.key ^ (<u64>(value.column + 1) * 0xd6e8feb86659fd93) ^ (<u64>value.length << 56)) * MULTIPLIER;
    let at = <u32>(mixed >> 40) & valueMask;
    while (load<u32>(valueTable + (<usize>at << 2)) != 0xffffffff) at = (at + 1) & valueMask;
    store<u32>(valueTable + (<usize>at << 2), index);
  }
}

/** Copies a value's bytes to where they stay; blocks are never moved, so earlier starts remain valid. */
function keepBytes(start: usize, length: u32): usize {
  if (length == 0) return 0;
  const room = <usize>length + 16;
  if (arena + room > arenaEnd) {
    const block = room > 65536 ? room : 65536;
    arena = heap.alloc(block);
    arenaEnd = arena + block;
  }
  const kept = arena;
  memory.copy(kept, start, length);
  arena += length;
  return kept;
}

@inline function sameCodes(combination: u32): bool {
  const codes = combinations + ((<usize>combination * width) << 2);
  for (let slot: u32 = 0; slot < width; slot++) {
    if (load<u32>(codes + (<usize>slot << 2)) != load<u32>(rowCodes + (<usize>slot << 2))) return false;
  }
  return true;
}

@inline function combinationOf(hash: u64): u32 {
  const short = <u32>(hash >> 32);
  let at = <u32>(hash >> 28) & combinationMask;
  while (true) {
    const index = load<u32>(combinationTable + (<usize>at << 2));
    if (index == 0xffffffff) return addCombination(short, at);
    if (load<u32>(combinationHashes + (<usize>index << 2)) == short && sameCodes(index)) {
      const size = combinationSizes + (<usize>index << 2);
      store<u32>(size, load<u32>(size) + 1);
      return index;
    }
    at = (at + 1) & combinationMask;
  }
  return 0;
}

function addCombination(hash: u32, at: u32): u32 {
  if (combinationTotal == combinationCapacity) {
    combinations = heap.realloc(combinations, (<usize>combinationCapacity * 2 * width) << 2);
    combinationSizes = heap.realloc(combinationSizes, (<usize>combinationCapacity * 2) << 2);
    combinationHashes = heap.realloc(combinationHashes, (<usize>combinationCapacity * 2) << 2);
    combinationCapacity *= 2;
  }
  const index = combinationTotal++;
  memory.copy(combinations + ((<usize>index * width) << 2), rowCodes, <usize>width << 2);
  store<u32>(combinationSizes + (<usize>index << 2), 1);
  store<u32>(combinationHashes + (<usize>index << 2), hash);
  store<u32>(combinationTable + (<usize>at << 2), index);
  if (combinationTotal * 2 > combinationMask) growCombinationTable();
  return index;
}

function growCombinationTable(): void {
  heap.free(combinationTable);
  combinationMask = combinationMask * 4 + 3;
  combinationTable = heap.alloc(<usize>(combinationMask + 1) << 2);
  memory.fill(combinationTable, 0xff, <usize>(combinationMask + 1) << 2);
  for (let index: u32 = 0; index < combinationTotal; index++) {
    let hash: u64 = 0;
    const codes = combinations + ((<usize>index * width) << 2);
    for (let slot: u32 = 0; slot < width; slot++) hash = mix(hash, slot, load<u32>(codes + (<usize>slot << 2)));
    let at = <u32>(finish(hash) >> 28) & combinationMask;
    while (load<u32>(combinationTable + (<usize>at << 2)) != 0xffffffff) at = (at + 1) & combinationMask;
    store<u32>(combinationTable + (<usize>at << 2), index);
  }
}

/** Hash of a row: a sum over its columns, so that the order in which the file holds them doesn't matter. */
@inline function mix(hash: u64, slot: u32, code: u32): u64 {
  return hash + (<u64>code + 1) * (MULTIPLIER ^ (<u64>(slot + 1) * 0xc2b2ae3d27d4eb4e));
}

@inline function finish(hash: u64): u64 {
  hash = (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9;
  return hash ^ (hash >> 32);
}

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
    if (<u64>combinationTotal * width > <u64>cellLimit) return TOO_MANY_CELLS;
    rowCount++;
    consumed = at - input;
  }
  return 0;
}
