/**
 * The Gibbs sampler of the latent class model: its state, and one sweep. What the model is stands in latent-class.ts.
 */
import type { Random } from "../numerics/random.ts";
import { drawBinomial, drawGamma, drawLogGamma, drawPoisson } from "../numerics/sampling.ts";
import type { CaptureTable } from "../table/capture-table.ts";

/** What the sampler needs of the options of a chain. */
export interface SamplerOptions {
  readonly classes: number;
  readonly priorShape: number;
  readonly priorRate: number;
}

/** Odds are cut here, so that a class that captures everybody stays finite. */
const LARGEST_ODDS = 1e15;

export class LatentClassSampler {
  hidden = 0;
  private readonly random: Random;
  private readonly lists: number;
  private readonly classes: number;
  private readonly observed: number;
  private readonly options: SamplerOptions;
  /** For each observed history its count and, flat, its lists. */
  private readonly counts: Float64Array;
  private readonly members: Int32Array;
  private readonly memberStart: Int32Array;
  /** Odds of capture by class and list, and each class's weight times the probability of being on no list. */
  private odds: Float64Array;
  private base: Float64Array;
  private readonly inClass: Float64Array;
  private readonly onList: Float64Array;
  private readonly weights: Float64Array;
  /** Logarithms of the class weights, and of the share that each stick passes on. */
  private logWeight: Float64Array;
  private logPass: Float64Array;
  private alpha = 1;

  constructor(table: CaptureTable, options: SamplerOptions, random: Random) {
    this.options = options;
    this.random = random;
    this.lists = table.lists.length;
    this.classes = options.classes;
    this.observed = table.observed;
    const histories: number[] = [];
    for (let h = 1; h < table.counts.length; h++) if (table.counts[h]! > 0) histories.push(h);
    this.counts = Float64Array.from(histories, (h) => table.counts[h]!);
    const members: number[] = [];
    const starts = [0];
    for (const h of histories) {
      for (let j = 0; j < this.lists; j++) if ((h >> j) & 1) members.push(j);
      starts.push(members.length);
    }
    this.members = Int32Array.from(members);
    this.memberStart = Int32Array.from(starts);
    const k = this.classes;
    this.odds = new Float64Array(k * this.lists);
    this.base = new Float64Array(k);
    this.inClass = new Float64Array(k);
    this.onList = new Float64Array(k * this.lists);
    this.weights = new Float64Array(k);
    this.logWeight = new Float64Array(k).fill(-Math.log(k));
    this.logPass = Float64Array.from({ length: k }, (_, i) => Math.log((k - i - 1) / (k - i)));
    this.start(table);
  }

  /** Scattered start: weights falling, capture probabilities around the observed shares by factors up to e³. */
  private start(table: CaptureTable): void {
    const { classes, lists, random } = this;
    let rest = 1;
    for (let k = 0; k < classes; k++) {
      const weight = k === classes - 1 ? rest : rest * random.uniform();
      rest -= weight;
      this.base[k] = weight;
      this.logWeight[k] = Math.log(Math.max(weight, 1e-300));
      for (let j = 0; j < lists; j++) {
        let on = 0;
        for (let h = 1; h < table.counts.length; h++) if ((h >> j) & 1) on += table.counts[h]!;
        const p = Math.min(0.95, (on / table.observed) * Math.exp(4.5 * random.uniform() - 3.5));
        this.odds[k * lists + j] = p / (1 - p);
        this.base[k]! *= 1 - p;
      }
    }
  }

  /** Exchanges parameters with another chain; cases are dealt anew in its next sweep. */
  trade(other: LatentClassSampler): void {
    [this.odds, other.odds] = [other.odds, this.odds];
    [this.base, other.base] = [other.base, this.base];
    [this.logWeight, other.logWeight] = [other.logWeight, this.logWeight];
    [this.logPass, other.logPass] = [other.logPass, this.logPass];
    [this.alpha, other.alpha] = [other.alpha, this.alpha];
  }

  /** Log-likelihood of the observed cases at the current parameters, given that they were observed. */
  logLikelihood(): number {
    const { counts, members, memberStart, odds, base, classes, lists } = this;
    let none = 0;
    for (let k = 0; k < classes; k++) none += base[k]!;
    let sum = -this.observed * Math.log(Math.max(1 - none, 1e-12));
    for (let m = 0; m < counts.length; m++) {
      let p = 0;
      for (let k = 0; k < classes; k++) {
        let w = base[k]!;
        for (let i = memberStart[m]!; i < memberStart[m + 1]!; i++) w *= odds[k * lists + members[i]!]!;
        p += w;
      }
      sum += counts[m]! * Math.log(Math.max(p, 1e-300));
    }
    return sum;
  }

  sweep(): void {
    this.inClass.fill(0);
    this.onList.fill(0);
    this.dealObserved();
    this.drawHidden();
    this.swapLabels();
    this.drawClasses();
  }

