/**
 * Bayesian average over decomposable graphs (Madigan & York 1997; as in the program "dga").
 *
 * Given a graph, the history probabilities have a hyper-Dirichlet prior with `delta` prior cases a cell, so that the
 * probability of a complete table is a ratio of gamma functions of its margins: one factor a list, given its earlier
 * neighbours. All graphs are equally likely beforehand and the total N has prior proportional to 1/N (or another).
 * For every hidden number h on a grid the evidence of all graphs is added up; the result is the posterior of N.
 *
 * In each margin only the cell "on none of these lists" depends on h, so a graph costs one vector addition a list.
 */
import { logFactorial, logGamma } from "../numerics/gamma.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import { type ChordalGraph, decomposableGraphs } from "./chordal-graph.ts";

export const MOST_LISTS_FOR_GRAPHS = 6;

export interface DecomposableOptions {
  /** Prior cases in each cell of the complete table; 2^−lists is the usual choice. */
  readonly delta?: number;
  /** Logarithm of the prior of the total N, up to a constant; −log N by default. */
  readonly logPrior?: (total: number) => number;
}

export interface WeightedGraph {
  readonly edges: readonly number[];
  /** Posterior probability of the graph. */
  readonly weight: number;
}

export interface DecomposablePosterior {
  /** Totals N of the grid, ascending, and the posterior probability at or near each. */
  readonly totals: Float64Array;
  readonly probability: Float64Array;
  readonly mean: number;
  /** Graphs by falling posterior probability, at most twenty. */
  readonly graphs: readonly WeightedGraph[];
  /** Total below which the posterior has the given probability. */
  quantile(p: number): number;
}

/**
 * @param table two to six lists
 * @returns a refusal for more lists, since the graphs become too many
 */
export function averageDecomposable(
  table: CaptureTable,
  options: DecomposableOptions = {},
): Outcome<DecomposablePosterior> {
  const lists = table.lists.length;
  if (lists > MOST_LISTS_FOR_GRAPHS) {
    return refuse(
      "too-many-lists",
      "decomposable graphs",
      `There are ${lists} lists; all graphs can be averaged for at most ${MOST_LISTS_FOR_GRAPHS}.`,
      "Merge lists, or use the latent class model.",
    );
  }
  const delta = options.delta ?? 2 ** -lists;
  const logPrior = options.logPrior ?? ((total: number) => -Math.log(total));
  let farthest = 20 * table.observed + 200;
  for (;;) {
    const posterior = averageUpTo(table, delta, logPrior, farthest);
    const last = posterior.totals.length;
    let tail = 0;
    for (let i = Math.floor(last * 0.9); i < last; i++) tail += posterior.probability[i]!;
    if (tail < 1e-4 || farthest > 2000 * table.observed) return accept(posterior);
    farthest *= 4;
  }
}

function averageUpTo(
  table: CaptureTable,
  delta: number,
  logPrior: (total: number) => number,
  farthest: number,
): DecomposablePosterior {
  const grid = hiddenGrid(farthest);
  const n = grid.hidden.length;
  const base = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const h = grid.hidden[i]!;
    const total = table.observed + h;
    // Multinomial coefficient, prior and the grid's step; the Dirichlets' constants cancel between list and parents.
    base[i] = logFactorial(total) - logFactorial(h) + logPrior(total) + grid.logStep[i]!;
  }
  const factors = conditionalFactors(table, delta, grid.hidden);
  const sums = new Float64Array(n);
  const work = new Float64Array(n);
  let top = Number.NEGATIVE_INFINITY;
  const graphs: { edges: readonly number[]; logWeight: number }[] = [];
  for (const graph of decomposableGraphs(table.lists.length)) {
    const peak = evidence(graph, base, factors, work);
    if (peak > top) {
      const scale = Math.exp(top - peak);
      for (let i = 0; i < n; i++) sums[i]! *= scale;
      top = peak;
    }
    let all = 0;
    if (peak > top - 60) {
      for (let i = 0; i < n; i++) {
        const p = Math.exp(work[i]! - top);
        sums[i]! += p;
        all += p;
      }
      graphs.push({ edges: graph.edges, logWeight: Math.log(all) + top });
    }
  }
  return summarize(table, grid.hidden, sums, graphs, top);
}

