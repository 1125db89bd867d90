// The dictionary of values: which code a value has in its column. Part of records.as.ts.

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

let valueCounts: usize = 0;
let values: usize = 0;
let valueTotal: u32 = 0;
let valueCapacity: u32 = 0;
let valueTable: usize = 0;
let valueMask: u32 = 0;
let arena: usize = 0;
let arenaEnd: usize = 0;

/** Begins with the empty value, code 0, in each kept column. */
export function beginValues(kept: u32): void {
  valueCounts = heap.alloc(<usize>kept << 2);
  valueCapacity = 1024;
  values = heap.alloc(<usize>valueCapacity * VALUE_BYTES);
  valueMask = 4095;
  valueTable = heap.alloc(<usize>(valueMask + 1) << 2);
  memory.fill(valueTable, 0xff, <usize>(valueMask + 1) << 2);
  valueTotal = 0;
  for (let slot: u32 = 0; slot < kept; slot++) {
    store<u32>(valueCounts + (<usize>slot << 2), 0);
    codeOf(slot, 0, 0);
  }
}

export function valuesPointer(): usize { return values; }
export function valuesTotal(): u32 { return valueTotal; }

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
@inline export function codeOf(slot: u32, start: usize, length: u32): u32 {
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
