// The hot loop of exact linkage, compiled to WebAssembly SIMD (see build.ts). Its plain twin is ../link/dice-plain.ts.
//
// One side ("lanes") is transposed: for 128 records at a time, slice r holds bit r of each of them, one record a bit of a
// 128-bit word. The other side ("queries") is a list of set bits, rarest first. Adding a query's slices with carry-save
// adders counts, for 128 records at once, how many of the query's bits they share. A lane that misses more of them than its
// similarity threshold allows can't be a match; when no lane or only a few are left, those few are compared bit by bit.

/** First free byte of the memory. */
export function base(): usize {
  return __heap_base;
}

/**
 * Transposes records into slices.
 * rows: records of `stride` bytes, bit i in byte i/8, highest first; a row of zeros stands after the last one.
 * order: u32 row number by lane; rowsCount for lanes beyond the end. offsets: u32 byte offset of bit i's slice in a block.
 * target: blocks of (bits + 1) slices; the last slice stays zero, for queries with fewer bits than a step.
 */
export function transpose(rows: usize, stride: u32, bits: u32, order: usize, blocks: u32, offsets: usize, target: usize): void {
  const blockBytes: usize = ((bits + 1) as usize) << 4;
  const bytes = (bits + 7) >> 3;
  for (let block: u32 = 0; block < blocks; block++) {
    const at = target + blockBytes * (block as usize);
    memory.fill(at + ((bits as usize) << 4), 0, 16);
    for (let group: u32 = 0; group < 8; group++) {
      const lanes = order + (((block << 7) + (group << 4)) as usize) * 4;
      const p0 = rows + (load<u32>(lanes, 0) as usize) * stride;
      const p1 = rows + (load<u32>(lanes, 4) as usize) * stride;
      const p2 = rows + (load<u32>(lanes, 8) as usize) * stride;
      const p3 = rows + (load<u32>(lanes, 12) as usize) * stride;
      const p4 = rows + (load<u32>(lanes, 16) as usize) * stride;
      const p5 = rows + (load<u32>(lanes, 20) as usize) * stride;
      const p6 = rows + (load<u32>(lanes, 24) as usize) * stride;
      const p7 = rows + (load<u32>(lanes, 28) as usize) * stride;
      const p8 = rows + (load<u32>(lanes, 32) as usize) * stride;
      const p9 = rows + (load<u32>(lanes, 36) as usize) * stride;
      const p10 = rows + (load<u32>(lanes, 40) as usize) * stride;
      const p11 = rows + (load<u32>(lanes, 44) as usize) * stride;
      const p12 = rows + (load<u32>(lanes, 48) as usize) * stride;
      const p13 = rows + (load<u32>(lanes, 52) as usize) * stride;
      const p14 = rows + (load<u32>(lanes, 56) as usize) * stride;
      const p15 = rows + (load<u32>(lanes, 60) as usize) * stride;
      for (let k: u32 = 0; k < bytes; k++) {
        const i = k as usize;
        let column = i8x16.splat(0);
        column = i8x16.replace_lane(column, 0, load<i8>(p0 + i));
        column = i8x16.replace_lane(column, 1, load<i8>(p1 + i));
        column = i8x16.replace_lane(column, 2, load<i8>(p2 + i));
        column = i8x16.replace_lane(column, 3, load<i8>(p3 + i));
        column = i8x16.replace_lane(column, 4, load<i8>(p4 + i));
        column = i8x16.replace_lane(column, 5, load<i8>(p5 + i));
        column = i8x16.replace_lane(column, 6, load<i8>(p6 + i));
        column = i8x16.replace_lane(column, 7, load<i8>(p7 + i));
        column = i8x16.replace_lane(column, 8, load<i8>(p8 + i));
        column = i8x16.replace_lane(column, 9, load<i8>(p9 + i));
        column = i8x16.replace_lane(column, 10, load<i8>(p10 + i));
        column = i8x16.replace_lane(column, 11, load<i8>(p11 + i));
        column = i8x16.replace_lane(column, 12, load<i8>(p12 + i));
        column = i8x16.replace_lane(column, 13, load<i8>(p13 + i));
        column = i8x16.replace_lane(column, 14, load<i8>(p14 + i));
        column = i8x16.replace_lane(column, 15, load<i8>(p15 + i));
        const first = k << 3;
        for (let bit: u32 = first; bit < first + 8 && bit < bits; bit++) {
          store<u16>(at + load<u32>(offsets + ((bit as usize) << 2)) + ((group as usize) << 1), i8x16.bitmask(column) as u16);
          column = i8x16.add(column, column);
        }
      }
    }
  }
}

