/**
 * Fellegi & Sunter (1969): each field's agreement speaks for or against a match with the weight log2(m / u), m being its
 * probability among matches and u among other pairs; the weights add up. m is found by expectation–maximization (Winkler
 * 1988), u from random pairs, nearly all of which are no matches.
 */
import type { Level } from "./field-comparison.ts";

/** Pairs with equal levels, counted once with their number: levels of 0–2, 3 for missing. */
export interface Pattern {
  levels: readonly Level[];
  count: number;
}

/** What was estimated. */
export interface FellegiSunter {
  /** Probability of each level (0, 1, 2) in each field among matches; missing values left aside. */
  m: readonly (readonly number[])[];
  /** The same among pairs that don't match. */
  u: readonly (readonly number[])[];
  /** Share of all pairs that match. */
  prior: number;
  /** Steps until nothing changed. */
  steps: number;
  converged: boolean;
}

const LEVELS = 3;
const MOST_STEPS = 500;
const STILL = 1e-7;

/** Groups equal levels. */
export function countPatterns(all: Iterable<readonly Level[]>): Pattern[] {
  const patterns = new Map<string, { levels: readonly Level[]; count: number }>();
  for (const levels of all) {
    const name = levels.join("");
    const pattern = patterns.get(name);
    if (pattern === undefined) patterns.set(name, { levels, count: 1 });
    else pattern.count++;
  }
  return [...patterns.values()];
}

/** Shares of the levels in each field, each level given half a pair beforehand so that none is impossible. */
function levelShares(
  patterns: readonly Pattern[],
  fields: number,
  weight: (i: number) => number,
): number[][] {
  const shares = Array.from({ length: fields }, () => new Array<number>(LEVELS).fill(0.5));
  patterns.forEach((pattern, i) => {
    const count = weight(i);
    pattern.levels.forEach((level, field) => {
      if (level < LEVELS) shares[field]![level] = shares[field]![level]! + count;
    });
  });
  return shares.map((field) => {
    const sum = field.reduce((a, b) => a + b, 0);
    return field.map((share) => share / sum);
  });
}

/** Logarithm (base 2) of how much more likely a pattern is among matches: the pair's weight. */
export function patternWeight(model: Pick<FellegiSunter, "m" | "u">, levels: readonly Level[]): number {
  let weight = 0;
  levels.forEach((level, field) => {
    if (level < LEVELS) weight += Math.log2(model.m[field]![level]! / model.u[field]![level]!);
  });
  return weight;
}

/** Probability that a pair with these levels matches. */
export function matchProbability(model: FellegiSunter, levels: readonly Level[]): number {
  const odds = (model.prior / (1 - model.prior)) * 2 ** patternWeight(model, levels);
  return Number.isFinite(odds) ? odds / (1 + odds) : 1;
}

/**
 * Estimates the model. Candidates may be chosen by their filters' similarity: that leaves the probability of a match given
 * the levels as it is, so pairs that aren't candidates count as no matches and nothing else changes.
 * @param candidates patterns of the pairs that could match
 * @param random patterns of pairs drawn at random
 * @param allPairs number of pairs of the two lists
 * @param fields number of fields
 */
export function estimateModel(
  candidates: readonly Pattern[],
  random: readonly Pattern[],
  allPairs: number,
  fields: number,
): FellegiSunter {
  const u = levelShares(random, fields, (i) => random[i]!.count);
  const start = [0.05, 0.15, 0.8];
  let m: number[][] = Array.from({ length: fields }, () => start);
  const total = candidates.reduce((sum, pattern) => sum + pattern.count, 0);
  let prior = Math.min(0.5, Math.max(0.5, total / 2) / Math.max(1, allPairs));
  for (let step = 1; step <= MOST_STEPS; step++) {
    const model = { m, u, prior, steps: step, converged: false };
    const posterior = candidates.map((pattern) => matchProbability(model, pattern.levels));
    const matches = candidates.reduce((sum, pattern, i) => sum + pattern.count * posterior[i]!, 0);
    const nextM = levelShares(candidates, fields, (i) => candidates[i]!.count * posterior[i]!);
    const nextPrior = Math.min(0.5, Math.max(1e-12, matches / Math.max(1, allPairs)));
    const change = Math.max(
      Math.abs(Math.log(nextPrior / prior)),
      ...nextM.flatMap((shares, field) => shares.map((share, level) => Math.abs(share - m[field]![level]!))),
    );
    m = nextM;
    prior = nextPrior;
    if (change < STILL) return { m, u, prior, steps: step, converged: true };
  }
  return { m, u, prior, steps: MOST_STEPS, converged: false };
}