  private dealObserved(): void {
    const { counts, members, memberStart, odds, base, weights, classes, lists } = this;
    for (let m = 0; m < counts.length; m++) {
      const from = memberStart[m]!;
      const to = memberStart[m + 1]!;
      let sum = 0;
      for (let k = 0; k < classes; k++) {
        let w = base[k]!;
        for (let i = from; i < to; i++) w *= odds[k * lists + members[i]!]!;
        weights[k] = w;
        sum += w;
      }
      this.deal(counts[m]!, sum, from, to);
    }
  }

  /** Deals `cases` to the classes by `weights` and books them under the members from `from` to `to`. */
  private deal(cases: number, sum: number, from: number, to: number): void {
    const { weights, inClass, onList, members, classes, lists, random } = this;
    let left = cases;
    let rest = sum;
    for (let k = 0; k < classes && left > 0; k++) {
      const w = weights[k]!;
      let drawn: number;
      if (k === classes - 1) drawn = left;
      else if (left === 1) drawn = random.uniform() * rest < w ? 1 : 0;
      else drawn = drawBinomial(random, left, w / rest);
      rest -= w;
      if (drawn === 0) continue;
      left -= drawn;
      inClass[k]! += drawn;
      for (let i = from; i < to; i++) onList[k * lists + members[i]!]! += drawn;
    }
  }

  /** The hidden number: N has prior 1/N, hence hidden given the rest is negative binomial; then its classes. */
  private drawHidden(): void {
    const { base, weights, classes, random } = this;
    let none = 0;
    for (let k = 0; k < classes; k++) {
      weights[k] = base[k]!;
      none += base[k]!;
    }
    const seen = Math.max(1 - none, 1e-12);
    this.hidden = drawPoisson(random, (drawGamma(random, this.observed) * (1 - seen)) / seen);
    this.deal(this.hidden, none, 0, 0);
  }

  /**
   * The sticks make the classes' order matter, and a large class caught behind small ones would stay there for long.
   * Two Metropolis moves exchange classes (Papaspiliopoulos & Roberts 2008): any two with their weights kept in
   * place; two neighbours together with their sticks.
   */
  private swapLabels(): void {
    const { random, classes, inClass, logWeight, logPass } = this;
    for (let tries = 0; tries < 2; tries++) {
      const a = Math.floor(random.uniform() * classes);
      const b = Math.floor(random.uniform() * classes);
      const gain = (logWeight[a]! - logWeight[b]!) * (inClass[b]! - inClass[a]!);
      if (a !== b && Math.log(random.uniform()) < gain) this.exchange(a, b);
    }
    if (classes < 3) return;
    const k = Math.floor(random.uniform() * (classes - 2));
    const gap = inClass[k]! * logPass[k + 1]! - inClass[k + 1]! * logPass[k]!;
    if (Math.log(random.uniform()) < gap) this.exchange(k, k + 1);
  }

  private exchange(a: number, b: number): void {
    const { inClass, onList, lists } = this;
    const held = inClass[a]!;
    inClass[a] = inClass[b]!;
    inClass[b] = held;
    for (let j = 0; j < lists; j++) {
      const on = onList[a * lists + j]!;
      onList[a * lists + j] = onList[b * lists + j]!;
      onList[b * lists + j] = on;
    }
  }

  private drawClasses(): void {
    const { inClass, onList, odds, base, classes, lists, random } = this;
    let after = this.observed + this.hidden;
    let logRest = 0;
    for (let k = 0; k < classes; k++) {
      after -= inClass[k]!;
      let logWeight = logRest;
      if (k < classes - 1) {
        const stay = drawLogGamma(random, 1 + inClass[k]!);
        const pass = drawLogGamma(random, this.alpha + after);
        const top = Math.max(stay, pass);
        const both = top + Math.log1p(Math.exp(-Math.abs(stay - pass)));
        logWeight = stay - both + logRest;
        logRest += pass - both;
        this.logPass[k] = pass - both;
      }
      this.logWeight[k] = logWeight;
      let weight = Math.exp(logWeight);
      for (let j = 0; j < lists; j++) {
        const at = k * lists + j;
        const p = drawShare(random, onList[at]!, inClass[k]! - onList[at]!);
        odds[at] = Math.min(p / (1 - p), LARGEST_ODDS);
        weight *= 1 - p;
      }
      base[k] = weight;
    }
    const { priorShape, priorRate } = this.options;
    this.alpha = Math.max(drawGamma(random, priorShape + classes - 1) / (priorRate - logRest), 1e-12);
  }
}

/**
 * Probability of capture drawn from Beta(1 + on, 1 + off). Where nobody is on, or off, the list, which is the rule for
 * small classes, the distribution function is inverted; that needs a single uniform number.
 */
function drawShare(random: Random, on: number, off: number): number {
  if (on + off === 0) return random.uniform();
  if (on === 0) return -Math.expm1(Math.log(random.uniform()) / (1 + off));
  if (off === 0) return Math.exp(Math.log(random.uniform()) / (1 + on));
  const a = drawGamma(random, 1 + on);
  return a / (a + drawGamma(random, 1 + off));
}
