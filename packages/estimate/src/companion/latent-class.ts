/**
 * Bayesian latent class model for capture tables (Manrique-Vallier 2016, "LCMCR"): people fall into classes; within a
 * class the lists are independent. The classes are a Dirichlet process mixture cut off at K sticks.
 *
 * Priors: capture probabilities uniform; stick k is Beta(1, α); α is Gamma(a, b) with a = b = 0.25 by default; the
 * total N has prior proportional to 1/N. Gibbs sampler, one sweep: deal the observed cases of every history to the
 * classes; draw the hidden number given its probability (negative binomial) and deal it too; draw capture
 * probabilities, sticks and α. Histories, not people, are dealt, so that a sweep costs histories · K.
 *
 * Unlike log-linear models it allows for people of different catchability; it assumes nothing about single pairs.
 */
import { Random } from "../numerics/random.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import { withCounts } from "../table/reshape-table.ts";
import { LatentClassSampler } from "./latent-class-sampler.ts";

export interface LatentClassOptions {
  /** Largest number of classes, K. */
  readonly classes: number;
  /** Sweeps kept, after the burn-in. */
  readonly sweeps: number;
  /** Sweeps thrown away first. */
  readonly burnIn: number;
  /** Shape and rate of the prior of α. */
  readonly priorShape: number;
  readonly priorRate: number;
  readonly seed: number;
  /** Number of the chain: chains of one seed are independent. */
  readonly chain: number;
}

export const LATENT_CLASS_DEFAULTS: LatentClassOptions = {
  classes: 10,
  sweeps: 25_000,
  burnIn: 5_000,
  priorShape: 0.25,
  priorRate: 0.25,
  seed: 1,
  chain: 0,
};

/**
 * The posterior has several peaks, and a plain chain may sit on a lesser one for a hundred thousand sweeps. So chains
 * that see a share of the data, for which the valleys are shallower, run beside the real one, and neighbours exchange
 * their parameters by Metropolis's rule every few sweeps (parallel tempering). The first chain's law is unchanged.
 */
const LADDER = [1, 0.65, 0.42, 0.27, 0.15];
const SWAP_EVERY = 5;

/**
 * Runs one chain.
 * @param onSweep called every 100 sweeps with the number done, burn-in included; returns false to stop early
 * @returns the total N at every sweep kept
 */
export function runLatentClasses(
  table: CaptureTable,
  options: LatentClassOptions,
  onSweep?: (done: number) => boolean,
): Float64Array {
  const random = new Random(options.seed, options.chain);
  const ladder = LADDER.map((share) => new LatentClassSampler(thinTable(table, share), options, random));
  const draws = new Float64Array(options.sweeps);
  for (let i = -options.burnIn; i < options.sweeps; i++) {
    for (const sampler of ladder) sampler.sweep();
    if (i >= 0) draws[i] = table.observed + ladder[0]!.hidden;
    const done = i + options.burnIn + 1;
    if (done % SWAP_EVERY === 0) {
      for (let k = ladder.length - 1; k > 0; k--) exchangeStates(ladder[k - 1]!, ladder[k]!, random);
    }
    if (done % 100 === 0 && onSweep && !onSweep(done)) return draws.slice(0, Math.max(0, i + 1));
  }
  return draws;
}

/** The same table with every count multiplied by a share and rounded. */
function thinTable(table: CaptureTable, share: number): CaptureTable {
  return withCounts(
    table,
    table.counts.map((count) => Math.round(count * share)),
  );
}

/** Metropolis exchange of the parameters of two chains that see different data. */
function exchangeStates(a: LatentClassSampler, b: LatentClassSampler, random: Random): void {
  const before = a.logLikelihood() + b.logLikelihood();
  a.trade(b);
  const after = a.logLikelihood() + b.logLikelihood();
  if (Math.log(random.uniform()) >= after - before) a.trade(b);
}
