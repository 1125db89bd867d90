/**
 * From pairs above a threshold to one partner each. A person is on a list once, so of several candidates only one can be
 * right: `greedy` takes the best pair first and goes on with what is left; `hungarian` maximizes the sum of the scores
 * (Kuhn 1955), which differs where greedy would part two others.
 */

/** A candidate pair of two lists. */
export interface ScoredPair {
  left: number;
  right: number;
  score: number;
}

/** Best first; equal scores in the order of rows, so that the result doesn't depend on how the pairs came. */
export function byScore(a: ScoredPair, b: ScoredPair): number {
  return b.score - a.score || a.left - b.left || a.right - b.right;
}

/** One-to-one by taking the best pair first. @returns the pairs taken, best first */
export function assignGreedily(pairs: readonly ScoredPair[]): ScoredPair[] {
  const lefts = new Set<number>();
  const rights = new Set<number>();
  return [...pairs].sort(byScore).filter((pair) => {
    if (lefts.has(pair.left) || rights.has(pair.right)) return false;
    lefts.add(pair.left);
    rights.add(pair.right);
    return true;
  });
}

/**
 * One-to-one with the largest sum of scores. Each connected part of the graph is solved by itself, with shortest augmenting
 * paths (Dijkstra with potentials). Above a useful threshold the parts have a handful of records; one of n records costs n³
 * steps at worst.
 * @returns the pairs taken, best first
 */
export function assignOptimally(pairs: readonly ScoredPair[]): ScoredPair[] {
  return components(pairs)
    .flatMap((part) => (part.length === 1 ? part : assignPart(part)))
    .sort(byScore);
}

/** Connected parts of the graph of pairs. */
function components(pairs: readonly ScoredPair[]): ScoredPair[][] {
  const parent = new Map<string, string>();
  const find = (node: string): string => {
    let root = node;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = node; at !== root; ) {
      const up = parent.get(at)!;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { left, right } of pairs) {
    const [one, other] = [`l${left}`, `r${right}`];
    for (const node of [one, other]) if (!parent.has(node)) parent.set(node, node);
    parent.set(find(one), find(other));
  }
  const parts = new Map<string, ScoredPair[]>();
  for (const pair of pairs) {
    const root = find(`l${pair.left}`);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [pair]);
    else part.push(pair);
  }
  return [...parts.values()];
}

/**
 * Every left node is matched, to a partner at cost −score or to nothing at cost 0, so that the whole cost is least.
 * Potentials keep all edges' reduced costs at or above 0; each left node in turn is added along a shortest path.
 */
function assignPart(pairs: readonly ScoredPair[]): ScoredPair[] {
  const lefts = [...new Set(pairs.map((pair) => pair.left))].sort((a, b) => a - b);
  const rights = [...new Set(pairs.map((pair) => pair.right))].sort((a, b) => a - b);
  const leftAt = new Map(lefts.map((left, i) => [left, i]));
  const rightAt = new Map(rights.map((right, i) => [right, i]));
  /** Edges of each left node: right node and cost; right nodes from rights.length on are the places "no partner". */
  const edges: { to: number; cost: number; pair: ScoredPair | null }[][] = lefts.map((_, i) => [
    { to: rights.length + i, cost: 0, pair: null },
  ]);
  for (const pair of [...pairs].sort(byScore)) {
    edges[leftAt.get(pair.left)!]!.push({ to: rightAt.get(pair.right)!, cost: -pair.score, pair });
  }
  const places = rights.length + lefts.length;
  const potential = new Float64Array(places);
  const leftPotential = Float64Array.from(edges, (list) =>
    list.reduce((least, edge) => Math.min(least, edge.cost), 0),
  );
  const owner = new Int32Array(places).fill(-1);
  const chosen: (ScoredPair | null)[] = lefts.map(() => null);
  for (let start = 0; start < lefts.length; start++) {
    const distance = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(places).fill(-1);
    const via: (ScoredPair | null)[] = new Array(places).fill(null);
    const done = new Uint8Array(places);
    const queue: number[] = [];
    const relax = (left: number, base: number) => {
      for (const { to, cost, pair } of edges[left]!) {
        const length = base + Math.max(0, cost - leftPotential[left]! - potential[to]!);
        if (length >= distance[to]!) continue;
        distance[to] = length;
        from[to] = left;
        via[to] = pair;
        queue.push(to);
      }
    };
    relax(start, 0);
    let end = -1;
    while (end < 0) {
      let nearest = -1;
      for (const place of queue) {
        if (done[place] === 0 && (nearest < 0 || distance[place]! < distance[nearest]!)) nearest = place;
      }
      done[nearest] = 1;
      if (owner[nearest]! < 0) end = nearest;
      else relax(owner[nearest]!, distance[nearest]!);
    }
    const length = distance[end]!;
    for (let place = 0; place < places; place++) {
      if (done[place] === 0 || place === end) continue;
      potential[place] = potential[place]! + distance[place]! - length;
      const left = owner[place]!;
      leftPotential[left] = leftPotential[left]! + length - distance[place]!;
    }
    leftPotential[start] = leftPotential[start]! + length;
    for (let place = end; ; ) {
      const left = from[place]!;
      const pair = via[place]!;
      const before = owner.indexOf(left);
      owner[place] = left;
      chosen[left] = pair;
      if (left === start) break;
      owner[before] = before === place ? left : -1;
      place = before;
    }
  }
  return chosen.filter((pair) => pair !== null);
}
