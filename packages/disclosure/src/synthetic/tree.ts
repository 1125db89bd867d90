import { type PrivacyLoss, rhoOfChoice, rhoOfGaussian, spending } from "../accounting/zcdp.ts";
import { bernoulliExp } from "../noise/bernoulli.ts";
import { discreteGaussian, varianceOf } from "../noise/discrete-gaussian.ts";
import type { Fraction } from "../noise/discrete-laplace.ts";
import type { RandomBits } from "../noise/random-bits.ts";
import { projectOntoSimplex } from "./allot.ts";
import type { Domain } from "./domain.ts";

/** How the pairs of a tree are chosen and counted. */
export interface TreePlan {
  /** ε of each choice, as a fraction. */
  choice: Fraction;
  noise: Fraction;
  loss: PrivacyLoss;
}

/** Plans a tree over the columns: one choice and one counted pair for each column but the first. */
export function planTree(columns: number, rhoChoice: number, rhoPairs: number): TreePlan {
  const edges = Math.max(1, columns - 1);
  const choice = {
    numerator: Math.floor(Math.sqrt((8 * rhoChoice) / edges) * 2 ** 20),
    denominator: 2 ** 20,
  };
  const noise = varianceOf(edges / (2 * rhoPairs));
  const rho = edges * rhoOfChoice(choice.numerator / choice.denominator) + rhoOfGaussian(edges, noise);
  return { choice, noise, loss: spending(rho) };
}

/** Two columns, and how many rows have each pair of their values; row-major by the first. */
export interface Edge {
  first: number;
  second: number;
  counts: Float64Array;
}

/** Rows coded by position in a domain. */
export interface CodedRows {
  codes: Uint32Array;
  sizes: Uint32Array;
}

/**
 * A tree of columns (MST, McKenna, Miklau & Sheldon 2021): pairs whose counts differ most from what independent columns
 * would give are preferred, chosen by the exponential mechanism, and counted with noise. In the model that results, two
 * columns depend on each other through the columns between them.
 */
export function measureTree(rows: CodedRows, domain: Domain, plan: TreePlan, bits: RandomBits): Edge[] {
  const width = domain.values.length;
  const component = Array.from({ length: width }, (_, column) => column);
  const candidates: { first: number; second: number; exact: Float64Array; score: number }[] = [];
  for (let first = 0; first < width; first++) {
    for (let second = first + 1; second < width; second++) {
      const exact = countPair(rows, domain, first, second);
      candidates.push({ first, second, exact, score: dependence(exact, domain, first, second) });
    }
  }
  const edges: Edge[] = [];
  while (edges.length < width - 1) {
    const open = candidates.filter(({ first, second }) => component[first] !== component[second]);
    const chosen = chooseExponentially(open, plan.choice, bits);
    const noisy = chosen.exact.map((count) => count + discreteGaussian(bits, plan.noise));
    edges.push({ ...chosen, counts: fitPair(noisy, domain, chosen.first, chosen.second) });
    const [from, to] = [component[chosen.second], component[chosen.first]!];
    component.forEach((part, column) => {
      if (part === from) component[column] = to;
    });
  }
  return edges;
}

function countPair({ codes, sizes }: CodedRows, domain: Domain, first: number, second: number): Float64Array {
  const width = domain.values.length;
  const radix = domain.values[second]!.length;
  const counts = new Float64Array(domain.values[first]!.length * radix);
  sizes.forEach((size, c) => {
    counts[codes[c * width + first]! * radix + codes[c * width + second]!]! += size;
  });
  return counts;
}

/**
 * Σ |count − count expected of independent columns|, the expectation rounded to whole numbers. One row changes it by 1 at
 * most, since the expectation comes from counts already released.
 */
function dependence(exact: Float64Array, domain: Domain, first: number, second: number): number {
  const [a, b] = [domain.counts[first]!, domain.counts[second]!];
  let score = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const expected = domain.rows > 0 ? Math.round((a[i]! * b[j]!) / domain.rows) : 0;
      score += Math.abs(exact[i * b.length + j]! - expected);
    }
  }
  return score;
}

/**
 * One candidate with probability proportional to exp(ε · score / 2), exactly: candidates are tried evenly, and one is
 * taken with probability exp(−ε · (best − score) / 2). Scores are whole numbers of sensitivity 1.
 */
function chooseExponentially<Candidate extends { score: number }>(
  candidates: readonly Candidate[],
  { numerator, denominator }: Fraction,
  bits: RandomBits,
): Candidate {
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0);
  for (;;) {
    const candidate = candidates[bits.below(candidates.length)]!;
    if (bernoulliExp(bits, numerator * (best - candidate.score), 2 * denominator)) return candidate;
  }
}

const RAKING_ROUNDS = 40;

/**
 * Pair counts without negative ones whose sums are the single counts. A trace of independence keeps every pair possible
 * whose values are, so that the sums can be reached.
 */
function fitPair(noisy: Float64Array, domain: Domain, first: number, second: number): Float64Array {
  const [a, b] = [domain.counts[first]!, domain.counts[second]!];
  const fitted = projectOntoSimplex(noisy, domain.rows);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      fitted[i * b.length + j]! += domain.rows > 0 ? (1e-6 * a[i]! * b[j]!) / domain.rows : 0;
    }
  }
  for (let round = 0; round < RAKING_ROUNDS; round++) {
    for (let i = 0; i < a.length; i++) scaleTo(fitted, i * b.length, 1, b.length, a[i]!);
    for (let j = 0; j < b.length; j++) scaleTo(fitted, j, b.length, a.length, b[j]!);
  }
  return fitted;
}

function scaleTo(cells: Float64Array, start: number, step: number, count: number, total: number): void {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += cells[start + i * step]!;
  if (sum === 0) return;
  for (let i = 0; i < count; i++) cells[start + i * step]! *= total / sum;
}