function evidence(
  graph: ChordalGraph,
  base: Float64Array,
  factors: (list: number, parents: number) => Float64Array,
  into: Float64Array,
): number {
  into.set(base);
  for (const { list, parents } of graph.order) {
    const factor = factors(list, parents);
    for (let i = 0; i < into.length; i++) into[i]! += factor[i]!;
  }
  let peak = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < into.length; i++) if (into[i]! > peak) peak = into[i]!;
  return peak;
}

/** For a list and its parents: log evidence of their joint margin less that of the parents' margin, over the grid. */
function conditionalFactors(table: CaptureTable, delta: number, hidden: Float64Array) {
  const margins = new Map<number, Float64Array>();
  const margin = (set: number): Float64Array => {
    const known = margins.get(set);
    if (known) return known;
    const counts = new Map<number, number>();
    for (let h = 1; h < table.counts.length; h++) {
      const count = table.counts[h]!;
      if (count > 0) counts.set(h & set, (counts.get(h & set) ?? 0) + count);
    }
    let size = 1;
    for (let rest = set; rest > 0; rest &= rest - 1) size *= 2;
    const alpha = (delta * table.counts.length) / size;
    let fixed = 0;
    for (const [part, count] of counts) if (part !== 0) fixed += logGamma(alpha + count) - logGamma(alpha);
    const none = counts.get(0) ?? 0;
    const start = logGamma(alpha);
    const values = hidden.map((h) => fixed + logGamma(alpha + none + h) - start);
    margins.set(set, values);
    return values;
  };
  const factors = new Map<number, Float64Array>();
  return (list: number, parents: number): Float64Array => {
    const key = list * table.counts.length + parents;
    const known = factors.get(key);
    if (known) return known;
    const own = margin(parents | (1 << list));
    const given = margin(parents);
    const values = own.map((v, i) => v - given[i]!);
    factors.set(key, values);
    return values;
  };
}

/** Every whole number up to 300, then steps of about half a percent. */
function hiddenGrid(farthest: number): { hidden: Float64Array; logStep: Float64Array } {
  const hidden: number[] = [];
  for (let h = 0; h <= farthest; h = h < 300 ? h + 1 : Math.ceil(h * 1.005)) hidden.push(h);
  const logStep = hidden.map((h, i) => {
    const before = i === 0 ? h - 1 : hidden[i - 1]!;
    const after = i === hidden.length - 1 ? h + 1 : hidden[i + 1]!;
    return Math.log((after - before) / 2);
  });
  return { hidden: Float64Array.from(hidden), logStep: Float64Array.from(logStep) };
}

function summarize(
  table: CaptureTable,
  hidden: Float64Array,
  sums: Float64Array,
  graphs: { edges: readonly number[]; logWeight: number }[],
  top: number,
): DecomposablePosterior {
  const all = sums.reduce((a, b) => a + b, 0);
  const probability = sums.map((s) => s / all);
  const totals = hidden.map((h) => table.observed + h);
  const logAll = Math.log(all) + top;
  const weighted = graphs
    .map(({ edges, logWeight }) => ({ edges, weight: Math.exp(logWeight - logAll) }))
    .sort((a, b) => b.weight - a.weight);
  return {
    totals,
    probability,
    mean: totals.reduce((sum, total, i) => sum + total * probability[i]!, 0),
    graphs: weighted.slice(0, 20),
    quantile: (p) => {
      let sum = 0;
      for (let i = 0; i < totals.length; i++) {
        sum += probability[i]!;
        if (sum >= p) {
          const low = i === 0 ? totals[0]! : totals[i - 1]!;
          const share = 1 - (sum - p) / probability[i]!;
          return totals[i]! - low <= 1 ? totals[i]! : low + share * (totals[i]! - low);
        }
      }
      return totals[totals.length - 1]!;
    },
  };
}
