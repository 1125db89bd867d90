import { chooseColumnSets, countMarginal } from "../counts/marginal.ts";
import type { RandomBits } from "../noise/random-bits.ts";
import { gatherEqualRows, groupTuples, type Records } from "../records/records.ts";
import type { Combinations } from "../risk/match-index.ts";
import { alignCodes } from "../utility/count-error.ts";
import { shuffle } from "./allot.ts";

/** Synthetic rows that look exactly like someone's. */
export interface ExactMatches {
  /** Share of the synthetic rows whose combination of values occurs in the records at all. */
  matchingShare: number;
  /** Combinations of one person only, and those of them that the synthetic rows show. */
  uniques: number;
  uniquesShown: number;
  /** The same for combinations of fewer than k persons. */
  rare: number;
  rareShown: number;
}

/** Counts synthetic rows that equal real ones. */
export function countExactMatches(truth: Combinations, synthetic: Combinations, k: number): ExactMatches {
  const { inTruth, syntheticAt } = joinCombinations(truth, synthetic);
  const found = { matchingShare: 0, uniques: 0, uniquesShown: 0, rare: 0, rareShown: 0 };
  truth.sizes.forEach((size, c) => {
    const shown = syntheticAt[c]! > 0 ? 1 : 0;
    if (size === 1) {
      found.uniques++;
      found.uniquesShown += shown;
    }
    if (size < k) {
      found.rare++;
      found.rareShown += shown;
    }
  });
  const total = synthetic.sizes.reduce((sum, size) => sum + size, 0);
  const matching = synthetic.sizes.reduce((sum, size, c) => sum + (inTruth[c] ? size : 0), 0);
  return { ...found, matchingShare: total === 0 ? 0 : matching / total };
}

/** For each true combination the synthetic rows that equal it, and for each synthetic one whether it is a true one. */
function joinCombinations(truth: Combinations, synthetic: Combinations) {
  const aligned = alignCodes(truth.columns, synthetic);
  const width = truth.columns.length;
  const tuples = new Uint32Array(truth.codes.length + aligned.codes.length);
  tuples.set(truth.codes);
  tuples.set(aligned.codes, truth.codes.length);
  const count = truth.sizes.length;
  const { groupOf, groups } = groupTuples(tuples, width, count + aligned.sizes.length);
  const syntheticIn = new Float64Array(groups.length);
  aligned.sizes.forEach((size, c) => {
    syntheticIn[groupOf[count + c]!]! += size;
  });
  // The true combinations come first and are all distinct: their number is their group.
  return {
    inTruth: [...aligned.sizes].map((_, c) => groupOf[count + c]! < count),
    syntheticAt: syntheticIn.subarray(0, count),
  };
}

/** What someone who knows all other columns of a person learns of one column from the synthetic rows. */
export interface AttributeDisclosure {
  column: string;
  /** Rows of the records with a known value in the column and fewer than k like them in all columns. */
  rows: number;
  /** Share of them for which the commonest value among synthetic rows with the same other columns is right. */
  rightShare: number;
  /** The same guess made from the commonest value of the column alone. */
  baselineShare: number;
}

/** Guesses each column of each rare row from the others, as an attacker with the synthetic rows would. */
export function measureAttributeDisclosure(
  truth: Combinations,
  synthetic: Combinations,
  k: number,
): AttributeDisclosure[] {
  const aligned = alignCodes(truth.columns, synthetic);
  const width = truth.columns.length;
  return truth.columns.map(({ name }, column) => {
    const others = truth.columns.map((_, j) => j).filter((j) => j !== column);
    const guesses = commonestBy(aligned, others, column);
    const [baseline = 0] = [...commonestBy(aligned, [], column).values()];
    let rows = 0;
    let right = 0;
    let rightByBaseline = 0;
    truth.sizes.forEach((size, c) => {
      const value = truth.codes[c * width + column]!;
      if (size >= k || value === 0) return;
      rows += size;
      const key = others.map((j) => truth.codes[c * width + j]!).join();
      if (guesses.get(key) === value) right += size;
      if (baseline === value) rightByBaseline += size;
    });
    const share = (number: number) => (rows === 0 ? 0 : number / rows);
    return { column: name, rows, rightShare: share(right), baselineShare: share(rightByBaseline) };
  });
}

