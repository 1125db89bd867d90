/** Fellegi–Sunter weights for a linkage whose files were encoded field by field. */
import { seededRandom } from "../generate/random.ts";
import {
  countPatterns,
  estimateModel,
  type FellegiSunter,
  matchProbability,
} from "../link/fellegi-sunter.ts";
import { compareFields, uniteFields } from "../link/field-comparison.ts";
import { listPairs } from "../link/plan.ts";
import type { ClkSet } from "./clk-reader.ts";
import { type FoundPairs, filterSet } from "./link-run.ts";
import { LinkageError } from "./linkage-error.ts";

/** Random pairs by which the chance of agreement among strangers is measured. */
const RANDOM_PAIRS = 200_000;

/** The model of two lists, with the fields' names. */
export interface NamedModel extends FellegiSunter {
  left: string;
  right: string;
  fields: readonly string[];
  /** Expected number of matches among the candidates. */
  expectedMatches: number;
}

/**
 * The lists with one filter a record, as comparing needs them; lists that weren't encoded apart stay as they are.
 * @param sets files as read
 */
export function unitedSets(sets: readonly ClkSet[]): ClkSet[] {
  return sets.map((set) => {
    const fields = set.apart.length;
    if (fields === 0) return set;
    return { ...set, bits: set.bits / fields, filters: uniteFields(filterSet(set), fields).rows };
  });
}

/**
 * Replaces each pair's similarity by its probability of being a match, and leaves out the pairs below a probability.
 * @param sets files as read
 * @param names of the lists
 * @param pairs candidates by the similarity of united filters
 * @param least probability from which a pair stays
 * @throws LinkageError when a file wasn't encoded apart
 */
export function weighPairs(
  sets: readonly ClkSet[],
  names: readonly string[],
  pairs: FoundPairs,
  least: number,
): { pairs: FoundPairs; models: NamedModel[] } {
  checkApart(sets);
  const fields = sets[0]!.apart;
  const lists = sets.map(filterSet);
  const probability = new Float64Array(pairs.left.length);
  const models: NamedModel[] = [];
  for (const [one, other] of listPairs(lists.length, true)) {
    const [left, right] = [lists[one]!, lists[other]!];
    const rows = Array.from(pairs.left, (_, i) => i).filter(
      (i) => pairs.leftList[i] === one && pairs.rightList[i] === other,
    );
    if (rows.length === 0) continue;
    const levels = rows.map((i) =>
      compareFields(left, right, fields.length, pairs.left[i]!, pairs.right[i]!),
    );
    const random = seededRandom(one * 64 + other);
    const strangers = Array.from(
      { length: RANDOM_PAIRS },
      () => [random.below(left.count), random.below(right.count)] as const,
    )
      .filter(([i, j]) => one !== other || i !== j)
      .map(([i, j]) => compareFields(left, right, fields.length, i, j));
    const all = one === other ? (left.count * (left.count - 1)) / 2 : left.count * right.count;
    const model = estimateModel(countPatterns(levels), countPatterns(strangers), all, fields.length);
    rows.forEach((i, at) => {
      probability[i] = matchProbability(model, levels[at]!);
    });
    const expectedMatches = rows.reduce((sum, i) => sum + probability[i]!, 0);
    models.push({ ...model, left: names[one]!, right: names[other]!, fields, expectedMatches });
  }
  const kept = Array.from(probability, (_, i) => i).filter((i) => probability[i]! >= least);
  return {
    models,
    pairs: {
      leftList: Uint8Array.from(kept, (i) => pairs.leftList[i]!),
      rightList: Uint8Array.from(kept, (i) => pairs.rightList[i]!),
      left: Uint32Array.from(kept, (i) => pairs.left[i]!),
      right: Uint32Array.from(kept, (i) => pairs.right[i]!),
      score: Float64Array.from(kept, (i) => probability[i]!),
    },
  };
}

/** Refuses files that hold one filter a record only. */
export function checkApart(sets: readonly ClkSet[]): void {
  const whole = sets.find((set) => set.apart.length === 0);
  if (whole !== undefined) {
    throw new LinkageError(
      whole.path,
      "wasn't encoded apart, so weights can't be estimated",
      'encode with "concord": {"apart": true} in clkConfig, or leave --weights out',
    );
  }
}