/** Bits set in `stride` bytes (a multiple of 16) of a and b together. */
@inline
function overlap(a: usize, b: usize, stride: u32): u32 {
  let sum = i16x8.splat(0);
  for (let i: usize = 0; i < (stride as usize); i += 16) {
    sum = i16x8.add(sum, i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(v128.and(v128.load(a + i), v128.load(b + i)))));
  }
  const wide = i32x4.extadd_pairwise_i16x8_u(sum);
  return (
    i32x4.extract_lane(wide, 0) + i32x4.extract_lane(wide, 1) + i32x4.extract_lane(wide, 2) + i32x4.extract_lane(wide, 3)
  ) as u32;
}

/** Overlaps of listed pairs: pairs of u32 row numbers, one u32 result each. For blocking, where candidates are few. */
export function overlaps(a: usize, b: usize, stride: u32, pairs: usize, count: u32, results: usize): void {
  for (let i: usize = 0; i < (count as usize); i++) {
    const left = a + (load<u32>(pairs + (i << 3)) as usize) * stride;
    const right = b + (load<u32>(pairs + (i << 3), 4) as usize) * stride;
    store<u32>(results + (i << 2), overlap(left, right, stride));
  }
}

/** Few enough lanes to compare them one by one rather than to count on. */
const FEW: i32 = 3;

/**
 * Compares queries with blocks of lanes.
 * lanes: transposed blocks, blocksFrom … blocksTo − 1, each (bits + 1) slices.
 * lanePops: u32 bits set, by lane, ascending; lanesCount lanes. laneRows / queryRows: records in lane / query order.
 * lists: u32 slice offsets of each query, rarest first, `listLength` (a multiple of 16) of them, filled up with the zero slice.
 * queryPops: u32 bits set of each query. firstSteps: u32 slices to add before the first check, a multiple of 16.
 * least / most: u32 bits set that a partner of a record with p bits must have. needs: u32 overlap needed, by sum of bits set.
 * self: 1 when both sides are the same records in the same order: only lanes after the query's own count.
 * found: u32 lane, query, overlap of each match; room for `room` of them.
 * state: u32 block and query to go on from (in and out); blocksTo when done.
 * Returns the number of matches written; call again while the state isn't at its end.
 */
