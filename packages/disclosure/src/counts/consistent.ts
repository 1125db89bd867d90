import type { Marginal } from "./marginal.ts";

/**
 * Makes noisy counts agree with each other, as a reader expects of counts, without looking at the records again:
 * - a combination stays only if every shorter one in it does;
 * - none is larger than any shorter one in it, nor than the number of rows;
 * - the counts into which one is split by the values of a further column add up to no more than it (rows may lack the
 *   value, so they may add up to less).
 * @param marginals one per set of columns, sets of each length after all shorter ones; @param rows released number of rows
 */
export function makeConsistent(marginals: readonly Marginal[], rows: number): Marginal[] {
  const bySet = new Map<string, Map<string, number>>([["", new Map([["", rows]])]]);
  const done: Marginal[] = [];
  for (const { columns, codes, counts } of marginals) {
    const width = columns.length;
    const cells = [...counts.keys()].flatMap((cell) => {
      const key = [...codes.subarray(cell * width, cell * width + width)];
      const parents = columns.map((_, left) => {
        const set = bySet.get(columns.filter((__, j) => j !== left).join())!;
        const part = key.filter((__, j) => j !== left).join();
        return { name: `${left}:${part}`, count: set.get(part) };
      });
      if (parents.some(({ count }) => count === undefined)) return [];
      const count = Math.min(counts[cell]!, ...parents.map(({ count }) => count!));
      return [{ key, parents: parents as { name: string; count: number }[], count }];
    });
    const sums = new Map<string, number>();
    for (const { parents, count } of cells)
      for (const { name } of parents) sums.set(name, (sums.get(name) ?? 0) + count);
    const kept = cells
      .map(({ key, parents, count }) => {
        const share = Math.min(1, ...parents.map((parent) => parent.count / sums.get(parent.name)!));
        return { key, count: share === 1 ? count : Math.floor(count * share) };
      })
      .filter(({ count }) => count >= 1);
    bySet.set(columns.join(), new Map(kept.map(({ key, count }) => [key.join(), count])));
    done.push({
      columns,
      codes: Uint32Array.from(kept.flatMap(({ key }) => key)),
      counts: Float64Array.from(kept, ({ count }) => count),
    });
  }
  return done;
}
