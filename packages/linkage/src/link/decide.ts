/** From all pairs above the threshold to links and persons. */
import { assignGreedily, assignOptimally, type ScoredPair } from "./assign.ts";
import { type Clusters, cluster, type Link } from "./cluster.ts";
import { listPairs } from "./plan.ts";

/** Pairs in columns: list and row of both sides, score. */
export interface PairColumns {
  leftList: ArrayLike<number>;
  rightList: ArrayLike<number>;
  left: ArrayLike<number>;
  right: ArrayLike<number>;
  score: ArrayLike<number>;
}

/** How links are chosen. */
export interface Decision {
  /** One partner each between two lists: best first, best sum, or every pair above the threshold. */
  assign: "greedy" | "hungarian" | "none";
  /** A person holds at most one record of a list, or whatever is connected. */
  oneEach: boolean;
}

/**
 * Chooses links and joins them to persons. Pairs within one list (duplicates) aren't assigned one-to-one: a person may be
 * there three times.
 * @param pairs above the threshold
 * @param counts records of each list
 * @param decision how
 */
export function decide(
  pairs: PairColumns,
  counts: readonly number[],
  decision: Decision,
): { links: Link[]; clusters: Clusters } {
  const byLists = new Map<string, ScoredPair[]>();
  for (let i = 0; i < pairs.left.length; i++) {
    const name = `${pairs.leftList[i]}:${pairs.rightList[i]}`;
    const pair = { left: pairs.left[i]!, right: pairs.right[i]!, score: pairs.score[i]! };
    const list = byLists.get(name);
    if (list === undefined) byLists.set(name, [pair]);
    else list.push(pair);
  }
  const links = listPairs(counts.length, true).flatMap(([leftList, rightList]): Link[] => {
    const found = byLists.get(`${leftList}:${rightList}`) ?? [];
    return choose(found, decision.assign, leftList === rightList).map(({ left, right, score }) => ({
      left: { list: leftList, row: left },
      right: { list: rightList, row: right },
      score,
    }));
  });
  return { links, clusters: cluster(counts, links, decision.oneEach) };
}

function choose(pairs: readonly ScoredPair[], assign: Decision["assign"], within: boolean): ScoredPair[] {
  if (assign === "none" || within) {
    return [...pairs].sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
  }
  return assign === "greedy" ? assignGreedily(pairs) : assignOptimally(pairs);
}