export function link(
  lanes: usize, bits: u32, lanePops: usize, lanesCount: u32, laneRows: usize,
  lists: usize, listLength: u32, queryPops: usize, firstSteps: usize, queriesFrom: u32, queriesTo: u32, queryRows: usize,
  stride: u32, least: usize, most: usize, needs: usize, self: u32, blocksTo: u32,
  found: usize, room: u32, state: usize,
): u32 {
  const blockBytes: usize = ((bits + 1) as usize) << 4;
  let count: u32 = 0;
  let block = load<u32>(state);
  let query = load<u32>(state, 4);
  for (; block < blocksTo; block++, query = queriesFrom) {
    const slices = lanes + blockBytes * (block as usize);
    const firstLane = block << 7;
    const lastLane = min(firstLane + 127, lanesCount - 1);
    const fewest = load<u32>(lanePops + ((firstLane as usize) << 2));
    const mostBits = load<u32>(lanePops + ((lastLane as usize) << 2));
    for (; query < queriesTo; query++) {
      const pop = load<u32>(queryPops + ((query as usize) << 2));
      const lower = load<u32>(least + ((pop as usize) << 2));
      if (mostBits < lower || fewest > load<u32>(most + ((pop as usize) << 2))) continue;
      if (self != 0 && query >= lastLane) continue;
      if (count + 128 > room) {
        store<u32>(state, block);
        store<u32>(state, query, 4);
        return count;
      }
      const misses = pop - load<u32>(needs + ((((max(fewest, lower) + pop) as usize)) << 2));
      const list = lists + (query as usize) * ((listLength as usize) << 2);
      const end = list + ((listLength as usize) << 2);
      let next = list;
      let check = list + ((load<u32>(firstSteps + ((query as usize) << 2)) as usize) << 2);
      let s1 = i64x2.splat(0), s2 = i64x2.splat(0), s4 = i64x2.splat(0), s8 = i64x2.splat(0);
      let s16 = i64x2.splat(0), s32 = i64x2.splat(0), s64 = i64x2.splat(0), s128 = i64x2.splat(0), s256 = i64x2.splat(0);
      let left: v128;
      while (true) {
        do {
          let a: v128, b: v128, u: v128, twosA: v128, twosB: v128, foursA: v128, foursB: v128, eightsA: v128, eightsB: v128;
          a = v128.load(slices + load<u32>(next)); b = v128.load(slices + load<u32>(next, 4));
          u = v128.xor(s1, a); twosA = v128.or(v128.and(s1, a), v128.and(u, b)); s1 = v128.xor(u, b);
          a = v128.load(slices + load<u32>(next, 8)); b = v128.load(slices + load<u32>(next, 12));
          u = v128.xor(s1, a); twosB = v128.or(v128.and(s1, a), v128.and(u, b)); s1 = v128.xor(u, b);
          u = v128.xor(s2, twosA); foursA = v128.or(v128.and(s2, twosA), v128.and(u, twosB)); s2 = v128.xor(u, twosB);
          a = v128.load(slices + load<u32>(next, 16)); b = v128.load(slices + load<u32>(next, 20));
          u = v128.xor(s1, a); twosA = v128.or(v128.and(s1, a), v128.and(u, b)); s1 = v128.xor(u, b);
          a = v128.load(slices + load<u32>(next, 24)); b = v128.load(slices + load<u32>(next, 28));
          u = v128.xor(s1, a); twosB = v128.or(v128.and(s1, a), v128.and(u, b)); s1 = v128.xor(u, b);
          u = v128.xor(s2, twosA); foursB = v128.or(v128.and(s2, twosA), v128.and(u, twosB)); s2 = v128.xor(u, twosB);
          u = v128.xor(s4, foursA); eightsA = v128.or(v128.and(s4, foursA), v128.and(u, foursB)); s4 = v128.xor(u, foursB);
          a = v128.load(slices + load<u32>(next, 32)); b = v128.load(slices + load<u32>(next, 36));
          u = v128.xor(s1, a); twosA = v128.or(v128.and(s1, a), v128.and(u, b)); s1 = v128.xor(u, b);
          a = v128.load(slices + load<u32>(next, 40)); b = v128.load(slices + load<u32>(next, 44));
          u = v128.xor(s1, a); twosB = v128.or(v128.and(s1, a), v128.and(u, b)); s1 = v128.xor(u, b);
          u = v128.xor(s2, twosA); foursA = v128.or(v128.and(s2, twosA), v128.and(u, twosB)); s2 = v128.xor(u, twosB);
          a = v128.load(slices + load<u32>(next, 48)); b = v128.load(slices + load<u32>(next, 52));
          u = v128.xor(s1, a); twosA = v128.or(v128.and(s1, a), v128.and(u, b)); s1 = v128.xor(u, b);
          a = v128.load(slices + load<u32>(next, 56)); b = v128.load(slices + load<u32>(next, 60));
          u = v128.xor(s1, a); twosB = v128.or(v128.and(s1, a), v128.and(u, b)); s1 = v128.xor(u, b);
          u = v128.xor(s2, twosA); foursB = v128.or(v128.and(s2, twosA), v128.and(u, twosB)); s2 = v128.xor(u, twosB);
          u = v128.xor(s4, foursA); eightsB = v128.or(v128.and(s4, foursA), v128.and(u, foursB)); s4 = v128.xor(u, foursB);
          u = v128.xor(s8, eightsA); a = v128.or(v128.and(s8, eightsA), v128.and(u, eightsB)); s8 = v128.xor(u, eightsB);
          b = v128.and(s16, a); s16 = v128.xor(s16, a);
          a = v128.and(s32, b); s32 = v128.xor(s32, b);
          b = v128.and(s64, a); s64 = v128.xor(s64, a);
          a = v128.and(s128, b); s128 = v128.xor(s128, b);
          s256 = v128.xor(s256, a);
          next += 64;
        } while (next < check);
        // lanes that share at least `floor` of the bits added so far are still possible
        const added = min(((next - list) >> 2) as u32, pop);
        left = i64x2.splat(-1);
        if (added > misses) {
          const floor = added - misses;
          left = floor & 1 ? v128.and(s1, left) : v128.or(s1, left);
          left = floor & 2 ? v128.and(s2, left) : v128.or(s2, left);
          left = floor & 4 ? v128.and(s4, left) : v128.or(s4, left);
          left = floor & 8 ? v128.and(s8, left) : v128.or(s8, left);
          left = floor & 16 ? v128.and(s16, left) : v128.or(s16, left);
          left = floor & 32 ? v128.and(s32, left) : v128.or(s32, left);
          left = floor & 64 ? v128.and(s64, left) : v128.or(s64, left);
          left = floor & 128 ? v128.and(s128, left) : v128.or(s128, left);
          left = floor & 256 ? v128.and(s256, left) : v128.or(s256, left);
          if (!v128.any_true(left)) break;
        }
        if (next >= end) break;
        const many = popcnt(i64x2.extract_lane(left, 0)) + popcnt(i64x2.extract_lane(left, 1));
        if ((many as i32) <= FEW) break;
        check = next + 64;
      }
      if (!v128.any_true(left)) continue;
      const row = queryRows + (query as usize) * stride;
      for (let half: u32 = 0; half < 2; half++) {
        let mask: u64 = half == 0 ? i64x2.extract_lane(left, 0) : i64x2.extract_lane(left, 1);
        while (mask != 0) {
          const lane = firstLane + (half << 6) + (ctz(mask) as u32);
          mask &= mask - 1;
          if (lane > lastLane || (self != 0 && lane <= query)) continue;
          const shared = overlap(laneRows + (lane as usize) * stride, row, stride);
          const total = load<u32>(lanePops + ((lane as usize) << 2)) + pop;
          if (total == 0 || shared < load<u32>(needs + ((total as usize) << 2))) continue;
          const out = found + (count as usize) * 12;
          store<u32>(out, lane);
          store<u32>(out, query, 4);
          store<u32>(out, shared, 8);
          count++;
        }
      }
    }
  }
  store<u32>(state, blocksTo);
  store<u32>(state, queriesFrom, 4);
  return count;
}

