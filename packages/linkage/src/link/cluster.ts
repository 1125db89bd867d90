/** From pairs to persons: records that belong together, over any number of lists. */

/** A record: which list, which row. */
export interface RecordAt {
  list: number;
  row: number;
}

/** A pair of records that are held to be one person. */
export interface Link {
  left: RecordAt;
  right: RecordAt;
  score: number;
}

/** Most lists that a mask of 32 bits tells apart. */
export const MOST_LISTS = 32;

/** Persons: each record's cluster number, and the lists that each cluster is on. */
export interface Clusters {
  /** Cluster of each record, by list and row; numbered in the order of their first record. */
  of: readonly Uint32Array[];
  count: number;
  /** Links left out because the two sides already had records of one list. */
  contradictions: number;
}

/**
 * Joins records into clusters.
 * @param counts records of each list
 * @param links pairs, each a reason to join
 * @param oneEach a cluster holds at most one record of a list: links are taken best first, and one that would bring two
 *   records of a list together is left out and counted. Without it clusters are the connected parts.
 */
export function cluster(counts: readonly number[], links: readonly Link[], oneEach: boolean): Clusters {
  if (counts.length > MOST_LISTS)
    throw new RangeError(`at most ${MOST_LISTS} lists can be linked, not ${counts.length}`);
  const starts: number[] = [];
  let total = 0;
  for (const count of counts) {
    starts.push(total);
    total += count;
  }
  const parent = Uint32Array.from({ length: total }, (_, i) => i);
  const lists = new Uint32Array(total);
  counts.forEach((count, list) => {
    lists.fill(2 ** list, starts[list]!, starts[list]! + count);
  });
  const find = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const node = (record: RecordAt) => starts[record.list]! + record.row;
  const ordered = oneEach
    ? [...links].sort(
        (a, b) => b.score - a.score || node(a.left) - node(b.left) || node(a.right) - node(b.right),
      )
    : links;
  let contradictions = 0;
  for (const link of ordered) {
    const one = find(node(link.left));
    const other = find(node(link.right));
    if (one === other) continue;
    if (oneEach && (lists[one]! & lists[other]!) !== 0) {
      contradictions++;
      continue;
    }
    const [low, high] = one < other ? [one, other] : [other, one];
    parent[high] = low;
    lists[low] = (lists[low]! | lists[high]!) >>> 0;
  }
  const numbers = new Map<number, number>();
  const of = counts.map((count, list) =>
    Uint32Array.from({ length: count }, (_, row) => {
      const root = find(starts[list]! + row);
      let number = numbers.get(root);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(root, number);
      }
      return number;
    }),
  );
  return { of, count: numbers.size, contradictions };
}
