/** How good a linkage is: against the truth where it is known (test data), and by the scores alone where it isn't. */

/** Right and wrong links. */
export interface TruthQuality {
  /** Pairs linked that are the same person. */
  right: number;
  /** Pairs linked that aren't. */
  wrong: number;
  /** Pairs of the same person that weren't linked. */
  missed: number;
  precision: number;
  recall: number;
  f1: number;
}

/**
 * Quality against the truth, by pairs of records.
 * @param links pairs of record names
 * @param truth the person of each record name; records without a person match nobody
 * @param countable whether a pair of records could be linked at all (two lists, or one list when looking within)
 */
export function qualityByTruth(
  links: Iterable<readonly [string, string]>,
  truth: ReadonlyMap<string, string>,
  countable: (one: string, other: string) => boolean,
): TruthQuality {
  let right = 0;
  let wrong = 0;
  for (const [one, other] of links) {
    const person = truth.get(one);
    if (person !== undefined && person === truth.get(other)) right++;
    else wrong++;
  }
  const members = new Map<string, string[]>();
  for (const [record, person] of truth) {
    const records = members.get(person);
    if (records === undefined) members.set(person, [record]);
    else records.push(record);
  }
  let all = 0;
  for (const records of members.values()) {
    for (let i = 0; i < records.length; i++) {
      for (let j = i + 1; j < records.length; j++) if (countable(records[i]!, records[j]!)) all++;
    }
  }
  const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  const precision = ratio(right, right + wrong);
  const recall = ratio(right, all);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { right, wrong, missed: all - right, precision, recall, f1 };
}

/** What the scores tell without truth. */
export interface ScoreQuality {
  /** Estimated share of the larger list's records that have a partner in the smaller one. */
  overlap: number;
  precision: number;
  recall: number;
  /** Records sampled. */
  sample: number;
  /** Why the estimate should not be trusted; empty when nothing speaks against it. */
  warnings: readonly string[];
}

/**
 * Quality from a mixture of scores. For a sample of records of one list two scores are taken: the best with the other list,
 * and the best with as many *other records of their own list*. The second is a draw from the distribution of false matches,
 * since a list holds a person once. With F the first distribution and F₀ the second, F = (1 − π)·F₀ + π·F₁, π being the
 * share that has a partner. Below the median of F₀ partners are rare, so there 1 − π = F / F₀; false matches at or above the
 * threshold t number (1 − π)·(1 − F₀(t)).
 * @param across best scores with the other list
 * @param within best scores of the same records with as many records of their own list
 * @param threshold of the linkage
 */
export function qualityByScores(
  across: readonly number[],
  within: readonly number[],
  threshold: number,
): ScoreQuality {
  const sample = across.length;
  const warnings: string[] = [];
  if (sample < 100) warnings.push(`only ${sample} records were sampled`);
  const below = (scores: readonly number[], limit: number) =>
    scores.reduce((count, score) => (score < limit ? count + 1 : count), 0) / Math.max(1, scores.length);
  const median = [...within].sort((a, b) => a - b)[Math.floor(within.length / 2)] ?? 0;
  const share = below(within, median);
  const unmatched = share > 0 ? Math.min(1, below(across, median) / share) : 1;
  const falseAbove = 1 - below(within, threshold);
  if (median >= threshold) warnings.push("half of the false matches reach the threshold: raise it");
  else if (falseAbove > 0.1)
    warnings.push("the larger list seems to hold persons twice: look for duplicates first");
  const overlap = 1 - unmatched;
  const found = sample === 0 ? 0 : 1 - below(across, threshold);
  const right = Math.max(0, found - unmatched * falseAbove);
  if (overlap < 0.02) warnings.push("hardly any record has a partner");
  return {
    overlap,
    precision: found === 0 ? 1 : right / found,
    recall: overlap <= 0 ? 1 : Math.min(1, right / overlap),
    sample,
    warnings,
  };
}
