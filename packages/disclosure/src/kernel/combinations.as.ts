// The distinct combinations of codes, and how many rows have each. Part of records.as.ts.

const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;

let width: u32 = 0;
let combinations: usize = 0;
let combinationSizes: usize = 0;
let combinationHashes: usize = 0;
let combinationTotal: u32 = 0;
let combinationCapacity: u32 = 0;
let combinationTable: usize = 0;
let combinationMask: u32 = 0;

/** Codes of the row that is being read, one for each kept column. */
export let rowCodes: usize = 0;

export function beginCombinations(kept: u32): void {
  width = kept;
  rowCodes = heap.alloc(<usize>kept << 2);
  combinationCapacity = 4096;
  combinations = heap.alloc((<usize>combinationCapacity * kept) << 2);
  combinationSizes = heap.alloc(<usize>combinationCapacity << 2);
  combinationHashes = heap.alloc(<usize>combinationCapacity << 2);
  combinationMask = 16383;
  combinationTable = heap.alloc(<usize>(combinationMask + 1) << 2);
  memory.fill(combinationTable, 0xff, <usize>(combinationMask + 1) << 2);
  combinationTotal = 0;
}

export function combinationsPointer(): usize { return combinations; }
export function sizesPointer(): usize { return combinationSizes; }
export function combinationsTotal(): u32 { return combinationTotal; }

@inline function sameCodes(combination: u32): bool {
  const codes = combinations + ((<usize>combination * width) << 2);
  for (let slot: u32 = 0; slot < width; slot++) {
    if (load<u32>(codes + (<usize>slot << 2)) != load<u32>(rowCodes + (<usize>slot << 2))) return false;
  }
  return true;
}

/** Number of the combination in `rowCodes`, counted once more. */
@inline export function combinationOf(hash: u64): u32 {
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
@inline export function mix(hash: u64, slot: u32, code: u32): u64 {
  return hash + (<u64>code + 1) * (MULTIPLIER ^ (<u64>(slot + 1) * 0xc2b2ae3d27d4eb4e));
}

@inline export function finish(hash: u64): u64 {
  hash = (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9;
  return hash ^ (hash >> 32);
}