/** The commonest known value of a column for each combination of other columns. */
function commonestBy(
  combinations: Combinations,
  others: readonly number[],
  column: number,
): Map<string, number> {
  const width = combinations.columns.length;
  const counts = new Map<string, Map<number, number>>();
  combinations.sizes.forEach((size, c) => {
    const value = combinations.codes[c * width + column]!;
    if (value === 0) return;
    const key = others.map((j) => combinations.codes[c * width + j]!).join();
    const byValue = counts.get(key) ?? new Map<number, number>();
    counts.set(key, byValue);
    byValue.set(value, (byValue.get(value) ?? 0) + size);
  });
  return new Map(
    [...counts].map(([key, byValue]) => [
      key,
      [...byValue].reduce((best, next) => (next[1] > best[1] ? next : best))[0],
    ]),
  );
}

/** How well an attacker tells who was among the persons behind synthetic rows. */
export interface MembershipAttack {
  /** Persons tried on each side: half of the rows were used, half weren't. */
  members: number;
  others: number;
  /** Probability that a member gets a higher score than someone else; 0.5 is guessing. */
  area: number;
  /** Greatest difference between the shares of members and others above any one score; 0 is guessing. */
  advantage: number;
  /** The same among those whose combination fewer than k persons of all have. */
  rare: { members: number; others: number; area: number; advantage: number };
}

/**
 * Attacks the method itself: makes synthetic rows from a random half of the records, then scores every person by how
 * often the rows show that person's combination, and how many of its triples they show at all.
 * @param synthesize the method under attack, with the same privacy as the release
 */
export function attackMembership(
  records: Records,
  k: number,
  synthesize: (half: Combinations) => Combinations,
  bits: RandomBits,
): MembershipAttack {
  const width = records.columns.length;
  const rows = records.combinationOfRow.slice();
  shuffle(rows, bits);
  const half = rows.length >> 1;
  const coded = new Uint32Array(half * width);
  const memberRows = new Float64Array(records.sizes.length);
  rows.subarray(0, half).forEach((combination, row) => {
    coded.set(records.codes.subarray(combination * width, combination * width + width), row * width);
    memberRows[combination]!++;
  });
  const synthetic = synthesize(gatherEqualRows(records.columns, coded));
  const scores = scoreCombinations(records, synthetic);
  const all = [...records.sizes.keys()];
  const judge = (combinations: readonly number[]) =>
    compareScores(
      combinations.map((c) => ({
        score: scores[c]!,
        members: memberRows[c]!,
        others: records.sizes[c]! - memberRows[c]!,
      })),
    );
  return { ...judge(all), rare: judge(all.filter((c) => records.sizes[c]! < k)) };
}

function scoreCombinations(records: Records, synthetic: Combinations): Float64Array {
  const { syntheticAt } = joinCombinations(records, synthetic);
  const scores = Float64Array.from(syntheticAt);
  const aligned = alignCodes(records.columns, synthetic);
  const width = records.columns.length;
  const sets = chooseColumnSets(width, Math.min(3, width)).slice(0, 200);
  for (const set of sets) {
    const shown = countMarginal(aligned, set, true);
    const keys = new Set<string>();
    for (let cell = 0; cell < shown.counts.length; cell++)
      keys.add(shown.codes.subarray(cell * set.length, (cell + 1) * set.length).join());
    for (let c = 0; c < scores.length; c++) {
      const key = set.map((column) => records.codes[c * width + column]!).join();
      if (keys.has(key)) scores[c]! += 0.5 / sets.length;
    }
  }
  return scores;
}

function compareScores(groups: { score: number; members: number; others: number }[]) {
  groups.sort((a, b) => b.score - a.score);
  const members = groups.reduce((sum, group) => sum + group.members, 0);
  const others = groups.reduce((sum, group) => sum + group.others, 0);
  let [membersAbove, othersAbove, wins, advantage] = [0, 0, 0, 0];
  for (let at = 0; at < groups.length; ) {
    // Equal scores are taken together: they count half.
    const { score } = groups[at]!;
    let [m, o] = [0, 0];
    for (; at < groups.length && groups[at]!.score === score; at++) {
      m += groups[at]!.members;
      o += groups[at]!.others;
    }
    wins += o * (membersAbove + m / 2);
    membersAbove += m;
    othersAbove += o;
    advantage = Math.max(advantage, membersAbove / Math.max(1, members) - othersAbove / Math.max(1, others));
  }
  const area = members > 0 && others > 0 ? wins / (members * others) : 0.5;
  return { members, others, area, advantage };
}