/**
 * Lists a record's set bits, rarest first.
 * row: `stride` bytes. offsets: u32 slice offset by bit. marks: room for one bit a slice, zeroed. target: `length` u32.
 */
export function listBits(row: usize, stride: u32, offsets: usize, marks: usize, markBytes: u32, zeroOffset: u32, target: usize, length: u32): void {
  memory.fill(marks, 0, markBytes);
  for (let i: usize = 0; i < (stride as usize); i++) {
    let byte = load<u8>(row + i) as u32;
    while (byte != 0) {
      const lead = clz(byte) - 24;
      byte &= ~((128 as u32) >> lead);
      const rank = load<u32>(offsets + ((i << 3) + (lead as usize)) * 4) >> 4;
      const at = marks + ((rank >> 5) << 2);
      store<u32>(at, load<u32>(at) | ((1 as u32) << (rank & 31)));
    }
  }
  let written: u32 = 0;
  for (let word: u32 = 0; word < markBytes >> 2 && written < length; word++) {
    let mask = load<u32>(marks + ((word as usize) << 2));
    while (mask != 0 && written < length) {
      store<u32>(target + ((written as usize) << 2), ((word << 5) + ctz(mask)) << 4);
      mask &= mask - 1;
      written++;
    }
  }
  for (; written < length; written++) store<u32>(target + ((written as usize) << 2), zeroOffset);
}

/**
 * The most similar row to a query. rows: `count` records of `stride` bytes; pops: u32 bits set of each; skip: a row left out.
 * Returns its number, count when there is none; its overlap goes to `shared` (u32).
 */
export function nearest(query: usize, pop: u32, rows: usize, pops: usize, count: u32, stride: u32, skip: u32, shared: usize): u32 {
  let best: u32 = count;
  let bestShared: u64 = 0;
  let bestSum: u64 = 1;
  for (let row: u32 = 0; row < count; row++) {
    const both = overlap(rows + (row as usize) * stride, query, stride) as u64;
    const sum = (pop + load<u32>(pops + ((row as usize) << 2))) as u64;
    if (both * bestSum > bestShared * sum && row != skip) {
      best = row;
      bestShared = both;
      bestSum = sum;
    }
  }
  store<u32>(shared, bestShared as u32);
  return best;
}
